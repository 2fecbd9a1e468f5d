targetScope = 'subscription'

import { environmentSettings, mailSettings } from './settings.bicep'

@description('The name of the environment, such as dev or prod: part of every name.')
@minLength(2)
@maxLength(20)
param environmentName string

@description('The region. It must offer Flex Consumption: `az functionapp list-flexconsumption-locations`.')
@minLength(1)
@metadata({ azd: { type: 'location' } })
param location string

@description('What differs between environments: infra/environments.')
param settings environmentSettings

@description('The application (client) id that legal teams, administrators and auditors sign in to. Empty: nobody can sign in yet.')
param authClientId string

@description('Client ids of further applications whose tokens the API takes.')
param apiClientIds string[] = []

@description('Who mails come from, and whom alerts about mails go to.')
param mail mailSettings

@description('The mailbox that alerts about the installation go to.')
@minLength(3)
param alertAddress string

@description('While the key of links is being rotated, the version of the secret that was the key before (its identifier). Empty: none.')
param previousLinksKey string = ''

@description('Where people reach the installation, such as https://agreements.example.org. Empty: the address that Azure gives the app.')
param publicAddress string = ''

var tags = {
  'azd-env-name': environmentName
  product: 'alliance-agreements'
}

// Names that are unique in the world are told apart by this; it is the same at every deployment.
var token = uniqueString(subscription().id, environmentName, location)

resource group 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: 'rg-alliance-${environmentName}'
  location: location
  tags: tags
}

module installation './installation.bicep' = {
  scope: group
  params: {
    alertAddress: alertAddress
    apiClientIds: apiClientIds
    authClientId: authClientId
    environmentName: environmentName
    location: location
    mail: mail
    previousLinksKey: previousLinksKey
    publicAddress: publicAddress
    settings: settings
    tags: tags
    token: token
  }
}

output AZURE_RESOURCE_GROUP string = group.name
output FUNCTION_APP_NAME string = installation.outputs.functionAppName
output PUBLIC_ADDRESS_OF_APP string = installation.outputs.publicAddress
output IDENTITY_PRINCIPAL_ID string = installation.outputs.identityPrincipalId
output VAULT_NAME string = installation.outputs.vaultName
output RECORDS_ACCOUNT_NAME string = installation.outputs.recordsAccountName
output HOST_ACCOUNT_NAME string = installation.outputs.hostAccountName
