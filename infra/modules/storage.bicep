@description('The name of the account.')
param name string

@description('The region.')
param location string

@description('Tags of every resource.')
param tags object

@description('How the data are copied.')
param redundancy string

@description('The only origin whose pages may talk to the blobs.')
param siteOrigin string

@description('The container that the app is deployed from.')
param packages string

@description('The identity of the app.')
param principalId string

// functions/Storage/CreateStorage.cs has the same; a test compares.
var tables = [
  'Audit'
  'Campaigns'
  'Contests'
  'Documents'
  'Erasures'
  'Grants'
  'Ledger'
  'Inbox'
  'LocalMessages'
  'Notices'
  'People'
  'Phones'
  'Publicists'
  'QuestionBanks'
  'SignIn'
  'Stations'
  'Statistics'
  'Trainings'
  'VideoLists'
]
var containers = [
  'held'
  'media'
  'reference'
  'uploads'
]

// Storage Blob Data Owner: the host's leases, and user delegation keys. Storage Table Data Contributor: records, and the host's own events.
var roles = ['b7e6dc6d-f1e8-4753-8033-0f276bb0955b', '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3']

resource account 'Microsoft.Storage/storageAccounts@2023-01-01' = {
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
    supportsHttpsTrafficOnly: true
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2023-01-01' = {
  parent: account
  name: 'default'
  properties: {
    changeFeed: { enabled: true, retentionInDays: 30 }
    containerDeleteRetentionPolicy: { enabled: true, days: 30 }
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
    deleteRetentionPolicy: { enabled: true, days: 30 }
    isVersioningEnabled: true
    // Fewer days than deleted blobs are kept, or it is refused.
    restorePolicy: { enabled: true, days: 29 }
  }
}

resource container 'Microsoft.Storage/storageAccounts/blobServices/containers@2023-01-01' = [
  for container in [...containers, packages]: {
    parent: blobs
    name: container
    properties: { publicAccess: 'None' }
  }
]

resource tableService 'Microsoft.Storage/storageAccounts/tableServices@2023-01-01' = {
  parent: account
  name: 'default'
}

resource table 'Microsoft.Storage/storageAccounts/tableServices/tables@2023-01-01' = [
  for table in tables: {
    parent: tableService
    name: table
  }
]

resource lifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2023-01-01' = {
  parent: account
  name: 'default'
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
              // Whoever may write may take snapshots, and what has any is not deleted.
              snapshot: { delete: { daysAfterCreationGreaterThan: 31 } }
              version: { delete: { daysAfterCreationGreaterThan: 1 } }
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
        {
          name: 'old-versions-go'
          type: 'Lifecycle'
          definition: {
            filters: { blobTypes: ['blockBlob'] }
            actions: { version: { delete: { daysAfterCreationGreaterThan: 30 } } }
          }
        }
      ]
    }
  }
  dependsOn: [blobs]
}

resource may 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in roles: {
    name: guid(account.id, role)
    scope: account
    properties: {
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
      principalId: principalId
      principalType: 'ServicePrincipal'
    }
  }
]
