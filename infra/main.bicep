targetScope = 'subscription'

import { frontDoorSettings, gateway, ledgerAccount, operatorOfSite, reach, sizes } from 'types.bicep'

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

@description('Tables, the vault and the host\'s storage are reached from the app\'s network alone. Blobs stay public: phones upload to them. Off in development.')
param privateNetwork bool

@description('With a private network: addresses that may reach what is private nevertheless, for moving a county or restoring a backup.')
param operatorAddresses string[] = []

@description('How many days a deleted film can be had again, also one that was erased. The privacy notice states it.')
@minValue(1)
@maxValue(7)
param recoverableDays int = 7

@description('How many days backups of the tables are kept. So long they hold data of an erased person; the app knows for 31 days who was erased, so that no restore brings them back.')
@minValue(7)
@maxValue(30)
param backupDays int = 30

@description('Front Door with a firewall and an own certificate before the site. null: the site is open to the internet.')
param frontDoor frontDoorSettings?

@description('How storage is copied: Standard_LRS in one place, Standard_ZRS over zones.')
@allowed(['Standard_LRS', 'Standard_ZRS'])
param redundancy string

@description('Telemetry is sent with the identity. Documented for global Azure only; elsewhere the connection string names the resource and nothing else protects it.')
param telemetryByIdentity bool

@description('How long telemetry is kept, in days.')
@minValue(30)
@maxValue(730)
param logDays int

@description('How many GB of telemetry are taken in a day; what comes after is lost. 0: no limit.')
@minValue(0)
param logGbPerDay int

@description('How long network and audit logs are kept, in days. China\'s Cybersecurity Law asks for six months.')
@minValue(30)
@maxValue(730)
param auditLogDays int

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

@description('Who adds secrets and certificates to the vault by hand. Empty: nobody. Deploying needs it not.')
param operatorPrincipalId string = ''

@description('What that principal is.')
@allowed(['User', 'Group', 'ServicePrincipal'])
param operatorPrincipalType string = 'User'

@description('Who is told of alerts. Empty: alerts are shown in the portal only.')
param alertMail string = ''

@description('Turns the alerts on; off in development, where nobody waits for them.')
param alertsEnabled bool

@description('Application Insights asks for the site from outside. Off where the cloud has no such tests: .github/workflows/probe.yml does it there.')
param availabilityTest bool

@description('What a month may cost before somebody is told, in the currency of the bill. 0: nobody is told.')
@minValue(0)
param monthlyBudget int

@description('The first of a month: since when the budget counts. It cannot be changed later.')
param budgetFrom string = '2026-12-01'

@description('A lock on the resource group: nothing in it is deleted by mistake.')
param lockGroup bool

var storageName = 'st${name}'
var mediaName = 'sm${name}'
var hostName = 'sh${name}'
var backupName = 'sb${name}'
var vaultName = 'kv-${name}'
var packages = 'packages'
var insightsName = 'appi-${name}'
var tags = { app: 'estation', 'azd-env-name': name }

resource group 'Microsoft.Resources/resourceGroups@2025-04-01' = {
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
    gbPerDay: logGbPerDay
    auditDays: auditLogDays
    byIdentity: telemetryByIdentity
  }
}

// '.vault.azure.net' and '.vault.azure.cn'
var zoneNames = [
  'privatelink.blob.${environment().suffixes.storage}'
  'privatelink.table.${environment().suffixes.storage}'
  replace(environment().suffixes.keyvaultDns, '.vault.', 'privatelink.vaultcore.')
]

module network 'modules/network.bicep' = if (privateNetwork) {
  scope: group
  params: { name: name, location: location, tags: tags, zoneNames: zoneNames, flex: plan == 'flex' }
}

// Ids by name and not by outputs: what-if looks no further where a condition comes from an output.
var subscriptionId = subscription().subscriptionId
var networkName = 'vnet-${name}'
var appSubnetId = resourceId(subscriptionId, group.name, 'Microsoft.Network/virtualNetworks/subnets', networkName, 'app')
var zoneIds = map(zoneNames, zone => resourceId(subscriptionId, group.name, 'Microsoft.Network/privateDnsZones', zone))
var private reach = {
  private: privateNetwork
  operatorAddresses: operatorAddresses
  endpointSubnetId: resourceId(subscriptionId, group.name, 'Microsoft.Network/virtualNetworks/subnets', networkName, 'endpoints')
  blobZoneId: zoneIds[0]
  tableZoneId: zoneIds[1]
  vaultZoneId: zoneIds[2]
}
var public reach = union(private, { private: false })

module tables 'modules/tables.bicep' = {
  scope: group
  params: {
    name: storageName
    location: location
    tags: tags
    redundancy: redundancy
    reachedFrom: private
    auditWorkspaceId: monitoring.outputs.auditWorkspaceId
  }
  dependsOn: [network]
}

module media 'modules/media.bicep' = {
  scope: group
  params: {
    name: mediaName
    location: location
    tags: tags
    redundancy: redundancy
    reachedFrom: public
    siteOrigin: siteOrigin
    recoverableDays: recoverableDays
    auditWorkspaceId: monitoring.outputs.auditWorkspaceId
  }
}

module host 'modules/host.bicep' = {
  scope: group
  params: {
    name: hostName
    location: location
    tags: tags
    redundancy: redundancy
    reachedFrom: private
    packages: packages
    auditWorkspaceId: monitoring.outputs.auditWorkspaceId
  }
  dependsOn: [network]
}

module backup 'modules/backup.bicep' = {
  scope: group
  params: {
    name: backupName
    location: location
    tags: tags
    redundancy: redundancy
    reachedFrom: private
    days: backupDays
    auditWorkspaceId: monitoring.outputs.auditWorkspaceId
  }
  dependsOn: [network]
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
      reachedFrom: private
        auditWorkspaceId: monitoring.outputs.auditWorkspaceId
    }
    dependsOn: [network]
  }
]

module vault 'modules/vault.bicep' = {
  scope: group
  params: {
    name: vaultName
    location: location
    tags: tags
    reachedFrom: private
    auditWorkspaceId: monitoring.outputs.auditWorkspaceId
  }
  dependsOn: [network]
}

module door 'modules/door.bicep' = if (frontDoor != null) {
  scope: group
  params: {
    name: name
    location: location
    tags: tags
    sku: frontDoor!.sku
    requestsPerAddress: frontDoor!.requestsPerAddress
    auditWorkspaceId: monitoring.outputs.auditWorkspaceId
  }
}

// Ids of roles: Storage Blob Data Owner, Contributor and Delegator, Storage Table Data Contributor. The host asks for Owner of what is its
// own; of people's data the app may do nothing but read and write, and sign addresses for phones.
var blobOwner = 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
var blobContributor = 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
var blobDelegator = 'db58b8e5-c6ad-4a2a-8342-4190687cbf4a'
var tableContributor = '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'

module access 'modules/access.bicep' = {
  scope: group
  params: {
    vaultName: vaultName
    insightsName: insightsName
    grants: [
      { account: storageName, roles: [tableContributor] }
      { account: mediaName, roles: [blobContributor, blobDelegator] }
      { account: hostName, roles: [blobOwner, tableContributor] }
      { account: backupName, roles: [blobContributor] }
      ...map(ledgerAccounts, account => { account: '${storageName}${account.suffix}', roles: [tableContributor] })
    ]
    #disable-next-line what-if-short-circuiting // names of assignments
    principalId: identity.outputs.principalId
    #disable-next-line what-if-short-circuiting
    doorPrincipalId: frontDoor == null ? '' : door!.outputs.principalId
    operatorPrincipalId: operatorPrincipalId
    operatorPrincipalType: operatorPrincipalType
  }
  dependsOn: [tables, media, host, backup, ledgers, vault]
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
    mediaName: mediaName
    hostName: hostName
    backupName: backupName
    packages: packages
    privateNetwork: privateNetwork
    subnetId: appSubnetId
    behindFrontDoor: frontDoor != null
    frontDoorId: frontDoor == null ? '' : door!.outputs.frontDoorId
    ledgerAccounts: ledgerAccounts
    vaultUri: vault.outputs.uri
    masterVersion: masterVersion
    previousMasterVersion: previousMasterVersion
    insightsName: insightsName
    auditWorkspaceId: monitoring.outputs.auditWorkspaceId
    telemetryByIdentity: telemetryByIdentity
    administrators: administrators
    siteOrigin: siteOrigin
    siteOperator: siteOperator
    messages: messages
    messagesPerDay: messagesPerDay
    rollUpSchedule: rollUpSchedule
  }
  dependsOn: [access]
}

module route 'modules/route.bicep' = if (frontDoor != null) {
  scope: group
  params: {
    profileName: 'afd-${name}'
    domain: frontDoor!.domain
    certificate: frontDoor!.certificate
    vaultName: vaultName
    siteHost: app.outputs.host
    firewallId: door!.outputs.firewallId
  }
  dependsOn: [access]
}

module alerts 'modules/alerts.bicep' = {
  scope: group
  params: {
    name: name
    location: location
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
    siteId: app.outputs.id
    storageNames: [storageName, mediaName, ...map(ledgerAccounts, account => '${storageName}${account.suffix}')]
    mail: alertMail
    enabled: alertsEnabled
  }
  dependsOn: [tables, media, ledgers]
}

module availability 'modules/availability.bicep' = if (availabilityTest) {
  scope: group
  params: {
    name: name
    location: location
    tags: tags
    insightsId: monitoring.outputs.insightsId
    siteOrigin: siteOrigin
    actionGroupId: alerts.outputs.actionGroupId
    enabled: alertsEnabled
  }
}

module workbook 'modules/workbook.bicep' = {
  scope: group
  params: { name: name, location: location, tags: tags, workspaceId: monitoring.outputs.workspaceId }
}

module spending 'modules/spending.bicep' = if (monthlyBudget > 0 && !empty(alertMail)) {
  scope: group
  params: { amount: monthlyBudget, from: budgetFrom, mail: alertMail }
}

module lock 'modules/lock.bicep' = if (lockGroup) {
  scope: group
  dependsOn: [alerts, workbook]
}

// Who changed what in the subscription: the audit trail of the cloud itself.
resource activity 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'audit-${name}'
  properties: {
    workspaceId: monitoring.outputs.auditWorkspaceId
    logs: map(['Administrative', 'Security', 'Policy', 'Alert'], category => { category: category, enabled: true })
  }
}

@description('For azd and the workflows.')
output AZURE_RESOURCE_GROUP string = group.name
output AZURE_FUNCTION_APP string = app.outputs.name
output AZURE_KEY_VAULT string = vault.outputs.name
output SITE_URL string = frontDoor == null ? app.outputs.url : siteOrigin
output FRONT_DOOR_HOST string = frontDoor == null ? '' : route!.outputs.host
