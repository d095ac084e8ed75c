#!/usr/bin/env bash
# Builds the program (default) or what is named, in Release, compiles the program ahead, and notes what it was built from.
set -euo pipefail
source "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/common.sh"

require_dotnet
cli=$root/src/Cli/LiveStyle.Cli.csproj
target=${1:-$cli}
before=$(fingerprint)
rm -f -- "$stamp"
# One compiler that stays warm from project to project: starting one for each costs as much again. It ends with the build.
code=0
step "Building $(basename -- "$target" | sed 's/\.[a-z]*$//') (the first time takes a few minutes)" build \
  dotnet build "$target" -c Release --nologo -v minimal -p:UseSharedCompilation=true || code=$?
dotnet build-server shutdown --vbcscompiler >/dev/null 2>&1 || true
[[ $code -eq 0 ]] || fail 1 "The build failed."
step "Compiling ahead" publish dotnet publish "$cli" -c Release --nologo -v minimal --no-build || fail 1 "Compiling ahead failed."
printf '%s' "$before" >"$stamp"
