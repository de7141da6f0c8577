import { reach } from '../types.bicep'

@description('The name of the account.')
param name string

@description('The region.')
param location string

@description('Tags of every resource.')
param tags object

@description('How the data are copied.')
param redundancy string

@description('From where it is reached.')
param reachedFrom reach

@description('The workspace of network logs.')
param auditWorkspaceId string

@description('The container that the app is deployed from.')
param packages string

// What the host keeps: locks, keys, the state of timers, and the packages of the app. Nothing here is anybody's data.
module account 'account.bicep' = {
  name: '${name}-account'
  params: {
    name: name
    location: location
    tags: tags
    redundancy: redundancy
    private: reachedFrom.private
    operatorAddresses: reachedFrom.operatorAddresses
    endpointSubnetId: reachedFrom.endpointSubnetId
    zones: { blob: reachedFrom.blobZoneId, table: reachedFrom.tableZoneId }
    auditWorkspaceId: auditWorkspaceId
    blobCategories: ['StorageDelete']
  }
}

// No versions: the host writes its locks and timers over and over again.
resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2025-06-01' = {
  name: '${name}/default'
  properties: { isVersioningEnabled: false }
  dependsOn: [account]
}

resource container 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-06-01' = {
  parent: blobs
  name: packages
  properties: { publicAccess: 'None' }
}
