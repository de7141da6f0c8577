@description('Names the profile.')
param name string

@description('The region of the identity; Front Door itself is everywhere.')
param location string

@description('Tags of every resource.')
param tags object

@description('Standard_AzureFrontDoor or Premium_AzureFrontDoor.')
param sku string

@description('How many requests an address may make in five minutes.')
param requestsPerAddress int

@description('The workspace of network logs.')
param auditWorkspaceId string

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'id-${name}-door'
  location: location
  tags: tags
}

resource profile 'Microsoft.Cdn/profiles@2025-06-01' = {
  name: 'afd-${name}'
  location: 'global'
  tags: tags
  sku: { name: sku }
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identity.id}': {} } }
  properties: { originResponseTimeoutSeconds: 60 }
}

resource firewall 'Microsoft.Network/FrontDoorWebApplicationFirewallPolicies@2025-03-01' = {
  name: 'waf${name}'
  location: 'global'
  tags: tags
  sku: { name: sku }
  properties: {
    policySettings: { enabledState: 'Enabled', mode: 'Prevention' }
    customRules: {
      rules: [
        {
          name: 'tooMany'
          priority: 1
          ruleType: 'RateLimitRule'
          action: 'Block'
          rateLimitDurationInMinutes: 5
          rateLimitThreshold: requestsPerAddress
          // Every request.
          matchConditions: [{ matchVariable: 'RequestUri', operator: 'Contains', matchValue: ['/'] }]
        }
        {
          name: 'noAdministration'
          priority: 2
          ruleType: 'MatchRule'
          action: 'Block'
          matchConditions: [
            { matchVariable: 'RequestUri', operator: 'RegEx', transforms: ['Lowercase', 'UrlDecode'], matchValue: ['://[^/]*/+(admin|runtime)(/|$)'] }
          ]
        }
      ]
    }
    managedRules: {
      managedRuleSets: sku == 'Premium_AzureFrontDoor'
        ? [{ ruleSetType: 'Microsoft_DefaultRuleSet', ruleSetVersion: '2.1', ruleSetAction: 'Block' }]
        : []
    }
  }
}

resource audit 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'audit'
  scope: profile
  properties: {
    workspaceId: auditWorkspaceId
    logs: map(['FrontDoorAccessLog', 'FrontDoorWebApplicationFirewallLog'], category => { category: category, enabled: true })
  }
}

output principalId string = identity.properties.principalId
output frontDoorId string = profile.properties.frontDoorId
output firewallId string = firewall.id
