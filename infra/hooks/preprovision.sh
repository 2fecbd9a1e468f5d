#!/bin/sh
# Before provisioning: says what is missing, and registers the application that people sign in to, once.
# With REGISTER_APP=false the registration is somebody else's (docs/deploy.md): AUTH_CLIENT_ID says which it is.
set -eu
cd "$(dirname "$0")/../.."

missing=
need() {
  eval "value=\${$1:-}"
  [ -n "$value" ] || missing="$missing
  azd env set $1 $2"
}
need MAIL_FROM_ADDRESS "agreements@your-domain     # mails come from it; SendGrid has the domain authenticated"
need MAIL_LEGAL_ADDRESS "legal@your-domain         # told of mails that could not be delivered"
need ALERT_ADDRESS "operations@your-domain         # told when something is wrong with the installation"
if [ -n "$missing" ]; then
  echo "These are needed first:$missing" >&2
  exit 1
fi

case ${ALLIANCE_SETTINGS:-dev} in
  dev | test | prod) ;;
  *)
    echo "ALLIANCE_SETTINGS is '$ALLIANCE_SETTINGS' and must be dev, test or prod (infra/environments)." >&2
    exit 1
    ;;
esac

if ! az account show --output none 2>/dev/null; then
  echo "Sign in first: az login (and azd auth login)." >&2
  exit 1
fi

if [ "${REGISTER_APP:-true}" != true ] || [ -n "${AUTH_CLIENT_ID:-}" ]; then
  exit 0
fi

echo "Registering 'Alliance Agreements ($AZURE_ENV_NAME)' in Entra ID."
client=$(az ad app create --display-name "Alliance Agreements ($AZURE_ENV_NAME)" --sign-in-audience AzureADMyOrg \
  --enable-id-token-issuance true --app-roles @infra/app-roles.json --query appId --output tsv)
azd env set AUTH_CLIENT_ID "$client"
az ad app update --id "$client" --identifier-uris "api://$client" --set api.requestedAccessTokenVersion=2
# Roles are given to people in the enterprise application.
az ad sp create --id "$client" --output none
