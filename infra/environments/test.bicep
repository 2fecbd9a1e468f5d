import { environmentSettings } from '../settings.bicep'

// For acceptance: shaped like production, private network included, with little redundancy and short retention.
@export()
var settings environmentSettings = {
  instanceMemoryMB: 2048
  maximumInstances: 40
  alwaysReadyInstances: 0
  recordRedundancy: 'Standard_LRS'
  hostRedundancy: 'Standard_LRS'
  zoneRedundant: false
  privateNetwork: true
  softDeleteDays: 14
  retention: {
    recordDays: 1
    archiveDays: 1
    locked: false
  }
  tiers: {
    coolDays: 30
    coldDays: 90
    archiveDays: -1
    oldVersionDays: 30
  }
  logRetentionDays: 30
  logDailyCapGb: 2
  vaultPurgeProtection: true
  deleteLock: false
}
