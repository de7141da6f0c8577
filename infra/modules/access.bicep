import { grant } from '../types.bicep'

@description('The vault.')
param vaultName string

@description('Application Insights.')
param insightsName string

@description('What the app may do with each storage account.')
param grants grant[]

@description('The identity of the app.')
param principalId string

@description('The identity of Front Door; empty without one.')
param doorPrincipalId string

@description('Who adds secrets and certificates by hand. Empty: nobody.')
param operatorPrincipalId string

@description('What that principal is.')
param operatorPrincipalType string

// Key Vault Secrets User, Key Vault Secrets Officer, Key Vault Certificates Officer, Monitoring Metrics Publisher. scripts/deployer allows
// those who deploy to assign these and the roles of storage alone; a test compares.
var secretsUser = '4633458b-17de-408a-b874-0445c86b69e6'
var secretsOfficer = 'b86a8fe4-44ce-4948-aee5-eccb2c155cd7'
var certificatesOfficer = 'a4417e6f-fecd-4de8-b567-7b0420556985'
var publisher = '3913510d-42f4-4e42-8a64-420c390055eb'

resource vault 'Microsoft.KeyVault/vaults@2025-05-01' existing = {
  name: vaultName
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

// An identity that was made anew has another principal, and an assignment cannot be given to another: its name says whose it is. All are in
// this module, because what-if looks no further into a module with such names.
module toStorage 'grant.bicep' = [
  for grant in grants: {
    name: 'access-${grant.account}'
    params: { account: grant.account, roles: grant.roles, principalId: principalId }
  }
]

resource mayPublish 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(insights.id, principalId, publisher)
  scope: insights
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', publisher)
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}

resource mayRead 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, principalId, secretsUser)
  scope: vault
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', secretsUser)
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}

// A certificate is read as a secret.
resource doorMayRead 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(doorPrincipalId)) {
  name: guid(vault.id, doorPrincipalId, secretsUser)
  scope: vault
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', secretsUser)
    principalId: doorPrincipalId
    principalType: 'ServicePrincipal'
  }
}

resource operatorMay 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in empty(operatorPrincipalId) ? [] : [secretsOfficer, certificatesOfficer]: {
    name: guid(vault.id, operatorPrincipalId, role)
    scope: vault
    properties: {
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
      principalId: operatorPrincipalId
      principalType: operatorPrincipalType
    }
  }
]
