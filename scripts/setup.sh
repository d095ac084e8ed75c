#!/usr/bin/env bash
# Sets the machine up and builds the program; with --tests also what the tests need. Does only what is left to do.
set -euo pipefail
source "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/common.sh"

require_dotnet
mkdir -p "$artifacts/setup"
exec 9>"$artifacts/setup/lock"
if ! flock -n 9; then
  say "Another set-up is running here; waiting for it ..."
  flock 9
fi

if [[ ${1:-} == --tests ]]; then
  "$root/scripts/install-packages.sh" "$root/scripts/packages.apt" "$root/scripts/packages-test.apt" 9>&-
  "$root/scripts/build.sh" "$root/LiveStyle.sln" 9>&-
else
  "$root/scripts/install-packages.sh" 9>&-
  is_built || "$root/scripts/build.sh" 9>&-
fi
