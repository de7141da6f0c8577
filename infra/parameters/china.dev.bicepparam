using '../main.bicep'

// Azure China (21Vianet), for trying things out. Whether Flex is offered there: `az functionapp list-flexconsumption-locations`.
param name = 'estationdev'
param location = 'chinanorth3'
param siteOrigin = 'https://estationdev.chinacloudsites.cn'
param siteOperator = { name: 'EStation', contact: '', icp: '' }
param administrators = readEnvironmentVariable('ESTATION_ADMINISTRATORS', '13900000001')
param operatorPrincipalId = readEnvironmentVariable('ESTATION_OPERATOR', '')
param plan = 'dedicated'
param size = {
  memory: 2048
  mostInstances: 5
  alwaysReady: 0
  concurrency: 500
  dedicatedSku: 'B2'
  dedicatedMachines: 1
}
param redundancy = 'Standard_LRS'
param telemetryByIdentity = false
param logDays = 30
param messages = { url: '', contentType: '', body: '', accepted: '', wrongNumber: '', headers: {} }
param messagesPerDay = 100
param alertsEnabled = false
