"""A job worker of custom actions on boto3: worker.py ACTION_TYPE [--careless]

With --careless it takes the refusal of its acknowledgement for a failure of the work, as many workers do.
"""

import os
import sys
import time

import boto3
from botocore.exceptions import BotoCoreError, ClientError

OWNER, CATEGORY, PROVIDER, VERSION = sys.argv[1].split("/")
CARELESS = "--careless" in sys.argv
# Older versions of boto3 know no AWS_ENDPOINT_URL_CODEPIPELINE.
codepipeline = boto3.client("codepipeline", endpoint_url=os.environ.get("JOBPORT_ENDPOINT"))


def fail(job, message):
    details = {"type": "JobFailed", "message": message[:5000] or "no message"}
    codepipeline.put_job_failure_result(jobId=job["id"], failureDetails=details)


def acknowledged(job):
    try:
        return codepipeline.acknowledge_job(jobId=job["id"], nonce=job["nonce"])["status"] == "InProgress"
    except (
        codepipeline.exceptions.InvalidNonceException,
        codepipeline.exceptions.JobNotFoundException,
    ) as refused:
        if CARELESS:
            fail(job, str(refused))
        return False


def build(project):
    if project == "broken":
        raise ValueError("the project does not compile")
    return f"built {project}"


def work(job):
    configuration = job["data"]["actionConfiguration"].get("configuration", {})
    try:
        summary = build(configuration.get("Project", "shop"))
    except Exception as failure:
        fail(job, f"{type(failure).__name__}: {failure}")
    else:
        codepipeline.put_job_success_result(jobId=job["id"], executionDetails={"summary": summary})


def poll():
    jobs = codepipeline.poll_for_jobs(
        actionTypeId={"category": CATEGORY, "owner": OWNER, "provider": PROVIDER, "version": VERSION}, maxBatchSize=1
    )["jobs"]
    for job in jobs:
        if acknowledged(job):
            work(job)
    return bool(jobs)


def main():
    while True:
        try:
            found = poll()
        except (BotoCoreError, ClientError) as failure:
            print(f"goes on after {type(failure).__name__}", file=sys.stderr, flush=True)
            found = False
        if not found:
            time.sleep(0.2)  # in production: 30 s, and not in step with others


if __name__ == "__main__":
    main()
