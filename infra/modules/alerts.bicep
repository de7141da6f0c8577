@description('Names the alerts.')
param name string

@description('The region.')
param location string

@description('Tags of every resource.')
param tags object

@description('Where metrics and requests are logged.')
param workspaceId string

@description('The storage accounts.')
param storageNames string[]

@description('Who is told. Empty: nobody.')
param mail string

@description('Whether they watch.')
param enabled bool

// What each means and what to do: docs/operations.md. The metrics are the app's (functions/Telemetry/Measures.cs); a test compares the
// names.
var queries = [
  {
    name: 'fold-lag'
    says: 'News were older than five minutes when they were added in: boards and statistics are behind.'
    severity: 2
    query: 'AppMetrics | where Name == "estation.fold.lag" | summarize value = max(Max)'
    operator: 'GreaterThan'
    threshold: 300
  }
  {
    name: 'outbox-age'
    says: 'A county has news older than ten minutes that folding has left.'
    severity: 1
    query: 'AppMetrics | where Name == "estation.outbox.age" | summarize value = max(Max)'
    operator: 'GreaterThan'
    threshold: 600
  }
  {
    name: 'roll-up-silent'
    says: 'For ten minutes no roll-up has finished without a failure.'
    severity: 1
    query: 'AppMetrics | where Name == "estation.rollups" | summarize value = sum(Sum)'
    operator: 'LessThan'
    threshold: 1
  }
  {
    name: 'audit-difference'
    says: 'The audit found totals that differ from a recount of the records.'
    severity: 1
    query: 'AppMetrics | where Name == "estation.audit.differences" | summarize value = sum(Sum)'
    operator: 'GreaterThan'
    threshold: 0
  }
  {
    name: 'messages-refused'
    says: 'The SMS gateway refuses messages for the account, a template, the signature or the address: nobody gets codes or notices.'
    severity: 1
    query: 'AppMetrics | where Name == "estation.messages.refused" | summarize value = sum(Sum)'
    operator: 'GreaterThan'
    threshold: 0
  }
  {
    name: 'failures'
    says: 'More than 2 % of requests were answered with 5xx (of at least 100).'
    severity: 2
    query: 'AppRequests | summarize total = sum(ItemCount), failed = sumif(ItemCount, ResultCode startswith "5") | extend value = iff(total < 100, 0.0, 100.0 * failed / total) | project value'
    operator: 'GreaterThan'
    threshold: 2
  }
]

resource told 'Microsoft.Insights/actionGroups@2023-01-01' = if (!empty(mail)) {
  name: 'ag-${name}'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'estation'
    enabled: true
    emailReceivers: [{ name: 'on duty', emailAddress: mail, useCommonAlertSchema: true }]
  }
}

resource alert 'Microsoft.Insights/scheduledQueryRules@2022-06-15' = [
  for query in queries: {
    name: '${name}-${query.name}'
    location: location
    tags: tags
    properties: {
      displayName: query.name
      description: query.says
      severity: query.severity
      enabled: enabled
      scopes: [workspaceId]
      evaluationFrequency: 'PT5M'
      windowSize: 'PT10M'
      criteria: {
        allOf: [
          {
            query: query.query
            timeAggregation: 'Maximum'
            metricMeasureColumn: 'value'
            operator: query.operator
            threshold: query.threshold
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
          }
        ]
      }
      actions: empty(mail) ? null : { actionGroups: [told.id] }
    }
  }
]

resource throttled 'Microsoft.Insights/metricAlerts@2018-03-01' = [
  for storage in storageNames: {
    name: '${name}-throttled-${storage}'
    location: 'global'
    tags: tags
    properties: {
      description: 'Storage refuses requests because there are too many: spread counties over further accounts.'
      severity: 2
      enabled: enabled
      scopes: [resourceId('Microsoft.Storage/storageAccounts', storage)]
      evaluationFrequency: 'PT1M'
      windowSize: 'PT5M'
      criteria: {
        'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
        allOf: [
          {
            criterionType: 'StaticThresholdCriterion'
            name: 'throttled'
            metricNamespace: 'Microsoft.Storage/storageAccounts'
            metricName: 'Transactions'
            dimensions: [
              {
                name: 'ResponseType'
                operator: 'Include'
                values: ['ClientAccountRequestThrottlingError', 'ClientThrottlingError', 'ServerBusyError']
              }
            ]
            operator: 'GreaterThan'
            threshold: 50
            timeAggregation: 'Total'
          }
        ]
      }
      actions: empty(mail) ? [] : [{ actionGroupId: told.id }]
    }
  }
]
