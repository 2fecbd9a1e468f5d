// What may differ between environments. Each environment states every value in environments/<name>.bicep.

@export()
@description('What may differ between environments.')
@sealed()
type environmentSettings = {
  @description('Memory of an instance, in MB. Drafting a long agreement in Word needs a few hundred.')
  instanceMemoryMB: 512 | 2048 | 4096

  @description('How many instances the app may grow to: the bound on its cost.')
  @minValue(1)
  @maxValue(1000)
  maximumInstances: int

  @description('Instances that are always warm, for partners who open a link after a quiet night. Each costs by the second.')
  @minValue(0)
  @maxValue(20)
  alwaysReadyInstances: int

  @description('Copies of what is kept for ever: records, documents, archives. GZRS and GRS keep some in the paired region.')
  recordRedundancy:
    | 'Standard_LRS'
    | 'Standard_ZRS'
    | 'Standard_GRS'
    | 'Standard_GZRS'
    | 'Standard_RAGRS'
    | 'Standard_RAGZRS'

  @description('Copies of what can be made anew: orchestration histories, queues, the deployment package.')
  hostRedundancy: 'Standard_LRS' | 'Standard_ZRS'

  @description('Whether the plan spreads over availability zones. Only where the region has them.')
  zoneRedundant: bool

  @description('Whether storage and vault are reached through private endpoints only, and the app through a virtual network.')
  privateNetwork: bool

  @description('How long a deleted blob, version or container can be brought back, in days.')
  @minValue(7)
  @maxValue(365)
  softDeleteDays: int

  @description('How long the stores refuse changes and deletion.')
  retention: retentionSettings

  @description('When what is rarely read moves to a cheaper tier.')
  tiers: tierSettings

  @description('How long logs and telemetry are kept, in days. Agreements are not in there.')
  @minValue(30)
  @maxValue(730)
  logRetentionDays: int

  @description('Where ingestion of telemetry stops for the day, in GB; -1 for no bound.')
  logDailyCapGb: int

  @description('Whether a deleted vault is kept from being purged. Once on, it cannot be turned off.')
  vaultPurgeProtection: bool

  @description('Whether the account of the records refuses to be deleted until somebody takes a lock away.')
  deleteLock: bool
}

@export()
@sealed()
type retentionSettings = {
  @description('How long a record refuses changes and deletion after the last entry, in days. Appending stays possible.')
  @minValue(1)
  @maxValue(146000)
  recordDays: int

  @description('How long a file of an archive refuses deletion after it was written, in days.')
  @minValue(1)
  @maxValue(146000)
  archiveDays: int

  @description('''Whether the policies have been locked, by hand (docs/runbook.md). The template cannot lock. Storage refuses a template that
  states a locked policy again, so after locking this must be true: the template then leaves the policies alone.''')
  locked: bool
}

@export()
@sealed()
type tierSettings = {
  @description('Archives move to the cool tier this many days after they were written.')
  @minValue(30)
  coolDays: int

  @description('Archives move to the cold tier this many days after they were written. It still answers at once.')
  @minValue(90)
  coldDays: int

  @description('Archives move to the archive tier, from which reading takes hours, this many days after they were written; -1: never.')
  archiveDays: int

  @description('Earlier versions of a blob go this many days after a newer one took their place, unless retention holds them.')
  @minValue(30)
  oldVersionDays: int
}

@export()
@description('Who mails come from, and whom alerts about mails go to.')
@sealed()
type mailSettings = {
  @description('The address that mails come from. SendGrid must have its domain authenticated.')
  @minLength(3)
  fromAddress: string

  @description('The name that mails come from.')
  fromName: string

  @description('Where answers go. Empty: to the sender.')
  replyToAddress: string

  @description('The legal team\'s mailbox, told of mails that could not be delivered.')
  @minLength(3)
  legalAddress: string

  @description('The key that SendGrid signs its events with: public, base64. Empty: events are not taken.')
  webhookPublicKey: string
}
