// The secrets that the app's settings point to. Deployed on its own (infra/hooks/postprovision.sh, docs/runbook.md), so that deploying
// the installation again needs no secret and changes none. An empty value leaves a secret as it is.

@description('The vault, made by main.bicep.')
param vaultName string

@description('The key that partners\' links are signed with: base64 of 32 random bytes (openssl rand -base64 32).')
@secure()
param linksKey string

@description('The SendGrid API key, of the permission Mail Send alone.')
@secure()
param sendGridKey string

resource vault 'Microsoft.KeyVault/vaults@2026-05-15' existing = {
  name: vaultName

  resource links 'secrets' = if (!empty(linksKey)) {
    name: 'links-key'
    properties: {
      contentType: 'base64 of 32 bytes'
      value: linksKey
    }
  }

  resource sendGrid 'secrets' = if (!empty(sendGridKey)) {
    name: 'sendgrid-key'
    properties: {
      contentType: 'SendGrid API key'
      value: sendGridKey
    }
  }
}
