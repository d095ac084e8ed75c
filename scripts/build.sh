#!/usr/bin/env bash
# Builds the program (default) or what is named, in Release, and notes what it was built from.
set -euo pipefail
source "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/common.sh"

command -v dotnet >/dev/null || fail "$exit_backend" \
  "The .NET 10 SDK is missing. On Debian 12 it is the package dotnet-sdk-10.0 of Microsoft's package feed:" \
  "see learn.microsoft.com/dotnet/core/install/linux-debian. Then try again."
# `dotnet --version` obeys global.json, so it fails where only older SDKs are there.
(cd "$root" && dotnet --version >/dev/null 2>&1) || fail "$exit_backend" \
  "The .NET SDK is too old: LiveStyle needs 10.0 ($(dotnet --list-sdks 2>/dev/null | cut -d' ' -f1 | tr '\n' ' ')is here)." \
  "Debian 12: the package dotnet-sdk-10.0 of Microsoft's feed, see learn.microsoft.com/dotnet/core/install/linux-debian."

target=${1:-$root/src/Cli/LiveStyle.Cli.csproj}
before=$(fingerprint)
rm -f -- "$stamp"
step "Building $(basename -- "$target" | sed 's/\.[a-z]*$//') (a minute or two)" build \
  dotnet build "$target" -c Release --nologo -v minimal || fail 1 "The build failed."
printf '%s' "$before" >"$stamp"
