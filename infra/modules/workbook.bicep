@description('Names the workbook.')
param name string

@description('The region.')
param location string

@description('Tags of every resource.')
param tags object

@description('The workspace of telemetry.')
param workspaceId string

// The figures of docs/operations.md, "Which metrics are there?"; a test compares the names.
var charts = [
  { metric: 'estation.attempts', title: 'Attempts', value: 'sum(Sum)' }
  { metric: 'estation.group.size', title: 'Entries in a transaction', value: 'sum(Sum) / sum(ItemCount)' }
  { metric: 'estation.group.overtaken', title: 'Transactions decided again', value: 'sum(Sum)' }
  { metric: 'estation.fold.lag', title: 'Age of news when added (s)', value: 'max(Max)' }
  { metric: 'estation.outbox.age', title: 'Oldest news that was left (s)', value: 'max(Max)' }
  { metric: 'estation.rollups', title: 'Roll-ups', value: 'sum(Sum)' }
  { metric: 'estation.refusals', title: 'Refusals', value: 'sum(Sum)' }
  { metric: 'estation.audit.differences', title: 'Figures that differ from a recount', value: 'sum(Sum)' }
  { metric: 'estation.backups', title: 'Backups', value: 'sum(Sum)' }
  { metric: 'estation.messages.refused', title: 'Messages that the gateway refused', value: 'sum(Sum)' }
  { metric: 'estation.messages.receipts', title: 'Delivery receipts', value: 'sum(Sum)' }
  { metric: 'estation.messages.left', title: 'Messages left today (%)', value: 'min(Min)' }
]

resource workbook 'Microsoft.Insights/workbooks@2023-06-01' = {
  name: guid(resourceGroup().id, name, 'workbook')
  location: location
  tags: tags
  kind: 'shared'
  properties: {
    displayName: 'EStation ${name}'
    category: 'workbook'
    sourceId: workspaceId
    version: '1.0'
    serializedData: string({
      version: 'Notebook/1.0'
      items: map(charts, chart => {
        type: 3
        name: chart.metric
        content: {
          version: 'KqlItem/1.0'
          title: chart.title
          query: 'AppMetrics | where Name == "${chart.metric}" | summarize value = ${chart.value} by bin(TimeGenerated, 5m) | render timechart'
          size: 1
          queryType: 0
          resourceType: 'microsoft.operationalinsights/workspaces'
          timeContext: { durationMs: 86400000 }
        }
      })
      fallbackResourceIds: [workspaceId]
    })
  }
}
