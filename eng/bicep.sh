#!/usr/bin/env bash
# Checks the infrastructure, offline: formats, lints and builds every Bicep file, and evaluates what each environment would deploy into
# artifacts/infra/<environment>.json, which the tests read. A warning is an error. Needs linux-x64, for which the package feed has the
# compiler; says so elsewhere. Does nothing when nothing has changed since it last went well.
set -euo pipefail
cd "$(dirname "$0")/.."

version=0.49.2
sha256=4200806a921d2ba1ea7de78ec2e064cefe313f26f612be442e5161452af70d9d
package=azure.bicep.commandline.linux-x64
folder=artifacts/tools/bicep/$version
bicep=${BICEP:-$PWD/$folder/tools/bicep}
output=artifacts/infra

install() {
  [ "$(uname -sm)" = "Linux x86_64" ] || return 1
  mkdir -p "$folder"
  curl -fsSL --retry 3 -o "$folder/package.zip" "https://api.nuget.org/v3-flatcontainer/$package/$version/$package.$version.nupkg" || return 1
  echo "$sha256  $folder/package.zip" | sha256sum --check --quiet || { echo "The Bicep compiler is not the one that was pinned." >&2; exit 1; }
  unzip -qo "$folder/package.zip" tools/bicep -d "$folder"
  rm "$folder/package.zip"
  chmod +x "$bicep"
}

if [ -f "$output/checked" ] && [ -z "$(find infra eng/bicep.sh -newer "$output/checked" -print -quit)" ]; then
  cat "$output/checked"
  exit 0
fi
rm -rf "$output" && mkdir -p "$output"
if [ ! -x "$bicep" ] && ! install; then
  echo "Skipping the check of the infrastructure: the Bicep compiler could not be had (the package feed has it for linux-x64)."
  exit 0
fi

set -a
. infra/check.env
AZURE_ENV_NAME=check
set +a
subscription=(--tenant-id 00000000-0000-0000-0000-000000000001 --subscription-id 00000000-0000-0000-0000-000000000002)
run() { "$bicep" "$@" >>"$output/messages.log" 2>&1 || failed=1; }
failed=

run lint --pattern 'infra/**/*.bicep'
run lint --pattern 'infra/**/*.bicepparam'
cp -r infra "$output/formatted"
run format --pattern "$output/formatted/**/*.bicep*"
diff -r infra "$output/formatted" >>"$output/messages.log" || echo "(The above is what bicep format would change.)" >>"$output/messages.log"
run build infra/main.bicep --outfile "$output/main.json"
run build infra/secrets.bicep --outfile "$output/secrets.json"
environments=$(find infra/environments -name '*.bicep' -exec basename {} .bicep \; | sort)
for environment in $environments; do
  ALLIANCE_SETTINGS=$environment run snapshot infra/main.bicepparam --mode overwrite "${subscription[@]}" --location westeurope
  [ ! -f infra/main.snapshot.json ] || mv infra/main.snapshot.json "$output/$environment.json"
done

# Linting ends well with warnings; none is let through.
if [ -n "$failed" ] || [ -s "$output/messages.log" ]; then
  sort -u "$output/messages.log"
  exit 1
fi
echo "The infrastructure lints, builds and evaluates without a warning, for" $environments >"$output/checked"
cat "$output/checked"
