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

  @description('flex: the most on-demand instances of each function group (HTTP is one, each timer another). Most regions refuse less than 40; scripts/preflight asks.')
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

  @description('flex: a new version replaces instances in batches, and both versions run for a while. A preview of Azure: not for production.')
  rollingUpdates: bool

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

  @description('Headers, each with the name of a secret in the vault: the gateway\'s key.')
  headers: header[]
}

@export()
@description('A header that is sent to the gateway. Its name may have a hyphen, which no name of a setting may have.')
type header = {
  name: string

  @description('The name of the secret in the vault.')
  secret: string
}

@export()
@description('From where a resource is reached.')
type reach = {
  @description('From the app\'s network alone, else from the internet.')
  private: bool

  @description('Addresses that may reach it nevertheless.')
  operatorAddresses: string[]

  @description('The subnet of private endpoints; empty without a network.')
  endpointSubnetId: string

  blobZoneId: string
  tableZoneId: string
  vaultZoneId: string
}

@export()
@description('What the app may do with a storage account.')
type grant = {
  account: string

  @description('Ids of roles.')
  roles: string[]
}

@export()
@description('Front Door with a web application firewall before the site.')
type frontDoorSettings = {
  @description('The domain that people open, as estation.example.cn. Its CNAME leads to the output FRONT_DOOR_HOST.')
  domain: string

  @description('The name of the certificate in the vault. It must be there before Front Door is turned on.')
  certificate: string

  @description('Standard_AzureFrontDoor has rules of one\'s own; Premium_AzureFrontDoor also those that Microsoft manages.')
  sku: 'Standard_AzureFrontDoor' | 'Premium_AzureFrontDoor'

  @description('How many requests an address may make in five minutes. Many phones of a village share one.')
  @minValue(1000)
  requestsPerAddress: int
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
