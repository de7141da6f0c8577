using '../main.bicep'

// Global Azure, a province. Yanbian and Changchun are shown in accounts of their own: docs/scale.md says when that is needed.
param name = 'estation'
param location = 'eastasia'
param siteOrigin = 'https://estation.example.org'
param siteOperator = {
  name: readEnvironmentVariable('ESTATION_OPERATOR_NAME', '')
  contact: readEnvironmentVariable('ESTATION_CONTACT', '')
  icp: readEnvironmentVariable('ESTATION_ICP', '')
}
param administrators = readEnvironmentVariable('ESTATION_ADMINISTRATORS') // no default: it would make a stranger an administrator
param operatorPrincipalId = readEnvironmentVariable('ESTATION_OPERATOR', '')
param masterVersion = readEnvironmentVariable('ESTATION_MASTER_VERSION', '')
param previousMasterVersion = readEnvironmentVariable('ESTATION_PREVIOUS_MASTER_VERSION', '')
param plan = 'flex'
param size = {
  memory: 2048
  mostInstances: 20
  alwaysReady: 1
  concurrency: 500
  dedicatedSku: 'P1v3'
  dedicatedMachines: 3
}
param ledgerAccounts = [
  { suffix: 'a', prefixes: ['2201'] }
  { suffix: 'b', prefixes: ['2224'] }
]
param redundancy = 'Standard_ZRS'
param telemetryByIdentity = true
param logDays = 90
param messages = {
  url: 'https://sms.example.org/messages'
  contentType: 'application/json'
  body: '{"phone":"{phone}","text":"{text}","id":"{id}"}'
  accepted: '"accepted":true'
  wrongNumber: 'invalid-number'
  headers: { Authorization: 'sms-gateway' }
}
param messagesPerDay = 50000
param alertMail = 'duty@estation.example.org'
param alertsEnabled = true
