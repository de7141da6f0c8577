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
    tableCategories: ['StorageDelete']
  }
}

resource tableService 'Microsoft.Storage/storageAccounts/tableServices@2025-06-01' = {
  name: '${name}/default'
  dependsOn: [account]
}

resource table 'Microsoft.Storage/storageAccounts/tableServices/tables@2025-06-01' = {
  parent: tableService
  name: 'Ledger'
}
