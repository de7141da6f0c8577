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

@description('How many days a backup is kept.')
@minValue(7)
@maxValue(30)
param days int

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
    zones: { blob: reachedFrom.blobZoneId }
    auditWorkspaceId: auditWorkspaceId
    blobCategories: ['StorageRead', 'StorageDelete']
  }
}

// Nothing is kept of a backup that was deleted: these days are all the time that a backup holds data of an erased person.
resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2025-06-01' = {
  name: '${name}/default'
  properties: { deleteRetentionPolicy: { enabled: false }, isVersioningEnabled: false }
  dependsOn: [account]
}

resource container 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-06-01' = {
  parent: blobs
  name: 'backups'
  properties: { publicAccess: 'None' }
}

resource lifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2025-06-01' = {
  name: '${name}/default'
  properties: {
    policy: {
      rules: [
        {
          name: 'backups-go'
          type: 'Lifecycle'
          definition: {
            filters: { blobTypes: ['blockBlob'], prefixMatch: ['backups/'] }
            actions: { baseBlob: { delete: { daysAfterCreationGreaterThan: days } } }
          }
        }
      ]
    }
  }
  dependsOn: [blobs]
}
