// Everything of one environment, in one resource group.

import { environmentSettings, mailSettings } from './settings.bicep'

param environmentName string
param location string
param tags object
param token string
param settings environmentSettings
param authClientId string
param apiClientIds string[]
param mail mailSettings
param alertAddress string
param previousLinksKey string
param publicAddress string

// Names are said here and not taken from what modules give back, so that `azd provision --preview` can tell beforehand what would change.
var names = {
  app: 'func-alliance-${token}'
  hostAccount: 'sthost${token}'
  identity: 'id-alliance-${environmentName}'
  insights: 'appi-alliance-${environmentName}'
  recordsAccount: 'strec${token}'
  vault: 'kv-${token}'
}

// Where the host takes the app's package from.
var packageContainer = 'app-package'

module identity './modules/identity.bicep' = {
  params: {
    location: location
    name: names.identity
    tags: tags
  }
}

module monitoring './modules/monitoring.bicep' = {
  params: {
    dailyCapGb: settings.logDailyCapGb
    environmentName: environmentName
    insightsName: names.insights
    location: location
    retentionDays: settings.logRetentionDays
    tags: tags
  }
}

module network './modules/network.bicep' = if (settings.privateNetwork) {
  params: {
    location: location
    name: 'vnet-alliance-${environmentName}'
    tags: tags
  }
}

module host './modules/host-storage.bicep' = {
  params: {
    location: location
    name: names.hostAccount
    packageContainer: packageContainer
    publicNetwork: !settings.privateNetwork
    redundancy: settings.hostRedundancy
    tags: tags
  }
}

module records './modules/records-storage.bicep' = {
  params: {
    deleteLock: settings.deleteLock
    location: location
    name: names.recordsAccount
    publicNetwork: !settings.privateNetwork
    redundancy: settings.recordRedundancy
    retention: settings.retention
    softDeleteDays: settings.softDeleteDays
    tags: tags
    tiers: settings.tiers
    workspaceId: monitoring.outputs.workspaceId
  }
}

module vault './modules/vault.bicep' = {
  params: {
    location: location
    name: names.vault
    publicNetwork: !settings.privateNetwork
    purgeProtection: settings.vaultPurgeProtection
    softDeleteDays: min(settings.softDeleteDays, 90)
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
  }
}

module roles './modules/roles.bicep' = {
  params: {
    hostAccountName: names.hostAccount
    identityName: names.identity
    insightsName: names.insights
    recordsAccountName: names.recordsAccount
    vaultName: names.vault
  }
  dependsOn: [host, identity, monitoring, records, vault]
}

module endpoints './modules/private-endpoints.bicep' = if (settings.privateNetwork) {
  params: {
    hostAccountId: host.outputs.id
    location: location
    networkId: network!.outputs.id
    recordsAccountId: records.outputs.id
    subnetId: network!.outputs.endpointsSubnetId
    tags: tags
    vaultId: vault.outputs.id
  }
}

module app './modules/function-app.bicep' = {
  params: {
    alwaysReadyInstances: settings.alwaysReadyInstances
    apiClientIds: apiClientIds
    authClientId: authClientId
    hostAccountName: names.hostAccount
    identityClientId: identity.outputs.clientId
    identityId: identity.outputs.id
    insightsConnectionString: monitoring.outputs.connectionString
    instanceMemoryMB: settings.instanceMemoryMB
    location: location
    mail: mail
    maximumInstances: settings.maximumInstances
    name: names.app
    packageContainer: packageContainer
    planName: 'plan-alliance-${environmentName}'
    previousLinksKey: previousLinksKey
    publicAddress: publicAddress
    recordsAccountName: names.recordsAccount
    subnetId: settings.privateNetwork ? network!.outputs.appSubnetId : ''
    tags: tags
    vaultName: names.vault
    zoneRedundant: settings.zoneRedundant
  }
  // The host reads its storage and the app its secrets as soon as it starts.
  dependsOn: [roles, endpoints]
}

module alerts './modules/alerts.bicep' = {
  params: {
    address: alertAddress
    environmentName: environmentName
    hostAccountId: host.outputs.id
    location: location
    mailEventsExpected: !empty(mail.webhookPublicKey)
    recordsAccountId: records.outputs.id
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
  }
}

module dashboard './modules/dashboard.bicep' = {
  params: {
    environmentName: environmentName
    location: location
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
  }
}

output functionAppName string = names.app
output publicAddress string = app.outputs.publicAddress
output identityPrincipalId string = identity.outputs.principalId
output vaultName string = names.vault
output recordsAccountName string = names.recordsAccount
output hostAccountName string = names.hostAccount
