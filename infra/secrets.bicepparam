using './secrets.bicep'

// From the environment, so that no secret stands on a command line or in a file.
param vaultName = readEnvironmentVariable('VAULT_NAME')
param linksKey = readEnvironmentVariable('LINKS_KEY', '')
param sendGridKey = readEnvironmentVariable('SENDGRID_KEY', '')
