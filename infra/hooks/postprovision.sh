#!/bin/sh
# After provisioning: tells Entra ID where the app is and that its identity speaks for it, and makes the secrets that are not there yet.
# Doing it again changes nothing.
set -eu
cd "$(dirname "$0")/../.."

# A preview before the first deployment leaves nothing to work on.
[ -n "${FUNCTION_APP_NAME:-}" ] || exit 0

callback() { printf '%s/.auth/login/aad/callback' "${1%/}"; }

if [ "${REGISTER_APP:-true}" = true ]; then
  default="https://$(az functionapp show --name "$FUNCTION_APP_NAME" --resource-group "$AZURE_RESOURCE_GROUP" --query defaultHostName --output tsv)"
  if [ "$PUBLIC_ADDRESS_OF_APP" = "$default" ]; then
    az ad app update --id "$AUTH_CLIENT_ID" --web-redirect-uris "$(callback "$default")"
  else
    az ad app update --id "$AUTH_CLIENT_ID" --web-redirect-uris "$(callback "$default")" "$(callback "$PUBLIC_ADDRESS_OF_APP")"
  fi

  # The identity stands in for a client secret.
  if [ -z "$(az ad app federated-credential list --id "$AUTH_CLIENT_ID" --query "[?subject=='$IDENTITY_PRINCIPAL_ID'].id" --output tsv)" ]; then
    tenant=$(az account show --query tenantId --output tsv)
    printf '{"name":"app-identity","issuer":"https://login.microsoftonline.com/%s/v2.0","subject":"%s","audiences":["api://AzureADTokenExchange"]}' \
      "$tenant" "$IDENTITY_PRINCIPAL_ID" |
      az ad app federated-credential create --id "$AUTH_CLIENT_ID" --parameters @/dev/stdin --output none
  fi
fi

vault=$(az keyvault show --name "$VAULT_NAME" --resource-group "$AZURE_RESOURCE_GROUP" --query id --output tsv)
has() { az resource show --ids "$vault/secrets/$1" --output none 2>/dev/null; }

LINKS_KEY=
SENDGRID_KEY=
has links-key || LINKS_KEY=$(openssl rand -base64 32)
if ! has sendgrid-key; then
  SENDGRID_KEY=${SENDGRID_API_KEY:-}
  if [ -z "$SENDGRID_KEY" ]; then
    echo "The vault has no SendGrid key yet: run again with SENDGRID_API_KEY in the environment (not in azd's, which is a file)." >&2
    exit 1
  fi
fi
if [ -n "$LINKS_KEY$SENDGRID_KEY" ]; then
  export VAULT_NAME LINKS_KEY SENDGRID_KEY
  az deployment group create --name secrets --resource-group "$AZURE_RESOURCE_GROUP" --parameters infra/secrets.bicepparam --output none
fi

# The app asked for its secrets before they were there; it asks again now rather than within the day.
app=$(az functionapp show --name "$FUNCTION_APP_NAME" --resource-group "$AZURE_RESOURCE_GROUP" --query id --output tsv)
az rest --method post --url "$app/config/configreferences/appsettings/refresh?api-version=2022-03-01" --output none
