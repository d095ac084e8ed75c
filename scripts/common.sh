# Sourced by the other scripts: where things stand, and how steps are shown. Everything goes to stderr: stdout belongs to results.
root=$(cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
artifacts=$root/artifacts
program=$artifacts/publish/LiveStyle.Cli/release/livestyle
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

require_dotnet() {
  local how="On Debian 12 it is the package dotnet-sdk-10.0 of Microsoft's package feed: see learn.microsoft.com/dotnet/core/install/linux-debian. Then try again."
  command -v dotnet >/dev/null || fail "$exit_backend" "The .NET 10 SDK is missing. $how"
  # It obeys global.json, so it fails where only older SDKs are there.
  (cd "$root" && dotnet --version >/dev/null 2>&1) || fail "$exit_backend" "The .NET SDK is older than 10.0. $how"
}

# Shows that a long step is alive, until it is killed or its script is gone.
heartbeat() { # log
  local seconds=0
  while sleep 20 >/dev/null 2>&1 && kill -0 $$ 2>/dev/null; do
    seconds=$((seconds + 20))
    say "  $seconds s: $(tail -n 1 "$1" | cut -c 1-120)"
  done
}

# Runs a command with its output in a log; on failure the log's end is shown. The lock (descriptor 9) is not handed down: build servers
# outlive their build.
step() { # title, log name, command...
  local title=$1 log=$artifacts/setup/$2.log started=$SECONDS code=0 beat
  shift 2
  mkdir -p "$artifacts/setup"
  say "$title ..."
  : >"$log"
  heartbeat "$log" 9>&- &
  beat=$!
  "$@" >"$log" 2>&1 </dev/null 9>&- || code=$?
  kill "$beat" 2>/dev/null && wait "$beat" 2>/dev/null || true
  if [[ $code -eq 0 ]]; then
    say "$title: done in $((SECONDS - started)) s"
    return 0
  fi
  tail -n 30 "$log" >&2
  say "$title: failed. All of the output is in $log"
  return "$code"
}
