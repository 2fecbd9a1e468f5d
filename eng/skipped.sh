#!/usr/bin/env bash
# Prints each skipped test of a folder of result files with its reason.
set -euo pipefail
for file in "$1"/*.trx; do
  tr -d '\r\n' <"$file" | sed 's/<UnitTestResult /\n&/g' | sed -n '
    /outcome="NotExecuted"/ {
      s/.* testName="\([^"]*\)".*<StdOut>\([^<]*\)<\/StdOut>.*/Skipped \1: \2/
      s/.* testName="\([^"]*\)".*/Skipped \1/
      s/&lt;/</g; s/&gt;/>/g; s/&quot;/"/g; s/&apos;/'"'"'/g; s/&amp;/\&/g
      p
    }'
done
