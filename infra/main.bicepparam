using './main.bicep'

import { settings as dev } from './environments/dev.bicep'
import { settings as test } from './environments/test.bicep'
import { settings as prod } from './environments/prod.bicep'

var environments = {
  dev: dev
  test: test
  prod: prod
}

// azd gives these from the environment that is selected: `azd env set <NAME> <value>`.
param environmentName = readEnvironmentVariable('AZURE_ENV_NAME')
param location = readEnvironmentVariable('AZURE_LOCATION')
param settings = environments[readEnvironmentVariable('ALLIANCE_SETTINGS', 'dev')]
param authClientId = readEnvironmentVariable('AUTH_CLIENT_ID', '')
param apiClientIds = empty(readEnvironmentVariable('API_CLIENT_IDS', ''))
  ? []
  : split(readEnvironmentVariable('API_CLIENT_IDS', ''), ',')
param mail = {
  fromAddress: readEnvironmentVariable('MAIL_FROM_ADDRESS')
  fromName: readEnvironmentVariable('MAIL_FROM_NAME', 'Alliance Agreements')
  replyToAddress: readEnvironmentVariable('MAIL_REPLY_TO', '')
  legalAddress: readEnvironmentVariable('MAIL_LEGAL_ADDRESS')
  webhookPublicKey: readEnvironmentVariable('SENDGRID_WEBHOOK_PUBLIC_KEY', '')
}
param alertAddress = readEnvironmentVariable('ALERT_ADDRESS')
param previousLinksKey = readEnvironmentVariable('LINKS_KEY_PREVIOUS', '')
param publicAddress = readEnvironmentVariable('PUBLIC_ADDRESS', '')
