// Every setting of the app: of the platform first, then the product's own, by the names its options have.

import { mailSettings } from '../settings.bicep'

param appName string
param hostAccountName string
param recordsAccountName string
param vaultName string
param identityClientId string
param insightsConnectionString string
param previousLinksKey string
param publicAddress string
param mail mailSettings

resource app 'Microsoft.Web/sites@2025-03-01' existing = {
  name: appName
}

func secretOf(vaultName string, secretName string) string =>
  '@Microsoft.KeyVault(VaultName=${vaultName};SecretName=${secretName})'

var platform = {
  APPLICATIONINSIGHTS_CONNECTION_STRING: insightsConnectionString
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
  AZURE_CLIENT_ID: identityClientId
  AzureWebJobsStorage__accountName: hostAccountName
  AzureWebJobsStorage__clientId: identityClientId
  AzureWebJobsStorage__credential: 'managedidentity'
  // The identity that App Service Authentication proves the app with, instead of a client secret.
  OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID: identityClientId
  WEBSITE_AUTH_AAD_ALLOWED_TENANTS: tenant().tenantId
}

var product = {
  Storage__AccountName: recordsAccountName
  Storage__EndpointSuffix: environment().suffixes.storage
  Links__Key: secretOf(vaultName, 'links-key')
  Mail__Provider: 'SendGrid'
  Mail__From__Address: mail.fromAddress
  Mail__From__Name: mail.fromName
  Mail__LegalAddress: mail.legalAddress
  Mail__SendGrid__ApiKey: secretOf(vaultName, 'sendgrid-key')
  Product__PublicAddress: publicAddress
}

var productWhereGiven = union(
  empty(mail.replyToAddress) ? {} : { Mail__ReplyTo: mail.replyToAddress },
  empty(previousLinksKey) ? {} : { Links__PreviousKeys__0: '@Microsoft.KeyVault(SecretUri=${previousLinksKey})' },
  empty(mail.webhookPublicKey) ? {} : { Mail__SendGrid__WebhookPublicKey: mail.webhookPublicKey }
)

resource settings 'Microsoft.Web/sites/config@2025-03-01' = {
  parent: app
  name: 'appsettings'
  properties: union(platform, product, productWhereGiven)
}
