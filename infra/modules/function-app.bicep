// The app on Flex Consumption, its settings, and who signs in at its front.

import { mailSettings } from '../settings.bicep'

param name string
param planName string
param location string
param tags object
param identityId string
param identityClientId string
param hostAccountName string
param recordsAccountName string
param packageContainer string
param vaultName string
param insightsConnectionString string
param instanceMemoryMB int
param maximumInstances int
param alwaysReadyInstances int
param zoneRedundant bool
param subnetId string
param authClientId string
param apiClientIds string[]
param mail mailSettings
param previousLinksKey string
param publicAddress string

resource hostAccount 'Microsoft.Storage/storageAccounts@2026-06-01' existing = {
  name: hostAccountName
}

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: planName
  location: location
  tags: tags
  kind: 'functionapp'
  sku: {
    tier: 'FlexConsumption'
    name: 'FC1'
  }
  properties: {
    reserved: true
    zoneRedundant: zoneRedundant
  }
}

resource app 'Microsoft.Web/sites@2025-03-01' = {
  name: name
  location: location
  // How azd finds where the service of azure.yaml goes.
  tags: union(tags, { 'azd-service-name': 'agreements' })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    keyVaultReferenceIdentity: identityId
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    siteConfig: {
      ftpsState: 'Disabled'
      http20Enabled: true
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
    }
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${hostAccount.properties.primaryEndpoints.blob}${packageContainer}'
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityId
          }
        }
      }
      runtime: {
        name: 'dotnet-isolated'
        version: '10.0'
      }
      scaleAndConcurrency: {
        instanceMemoryMB: instanceMemoryMB
        maximumInstanceCount: maximumInstances
        alwaysReady: alwaysReadyInstances == 0
          ? []
          : [
              {
                name: 'http'
                instanceCount: alwaysReadyInstances
              }
            ]
      }
    }
  }

  // Deployment by name and password would stand beside sign-in: there is none.
  resource noPasswords 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: {
      allow: false
    }
  }

  resource noPasswordsForFiles 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: {
      allow: false
    }
  }
}

module settings './app-settings.bicep' = {
  params: {
    appName: app.name
    hostAccountName: hostAccountName
    identityClientId: identityClientId
    insightsConnectionString: insightsConnectionString
    mail: mail
    previousLinksKey: previousLinksKey
    publicAddress: empty(publicAddress) ? 'https://${app.properties.defaultHostName}' : publicAddress
    recordsAccountName: recordsAccountName
    vaultName: vaultName
  }
}

module signIn './sign-in.bicep' = if (!empty(authClientId)) {
  params: {
    appName: app.name
    apiClientIds: apiClientIds
    clientId: authClientId
  }
  dependsOn: [settings]
}

output publicAddress string = empty(publicAddress) ? 'https://${app.properties.defaultHostName}' : publicAddress
