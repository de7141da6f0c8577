@description('The Front Door profile.')
param profileName string

@description('The domain that people open.')
param domain string

@description('The name of the certificate in the vault.')
param certificate string

@description('The vault.')
param vaultName string

@description('The host of the function app.')
param siteHost string

@description('The firewall.')
param firewallId string

resource profile 'Microsoft.Cdn/profiles@2025-06-01' existing = {
  name: profileName
}

resource vault 'Microsoft.KeyVault/vaults@2025-05-01' existing = {
  name: vaultName

  resource certificateSecret 'secrets' existing = {
    name: certificate
  }
}

resource own 'Microsoft.Cdn/profiles/secrets@2025-06-01' = {
  parent: profile
  name: 'certificate'
  properties: {
    parameters: { type: 'CustomerCertificate', useLatestVersion: true, secretSource: { id: vault::certificateSecret.id } }
  }
}

resource custom 'Microsoft.Cdn/profiles/customDomains@2025-06-01' = {
  parent: profile
  name: replace(domain, '.', '-')
  properties: {
    hostName: domain
    tlsSettings: { certificateType: 'CustomerCertificate', minimumTlsVersion: 'TLS12', secret: { id: own.id } }
  }
}

resource endpoint 'Microsoft.Cdn/profiles/afdEndpoints@2025-06-01' = {
  parent: profile
  name: 'site-${uniqueString(profile.id)}'
  location: 'global'
  properties: { enabledState: 'Enabled' }
}

resource origins 'Microsoft.Cdn/profiles/originGroups@2025-06-01' = {
  parent: profile
  name: 'site'
  properties: {
    loadBalancingSettings: { sampleSize: 4, successfulSamplesRequired: 3 }
    healthProbeSettings: { probePath: '/api/health', probeProtocol: 'Https', probeRequestType: 'GET', probeIntervalInSeconds: 100 }
  }

  resource site 'origins' = {
    name: 'site'
    properties: { hostName: siteHost, originHostHeader: siteHost, httpsPort: 443, enforceCertificateNameCheck: true }
  }
}

// No caching at the edge: answers say themselves what phones may keep, and many are one person's.
resource route 'Microsoft.Cdn/profiles/afdEndpoints/routes@2025-06-01' = {
  parent: endpoint
  name: 'site'
  properties: {
    originGroup: { id: origins.id }
    customDomains: [{ id: custom.id }]
    supportedProtocols: ['Http', 'Https']
    patternsToMatch: ['/*']
    forwardingProtocol: 'HttpsOnly'
    httpsRedirect: 'Enabled'
    linkToDefaultDomain: 'Disabled'
  }
  dependsOn: [origins::site]
}

resource guard 'Microsoft.Cdn/profiles/securityPolicies@2025-06-01' = {
  parent: profile
  name: 'firewall'
  properties: {
    parameters: {
      type: 'WebApplicationFirewall'
      wafPolicy: { id: firewallId }
      associations: [{ domains: [{ id: custom.id }], patternsToMatch: ['/*'] }]
    }
  }
}

output host string = endpoint.properties.hostName
