#!/usr/bin/env bash
# A training step of LiveStyle against the same step in Python (Debian's python3-torch), in turn; then against itself in its quick form.
# Usage: run.sh [THREADS...], by default 1 2.
# ROUNDS and STEPS (of each side in a round) may be set. Fails if the two do not compute the same losses.
set -euo pipefail
here=$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")
source "$here/../../scripts/common.sh"
export OMP_WAIT_POLICY=${OMP_WAIT_POLICY:-PASSIVE} GOMP_SPINCOUNT=${GOMP_SPINCOUNT:-0}
python=/usr/bin/python3 # Debian's own, which sees Debian's packages
"$python" -c 'import torch' 2>/dev/null || fail "$exit_backend" "PyTorch is missing: apt-get install --no-install-recommends python3-torch"
require_dotnet
step "Building the bench" bench-training-step dotnet build "$here/LiveStyle.Bench.TrainingStep.csproj" -c Release
data=$(mktemp -d)
trap 'rm -rf -- "$data"' EXIT
bench=(dotnet "$artifacts/bin/LiveStyle.Bench.TrainingStep/release/LiveStyle.Bench.TrainingStep.dll")
"${bench[@]}" write "$data"
code=0
for threads in "${@:-1 2}"; do
  for count in $threads; do
    echo "$count thread(s); load $(cut -d ' ' -f 1 /proc/loadavg); losses of the first step, LiveStyle and Python:"
    "$python" "$here/alternate.py" "${ROUNDS:-20}" "${STEPS:-3}" 1e-4 -- "${bench[@]}" steps "$data" "$count" -- "$python" "$here/training_step.py" "$data" "$count" || code=1
    echo "$count thread(s); as trainings compute (bfloat16 where the processor has it), and as above:"
    "$python" "$here/alternate.py" "${ROUNDS:-20}" "${STEPS:-3}" 0.25 -- "${bench[@]}" steps "$data" "$count" quick -- "${bench[@]}" steps "$data" "$count" || code=1
  done
done
exit "$code"
