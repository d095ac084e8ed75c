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
# One test assembly at a time: some tests measure, all have time limits. A test that hangs is named and ended.
for project in tests/*/*.csproj; do
  name=$(basename -- "$project" .csproj)
  log=$artifacts/setup/$name.log
  grep -rqE --include='*.cs' '(Fact|Theory)\b' "$(dirname -- "$project")" || {
    say "$name: has no tests yet"
    continue
  }
  started=$SECONDS
  code=0
  dotnet test "$artifacts/bin/$name/release/$name.dll" --nologo --results-directory "$results" --logger "trx;LogFileName=$name.trx" \
    --blame-hang-timeout 10m --blame-hang-dump-type none >"$log" 2>&1 </dev/null || code=$?
  if [[ $code -eq 0 ]]; then
    say "$name: done in $((SECONDS - started)) s"
  else
    say "$name: failed. All of the output is in $log"
    # A host that died leaves no count, or one without a failure: the run has failed all the same.
    grep -qsE '<Counters [^>]*failed="[1-9]' "$results/$name.trx" || failed=$((failed + 1))
  fi
done

summary=$(find "$results" -name '*.trx' -exec cat {} + | scripts/summarize-trx.awk -v failed="$failed")
printf '%s\n' "$summary"
[[ $(tail -n 1 <<<"$summary") =~ ^[1-9][0-9]*\ passed,\ 0\ failed ]]
