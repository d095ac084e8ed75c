#!/usr/bin/env bash
# Runs live for a long time with three times the frames that can be painted (on two cores: the largest network, at 800x600 and 30 frames a second), with
# one viewer of its web page, and says whether latency or memory grow.
# bench/LiveSoak/run.sh [SECONDS] [SIZE] [LOG]     an hour at 800x600 by default; the log has a JSON object a second
# The machine must have nothing else to do: what comes later because others took the cores would count as growth.
set -euo pipefail
source "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/../../scripts/common.sh"
seconds=${1:-3600} size=${2:-800x600} log=${3:-$artifacts/soak.jsonl}
[[ -x $program ]] || fail "$exit_backend" "The program is not built. Run ./livestyle doctor once."
port=$((20000 + RANDOM % 20000))
mkdir -p -- "$(dirname -- "$log")"
# The collector would first fill a budget of 30 MB and more, which takes from half an hour to more than one: with one of 4 MiB (in hexadecimal) what grows is a leak.
export DOTNET_GCgen0size=400000
: >"$log"

"$program" live test --capture-size "$size" --size "${size%x*}" --tier quality --http "$port" --json >"$log" 2>"$log.errors" &
live=$!
trap 'kill -TERM "$live" 2>/dev/null || true' EXIT
for _ in {1..100}; do
  curl --silent --fail --output /dev/null "http://127.0.0.1:$port/api/status" && break
  sleep 0.1
done
curl --silent "http://127.0.0.1:$port/stream.mjpg" >/dev/null &
viewer=$!

say "$seconds s of $size, $log ..."
for ((second = 0; second < seconds; second += 10)); do
  sleep 10
  kill -0 "$live" 2>/dev/null || fail 1 "The run ended by itself after $second s: $(tail -n 1 "$log.errors")"
  printf '{"resident":%d,"seconds":%d}\n' "$(awk '/^VmRSS/ { print $2 }' "/proc/$live/status")" "$((second + 10))" >>"$log.memory"
done
kill -TERM "$live"
wait "$live" || true
kill "$viewer" 2>/dev/null || true
trap - EXIT
"$root/bench/LiveSoak/slope.sh" "$log"
