#!/usr/bin/env bash
# Prints the solution that can be built here. AllianceAgreements.sln needs the Azure Functions packages; where the
# package feed lacks them, AllianceAgreements.Local.slnf holds everything else. With --why, prints the reason instead.
set -euo pipefail
cd "$(dirname "$0")/.."

choice=artifacts/solution
mkdir -p artifacts
if [ "${1:-}" != --why ]; then
  if dotnet restore src/AllianceAgreements.Functions -v quiet >artifacts/restore-functions.log 2>&1; then
    printf 'AllianceAgreements.sln\nthe Azure Functions packages are available\n' >"$choice"
  else
    printf 'AllianceAgreements.Local.slnf\nthe package feed has no Azure Functions packages\n' >"$choice"
  fi
  sed -n 1p "$choice"
else
  sed -n 2p "$choice"
fi
