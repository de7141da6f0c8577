@description('Names the alerts.')
param name string

@description('The region.')
param location string

@description('Tags of every resource.')
param tags object

@description('Where metrics and requests are logged.')
param workspaceId string

@description('The function app.')
param siteId string

@description('The storage accounts.')
param storageNames string[]

@description('Who is told. Empty: nobody.')
param mail string

@description('Whether they watch.')
param enabled bool

// A table that nothing was sent to does not exist: a query of it alone would fail.
var appMetrics = 'union isfuzzy=true AppMetrics, (datatable(Name: string, Sum: real, Min: real, Max: real, Properties: dynamic)[])'
var appRequests = 'union isfuzzy=true AppRequests, (datatable(ItemCount: int, ResultCode: string)[])'

// What each means and what to do: docs/operations.md. The metrics are the app's (functions/Telemetry/Measures.cs); a test compares the
// names.
var queries = [
  {
    name: 'fold-lag'
    says: 'News were older than five minutes when they were added in: boards and statistics are behind.'
    severity: 2
    query: '${appMetrics} | where Name == "estation.fold.lag" | summarize value = max(Max)'
    operator: 'GreaterThan'
    threshold: 300
  }
  {
    name: 'outbox-age'
    says: 'A county has news older than ten minutes that folding has left.'
    severity: 1
    query: '${appMetrics} | where Name == "estation.outbox.age" | summarize value = max(Max)'
    operator: 'GreaterThan'
    threshold: 600
  }
  {
    name: 'roll-up-silent'
    says: 'For ten minutes no roll-up has finished without a failure.'
    severity: 1
    query: '${appMetrics} | where Name == "estation.rollups" | summarize value = sum(Sum)'
    operator: 'LessThan'
    threshold: 1
  }
  {
    name: 'audit-difference'
    says: 'The audit found totals that differ from a recount of the records.'
    severity: 1
    query: '${appMetrics} | where Name == "estation.audit.differences" | summarize value = sum(Sum)'
    operator: 'GreaterThan'
    threshold: 0
  }
  {
    name: 'messages-refused'
    says: 'The SMS gateway refuses messages for the account, a template, the signature or the address: nobody gets codes or notices.'
    severity: 1
    query: '${appMetrics} | where Name == "estation.messages.refused" | summarize value = sum(Sum)'
    operator: 'GreaterThan'
    threshold: 0
  }
  {
    name: 'failures'
    says: 'More than 2 % of requests were answered with 5xx (of at least 100).'
    severity: 2
    query: '${appRequests} | summarize total = sum(ItemCount), failed = sumif(ItemCount, ResultCode startswith "5") | extend value = iff(total < 100, 0.0, 100.0 * failed / total) | project value'
    operator: 'GreaterThan'
    threshold: 2
  }
  {
    name: 'backup-missing'
    says: 'For a day no backup of the tables has become whole.'
    severity: 2
    query: '${appMetrics} | where Name == "estation.backups" | summarize value = sum(Sum)'
    operator: 'LessThan'
    threshold: 1
    window: 'P1D'
  }
  {
    name: 'messages-low'
    says: 'Less than a fifth of the day\'s messages is left: then only phones that are known get codes, then nobody.'
    severity: 2
    query: '${appMetrics} | where Name == "estation.messages.left" | summarize value = min(Min)'
    operator: 'LessThan'
    threshold: 20
  }
  {
    name: 'refusals-jump'
    says: 'In ten minutes more than 2000 requests were refused for limits or rights: a client that is broken, or an attack.'
    severity: 2
    query: '${appMetrics} | where Name == "estation.refusals" | summarize value = sum(Sum)'
    operator: 'GreaterThan'
    threshold: 2000
  }
]

// Most look at ten minutes.
var rules = map(queries, query => union({ window: 'PT10M' }, query))

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

resource alert 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for query in rules: {
    name: '${name}-${query.name}'
    location: location
    tags: tags
    properties: {
      displayName: query.name
      description: query.says
      severity: query.severity
      enabled: enabled
      scopes: [workspaceId]
      // On a new workspace the tables are not there before the first telemetry.
      skipQueryValidation: true
      evaluationFrequency: query.window == 'PT10M' ? 'PT5M' : 'PT1H'
      windowSize: query.window
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

resource platformErrors 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${name}-http-5xx'
  location: 'global'
  tags: tags
  properties: {
    description: 'The platform answers with 5xx, also when the app cannot send telemetry or does not start.'
    severity: 1
    enabled: enabled
    scopes: [siteId]
    evaluationFrequency: 'PT1M'
    windowSize: 'PT5M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'http-5xx'
          metricNamespace: 'Microsoft.Web/sites'
          metricName: 'Http5xx'
          operator: 'GreaterThan'
          threshold: 50
          timeAggregation: 'Total'
          skipMetricValidation: true
        }
      ]
    }
    actions: empty(mail) ? [] : [{ actionGroupId: told.id }]
  }
}

output actionGroupId string = empty(mail) ? '' : told.id
