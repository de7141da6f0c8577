import { gateway, ledgerAccount, operatorOfSite, sizes } from '../types.bicep'

@description('The name of the function app.')
param name string

@description('The region.')
param location string

@description('Tags of every resource.')
param tags object

@description('flex or dedicated.')
param plan string

@description('How large it may become.')
param size sizes

@description('The resource id of the identity.')
param identityId string

@description('The client id of the identity.')
param clientId string

@description('The main storage account.')
param storageName string

@description('The container that the app is deployed from.')
param packages string

@description('The storage accounts of ledgers.')
param ledgerAccounts ledgerAccount[]

@description('The vault, with a slash at the end.')
param vaultUri string

@description('The current version of the master secret; empty for the newest.')
param masterVersion string

@description('The version before, while it is being rotated out; empty for none.')
param previousMasterVersion string

@description('Application Insights.')
param insightsName string

@description('Telemetry is sent with the identity.')
param telemetryByIdentity bool

@description('Phones of the administrators of the province.')
param administrators string

@description('The origin that people open the site at: links and QR codes are made from it.')
param siteOrigin string

@description('Who runs the site: its name, a contact for questions, and the number of the ICP filing, all shown to the public.')
param siteOperator operatorOfSite

@description('How messages go to phones.')
param messages gateway

@description('How many messages may be sent to phones in a day.')
param messagesPerDay int

@description('When news are folded and published.')
param rollUpSchedule string

var flex = plan == 'flex'

resource storage 'Microsoft.Storage/storageAccounts@2023-01-01' existing = {
  name: storageName
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

var accountOfPrefix = flatten(map(
  ledgerAccounts,
  account => map(account.prefixes, prefix => { prefix: prefix, name: '${storageName}${account.suffix}' })
))

// What the app reads (functions/Settings/SettingList.cs; a test compares) and what the host needs. Function keys are in the host's storage.
var settings = union(
  {
    Administrators: administrators
    APPLICATIONINSIGHTS_CONNECTION_STRING: insights.properties.ConnectionString
    AzureWebJobsDisableHomepage: 'true'
    AzureWebJobsStorage__blobServiceUri: storage.properties.primaryEndpoints.blob
    AzureWebJobsStorage__clientId: clientId
    AzureWebJobsStorage__credential: 'managedidentity'
    AzureWebJobsStorage__tableServiceUri: storage.properties.primaryEndpoints.table
    Messages__Outlet: empty(messages.url) ? 'local' : 'http'
    RollUpSchedule: rollUpSchedule
    Secrets__Master: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/master/${masterVersion})'
    SignIn__MessagesPerDay: string(messagesPerDay)
    SignIn__PerAddressPerMinute: '60'
    SignIn__PerPhonePerHour: '5'
    Site__Origin: siteOrigin
  },
  toObject(
    accountOfPrefix,
    entry => 'Storage__Accounts__${entry.prefix}',
    entry => 'https://${entry.name}.table.${environment().suffixes.storage}'
  ),
  empty(messages.url)
    ? {}
    : union(
        {
          Messages__Accepted: messages.accepted
          Messages__Body: messages.body
          Messages__ContentType: messages.contentType
          Messages__Url: messages.url
          Messages__WrongNumber: messages.wrongNumber
        },
        toObject(
          items(messages.headers),
          header => 'Messages__Headers__${header.key}',
          header => '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/${header.value}/)'
        )
      ),
  empty(siteOperator.contact) ? {} : { Site__Contact: siteOperator.contact },
  empty(siteOperator.icp) ? {} : { Site__Icp: siteOperator.icp },
  empty(siteOperator.name) ? {} : { Site__Operator: siteOperator.name },
  empty(previousMasterVersion)
    ? {}
    : { Secrets__Previous: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/master/${previousMasterVersion})' },
  telemetryByIdentity ? { APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${clientId};Authorization=AAD' } : {},
  // Flex has these in functionAppConfig and refuses them as settings.
  flex
    ? {}
    : {
        FUNCTIONS_EXTENSION_VERSION: '~4'
        FUNCTIONS_WORKER_RUNTIME: 'dotnet-isolated'
        WEBSITE_RUN_FROM_PACKAGE: '1'
      }
)

resource farm 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: 'plan-${name}'
  location: location
  tags: tags
  kind: flex ? 'functionapp' : 'linux'
  sku: flex ? { name: 'FC1', tier: 'FlexConsumption' } : { name: size.dedicatedSku, capacity: size.dedicatedMachines }
  properties: { reserved: true }
}

resource site 'Microsoft.Web/sites@2024-04-01' = {
  name: name
  location: location
  tags: union(tags, { 'azd-service-name': 'functions' })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    clientAffinityEnabled: false
    httpsOnly: true
    keyVaultReferenceIdentity: identityId
    serverFarmId: farm.id
    siteConfig: union(
      {
        ftpsState: 'Disabled'
        http20Enabled: true
        minTlsVersion: '1.2'
        scmMinTlsVersion: '1.2'
      },
      flex ? {} : { alwaysOn: true, healthCheckPath: '/api/health', linuxFxVersion: 'DOTNET-ISOLATED|10.0' }
    )
    functionAppConfig: flex
      ? {
          deployment: {
            storage: {
              type: 'blobContainer'
              value: '${storage.properties.primaryEndpoints.blob}${packages}'
              authentication: { type: 'UserAssignedIdentity', userAssignedIdentityResourceId: identityId }
            }
          }
          runtime: { name: 'dotnet-isolated', version: '10.0' }
          scaleAndConcurrency: {
            instanceMemoryMB: size.memory
            maximumInstanceCount: size.mostInstances
            alwaysReady: size.alwaysReady == 0 ? [] : [{ name: 'http', instanceCount: size.alwaysReady }]
            triggers: { http: { perInstanceConcurrency: size.concurrency } }
          }
        }
      : null
  }

  resource appSettings 'config' = {
    name: 'appsettings'
    properties: settings
  }

  resource noFtpPassword 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }

  resource noScmPassword 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }
}

output name string = site.name
output url string = 'https://${site.properties.defaultHostName}'
