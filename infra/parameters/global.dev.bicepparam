using '../main.bicep'

// Global Azure, for trying things out.
param name = 'estationdev'
param location = 'eastasia'
param siteOrigin = 'https://estationdev.azurewebsites.net'
param siteOperator = { name: 'EStation', contact: '', icp: '' }
param administrators = readEnvironmentVariable('ESTATION_ADMINISTRATORS', '13900000001')
param operatorPrincipalId = readEnvironmentVariable('ESTATION_OPERATOR', '')
param plan = 'flex'
param size = {
  memory: 2048
  mostInstances: 5
  alwaysReady: 0
  concurrency: 500
  dedicatedSku: 'B2'
  dedicatedMachines: 1
}
param redundancy = 'Standard_LRS'
param telemetryByIdentity = true
param logDays = 30
param messages = { url: '', contentType: '', body: '', accepted: '', wrongNumber: '', headers: {} }
param messagesPerDay = 100
param alertsEnabled = false
