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

@description('The only origin whose pages may talk to the blobs.')
param siteOrigin string

@description('How many days a deleted or overwritten blob can be had again. The privacy notice states it: at most 7.')
@minValue(1)
@maxValue(7)
param recoverableDays int

var containers = [
  'held'
  'kept'
  'media'
  'reference'
  'uploads'
]

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
    blobCategories: ['StorageRead', 'StorageWrite', 'StorageDelete']
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2025-06-01' = {
  name: '${name}/default'
  properties: {
    containerDeleteRetentionPolicy: { enabled: true, days: recoverableDays }
    cors: {
      corsRules: [
        {
          allowedOrigins: [siteOrigin]
          allowedMethods: ['GET', 'HEAD', 'PUT']
          allowedHeaders: [
            'content-type'
            'content-md5'
            'range'
            'x-ms-blob-content-type'
            'x-ms-blob-type'
            'x-ms-version'
          ]
          exposedHeaders: ['content-length', 'content-range', 'etag', 'x-ms-error-code', 'x-ms-request-id']
          maxAgeInSeconds: 86400
        }
      ]
    }
    // Without versions, which would begin a second period when they are deleted, a film that was erased is gone after these days.
    deleteRetentionPolicy: { enabled: true, days: recoverableDays, allowPermanentDelete: false }
    isVersioningEnabled: false
  }
  dependsOn: [account]
}

resource container 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-06-01' = [
  for container in containers: {
    parent: blobs
    name: container
    properties: { publicAccess: 'None' }
  }
]

resource lifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2025-06-01' = {
  name: '${name}/default'
  properties: {
    policy: {
      rules: [
        {
          // ClearUploads clears what nobody needs within an hour; this takes what resisted it. Who is asked to mend a video may go on with
          // what is uploaded for Video.MendingTakes (30 days). Uncommitted blocks go after a week by themselves.
          name: 'staging-goes-after-a-month'
          type: 'Lifecycle'
          definition: {
            filters: { blobTypes: ['blockBlob'], prefixMatch: ['uploads/'] }
            actions: {
              baseBlob: { delete: { daysAfterCreationGreaterThan: 31 } }
              // A blob with snapshots is not deleted, and a signature to write allows snapshots.
              snapshot: { delete: { daysAfterCreationGreaterThan: 31 } }
            }
          }
        }
        {
          name: 'media-cool'
          type: 'Lifecycle'
          definition: {
            filters: { blobTypes: ['blockBlob'], prefixMatch: ['media/'] }
            actions: { baseBlob: { tierToCool: { daysAfterCreationGreaterThan: 365 } } }
          }
        }
      ]
    }
  }
  dependsOn: [blobs]
}
