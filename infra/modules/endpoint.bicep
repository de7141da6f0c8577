@description('Names the endpoint.')
param name string

@description('The region.')
param location string

@description('Tags of every resource.')
param tags object

@description('The subnet that the endpoint gets its address from.')
param subnetId string

@description('The private DNS zone that resolves the resource\'s name to that address.')
param zoneId string

@description('The resource that is reached.')
param targetId string

@description('Which of its services: table, blob, vault.')
param group string

resource endpoint 'Microsoft.Network/privateEndpoints@2024-05-01' = {
  name: 'pe-${name}'
  location: location
  tags: tags
  properties: {
    subnet: { id: subnetId }
    privateLinkServiceConnections: [
      { name: group, properties: { privateLinkServiceId: targetId, groupIds: [group] } }
    ]
  }

  resource zones 'privateDnsZoneGroups' = {
    name: 'default'
    properties: { privateDnsZoneConfigs: [{ name: group, properties: { privateDnsZoneId: zoneId } }] }
  }
}
