#!/usr/bin/env bash
# Sets the machine up, checks the format, builds with warnings as errors, runs every test. The last line counts them:
# "N passed, N failed" or "N passed, N failed, N skipped". What a skipped test misses stands before it.
set -euo pipefail
source "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/scripts/common.sh"
cd "$root"
export OMP_WAIT_POLICY=${OMP_WAIT_POLICY:-PASSIVE} GOMP_SPINCOUNT=${GOMP_SPINCOUNT:-0}
results=$artifacts/test-results
failed=0 # what fails without being a test: the format, a test host that died

scripts/setup.sh --tests || { # builds everything; warnings are errors everywhere: Directory.Build.props
  code=$?
  echo "0 passed, 1 failed"
  exit "$code"
}
step "Checking the format" format scripts/check-format.sh || failed=1 # what the build does not check

rm -rf -- "$results"
mkdir -p -- "$results"
# Two test assemblies at a time: one worker takes from the front, where those stand that compute, the other from the end, where those stand
# that wait (for a virtual machine, for other programs, for the clock), until they meet. In the middle are short ones, so that both end together.
order=(Cli Video Render Capture Train Stylize Pipeline Live Bindings Web Streams Obs Slurm Device)
for project in tests/*/*.csproj; do # a new one that has no place yet
  name=$(basename -- "$project" .Tests.csproj)
  [[ " ${order[*]} " == *" $name "* ]] || order=("$name" "${order[@]}")
done

# A test that hangs is named and ended.
run_tests() { # name
  local name=$1.Tests started=$SECONDS code=0
  local log=$artifacts/setup/$name.log
  grep -rqE --include='*.cs' '(Fact|Theory)\b' "tests/$name" || {
    say "$name: has no tests yet"
    return
  }
  dotnet test "$artifacts/bin/$name/release/$name.dll" --nologo --results-directory "$results" --logger "trx;LogFileName=$name.trx" \
    --blame-hang-timeout 10m --blame-hang-dump-type none >"$log" 2>&1 </dev/null || code=$?
  if [[ $code -eq 0 ]]; then
    say "$name: done in $((SECONDS - started)) s"
  else
    say "$name: failed. All of the output is in $log"
    # A host that died leaves no count, or one without a failure: the run has failed all the same.
    grep -qsE '<Counters [^>]*failed="[1-9]' "$results/$name.trx" || echo "$name" >>"$results/died"
  fi
}

work() { # names...: runs those that the other worker has not taken
  local name
  for name in "$@"; do
    mkdir "$results/taken-$name" 2>/dev/null && run_tests "$name"
  done
  return 0
}

reversed=()
for name in "${order[@]}"; do reversed=("$name" "${reversed[@]}"); done
set -m # each worker is a process group, which can be ended with all that it has started
work "${order[@]}" &
front=$!
work "${reversed[@]}" &
back=$!
set +m
trap 'kill -- "-$front" "-$back" 2>/dev/null; exit 130' INT TERM HUP
for worker in "$front" "$back"; do wait "$worker" || failed=$((failed + 1)); done
trap - INT TERM HUP
rmdir -- "$results"/taken-*
[[ ! -f $results/died ]] || failed=$((failed + $(wc -l <"$results/died")))

summary=$(find "$results" -name '*.trx' -exec cat {} + | scripts/summarize-trx.awk -v failed="$failed")
printf '%s\n' "$summary"
[[ $(tail -n 1 <<<"$summary") =~ ^[1-9][0-9]*\ passed,\ 0\ failed ]]
