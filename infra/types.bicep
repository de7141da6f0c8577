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
@description('The SMS gateway: one POST a message.')
type gateway = {
  @description('Where it takes messages. Empty: there is none, and messages stay in a table and in the log; for development only.')
  url: string

  @description('application/json or application/x-www-form-urlencoded.')
  contentType: string

  @description('What is sent: {phone}, {text} and {code} stand for the message, {id} for its name, by which a repetition is known.')
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
