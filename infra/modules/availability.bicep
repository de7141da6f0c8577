@description('Names the test.')
param name string

@description('The region.')
param location string

@description('Tags of every resource.')
param tags object

@description('Application Insights.')
param insightsId string

@description('The origin that people open the site at.')
param siteOrigin string

@description('Who is told; empty for nobody.')
param actionGroupId string

@description('Whether it runs.')
param enabled bool

resource test 'Microsoft.Insights/webtests@2022-06-15' = {
  name: '${name}-availability'
  location: location
  // Without this tag the test does not appear at Application Insights.
  tags: union(tags, { 'hidden-link:${insightsId}': 'Resource' })
  kind: 'standard'
  properties: {
    SyntheticMonitorId: '${name}-availability'
    Name: 'availability'
    Kind: 'standard'
    Enabled: enabled
    Frequency: 300
    Timeout: 30
    RetryEnabled: true
    // East Asia, Southeast Asia, Japan East, Australia East, West US
    Locations: map(
      ['apac-hk-hkn-azr', 'apac-sg-sin-azr', 'apac-jp-kaw-edge', 'emea-au-syd-edge', 'us-ca-sjc-azr'],
      place => { Id: place }
    )
    Request: { RequestUrl: '${siteOrigin}/api/health', HttpVerb: 'GET', ParseDependentRequests: false }
    ValidationRules: { ExpectedHttpStatusCode: 200, SSLCheck: true, SSLCertRemainingLifetimeCheck: 14 }
  }
}

resource unavailable 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${name}-unavailable'
  location: 'global'
  tags: tags
  properties: {
    description: 'The site does not answer from two places outside, or its certificate ends within two weeks.'
    severity: 1
    enabled: enabled
    scopes: [test.id, insightsId]
    evaluationFrequency: 'PT1M'
    windowSize: 'PT5M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.WebtestLocationAvailabilityCriteria'
      webTestId: test.id
      componentId: insightsId
      failedLocationCount: 2
    }
    actions: empty(actionGroupId) ? [] : [{ actionGroupId: actionGroupId }]
  }
}
