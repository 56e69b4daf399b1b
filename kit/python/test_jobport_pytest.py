"""The plugin keeps its own promises. Each test here runs tests of its own, on the process of this session."""

import pathlib

import pytest

HERE = pathlib.Path(__file__).parent
WORKER = HERE / "example" / "worker.py"


@pytest.fixture
def tests(pytester, monkeypatch, jobport_process):
    """Runs the text of a test module."""
    monkeypatch.setenv("JOBPORT_LAB_URL", jobport_process._url)
    monkeypatch.setenv("JOBPORT_LAB_TOKEN", jobport_process._token)
    monkeypatch.setenv("PYTHONPATH", str(HERE))
    pytester.makeconftest('pytest_plugins = ["jobport_pytest"]')

    def run(text, *arguments):
        pytester.makepyfile(f"import sys, pytest\nTYPE = 'Custom/Build/Own/1'\nWORKER = {str(WORKER)!r}\n{text}")
        return pytester.runpytest_subprocess("-p", "no:cacheprovider", *arguments)

    return run


def test_a_broken_rule_fails_the_test_and_is_named(tests):
    result = tests(
        """
def test_it(jobport):
    jobport.start(TYPE, faults=["rival@AcknowledgeJob"])
    with jobport.run([sys.executable, WORKER, TYPE, "--careless"]):
        jobport.settle(30)
    assert jobport.verdict().broken() == ["CLAIM-3"]
"""
    )
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*CLAIM-3 error*A job that somebody else has is left alone.*", "*Captured jobport*"])


def test_work_that_nobody_did_fails_the_test(tests):
    result = tests("def test_it(jobport):\n    jobport.start(TYPE)\n")
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*inconclusive*"])


def test_a_test_without_work_may_pass_and_one_that_is_skipped_is_not_judged(tests):
    tests(
        """
def test_it(jobport):
    assert jobport.endpoint.startswith("http://127.0.0.1:")

def test_later(jobport):
    jobport.start(TYPE)
    pytest.skip("not today")
"""
    ).assert_outcomes(passed=1, skipped=1)


def test_a_fault_that_never_happened_fails_the_test(tests):
    result = tests(
        """
def test_it(jobport):
    build = jobport.start(TYPE, faults=["lost-answer@PutJobFailureResult"])
    with jobport.run([sys.executable, WORKER, TYPE]):
        build.wait(30)
"""
    )
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*what was planned never happened: lost-answer@PutJobFailureResult*"])


def test_who_waits_in_vain_is_told_what_was_seen_last(tests):
    result = tests("def test_it(jobport):\n    jobport.start(TYPE).wait(0.1)\n")
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*has not ended within*", "*Created*Queued*"])


def test_tests_of_a_file_have_labs_of_their_own(tests):
    tests(
        """
seen = set()

@pytest.mark.parametrize("number", [1, 2, 3])
def test_it(jobport, number):
    jobport.time.advance(hours=number)
    seen.add(jobport.endpoint)
    assert len(seen) == number
    assert jobport.ask("GET", "/time")["ahead"] == f"PT{number}H"
"""
    ).assert_outcomes(passed=3)


def test_a_secret_that_is_printed_is_masked_and_named_with_warnings_on(tests):
    result = tests(
        """
@pytest.mark.jobport(fail_on="warning", action_types=[TYPE])
def test_it(jobport, capfd):
    boto3 = pytest.importorskip("boto3")
    jobport.start(TYPE)
    client = boto3.client("codepipeline", **jobport.boto3())
    owner, category, provider, version = TYPE.split("/")
    job = client.poll_for_jobs(
        actionTypeId=dict(owner=owner, category=category, provider=provider, version=version), maxBatchSize=1
    )["jobs"][0]
    client.acknowledge_job(jobId=job["id"], nonce=job["nonce"])
    with jobport.run(["echo", "I have " + job["nonce"]]) as child:
        child.wait(10)
    client.put_job_success_result(jobId=job["id"])
    assert "I have #n1" in capfd.readouterr().out
"""
    )
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*SEC-2 warning*"])


def test_the_process_of_a_worker_is_seen(tests):
    tests(
        """
import json, time

def test_it(jobport):
    jobport.start(TYPE)
    with jobport.run([sys.executable, WORKER, TYPE]):
        jobport.settle(30)
    with jobport.run(["sh", "-c", "exit 3"]) as child:
        child.wait(10)
    events = [json.loads(line) for line in jobport.history().splitlines()]
    seen = [(it["process"], it["kind"], it["detail"].split(" ")[0]) for it in events if it.get("t") == "process"]
    assert ("worker-1", "SIGNALLED", "SIGTERM") in seen
    assert ("worker-1", "ENDED", "143") in seen
    assert ("worker-2", "ENDED", "3") in seen
    assert jobport.verdict().status("LIFE-1") == "kept"
"""
    ).assert_outcomes(passed=1)


def test_artifacts_and_expectations_are_told_to_the_lab(tests):
    tests(
        """
@pytest.mark.jobport(artifacts=True, poll_interval=0.2, continuations=3, patience=7, action_types=[TYPE])
def test_it(jobport):
    assert jobport.environment["AWS_ENDPOINT_URL_S3"].startswith("http://127.0.0.1:")
    assert '"continuations":3' in jobport.history() and "PT0.2S" in jobport.history() and "PT7S" in jobport.history()
"""
    ).assert_outcomes(passed=1)


def test_a_misspelt_marker_and_an_undeclared_type_are_told(tests):
    result = tests(
        """
@pytest.mark.jobport(sed=7)
def test_marker(jobport):
    pass

def test_type(jobport):
    jobport.start(TYPE, faults=["rivl@AcknowledgeJob"])

@pytest.mark.jobport(action_types=["Custom/Test/Own/1"])
def test_undeclared(jobport):
    jobport.start(TYPE)
"""
    )
    result.assert_outcomes(failed=2, errors=1)
    result.stdout.fnmatch_lines(
        ["*the marker jobport takes action_types, artifacts, *seed*", "*There is no fault rivl*", "*declare Custom/Build*"]
    )


def test_a_server_that_is_no_lab_is_told(tests, monkeypatch):
    monkeypatch.setenv("JOBPORT_LAB_TOKEN", "wrong")
    result = tests("def test_it(jobport):\n    jobport.endpoint\n")
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*Send the lab's token*"])
