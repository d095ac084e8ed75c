#!/usr/bin/env bash
# Sets the machine up, checks the format, builds with warnings as errors, runs every test. The last line counts them:
# "N passed, N failed" or "N passed, N failed, N skipped". What a skipped test misses stands before it.
set -euo pipefail
source "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/scripts/common.sh"
cd "$root"
export OMP_WAIT_POLICY=${OMP_WAIT_POLICY:-PASSIVE} GOMP_SPINCOUNT=${GOMP_SPINCOUNT:-0}
results=$artifacts/test-results

# A piece of the work. What fails without being a test (the format, a test host that died) leaves a file of its name in failures/.
check_format() {
  step "Checking the format" format dotnet format LiveStyle.sln --verify-no-changes --no-restore \
    --exclude bindings/OnnxRuntime/node_modules || : >"$results/failures/format"
}

run_tests() { # name of the project; a test that hangs is named and ended
  local name=$1 log=$artifacts/setup/$1.log started=$SECONDS
  if dotnet test "$artifacts/bin/$name/release/$name.dll" --nologo --results-directory "$results" --logger "trx;LogFileName=$name.trx" \
    --blame-hang-timeout 10m --blame-hang-dump-type none >"$log" 2>&1 </dev/null; then
    say "$name: done in $((SECONDS - started)) s"
  else
    say "$name: failed. All of the output is in $log"
    # A host that died leaves no count, or one without a failure: the run has failed all the same.
    grep -qsE '<Counters [^>]*failed="[1-9]' "$results/$name.trx" || : >"$results/failures/$name"
  fi
}

run_piece() {
  if [[ $1 == format ]]; then check_format; else run_tests "$1"; fi
}

if [[ ${1:-} == --piece ]]; then
  run_piece "$2"
  exit
fi

scripts/setup.sh --tests || { # builds everything; warnings are errors everywhere: Directory.Build.props
  code=$?
  echo "0 passed, 1 failed"
  exit "$code"
}

rm -rf -- "$results"
mkdir -p -- "$results/failures"
pieces=(Cli.Tests Video.Tests Train.Tests Render.Tests format Capture.Tests) # what takes longest comes first
for project in tests/*/*.csproj; do
  name=$(basename -- "$project" .csproj)
  if [[ " ${pieces[*]} " != *" $name "* ]]; then pieces+=("$name"); fi
done

# Two at a time: much of the work is waiting, for encoders, devices, other programs. No test measures time.
printf '%s\n' "${pieces[@]}" | xargs -P 2 -I {} "$root/test.sh" --piece {}

failed=$(find "$results/failures" -type f | wc -l)
summary=$(find "$results" -name '*.trx' -exec cat {} + | scripts/summarize-trx.awk -v failed="$failed")
printf '%s\n' "$summary"
[[ $(tail -n 1 <<<"$summary") =~ ^[1-9][0-9]*\ passed,\ 0\ failed ]]
