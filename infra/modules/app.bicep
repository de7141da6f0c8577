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

@description('The account of tables.')
param storageName string

@description('The account of films and other blobs.')
param mediaName string

@description('The account of the host: locks, timers, keys, packages.')
param hostName string

@description('The account of backups.')
param backupName string

@description('The container that the app is deployed from.')
param packages string

@description('Whether the app reaches its resources from a network of its own.')
param privateNetwork bool

@description('The subnet of the app in that network.')
param subnetId string

@description('Whether Front Door is before the site.')
param behindFrontDoor bool

@description('The id that Front Door sends with each request.')
param frontDoorId string

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

@description('The workspace of network logs.')
param auditWorkspaceId string

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

resource tables 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: storageName
}

resource media 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: mediaName
}

resource host 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: hostName
}

resource backup 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: backupName
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
    AzureWebJobsStorage__blobServiceUri: host.properties.primaryEndpoints.blob
    AzureWebJobsStorage__clientId: clientId
    AzureWebJobsStorage__credential: 'managedidentity'
    AzureWebJobsStorage__tableServiceUri: host.properties.primaryEndpoints.table
    Backups__BlobServiceUri: backup.properties.primaryEndpoints.blob
    Messages__Outlet: messages.outlet
    Messages__PerPhonePerDay: string(messages.perPhonePerDay)
    RollUpSchedule: rollUpSchedule
    Secrets__Master: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/master/${masterVersion})'
    SignIn__MessagesPerDay: string(messagesPerDay)
    SignIn__PerAddressPerMinute: '60'
    SignIn__PerPhonePerHour: '5'
    Site__Origin: siteOrigin
    Storage__BlobServiceUri: media.properties.primaryEndpoints.blob
    Storage__ClientId: clientId
    Storage__TableServiceUri: tables.properties.primaryEndpoints.table
  },
  behindFrontDoor ? { Site__FrontDoorId: frontDoorId } : {},
  toObject(
    accountOfPrefix,
    entry => 'Storage__Accounts__${entry.prefix}',
    entry => 'https://${entry.name}.table.${environment().suffixes.storage}'
  ),
  empty(messages.receiptsSecret)
    ? {}
    : { Messages__ReceiptsSecret: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/${messages.receiptsSecret}/)' },
  messages.?http == null
    ? {}
    : union(
        {
          Messages__Body: messages.http!.body
          Messages__ContentType: messages.http!.contentType
          Messages__Url: messages.http!.url
        },
        empty(messages.http!.accepted) ? {} : { Messages__Accepted: messages.http!.accepted },
        empty(messages.http!.wrongNumber) ? {} : { Messages__WrongNumber: messages.http!.wrongNumber },
        // Names of settings have letters, digits, dots and underscores only, so the name of a header is a value.
        toObject(
          map(messages.http!.headers, (header, at) => { at: at, value: header.name }),
          entry => 'Messages__Headers__${entry.at}__Name',
          entry => entry.value
        ),
        toObject(
          map(messages.http!.headers, (header, at) => { at: at, value: header.secret }),
          entry => 'Messages__Headers__${entry.at}__Value',
          entry => '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/${entry.value}/)'
        )
      ),
  empty(siteOperator.contact) ? {} : { Site__Contact: siteOperator.contact },
  empty(siteOperator.icp) ? {} : { Site__Icp: siteOperator.icp },
  empty(siteOperator.name) ? {} : { Site__Operator: siteOperator.name },
  messages.?cloud == null
    ? {}
    : union(
        {
          Messages__KeyId: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/${messages.cloud!.keyId}/)'
          Messages__KeySecret: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/${messages.cloud!.keySecret}/)'
          Messages__LongestParameter: string(messages.cloud!.longestParameter)
          Messages__SignName: messages.cloud!.signName
        },
        empty(messages.cloud!.appId) ? {} : { Messages__AppId: messages.cloud!.appId },
        empty(messages.cloud!.region) ? {} : { Messages__Region: messages.cloud!.region },
        toObject(
          items(messages.cloud!.templates),
          template => 'Messages__Templates__${template.key}',
          template => template.value
        )
      ),
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

resource farm 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: 'plan-${name}'
  location: location
  tags: tags
  kind: flex ? 'functionapp' : 'linux'
  sku: flex ? { name: 'FC1', tier: 'FlexConsumption' } : { name: size.dedicatedSku, capacity: size.dedicatedMachines }
  // zoneRedundant would keep two always-ready instances of each function group: of HTTP and of every timer.
  properties: { reserved: true }
}

resource site 'Microsoft.Web/sites@2025-03-01' = {
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
    outboundVnetRouting: privateNetwork ? { allTraffic: true } : null
    serverFarmId: farm.id
    virtualNetworkSubnetId: privateNetwork ? subnetId : null
    siteConfig: union(
      {
        ftpsState: 'Disabled'
        http20Enabled: true
        minTlsVersion: '1.2'
        scmMinTlsVersion: '1.2'
      },
      behindFrontDoor
        ? {
            ipSecurityRestrictionsDefaultAction: 'Deny'
            ipSecurityRestrictions: [
              {
                name: 'front-door'
                action: 'Allow'
                priority: 100
                tag: 'ServiceTag'
                ipAddress: 'AzureFrontDoor.Backend'
                headers: { 'x-azure-fdid': [frontDoorId] }
              }
            ]
          }
        : {},
      flex ? {} : { alwaysOn: true, healthCheckPath: '/api/health', linuxFxVersion: 'DOTNET-ISOLATED|10.0' }
    )
    functionAppConfig: flex
      ? union(
          {
            deployment: {
              storage: {
                type: 'blobContainer'
                value: '${host.properties.primaryEndpoints.blob}${packages}'
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
          },
          size.rollingUpdates ? { siteUpdateStrategy: { type: 'RollingUpdate' } } : {}
        )
      : null
  }

  resource appSettings 'config' = {
    name: 'appsettings'
    properties: settings
  }

  // Children of a site that are written at the same time disturb each other: one after another.
  resource noFtpPassword 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
    dependsOn: [appSettings]
  }

  resource noScmPassword 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
    dependsOn: [noFtpPassword]
  }
}

// All there are: which categories a function app has depends on its plan, and one that it has not is refused. None has a line for each
// request with its address; Front Door's log has.
resource audit 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'audit'
  scope: site
  properties: { workspaceId: auditWorkspaceId, logs: [{ categoryGroup: 'allLogs', enabled: true }] }
  dependsOn: [site::noScmPassword]
}

output id string = site.id
output name string = site.name
output host string = site.properties.defaultHostName
output url string = 'https://${site.properties.defaultHostName}'
