@export()
@description('A storage account for the ledgers of some counties.')
type ledgerAccount = {
  @description('Ends the name of the account: 1 to 6 small letters or digits. Never change it: the data would stay behind.')
  @minLength(1)
  @maxLength(6)
  suffix: string

  @description('The counties whose codes begin so, each 2 to 6 digits. The longest prefix that fits decides. Moving a county that has data: docs/operations.md.')
  prefixes: string[]
}

@export()
@description('How large the function app may become.')
type sizes = {
  @description('flex: memory of an instance in MB.')
  memory: 512 | 2048 | 4096

  @description('flex: the most instances. Group commit lives from many requests that meet in one instance: keep it low.')
  @minValue(1)
  @maxValue(1000)
  mostInstances: int

  @description('flex: instances that always wait for HTTP.')
  @minValue(0)
  alwaysReady: int

  @description('flex: requests at once in an instance before another is started.')
  @minValue(1)
  @maxValue(1000)
  concurrency: int

  @description('dedicated: the size of the plan, as P1v3.')
  dedicatedSku: string

  @description('dedicated: how many machines.')
  @minValue(1)
  @maxValue(30)
  dedicatedMachines: int
}

@export()
@description('How messages reach phones: docs/operations.md, "How do I connect an SMS gateway?".')
type gateway = {
  @description('local: a table and the log, for development only. aliyun, tencent: these clouds. http: any gateway that takes one POST a message.')
  outlet: 'local' | 'http' | 'aliyun' | 'tencent'

  @description('How many messages others may cause to a phone in a day.')
  @minValue(1)
  perPhonePerDay: int

  @description('The secret in the vault whose value ends the address for delivery receipts. Empty: there is no such address.')
  receiptsSecret: string

  @description('aliyun, tencent: the account, signature and templates.')
  cloud: cloudGateway?

  @description('http: the gateway.')
  http: httpGateway?
}

@description('An SMS account at Alibaba Cloud or Tencent Cloud.')
type cloudGateway = {
  @description('The secret in the vault with the id of the access key.')
  keyId: string

  @description('The secret in the vault with the access key.')
  keySecret: string

  @description('The approved signature, without brackets.')
  signName: string

  @description('tencent: the SmsSdkAppId. Empty for aliyun.')
  appId: string

  @description('tencent: the region, as ap-guangzhou. Empty for aliyun.')
  region: string

  @description('The longest value of a parameter that the account may send; longer ones are cut.')
  @minValue(6)
  longestParameter: int

  @description('The ids of approved templates, by kind and language: \'seatConfirmed__zh\': \'SMS_1\'.')
  templates: { *: string }
}

@description('Any SMS gateway: one POST a message.')
type httpGateway = {
  @description('Where it takes messages.')
  url: string

  @description('application/json or application/x-www-form-urlencoded.')
  contentType: string

  @description('What is sent: {phone}; {text}, or {template}, {language} and {parameters}; {code} for a code; {id}, by which a repetition is known.')
  body: string

  @description('What a 2xx answer says where the message was taken, separated by commas. Empty: the status alone decides.')
  accepted: string

  @description('What its answer says where a number is none, separated by commas. Empty: any refusal is an error of ours, and is tried again.')
  wrongNumber: string

  @description('Headers by name, each with the name of a secret in the vault: the gateway\'s key.')
  headers: { *: string }
}

@export()
@description('Who runs the site, as the public reads it.')
type operatorOfSite = {
  @description('The name in the privacy notice, the terms and the footer.')
  name: string

  @description('A phone or an address for questions. Empty: the notice names the science association.')
  contact: string

  @description('The number of the ICP filing, which a public site in China has to show. Empty: none is shown.')
  icp: string
}
