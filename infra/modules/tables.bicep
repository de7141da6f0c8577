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

// functions/Storage/CreateStorage.cs has the same; a test compares.
var tables = [
  'Audit'
  'Campaigns'
  'Contests'
  'Documents'
  'Erasures'
  'Grants'
  'Inbox'
  'Ledger'
  'LocalMessages'
  'Notices'
  'People'
  'Phones'
  'Publicists'
  'QuestionBanks'
  'Results'
  'SignIn'
  'Stations'
  'Statistics'
  'Trainings'
  'VideoLists'
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
    zones: { table: reachedFrom.tableZoneId }
    auditWorkspaceId: auditWorkspaceId
    // Only the app reads and writes tables, millions of times a day; a deletion is worth knowing of.
    tableCategories: ['StorageDelete']
  }
}

resource tableService 'Microsoft.Storage/storageAccounts/tableServices@2025-06-01' = {
  name: '${name}/default'
  dependsOn: [account]
}

resource table 'Microsoft.Storage/storageAccounts/tableServices/tables@2025-06-01' = [
  for table in tables: {
    parent: tableService
    name: table
  }
]
