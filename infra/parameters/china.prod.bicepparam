using '../main.bicep'

// Azure China (21Vianet), a province. A public site there needs an ICP licence for its domain.
param name = 'estation'
param location = 'chinanorth3'
param siteOrigin = 'https://estation.example.cn'
param siteOperator = {
  name: readEnvironmentVariable('ESTATION_OPERATOR_NAME', '')
  contact: readEnvironmentVariable('ESTATION_CONTACT', '')
  icp: readEnvironmentVariable('ESTATION_ICP', '')
}
param administrators = readEnvironmentVariable('ESTATION_ADMINISTRATORS') // no default: it would make a stranger an administrator
param operatorPrincipalId = readEnvironmentVariable('ESTATION_OPERATOR', '')
param masterVersion = readEnvironmentVariable('ESTATION_MASTER_VERSION', '')
param previousMasterVersion = readEnvironmentVariable('ESTATION_PREVIOUS_MASTER_VERSION', '')
param plan = 'dedicated'
param size = {
  memory: 2048
  mostInstances: 40
  alwaysReady: 1
  concurrency: 500
  rollingUpdates: false
  dedicatedSku: 'P1v3'
  dedicatedMachines: 3
}
param ledgerAccounts = [
  { suffix: 'a', prefixes: ['2201'] }
  { suffix: 'b', prefixes: ['2224'] }
]
param redundancy = 'Standard_ZRS'
param telemetryByIdentity = false
// Front Door comes when its certificate is in the vault: docs/operations.md.
param frontDoor = empty(readEnvironmentVariable('ESTATION_CERTIFICATE', ''))
  ? null
  : {
      domain: 'estation.example.cn'
      certificate: readEnvironmentVariable('ESTATION_CERTIFICATE', '')
      sku: 'Standard_AzureFrontDoor'
      requestsPerAddress: 20000
    }
param privateNetwork = true
param logDays = 90
param logGbPerDay = 10
param auditLogDays = 190
param messages = {
  outlet: 'aliyun'
  perPhonePerDay: 3
  receiptsSecret: 'sms-receipts'
  cloud: {
    keyId: 'sms-key-id'
    keySecret: 'sms-key-secret'
    signName: '科普中国乡村e站'
    appId: ''
    region: ''
    longestParameter: 35
    templates: {
      signInCode__zh: 'SMS_000000001'
      signInCode__ko: 'SMS_000000002'
      seatConfirmed__zh: 'SMS_000000003'
      trainingCancelled__zh: 'SMS_000000004'
      signedUpByOther__zh: 'SMS_000000005'
      trainingMoved__zh: 'SMS_000000006'
      trainingReminder__zh: 'SMS_000000007'
      trainingMessage__zh: 'SMS_000000008'
      videoPublished__zh: 'SMS_000000100'
      videoReturned__zh: 'SMS_000000101'
      videoRejected__zh: 'SMS_000000102'
      videoTakenDown__zh: 'SMS_000000103'
      notice__zh: 'SMS_000000104'
      several__zh: 'SMS_000000105'
      videoAppealDecided__zh: 'SMS_000000106'
      prizeWon__zh: 'SMS_000000107'
    }
  }
}
param messagesPerDay = 50000
param alertMail = 'duty@estation.example.cn'
param alertsEnabled = true
param availabilityTest = false
param monthlyBudget = 0
param lockGroup = true
