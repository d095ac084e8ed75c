#!/usr/bin/env bash
# The part of the format that no build checks (.editorconfig has the rest, and a build fails by it): the bytes of a file, the order of usings,
# fields without 'this.'. Takes a second, where 'dotnet format', which can put it right, takes minutes. Files to look at, default all of ours.
set -euo pipefail
source "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/common.sh"
export LC_ALL=C # bytes

files=("$@")
[[ ${#files[@]} -gt 0 ]] ||
  mapfile -t files < <(cd "$root" && find src tests bench bindings deploy -name node_modules -prune -o -name '*.cs' -printf "$root/%p\n" | sort)
[[ ${#files[@]} -gt 0 ]] || fail 1 "There is no C# in $root."

found=0
note() { # what is wrong with the lines in $where
  [[ -n $where ]] || return 0
  found=1
  sed "s|^$root/||; s|$|: error: $1|" <<<"$where"
}

# A grep that finds nothing says 1; one that can't read says 2, which must not pass for "nothing found".
lines() { grep -nHP "$1" "${files[@]}" | cut -d : -f 1,2 || [[ ${PIPESTATUS[0]} -eq 1 ]]; }
whole() { grep "-L$1" "$2" "${files[@]}" || [[ $? -eq 1 ]]; }

where=$(lines '^\xef\xbb\xbf')
note "a byte order mark"
where=$(lines '\r')
note "a carriage return: lines end with a line feed"
where=$(lines '[ \t]+\r?$')
note "blanks at the end of the line"
where=$(lines '^ *\t')
note "a tab: indent with blanks"
where=$(lines '\bthis\._')
note "a field is named without 'this.'"
where=$(whole Pz '\n\z')
note "no line feed at the end of the file"
where=$(awk -f "$root/scripts/usings.awk" "${files[@]}")
note "usings are not in order: System first, then by name, then 'using static', then names given"
exit "$found"
