#!/usr/bin/env bash
# Builds the program (default) or what is named, in Release, and notes what it was built from.
set -euo pipefail
source "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/common.sh"

require_dotnet
target=${1:-$root/src/Cli/LiveStyle.Cli.csproj}
before=$(fingerprint)
rm -f -- "$stamp"
# One compiler that stays warm from project to project: starting one for each costs as much again. It ends with the build.
code=0
step "Building $(basename -- "$target" | sed 's/\.[a-z]*$//') (the first time takes a few minutes)" build \
  dotnet build "$target" -c Release --nologo -v minimal -p:UseSharedCompilation=true || code=$?
dotnet build-server shutdown --vbcscompiler >/dev/null 2>&1 || true
[[ $code -eq 0 ]] || fail 1 "The build failed."
printf '%s' "$before" >"$stamp"
