// The account of the Functions host: its locks and timers, the orchestrations' histories and queues, the app's package. All of it can
// be made anew from the records, so nothing here is versioned or kept: versions of leases and queues would only cost.

param name string
param location string
param tags object
param redundancy string
param publicNetwork bool
param packageContainer string

resource account 'Microsoft.Storage/storageAccounts@2026-06-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: {
    name: redundancy
  }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    networkAcls: {
      bypass: 'None'
      defaultAction: publicNetwork ? 'Allow' : 'Deny'
    }
    publicNetworkAccess: publicNetwork ? 'Enabled' : 'Disabled'
    supportsHttpsTrafficOnly: true
  }

  resource blobs 'blobServices' = {
    name: 'default'

    resource package 'containers' = {
      name: packageContainer
      properties: {
        publicAccess: 'None'
      }
    }
  }
}

output id string = account.id
