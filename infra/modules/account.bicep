@description('The name of the account.')
param name string

@description('The region.')
param location string

@description('Tags of every resource.')
param tags object

@description('How the data are copied.')
param redundancy string

@description('Who reaches it: its address on the internet, or the app\'s network alone.')
param private bool

@description('With a private account: addresses that may reach it nevertheless, as 203.0.113.7.')
param operatorAddresses string[]

@description('The subnet of private endpoints; empty without a network.')
param endpointSubnetId string

@description('The private DNS zone of each service that the app uses, by the service: blob, table.')
param zones { *: string }

@description('The workspace of network logs.')
param auditWorkspaceId string

@description('Which requests to blobs are logged: StorageRead, StorageWrite, StorageDelete.')
param blobCategories string[] = []

@description('Which requests to tables are logged.')
param tableCategories string[] = []

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: redundancy }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    networkAcls: {
      bypass: 'AzureServices'
      defaultAction: private ? 'Deny' : 'Allow'
      ipRules: map(private ? operatorAddresses : [], address => { value: address, action: 'Allow' })
    }
    publicNetworkAccess: private && empty(operatorAddresses) ? 'Disabled' : 'Enabled'
    supportsHttpsTrafficOnly: true
  }
}

module endpoints 'endpoint.bicep' = [
  for zone in private ? items(zones) : []: {
    name: '${name}-${zone.key}'
    params: {
      name: '${name}-${zone.key}'
      location: location
      tags: tags
      subnetId: endpointSubnetId
      zoneId: zone.value
      targetId: account.id
      group: zone.key
    }
  }
]

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2025-06-01' existing = {
  parent: account
  name: 'default'
}

resource tables 'Microsoft.Storage/storageAccounts/tableServices@2025-06-01' existing = {
  parent: account
  name: 'default'
}

resource blobLog 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = if (!empty(blobCategories)) {
  name: 'audit'
  scope: blobs
  properties: {
    workspaceId: auditWorkspaceId
    logs: map(blobCategories, category => { category: category, enabled: true })
  }
}

resource tableLog 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = if (!empty(tableCategories)) {
  name: 'audit'
  scope: tables
  properties: {
    workspaceId: auditWorkspaceId
    logs: map(tableCategories, category => { category: category, enabled: true })
  }
}

output name string = account.name
