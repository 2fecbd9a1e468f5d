#!/usr/bin/env bash
# Builds everything that can be built here and runs every test, after installing what the tests need.
# Ends with "N passed, N failed, N skipped", counted from the result files; exits non-zero on any failure or warning.
set -uo pipefail
cd "$(dirname "$0")"

configuration=${CONFIGURATION:-Release}
results=$PWD/artifacts/test-results
rm -rf "$results" && mkdir -p "$results"

note() { printf '%s\n' "$*"; }
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi; }

solution=$(eng/solution.sh) || exit 1
note "Building $solution: $(eng/solution.sh --why)."

# The browser that the end-to-end test drives.
chromium=${CHROMIUM:-$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)}
if [ -z "$chromium" ] && command -v apt-get >/dev/null; then
  note "Installing Chromium for the browser test."
  { as_root apt-get update && as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends chromium; } \
    >"$results/apt.log" 2>&1 || note "Chromium could not be installed; see artifacts/test-results/apt.log."
  chromium=$(command -v chromium || true)
fi
if [ -n "$chromium" ]; then
  export CHROMIUM=$chromium
else
  note "Skipping the browser test: no Chromium is installed, and apt-get could not install one."
fi

# The storage emulator that the Azure adapters are tested on.
azurite=${AZURITE:-$(command -v azurite || true)}
if [ -z "$azurite" ] && command -v npm >/dev/null; then
  servers=$PWD/artifacts/servers
  azurite=$servers/node_modules/.bin/azurite
  if ! cmp -s eng/test-servers/package.json "$servers/package.json" || [ ! -x "$azurite" ]; then
    note "Installing Azurite for the tests of the Azure adapters."
    rm -rf "$servers" && mkdir -p "$servers" && cp eng/test-servers/package.json "$servers/"
    npm install --prefix "$servers" --no-audit --no-fund --no-package-lock --loglevel=error >"$results/npm.log" 2>&1 \
      || { note "Azurite could not be installed; see artifacts/test-results/npm.log."; azurite=; }
  fi
fi
if [ -n "$azurite" ]; then
  export AZURITE=$azurite
else
  note "Skipping the tests on Azurite: it is not installed, and npm could not install it."
fi

# What the templates would deploy, for the tests of the infrastructure.
eng/bicep.sh || exit 1

dotnet build "$solution" --configuration "$configuration" --nologo -v quiet || exit 1

dotnet test --solution "$solution" --configuration "$configuration" --no-build \
  --results-directory "$results" --report-xunit-trx --timeout 20m
status=$?

count() { sed -n "s/.*<Counters [^>]*\b$1=\"\([0-9]*\)\".*/\1/p" "$results"/*.trx 2>/dev/null | awk '{ n += $1 } END { print n + 0 }'; }
total=$(count total) passed=$(count passed) failed=$(count failed)
skipped=$((total - passed - failed))
if [ "$total" = 0 ]; then
  note "No test ran."
  exit 1
fi
if [ "$status" -ne 0 ] && [ "$failed" = 0 ]; then
  note "The test run ended with exit code $status though no test failed."
fi
[ "$skipped" -gt 0 ] && eng/skipped.sh "$results"
note "$passed passed, $failed failed, $skipped skipped"
[ "$status" -eq 0 ] && [ "$failed" = 0 ]
