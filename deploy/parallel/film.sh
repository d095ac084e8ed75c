#!/usr/bin/env bash
# A planned film on this machine, or on several that see the same folder, by GNU parallel; then the merge.
#   deploy/parallel/film.sh JOB [WORKERS] [OPTIONS OF PARALLEL, such as --sshloginfile machines]
set -euo pipefail
job=${1:?give the folder that 'livestyle plan' made}
workers=${2:-$(nproc)}
shift "$(($# < 2 ? $# : 2))"
livestyle=${LIVESTYLE:-livestyle}
"$livestyle" status "$job" --missing |
  parallel --will-cite --jobs "$workers" --retries 3 "$@" "$livestyle" work "$job" --index {} --threads 1
"$livestyle" merge "$job"
