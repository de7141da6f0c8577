@description('Names the network.')
param name string

@description('The region.')
param location string

@description('Tags of every resource.')
param tags object

@description('The private DNS zones: blob, table, vault.')
param zoneNames string[]

@description('Flex Consumption: its instances are in another kind of environment than those of a dedicated plan.')
param flex bool

// The app's way to the internet (gateway of messages, telemetry), with one address that a gateway may ask to know.
resource address 'Microsoft.Network/publicIPAddresses@2024-05-01' = {
  name: 'ip-${name}'
  location: location
  tags: tags
  sku: { name: 'Standard' }
  properties: { publicIPAllocationMethod: 'Static' }
}

resource gate 'Microsoft.Network/natGateways@2024-05-01' = {
  name: 'nat-${name}'
  location: location
  tags: tags
  sku: { name: 'Standard' }
  properties: { publicIpAddresses: [{ id: address.id }] }
}

resource network 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'vnet-${name}'
  location: location
  tags: tags
  properties: {
    addressSpace: { addressPrefixes: ['10.90.0.0/24'] }
    // In the network itself: subnets of their own would be written beside it, and one after another.
    subnets: [
      {
        name: 'app'
        properties: {
          addressPrefix: '10.90.0.0/25'
          natGateway: { id: gate.id }
          delegations: [
            { name: 'app', properties: { serviceName: flex ? 'Microsoft.App/environments' : 'Microsoft.Web/serverFarms' } }
          ]
        }
      }
      {
        name: 'endpoints'
        properties: { addressPrefix: '10.90.0.128/26', privateEndpointNetworkPolicies: 'Disabled' }
      }
    ]
  }
}

resource zones 'Microsoft.Network/privateDnsZones@2024-06-01' = [
  for zone in zoneNames: {
    name: zone
    location: 'global'
    tags: tags
  }
]

resource links 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = [
  for (zone, at) in zoneNames: {
    parent: zones[at]
    name: 'vnet-${name}'
    location: 'global'
    tags: tags
    properties: { registrationEnabled: false, virtualNetwork: { id: network.id } }
  }
]
