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
  mostInstances: 40
  alwaysReady: 0
  concurrency: 500
  rollingUpdates: true
  dedicatedSku: 'B2'
  dedicatedMachines: 1
}
param redundancy = 'Standard_LRS'
param telemetryByIdentity = true
param privateNetwork = false
param logDays = 30
param logGbPerDay = 1
param auditLogDays = 30
param messages = { outlet: 'local', perPhonePerDay: 3, receiptsSecret: '' }
param messagesPerDay = 100
param alertsEnabled = false
param availabilityTest = false
param monthlyBudget = 0
param lockGroup = false
