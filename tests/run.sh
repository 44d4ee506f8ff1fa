#!/usr/bin/env bash
# Builds everything and runs every test: README's second command. Installs Debian's Chromium for the browser tests where it is missing.
# Ends with the line "N passed, N failed, N skipped"; the exit code is 0 only when nothing failed.
set -uo pipefail
cd "$(dirname "$0")/.."

if ! command -v chromium > /dev/null && [ -z "${CHROMIUM:-}" ]; then
  if [ "$(id -u)" = 0 ] && command -v apt-get > /dev/null; then
    echo "Installing Chromium for the browser tests ..."
    (apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium) > /dev/null 2>&1 \
      || echo "Chromium could not be installed; the browser tests are skipped."
  else
    echo "Chromium is missing (Debian: apt-get install chromium); the browser tests are skipped."
  fi
fi

log=$(mktemp)
trap 'rm -f "$log"' EXIT
dotnet build Extractor.sln -c Release -v quiet -nologo || { echo "0 passed, 1 failed, 0 skipped"; exit 1; }
# One project after the other: some tests hold how time grows, and must not fight each other for the cores.
dotnet test Extractor.sln -c Release --no-build -nologo -m:1 2>&1 | tee "$log"
outcome=${PIPESTATUS[0]}

# One line a project: "Passed!  - Failed:     0, Passed:    28, Skipped:     0, ..."
count() { grep -oE "$1: +[0-9]+" "$log" | awk '{ sum += $2 } END { print sum + 0 }'; }
passed=$(count Passed) failed=$(count Failed) skipped=$(count Skipped)
# A test process that died has no line of its own.
if [ "$outcome" != 0 ] && [ "$failed" = 0 ]; then failed=1; fi
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" = 0 ]
