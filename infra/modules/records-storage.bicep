// The account of what must last: records, documents, archives, and what is small beside them. The app can neither delete nor shorten
// retention here (roles.bicep), and the containers of records and archives refuse it from everybody while their policies hold.
//
// No point-in-time restore: it restores block blobs only, not the append blobs of the records, and passes over whatever a retention
// policy protects. Versions and soft delete bring back single blobs of every kind (docs/runbook.md).

import { retentionSettings, tierSettings } from '../settings.bicep'

param name string
param location string
param tags object
param redundancy string
param publicNetwork bool
param softDeleteDays int
param retention retentionSettings
param tiers tierSettings
param deleteLock bool
param workspaceId string

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
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2026-06-01' = {
  parent: account
  name: 'default'
  properties: {
    isVersioningEnabled: true
    deleteRetentionPolicy: {
      enabled: true
      days: softDeleteDays
    }
    containerDeleteRetentionPolicy: {
      enabled: true
      days: softDeleteDays
    }
  }

  resource records 'containers' = {
    name: 'records'
    properties: {
      publicAccess: 'None'
    }

    // Entries can be appended, and nothing else: what stands in a record stays as it is until the policy has run out.
    resource policy 'immutabilityPolicies' = if (!retention.locked) {
      name: 'default'
      properties: {
        allowProtectedAppendWrites: true
        immutabilityPeriodSinceCreationInDays: retention.recordDays
      }
    }
  }

  resource archive 'containers' = {
    name: 'archive'
    properties: {
      publicAccess: 'None'
      // Retention and legal hold a file, so that one agreement can be held without the others.
      immutableStorageWithVersioning: {
        enabled: true
      }
    }

    resource policy 'immutabilityPolicies' = if (!retention.locked) {
      name: 'default'
      properties: {
        immutabilityPeriodSinceCreationInDays: retention.archiveDays
      }
    }
  }

  resource others 'containers' = [
    for container in ['documents', 'keys']: {
      name: container
      properties: {
        publicAccess: 'None'
      }
    }
  ]
}

var toArchiveTier = tiers.archiveDays < 0
  ? {}
  : {
      tierToArchive: {
        daysAfterModificationGreaterThan: tiers.archiveDays
      }
    }

resource lifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2026-06-01' = {
  parent: account
  name: 'default'
  properties: {
    policy: {
      rules: [
        {
          name: 'archives-to-cheaper-tiers'
          type: 'Lifecycle'
          definition: {
            filters: {
              blobTypes: ['blockBlob']
              prefixMatch: ['archive/']
            }
            actions: {
              baseBlob: union(
                {
                  tierToCool: {
                    daysAfterModificationGreaterThan: tiers.coolDays
                  }
                  tierToCold: {
                    daysAfterModificationGreaterThan: tiers.coldDays
                  }
                },
                toArchiveTier
              )
            }
          }
        }
        {
          // A document is read while its agreement is negotiated, and rarely after.
          name: 'documents-to-cheaper-tiers'
          type: 'Lifecycle'
          definition: {
            filters: {
              blobTypes: ['blockBlob']
              prefixMatch: ['documents/']
            }
            actions: {
              baseBlob: {
                tierToCool: {
                  daysAfterModificationGreaterThan: tiers.coolDays
                }
              }
            }
          }
        }
        {
          name: 'earlier-versions-go'
          type: 'Lifecycle'
          definition: {
            filters: {
              blobTypes: ['blockBlob']
              prefixMatch: ['documents/', 'keys/']
            }
            actions: {
              version: {
                delete: {
                  daysAfterCreationGreaterThan: tiers.oldVersionDays
                }
              }
            }
          }
        }
      ]
    }
  }
  dependsOn: [blobs]
}

// Who wrote to or deleted from the stores.
// The newest that Azure documents for these; the one that the linter asks for is older.
#disable-next-line use-recent-api-versions
resource audit 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: blobs
  name: 'audit'
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'StorageWrite'
        enabled: true
      }
      {
        category: 'StorageDelete'
        enabled: true
      }
    ]
  }
}

resource lock 'Microsoft.Authorization/locks@2020-05-01' = if (deleteLock) {
  scope: account
  name: 'records-are-kept'
  properties: {
    level: 'CanNotDelete'
    notes: 'Agreements, their records and archives. See docs/runbook.md before taking this away.'
  }
}

output id string = account.id
