# Sourced by the other scripts: where things stand, and how steps are shown. Everything goes to stderr: stdout belongs to results.
root=$(cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
artifacts=$root/artifacts
program=$artifacts/bin/LiveStyle.Cli/release/livestyle
stamp=$artifacts/setup/built
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1

# Exit codes of the program that scripts use too (src/Frames/ExitCode.cs).
exit_backend=6

say() { printf 'livestyle: %s\n' "$*" >&2; }

fail() { # code, sentence...
  local code=$1
  shift
  say "$@"
  exit "$code"
}

# What the built program depends on: names, times and sizes of every source file. A build that changes nothing leaves it alone.
fingerprint() {
  (cd "$root" && find src bindings Directory.* global.json BannedSymbols.txt scripts/packages.apt \
    \( -name node_modules -o -name bin -o -name obj -o -name build \) -prune -o -type f -printf '%p %T@ %s\n' |
    LC_ALL=C sort | sha256sum)
}

is_built() { [[ -x $program && -f $stamp && $(<"$stamp") == "$(fingerprint)" ]]; }

# Runs a command with its output in a log. On failure the log's end is shown. Locks (descriptor 9) are not handed down: build
# servers outlive their build.
step() { # title, log name, command...
  local title=$1 log=$artifacts/setup/$2.log started=$SECONDS
  shift 2
  mkdir -p "$artifacts/setup"
  say "$title ..."
  local code=0
  "$@" >"$log" 2>&1 </dev/null 9>&- || code=$?
  if [[ $code -eq 0 ]]; then
    say "$title: done in $((SECONDS - started)) s"
    return 0
  fi
  tail -n 30 "$log" >&2
  say "$title: failed. All of the output is in $log"
  return "$code"
}
