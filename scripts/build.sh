#!/usr/bin/env bash
# Builds the program (default) or what is named, in Release, and notes what it was built from.
set -euo pipefail
source "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/common.sh"

require_dotnet
target=${1:-$root/src/Cli/LiveStyle.Cli.csproj}
before=$(fingerprint)
rm -f -- "$stamp"
step "Building $(basename -- "$target" | sed 's/\.[a-z]*$//') (the first time takes a few minutes)" build \
  dotnet build "$target" -c Release --nologo -v minimal || fail 1 "The build failed."
printf '%s' "$before" >"$stamp"
