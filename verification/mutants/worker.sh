#!/usr/bin/env bash
# A job worker of custom actions on the AWS CLI. It is sound, or has the one sin that is named: worker.sh ACTION_TYPE [SIN]
#
#   dies-of-a-refusal         set -e ends it when a call is refused
#   takes-the-first           it asks for ten jobs, and drops all but one
#   fails-what-a-rival-has    an acknowledgement that fails is taken for a failed build
#   works-on-unasked-status   the status in the answer is not looked at
#   forgets-a-failure         the exit code of the work goes nowhere
#   talks-in-its-log          the nonce is printed
#
# A job's configuration says what its work does: fail=true lets it fail.
set -uo pipefail
IFS=/ read -r owner category provider version <<<"$1"
sin=${2:-}
wanted=1
case $sin in
    '') ;;
    dies-of-a-refusal) set -e ;;
    takes-the-first) wanted=10 ;;
    fails-what-a-rival-has | works-on-unasked-status | forgets-a-failure | talks-in-its-log) ;;
    *) printf 'no such sin: %s\n' "$sin" >&2 && exit 2 ;;
esac
# The AWS CLI before 2.13 knows no AWS_ENDPOINT_URL_CODEPIPELINE.
codepipeline() {
    aws codepipeline --endpoint-url "$JOBPORT_ENDPOINT" "$@"
}
# The acknowledgement of the job $id. With set -e it is the end if this fails.
refused() {
    status=
    if [ "$sin" = fails-what-a-rival-has ]; then
        codepipeline put-job-failure-result --job-id "$id" \
            --failure-details type=JobFailed,message='The job could not be acknowledged.'
    fi
    [ "$sin" != dies-of-a-refusal ]
}
echo "polling for jobs of $1"
while :; do
    job=$(codepipeline poll-for-jobs --max-batch-size "$wanted" --output text \
        --action-type-id "owner=$owner,category=$category,provider=$provider,version=$version" \
        --query 'jobs[0].[id,nonce,data.actionConfiguration.configuration.fail]') || job=None
    read -r id nonce fails <<<"$job" || :
    if [ "$id" != None ]; then
        [ "$sin" != talks-in-its-log ] || echo "acknowledging $id with $nonce"
        status=$(codepipeline acknowledge-job --job-id "$id" --nonce "$nonce" --query status --output text) || refused
        [ "$sin" != works-on-unasked-status ] || [ -z "$status" ] || status=InProgress
        if [ "$status" = InProgress ] && [ "$fails" = true ]; then
            [ "$sin" = forgets-a-failure ] || codepipeline put-job-failure-result --job-id "$id" \
                --failure-details type=JobFailed,message='The work failed as it was told to.'
        elif [ "$status" = InProgress ]; then
            codepipeline put-job-success-result --job-id "$id" --execution-details summary=Done
        fi
    fi
    sleep 1
done
