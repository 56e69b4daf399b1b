"""The story as boto3 tells it. See ../README.md for what it is given and what it prints."""

import os
import uuid

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

TOKEN = os.environ["CLIENT_TOKEN"]


def codepipeline(endpoint="ENDPOINT", **keys):
    return boto3.client("codepipeline", endpoint_url=os.environ[endpoint], **keys)


def step(chapter, name, seen):
    print(chapter, name, seen, flush=True)


def refusal(call, **members):
    """The class of the exception if it is the error's own, otherwise only the error's code."""
    try:
        call(**members)
        return "done"
    except ClientError as error:
        name, code = type(error).__name__, error.response["Error"]["Code"]
        return name if name == code else "code:" + code


def action_type(version, provider=os.environ["PROVIDER"], owner="ThirdParty"):
    return {"category": "Test", "owner": owner, "provider": provider, "version": version}


def poll(client, chapter):
    return client.poll_for_third_party_jobs(actionTypeId=action_type(chapter), maxBatchSize=1)["jobs"]


def details(client, job_id):
    return client.get_third_party_job_details(jobId=job_id, clientToken=TOKEN)["jobDetails"]


def acknowledge(client, job):
    return client.acknowledge_third_party_job(jobId=job["id"], nonce=job["nonce"], clientToken=TOKEN)["status"]


def story(client):
    jobs = poll(client, "story")
    step("story", "poll", len(jobs))
    first = details(client, jobs[0]["jobId"])
    step("story", "details", first["data"]["actionConfiguration"]["configuration"]["suite"])
    step("story", "acknowledge", acknowledge(client, first))
    client.put_third_party_job_success_result(
        jobId=first["id"],
        clientToken=TOKEN,
        continuationToken="step-2",
        executionDetails={"summary": "Half way", "percentComplete": 50, "externalExecutionId": "run-1"},
    )
    step("story", "continue", "done")

    jobs = poll(client, "story")
    step("story", "poll-again", len(jobs))
    second = details(client, jobs[0]["jobId"])
    step("story", "details-again", second["data"]["continuationToken"])
    step("story", "acknowledge-again", acknowledge(client, second))
    client.put_third_party_job_success_result(
        jobId=second["id"], clientToken=TOKEN, executionDetails={"summary": "Green", "percentComplete": 100}
    )
    step("story", "succeed", "done")
    step("story", "poll-last", len(poll(client, "story")))


def failure(client):
    jobs = poll(client, "failure")
    step("failure", "poll", len(jobs))
    job = details(client, jobs[0]["jobId"])
    step("failure", "acknowledge", acknowledge(client, job))
    client.put_third_party_job_failure_result(
        jobId=job["id"], clientToken=TOKEN, failureDetails={"type": "JobFailed", "message": "2 tests are red"}
    )
    step("failure", "fail", "done")


def errors(client):
    job_id = poll(client, "errors")[0]["jobId"]
    call = client.poll_for_third_party_jobs
    step("errors", "unknown-action-type", refusal(call, actionTypeId=action_type("unknown")))
    step("errors", "malformed-provider", refusal(call, actionTypeId=action_type("errors", "not a name")))
    call = client.get_third_party_job_details
    step("errors", "unknown-job", refusal(call, jobId=str(uuid.uuid4()), clientToken=TOKEN))
    step("errors", "wrong-client-token", refusal(call, jobId=job_id, clientToken="not-the-token"))
    call = client.acknowledge_third_party_job
    step("errors", "wrong-nonce", refusal(call, jobId=job_id, nonce="1", clientToken=TOKEN))
    call = client.put_third_party_job_success_result
    step("errors", "unacknowledged-job", refusal(call, jobId=job_id, clientToken=TOKEN))
    call = client.get_third_party_job_details
    step("errors", "custom-job", refusal(call, jobId=os.environ["CUSTOM_JOB_ID"], clientToken=TOKEN))


def custom_poll(client, chapter):
    return client.poll_for_jobs(
        actionTypeId=action_type(chapter, owner="Custom"), maxBatchSize=1, queryParam={"suite": "smoke"}
    )["jobs"]


def custom_acknowledge(client, job):
    return client.acknowledge_job(jobId=job["id"], nonce=job["nonce"])["status"]


def custom(client):
    jobs = custom_poll(client, "custom")
    step("custom", "poll", len(jobs))
    first = jobs[0]
    step("custom", "poll-data", first["data"]["actionConfiguration"]["configuration"]["suite"])
    details = client.get_job_details(jobId=first["id"])["jobDetails"]
    step("custom", "details", details["data"]["actionConfiguration"]["configuration"]["suite"])
    step("custom", "acknowledge", custom_acknowledge(client, first))
    client.put_job_success_result(
        jobId=first["id"],
        continuationToken="step-2",
        executionDetails={"summary": "Half way", "percentComplete": 50, "externalExecutionId": "run-1"},
    )
    step("custom", "continue", "done")

    jobs = custom_poll(client, "custom")
    step("custom", "poll-again", len(jobs))
    second = jobs[0]
    step("custom", "poll-data-again", second["data"]["continuationToken"])
    step("custom", "acknowledge-again", custom_acknowledge(client, second))
    client.put_job_success_result(
        jobId=second["id"],
        executionDetails={"summary": "Green", "percentComplete": 100},
        outputVariables={"Commit": "c0ffee"},
    )
    step("custom", "succeed", "done")
    step("custom", "poll-last", len(custom_poll(client, "custom")))


def custom_failure(client):
    jobs = custom_poll(client, "c-failure")
    step("c-failure", "poll", len(jobs))
    step("c-failure", "acknowledge", custom_acknowledge(client, jobs[0]))
    failure_details = {"type": "JobFailed", "message": "2 tests are red"}
    client.put_job_failure_result(jobId=jobs[0]["id"], failureDetails=failure_details)
    step("c-failure", "fail", "done")


def custom_errors(client):
    job_id = custom_poll(client, "c-errors")[0]["id"]
    call = client.poll_for_jobs
    unknown, known = action_type("unknown", owner="Custom"), action_type("c-errors", owner="Custom")
    step("c-errors", "unknown-action-type", refusal(call, actionTypeId=unknown))
    step("c-errors", "query-missing", refusal(call, actionTypeId=known))
    step("c-errors", "unknown-job", refusal(client.get_job_details, jobId=str(uuid.uuid4())))
    step("c-errors", "wrong-nonce", refusal(client.acknowledge_job, jobId=job_id, nonce="1"))
    call = client.put_job_success_result
    step("c-errors", "unacknowledged-job", refusal(call, jobId=job_id))
    large = {"Large": "x" * 125_000}
    step("c-errors", "too-many-variables", refusal(call, jobId=job_id, outputVariables=large))


def types(client):
    provider = os.environ["PROVIDER"]
    made = {"category": "Build", "provider": provider, "version": "made"}
    artifacts = {"minimumCount": 0, "maximumCount": 1}
    details = {"inputArtifactDetails": artifacts, "outputArtifactDetails": artifacts}

    def arn(action_type):
        return "arn:aws:codepipeline:us-east-1:000000000000:actiontype:" + action_type

    def tags():
        answer = operator.list_tags_for_resource(resourceArn=made_arn)
        return ",".join("%s=%s" % (tag["key"], tag["value"]) for tag in answer["tags"])

    def declaration(kind, configuration):
        return {
            "id": action_type("types"),
            "description": "told",
            "executor": {"type": kind, "configuration": configuration},
            **details,
        }

    made_arn = arn("Custom/Build/%s/made" % provider)
    definition = {**made, **details, "tags": [{"key": "team", "value": "checkout"}]}
    step("types", "worker-creates", refusal(client.create_custom_action_type, **definition))
    operator = codepipeline(
        aws_access_key_id=os.environ["OPERATOR_ACCESS_KEY_ID"],
        aws_secret_access_key=os.environ["OPERATOR_SECRET_ACCESS_KEY"],
    )
    step("types", "create", operator.create_custom_action_type(**definition)["actionType"]["id"]["owner"])
    pages = operator.get_paginator("list_action_types").paginate(actionOwnerFilter="Custom")
    ids = [each["id"] for page in pages for each in page["actionTypes"]]
    step("types", "list", len([id for id in ids if id["provider"] == provider and id["category"] == "Build"]))
    step("types", "tags", tags())
    operator.tag_resource(resourceArn=made_arn, tags=[{"key": "stage", "value": "beta"}])
    step("types", "tag", "done")
    operator.untag_resource(resourceArn=made_arn, tagKeys=["team"])
    step("types", "untag", "done")
    step("types", "tags-again", tags())
    job_worker = {"jobWorkerExecutorConfiguration": {"pollingServicePrincipals": ["worker.example.com"]}}
    operator.update_action_type(actionType=declaration("JobWorker", job_worker))
    step("types", "update", "done")
    step("types", "get", operator.get_action_type(**action_type("types"))["actionType"]["description"])
    function = "arn:aws:lambda:us-east-1:000000000000:function:f"
    lambda_invoker = {"lambdaExecutorConfiguration": {"lambdaFunctionArn": function}}
    step("types", "lambda", refusal(operator.update_action_type, actionType=declaration("Lambda", lambda_invoker)))
    step("types", "bad-token", refusal(operator.list_action_types, nextToken="nonsense"))
    call = operator.tag_resource
    step("types", "reserved-tag", refusal(call, resourceArn=made_arn, tags=[{"key": "aws:stage", "value": "beta"}]))
    tag = [{"key": "stage", "value": "beta"}]
    unknown = arn("Custom/Build/%s/none" % provider)
    step("types", "unknown-arn", refusal(call, resourceArn=unknown, tags=tag))
    step("types", "malformed-arn", refusal(call, resourceArn=arn("nothing"), tags=tag))
    operator.delete_custom_action_type(**made)
    step("types", "delete", "done")
    step("types", "unknown-type", refusal(operator.get_action_type, owner="ThirdParty", **made))


def throttle():
    client = codepipeline("THROTTLED_ENDPOINT", config=Config(retries={"total_max_attempts": 1}))
    call = client.poll_for_third_party_jobs
    seen = {refusal(call, actionTypeId=action_type("unknown")) for _ in range(5)}
    step("throttle", "too-fast", *(each for each in seen if "Throttling" in each))


def identity(client):
    job = poll(client, "identity")[0]
    members = {"jobId": job["jobId"], "clientToken": TOKEN}
    forger = codepipeline(aws_access_key_id=os.environ["AWS_ACCESS_KEY_ID"], aws_secret_access_key="not-the-secret")
    step("identity", "wrong-secret", refusal(forger.get_third_party_job_details, **members))
    stranger = codepipeline(
        aws_access_key_id="AKIDSTRANGER", aws_secret_access_key=os.environ["AWS_SECRET_ACCESS_KEY"]
    )
    step("identity", "unknown-key", refusal(stranger.get_third_party_job_details, **members))
    partner = codepipeline(
        aws_access_key_id=os.environ["PARTNER_ACCESS_KEY_ID"],
        aws_secret_access_key=os.environ["PARTNER_SECRET_ACCESS_KEY"],
    )
    call = partner.poll_for_third_party_jobs
    step("identity", "another-partner-polls", refusal(call, actionTypeId=action_type("identity")))
    step("identity", "another-partner-asks", refusal(partner.get_third_party_job_details, **members))


def retry(client):
    jobs = poll(client, "retry")
    step("retry", "poll", len(jobs))
    job = details(client, jobs[0]["jobId"])
    try:
        step("retry", "acknowledge", acknowledge(client, job))
    except client.exceptions.InvalidNonceException:
        step("retry", "acknowledge", "InvalidNonceException")
    call = client.put_third_party_job_success_result
    step("retry", "succeed", refusal(call, jobId=job["id"], clientToken=TOKEN))


print("client version", boto3.__version__, flush=True)
for chapter in story, failure, errors, custom, custom_failure, custom_errors, types, identity:
    chapter(codepipeline())
throttle()
retry(codepipeline("LOSSY_ENDPOINT"))
