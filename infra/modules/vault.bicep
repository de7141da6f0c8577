import { reach } from '../types.bicep'

@description('The name of the vault.')
param name string

@description('The region.')
param location string

@description('Tags of every resource.')
param tags object

@description('From where it is reached.')
param reachedFrom reach

@description('The workspace of network logs.')
param auditWorkspaceId string

resource vault 'Microsoft.KeyVault/vaults@2025-05-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    // Without the master secret nobody's phone can be looked up or read again: it must not be purged, by anybody.
    enablePurgeProtection: true
    networkAcls: {
      // Front Door reads its certificate as a trusted service.
      bypass: 'AzureServices'
      defaultAction: reachedFrom.private ? 'Deny' : 'Allow'
      ipRules: map(reachedFrom.private ? reachedFrom.operatorAddresses : [], address => { value: address })
    }
    publicNetworkAccess: reachedFrom.private && empty(reachedFrom.operatorAddresses) ? 'Disabled' : 'Enabled'
  }
}

module endpoint 'endpoint.bicep' = if (reachedFrom.private) {
  name: '${name}-vault'
  params: {
    name: '${name}-vault'
    location: location
    tags: tags
    subnetId: reachedFrom.endpointSubnetId
    zoneId: reachedFrom.vaultZoneId
    targetId: vault.id
    group: 'vault'
  }
}

resource audit 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'audit'
  scope: vault
  properties: { workspaceId: auditWorkspaceId, logs: [{ category: 'AuditEvent', enabled: true }] }
}

output name string = vault.name
output uri string = vault.properties.vaultUri
