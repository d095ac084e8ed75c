#!/usr/bin/env bash
# What a log of run.sh says: slopes by least squares with their standard errors. Fails if something grows. Latency counts without the first tenth, memory
# in the second half.
# bench/LiveSoak/slope.sh LOG
set -euo pipefail
log=${1:?The log of run.sh}

# Reads "x y" lines; a slope counts as growth if it is larger than three of its standard errors and than what does not matter.
slope() { # name, unit, harmless growth an hour, share of the run to leave out
  awk -v name="$1" -v unit="$2" -v harmless="$3" -v skip="$4" '
    { x[NR] = $1; y[NR] = $2 }
    END {
      first = int(NR * skip) + 1; n = NR - first + 1
      if (n < 10) { printf "%s: %d values are too few\n", name, n; exit 1 }
      for (i = first; i <= NR; i++) { sx += x[i]; sy += y[i] }
      mx = sx / n; my = sy / n
      for (i = first; i <= NR; i++) { xx += (x[i] - mx) ^ 2; xy += (x[i] - mx) * (y[i] - my) }
      b = xy / xx
      for (i = first; i <= NR; i++) r += (y[i] - my - b * (x[i] - mx)) ^ 2
      e = sqrt(r / (n - 2) / xx)
      grows = b > 3 * e && b * 3600 > harmless
      printf "%s: mean %.2f %s, grows by %.2f +- %.2f %s an hour over %d s%s\n", name, my, unit, b * 3600, e * 3600, unit, x[NR] - x[first], grows ? ": GROWS" : ""
      exit grows
    }'
}

number() { sed -n "s/.*\"$1\":\([0-9.]*\).*/\1/p"; }

steady=$(grep '"stages"' "$log")
failed=0
# Under overload a frame is as old as the paintings that it waits for. How long those take changes with what else the host does, so latency counts in paintings.
paintings() { paste <(number seconds <<<"$steady") <(number p95 <<<"$steady") <(sed -n 's/.*"name":"stylize"[^}]*"milliseconds":\([0-9.]*\).*/\1/p' <<<"$steady"); }
paintings | awk '$3 > 0 { print $1, $2 / $3 }' | slope "latency p95" paintings 0.1 0.1 || failed=1
paste <(number seconds <"$log.memory") <(number resident <"$log.memory") | awk '{ print $1, $2 / 1024 }' | slope "resident memory" MiB 4 0.5 || failed=1
tail -n 1 "$log"
exit "$failed"
