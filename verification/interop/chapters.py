"""What every client is expected to see, chapter by chapter: the one place where a new operation's steps are added."""

from collections import namedtuple

# Each chapter has an action type of its own, whose version is the chapter's name (at most 9 characters), and one
# action, started before the client came. ending is what the pipeline sees of that action when the client has gone.
# Chapters of one title share a column of the table.
Chapter = namedtuple("Chapter", "name title steps ending owner", defaults=["ThirdParty"])

# What is lost on the way back in the chapter "retry", once each.
LOST = ["AcknowledgeThirdPartyJob", "PutThirdPartyJobSuccessResult"]

CHAPTERS = [
    Chapter(
        "story",
        "story",
        {
            "poll": "1",
            "details": "smoke",
            "acknowledge": "InProgress",
            "continue": "done",
            "poll-again": "1",
            "details-again": "step-2",
            "acknowledge-again": "InProgress",
            "succeed": "done",
            "poll-last": "0",
        },
        "Succeeded, 100 %, Green, run-1, 2 jobs",
    ),
    Chapter(
        "failure",
        "failure",
        {"poll": "1", "acknowledge": "InProgress", "fail": "done"},
        "Failed, JobFailed, 2 tests are red, 1 job",
    ),
    Chapter(
        "errors",
        "typed errors",
        {
            "unknown-action-type": "ActionTypeNotFoundException",
            "malformed-provider": "ValidationException",
            "unknown-job": "JobNotFoundException",
            "wrong-client-token": "InvalidClientTokenException",
            "wrong-nonce": "InvalidNonceException",
            "unacknowledged-job": "InvalidJobStateException",
            "custom-job": "InvalidJobException",
        },
        "InProgress, 1 job",
    ),
    Chapter(
        "retry",
        "retry after a lost answer",
        {"poll": "1", "acknowledge": "InProgress", "succeed": "done"},
        "Succeeded, 1 job",
    ),
    Chapter(
        "custom",
        "custom actions",
        {
            "poll": "1",
            "poll-data": "smoke",
            "details": "smoke",
            "acknowledge": "InProgress",
            "continue": "done",
            "poll-again": "1",
            "poll-data-again": "step-2",
            "acknowledge-again": "InProgress",
            "succeed": "done",
            "poll-last": "0",
        },
        "Succeeded, 100 %, Green, run-1, Commit=c0ffee, 2 jobs",
        "Custom",
    ),
    Chapter(
        "c-failure",
        "custom actions",
        {"poll": "1", "acknowledge": "InProgress", "fail": "done"},
        "Failed, JobFailed, 2 tests are red, 1 job",
        "Custom",
    ),
    Chapter(
        "c-errors",
        "custom actions",
        {
            "unknown-action-type": "ActionTypeNotFoundException",
            "query-missing": "ValidationException",
            "unknown-job": "JobNotFoundException",
            "wrong-nonce": "InvalidNonceException",
            "unacknowledged-job": "InvalidJobStateException",
            "too-many-variables": "OutputVariablesSizeExceededException",
        },
        "InProgress, 1 job",
        "Custom",
    ),
    Chapter(
        "types",
        "action types",
        {
            "worker-creates": "code:AccessDeniedException",
            "create": "Custom",
            "list": "1",
            "tags": "team=checkout",
            "tag": "done",
            "untag": "done",
            "tags-again": "stage=beta",
            "update": "done",
            "get": "told",
            "lambda": "RequestFailedException",
            "bad-token": "InvalidNextTokenException",
            "reserved-tag": "InvalidTagsException",
            "unknown-arn": "ResourceNotFoundException",
            "malformed-arn": "InvalidArnException",
            "delete": "done",
            "unknown-type": "ActionTypeNotFoundException",
        },
        "InProgress, 1 job",
    ),
    # Errors that are in no operation's model: no client has a class for them.
    Chapter(
        "identity",
        "signatures verified",
        {
            "wrong-secret": "code:InvalidSignatureException",
            "unknown-key": "code:UnrecognizedClientException",
            "another-partner-polls": "code:AccessDeniedException",
            "another-partner-asks": "code:AccessDeniedException",
        },
        "InProgress, 1 job",
    ),
    Chapter("throttle", "throttled", {"too-fast": "code:ThrottlingException"}, "InProgress, 1 job"),
]

# Of a client that has a token and signs nothing.
IDENTITY_BY_TOKEN = {
    "no-token": "code:MissingAuthenticationTokenException",
    "wrong-token": "code:UnrecognizedClientException",
    "another-partner-polls": "code:AccessDeniedException",
    "another-partner-asks": "code:AccessDeniedException",
}

# What the .proto files call otherwise.
IN_PROTO = {"InProgress": "JOB_STATUS_IN_PROGRESS", "Custom": "ACTION_OWNER_CUSTOM"}

# A client that names no invocation cannot be told from another worker when it acknowledges again; results are compared.
WITHOUT_INVOCATION = {"acknowledge": "InvalidNonceException"}


def expected(chapter, client, invocation):
    """The steps of a chapter for a client that names its invocations (or does not)."""
    steps = dict(IDENTITY_BY_TOKEN if client.grpc and chapter.name == "identity" else chapter.steps)
    if chapter.name == "retry":
        if not invocation:
            steps.update(WITHOUT_INVOCATION)
        steps["answers-lost"] = " ".join(LOST)
        steps["sent-again"] = "same invocation" if invocation else "no invocation"
    if client.grpc:
        steps = {name: _in_grpc(seen) for name, seen in steps.items()}
    elif not client.typed:
        steps = {name: _code(seen) for name, seen in steps.items()}
    return {**steps, "ending": chapter.ending}


def _in_grpc(seen):
    error = seen.removeprefix("code:")
    return "reason:" + error.removesuffix("Exception") if error.endswith("Exception") else IN_PROTO.get(seen, seen)


def _code(seen):
    return "code:" + seen if seen.endswith("Exception") and not seen.startswith("code:") else seen
