#!/usr/bin/env bash
# Installs the Debian packages of the lists given (default: packages.apt) that are missing. With --check it only names them.
set -euo pipefail
source "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/common.sh"

check=false
if [[ ${1:-} == --check ]]; then
  check=true
  shift
fi
lists=("$@")
[[ ${#lists[@]} -gt 0 ]] || lists=("$root/scripts/packages.apt")

wanted=()
while read -r package other; do
  [[ -z $package || $package == \#* ]] && continue
  [[ -n $other ]] && command -v "$other" >/dev/null && continue
  wanted+=("$package")
done < <(cat -- "${lists[@]}")
[[ ${#wanted[@]} -gt 0 ]] || exit 0

missing=("${wanted[@]}")
if command -v dpkg-query >/dev/null; then
  present=" $(dpkg-query -W -f '${Package}=${db:Status-Status} ' "${wanted[@]}" 2>/dev/null || true) "
  missing=()
  for package in "${wanted[@]}"; do
    [[ $present == *" $package=installed "* ]] || missing+=("$package")
  done
fi
[[ ${#missing[@]} -gt 0 ]] || exit 0

if $check; then
  printf '%s\n' "${missing[@]}"
  exit 0
fi

command -v apt-get >/dev/null ||
  fail "$exit_backend" "This system has no apt-get. Install what these Debian packages hold, then try again: ${missing[*]}"

line="apt-get install -y --no-install-recommends ${missing[*]}"
become=()
if [[ $(id -u) -ne 0 ]]; then
  if command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    become=(sudo -n)
  elif command -v sudo >/dev/null && [[ -t 0 && -t 2 ]]; then
    say "These packages are missing: ${missing[*]}"
    say "sudo may ask for your password to install them."
    sudo -v || fail "$exit_backend" "Nothing was installed. Run this yourself, then try again: sudo $line"
    become=(sudo)
  else
    fail "$exit_backend" "Packages are missing, and installing them takes root. Run this, then try again: sudo $line"
  fi
fi

apt() { "${become[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=600 "$@"; }
install() { apt install -y --no-install-recommends "${missing[@]}"; }
install_or_update_first() { install || { apt update && install; }; } # lists may be absent (containers) or out of date

step "Installing ${#missing[@]} Debian packages (${missing[*]})" apt install_or_update_first ||
  fail "$exit_backend" "Try it by hand to see what is wrong: sudo $line"
