#!/usr/bin/env bash
# Gives a planned job to AWS Batch: an array of its parts, and the merge behind it.
#   deploy/aws-batch/submit.sh QUEUE /shared/job PARTS
# Once before: aws batch register-job-definition --cli-input-json file://deploy/aws-batch/job-definition.json
set -euo pipefail
queue=${1:?the queue} job=${2:?the folder that 'livestyle plan' made, as the containers see it} parts=${3:?the number of parts}
array=()
if [[ $parts -gt 1 ]]; then array=(--array-properties "size=$parts"); fi # an array of one is refused
if [[ $parts -eq 1 ]]; then array=(--container-overrides '{"environment":[{"name":"AWS_BATCH_JOB_ARRAY_INDEX","value":"0"}]}'); fi
work=$(aws batch submit-job --job-name livestyle-work --job-queue "$queue" --job-definition livestyle \
  --parameters "command=work,job=$job" "${array[@]}" --query jobId --output text)
aws batch submit-job --job-name livestyle-merge --job-queue "$queue" --job-definition livestyle \
  --parameters "command=merge,job=$job" --depends-on "jobId=$work" --query jobId --output text
