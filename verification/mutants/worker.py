"""A job worker of custom actions on boto3. It is sound, or has the one sin that is named: worker.py ACTION_TYPE [SIN]

A job's configuration says what its work does: fail=true lets it fail, steps=N lets it go on by N follow-ups.
"""

import os
import sys
import time

import boto3
from botocore.exceptions import BotoCoreError, ClientError

SINS = {
    "fails-what-a-rival-has",  # InvalidNonceException is taken for a failure of the work
    "works-on-unasked-status",  # the status in the answer is not looked at
    "reports-twice",  # success, and then a failure from the handler of all errors
    "fails-without-a-word",  # str() of an exception without text is empty, and boto3 refuses it
    "forgets-the-lost-job",  # an exception of the work is printed and not reported
    "tells-the-nonce",  # the job is put into the summary
    "talks-in-its-log",  # the job is printed with its nonce and credentials
}

owner, category, provider, version = sys.argv[1].split("/")
TYPE = {"owner": owner, "category": category, "provider": provider, "version": version}
SIN = sys.argv[2] if len(sys.argv) > 2 else None
if SIN and SIN not in SINS:
    sys.exit("no such sin: " + SIN)

# boto3 before 1.28 knows no AWS_ENDPOINT_URL_CODEPIPELINE.
codepipeline = boto3.client("codepipeline", endpoint_url=os.environ.get("JOBPORT_ENDPOINT"))


class WorkFailed(Exception):
    pass


def work(job):
    configuration = job["data"]["actionConfiguration"].get("configuration", {})
    if configuration.get("fail") == "true":
        raise WorkFailed(*([] if SIN == "fails-without-a-word" else ["the work failed, as it was told to"]))
    done = int(job["data"].get("continuationToken", "run-0").split("-")[1]) + 1
    return done, done < int(configuration.get("steps", "1"))


def acknowledge(job):
    try:
        status = codepipeline.acknowledge_job(jobId=job["id"], nonce=job["nonce"])["status"]
        return status == "InProgress" or SIN == "works-on-unasked-status"
    except codepipeline.exceptions.InvalidNonceException as refused:
        if SIN == "fails-what-a-rival-has":
            fail(job, str(refused))
        return False


def fail(job, message):
    codepipeline.put_job_failure_result(
        jobId=job["id"], failureDetails={"type": "JobFailed", "message": message[:5000]}
    )


def serve(job):
    if SIN == "talks-in-its-log":
        print(job, flush=True)
    if not acknowledge(job):
        return
    try:
        done, goes_on = work(job)
    except WorkFailed as failure:
        if SIN == "forgets-the-lost-job":
            print(failure, flush=True)
        else:
            fail(job, str(failure))
        return
    result = {"jobId": job["id"], "executionDetails": {"summary": f"{done} done", "externalExecutionId": "run"}}
    if SIN == "tells-the-nonce":
        result["executionDetails"]["summary"] += " with " + job["nonce"]
    if goes_on:
        result["continuationToken"] = f"run-{done}"
    codepipeline.put_job_success_result(**result)
    if SIN == "reports-twice" and not goes_on:
        fail(job, "something went wrong after all")


print("polling for jobs of", sys.argv[1], flush=True)
while True:
    try:
        for offered in codepipeline.poll_for_jobs(actionTypeId=TYPE, maxBatchSize=1)["jobs"]:
            serve(offered)
    except (ClientError, BotoCoreError) as trouble:
        print("trouble:", type(trouble).__name__, flush=True)
    time.sleep(1)
