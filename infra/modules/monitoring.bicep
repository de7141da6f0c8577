@description('Names the workspaces.')
param name string

@description('The name of Application Insights.')
param insightsName string

@description('The region.')
param location string

@description('Tags of every resource.')
param tags object

@description('How long telemetry is kept.')
param days int

@description('How many GB of telemetry are taken in a day; the rest is lost. 0: no limit.')
param gbPerDay int

@description('How long network and audit logs are kept. The law asks for six months.')
param auditDays int

@description('Whether data are taken only from identities that may publish.')
param byIdentity bool

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-07-01' = {
  name: 'log-${name}'
  location: location
  tags: tags
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: days
    features: { disableLocalAuth: byIdentity }
    workspaceCapping: { dailyQuotaGb: gbPerDay == 0 ? -1 : gbPerDay }
  }
}

// Apart from telemetry, whose daily limit must not cut them off.
resource audit 'Microsoft.OperationalInsights/workspaces@2025-07-01' = {
  name: 'audit-${name}'
  location: location
  tags: tags
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: auditDays
    workspaceCapping: { dailyQuotaGb: -1 }
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: insightsName
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    DisableLocalAuth: byIdentity
    DisableIpMasking: false
  }
}

output workspaceId string = workspace.id
output auditWorkspaceId string = audit.id
output insightsId string = insights.id
