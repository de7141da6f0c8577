targetScope = 'subscription'

import { gateway, ledgerAccount, operatorOfSite, sizes } from 'types.bicep'

@description('Names everything: 3 to 11 small letters and digits, begins with a letter, unlike any other app in this cloud.')
@minLength(3)
@maxLength(11)
param name string

@description('The region, as chinanorth3 or eastasia.')
param location string = deployment().location

@description('The origin that people open the site at, as https://estation.example.cn without a slash at the end. Only pages of it may upload to storage.')
param siteOrigin string

@description('Who runs the site: its name, a contact for questions, and the number of the ICP filing, all shown to the public.')
param siteOperator operatorOfSite

@description('Phones of the administrators of the province, separated by commas.')
@minLength(11)
param administrators string

@description('The plan: flex where it is offered (`az functionapp list-flexconsumption-locations`), else dedicated.')
@allowed(['flex', 'dedicated'])
param plan string

@description('The size of the function app.')
param size sizes

@description('Further storage accounts for ledgers of counties; all other counties are in the main account.')
param ledgerAccounts ledgerAccount[] = []

@description('How storage is copied: Standard_LRS in one place, Standard_ZRS over zones.')
@allowed(['Standard_LRS', 'Standard_ZRS'])
param redundancy string

@description('Telemetry is sent with the identity. Documented for global Azure only; elsewhere the connection string names the resource and nothing else protects it.')
param telemetryByIdentity bool

@description('How long logs and metrics are kept, in days.')
@minValue(30)
@maxValue(730)
param logDays int

@description('How many messages may be sent to phones in a day.')
@minValue(1)
param messagesPerDay int

@description('How messages go to phones.')
param messages gateway

@description('When news are folded and published: NCRONTAB with seconds, UTC.')
param rollUpSchedule string = '0 * * * * *'

@description('The version of the secret `master` that is current. Empty: the newest, which is right until the first rotation.')
param masterVersion string = ''

@description('The version of the secret `master` before, accepted while it is being rotated out. Empty: none.')
param previousMasterVersion string = ''

@description('The principal that deploys: it may write the master secret. Empty: nobody.')
param operatorPrincipalId string = ''

@description('Who is told of alerts. Empty: alerts are shown in the portal only.')
param alertMail string = ''

@description('Turns the alerts on; off in development, where nobody waits for them.')
param alertsEnabled bool

var storageName = 'st${name}'
var packages = 'packages'
var insightsName = 'appi-${name}'
var tags = { app: 'estation', 'azd-env-name': name }

resource group 'Microsoft.Resources/resourceGroups@2023-07-01' = {
  name: 'rg-${name}'
  location: location
  tags: tags
}

module identity 'modules/identity.bicep' = {
  scope: group
  params: { name: name, location: location, tags: tags }
}

module monitoring 'modules/monitoring.bicep' = {
  scope: group
  params: {
    name: name
    insightsName: insightsName
    location: location
    tags: tags
    days: logDays
    byIdentity: telemetryByIdentity
    principalId: identity.outputs.principalId
  }
}

module storage 'modules/storage.bicep' = {
  scope: group
  params: {
    name: storageName
    location: location
    tags: tags
    redundancy: redundancy
    siteOrigin: siteOrigin
    packages: packages
    principalId: identity.outputs.principalId
  }
}

module ledgers 'modules/ledger.bicep' = [
  for account in ledgerAccounts: {
    scope: group
    name: 'ledger-${account.suffix}'
    params: {
      name: '${storageName}${account.suffix}'
      location: location
      tags: tags
      redundancy: redundancy
      principalId: identity.outputs.principalId
    }
  }
]

module vault 'modules/vault.bicep' = {
  scope: group
  params: {
    name: 'kv-${name}'
    location: location
    tags: tags
    principalId: identity.outputs.principalId
    operatorPrincipalId: operatorPrincipalId
  }
}

module app 'modules/app.bicep' = {
  scope: group
  params: {
    name: name
    location: location
    tags: tags
    plan: plan
    size: size
    identityId: identity.outputs.id
    clientId: identity.outputs.clientId
    storageName: storageName
    packages: packages
    ledgerAccounts: ledgerAccounts
    vaultUri: vault.outputs.uri
    masterVersion: masterVersion
    previousMasterVersion: previousMasterVersion
    insightsName: insightsName
    telemetryByIdentity: telemetryByIdentity
    administrators: administrators
    siteOrigin: siteOrigin
    siteOperator: siteOperator
    messages: messages
    messagesPerDay: messagesPerDay
    rollUpSchedule: rollUpSchedule
  }
  dependsOn: [storage, ledgers, monitoring]
}

module alerts 'modules/alerts.bicep' = {
  scope: group
  params: {
    name: name
    location: location
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
    storageNames: [storageName, ...map(ledgerAccounts, account => '${storageName}${account.suffix}')]
    mail: alertMail
    enabled: alertsEnabled
  }
  dependsOn: [storage, ledgers]
}

@description('For azd and the workflows.')
output AZURE_RESOURCE_GROUP string = group.name
output AZURE_FUNCTION_APP string = app.outputs.name
output AZURE_KEY_VAULT string = vault.outputs.name
output SITE_URL string = app.outputs.url
