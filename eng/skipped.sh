#!/usr/bin/env bash
# Prints each skipped test of a folder of result files with its reason.
set -euo pipefail
for file in "$1"/*.trx; do
  tr -d '\r\n' <"$file" | sed 's/<UnitTestResult /\n&/g' | sed -n 's/.*testName="\([^"]*\)".*outcome="NotExecuted".*/\1 &/p' |
    sed 's/^\([^ ]*\) .*<StdOut>\([^<]*\)<\/StdOut>.*/Skipped \1: \2/; s/^\([^ ]*\) <UnitTestResult.*/Skipped \1/'
done
