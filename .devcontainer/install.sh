#!/usr/bin/env bash
# What the container has beside .NET, Node and the Azure command lines: the Functions host, the storage emulator, a browser for the
# end-to-end test, and sqlite3 to look into data folders. With WITH_LIBREOFFICE=true also LibreOffice, to look at drafts.
set -euo pipefail
cd "$(dirname "$0")/.."

packages="chromium sqlite3 unzip"
[ "${WITH_LIBREOFFICE:-false}" = false ] || packages="$packages libreoffice-writer"
sudo apt-get update
# shellcheck disable=SC2086
sudo apt-get install -y --no-install-recommends $packages

azurite=$(sed -n 's/.*"azurite": "\(.*\)".*/\1/p' eng/test-servers/package.json)
npm install --global --no-audit --no-fund "azurite@$azurite" azure-functions-core-tools@4
dotnet restore "$(eng/solution.sh)"
