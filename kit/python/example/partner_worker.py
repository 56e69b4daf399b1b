"""A job worker of third-party actions on boto3: partner_worker.py ACTION_TYPE [--one-token]

With --one-token it takes all its clients for the first, as a worker does that was tried with one client only.
"""

import os
import sys
import time

import boto3
from botocore.exceptions import BotoCoreError, ClientError

OWNER, CATEGORY, PROVIDER, VERSION = sys.argv[1].split("/")
# In production: the records of the partner, who gave each client its token.
TOKENS = dict(pair.split("=", 1) for pair in os.environ["JOBPORT_CLIENT_TOKENS"].split())
# Older versions of boto3 know no AWS_ENDPOINT_URL_CODEPIPELINE.
codepipeline = boto3.client("codepipeline", endpoint_url=os.environ.get("JOBPORT_ENDPOINT"))


def token(job):
    return next(iter(TOKENS.values())) if "--one-token" in sys.argv else TOKENS[job["clientId"]]


def serve(job):
    call = {"jobId": job["jobId"], "clientToken": token(job)}
    nonce = codepipeline.get_third_party_job_details(**call)["jobDetails"]["nonce"]
    try:
        status = codepipeline.acknowledge_third_party_job(nonce=nonce, **call)["status"]
    except codepipeline.exceptions.InvalidNonceException:
        return  # somebody else has it
    if status == "InProgress":
        codepipeline.put_third_party_job_success_result(executionDetails={"summary": "tested"}, **call)


def poll():
    jobs = codepipeline.poll_for_third_party_jobs(
        actionTypeId={"category": CATEGORY, "owner": OWNER, "provider": PROVIDER, "version": VERSION}, maxBatchSize=1
    )["jobs"]
    for job in jobs:
        serve(job)
    return bool(jobs)


while True:
    try:
        found = poll()
    except (BotoCoreError, ClientError) as failure:
        print(f"goes on after {type(failure).__name__}", file=sys.stderr, flush=True)
        found = False
    if not found:
        time.sleep(0.2)  # in production: a second, and not in step with others
