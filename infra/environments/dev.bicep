import { environmentSettings } from '../settings.bicep'

// For developers: cheap, open to the internet behind sign-in, short retention so that it can be thrown away.
@export()
var settings environmentSettings = {
  instanceMemoryMB: 2048
  maximumInstances: 40
  alwaysReadyInstances: 0
  recordRedundancy: 'Standard_LRS'
  hostRedundancy: 'Standard_LRS'
  zoneRedundant: false
  privateNetwork: false
  softDeleteDays: 7
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
  logDailyCapGb: 1
  vaultPurgeProtection: false
  deleteLock: false
}
