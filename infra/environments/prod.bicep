import { environmentSettings } from '../settings.bicep'

// Ten years, from the last entry of a record and from the writing of an archive. Counsel decides: an alliance's agreements outlive
// their term by the longest limitation period that applies, and some rules of the field ask for more.
@export()
var settings environmentSettings = {
  instanceMemoryMB: 2048
  maximumInstances: 100
  alwaysReadyInstances: 1
  recordRedundancy: 'Standard_GZRS'
  hostRedundancy: 'Standard_ZRS'
  zoneRedundant: true
  privateNetwork: true
  softDeleteDays: 90
  retention: {
    recordDays: 3653
    archiveDays: 3653
    locked: false
  }
  tiers: {
    coolDays: 90
    coldDays: 365
    archiveDays: -1
    oldVersionDays: 365
  }
  logRetentionDays: 90
  logDailyCapGb: 10
  vaultPurgeProtection: true
  deleteLock: true
}
