#!/usr/bin/env bash
# Sets the machine up and builds the program. Does only what is left to do.
set -euo pipefail
source "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/common.sh"

mkdir -p "$artifacts/setup"
exec 9>"$artifacts/setup/lock"
if ! flock -n 9; then
  say "Another set-up is running here; waiting for it ..."
  flock 9
fi

"$root/scripts/install-packages.sh" 9>&-
is_built || "$root/scripts/build.sh" 9>&-
