// Private endpoints, and the DNS zones by which the app finds them under the public names.

param location string
param tags object
param networkId string
param subnetId string
param hostAccountId string
param recordsAccountId string
param vaultId string

var storageSuffix = environment().suffixes.storage
var zoneNames = {
  blob: 'privatelink.blob.${storageSuffix}'
  queue: 'privatelink.queue.${storageSuffix}'
  table: 'privatelink.table.${storageSuffix}'
  vault: 'privatelink.vaultcore.${replace(environment().suffixes.keyvaultDns, '.vault.', '')}'
}
var endpoints = [
  { name: 'host-blob', targetId: hostAccountId, service: 'blob' }
  { name: 'host-queue', targetId: hostAccountId, service: 'queue' }
  { name: 'host-table', targetId: hostAccountId, service: 'table' }
  { name: 'records-blob', targetId: recordsAccountId, service: 'blob' }
  { name: 'records-table', targetId: recordsAccountId, service: 'table' }
  { name: 'vault', targetId: vaultId, service: 'vault' }
]

resource zones 'Microsoft.Network/privateDnsZones@2024-06-01' = [
  for zone in items(zoneNames): {
    name: zone.value
    location: 'global'
    tags: tags
  }
]

resource links 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = [
  for (zone, index) in items(zoneNames): {
    parent: zones[index]
    name: 'alliance'
    location: 'global'
    tags: tags
    properties: {
      registrationEnabled: false
      virtualNetwork: {
        id: networkId
      }
    }
  }
]

module privateEndpoints './private-endpoint.bicep' = [
  for endpoint in endpoints: {
    params: {
      location: location
      name: endpoint.name
      service: endpoint.service
      subnetId: subnetId
      tags: tags
      targetId: endpoint.targetId
      zoneName: zoneNames[endpoint.service]
    }
    dependsOn: [links]
  }
]
