"""How a job worker is tested."""

import pathlib
import sys

import pytest

TYPE = "Custom/Build/Own/1"
WORKER = [sys.executable, str(pathlib.Path(__file__).with_name("worker.py")), TYPE]


def test_a_build_succeeds(jobport):
    build = jobport.start(TYPE, configuration={"Project": "shop"})

    with jobport.run(WORKER):
        outcome = build.wait(30)
        jobport.settle()

    assert outcome.status == "Succeeded"
    assert outcome.summary == "built shop"
    jobport.verdict().assert_kept("CLAIM-4", "REPORT-1", "REPORT-2")


def test_a_failure_of_the_work_is_reported(jobport):
    build = jobport.start(TYPE, configuration={"Project": "broken"}, failing=True)

    with jobport.run(WORKER):
        assert build.wait(30).status == "Failed"

    jobport.verdict().assert_kept("REPORT-13")


def test_what_a_rival_took_is_left_alone(jobport):
    jobport.start(TYPE, faults=["rival@AcknowledgeJob"])

    with jobport.run(WORKER):
        jobport.settle(30)

    jobport.verdict().assert_kept("CLAIM-3")


@pytest.mark.jobport(seed=7)
def test_a_lost_answer_does_not_build_twice(jobport):
    build = jobport.start(TYPE, faults=["lost-answer@PutJobSuccessResult#1"])

    with jobport.run(WORKER):
        assert build.wait(30).status == "Succeeded"
        jobport.settle(30)


def test_nobody_waits_for_a_day(jobport):
    build = jobport.start(TYPE)

    jobport.time.advance(hours=25)

    assert build.status == "TimedOut"
    with jobport.run(WORKER):
        jobport.settle(30)


@pytest.mark.xfail(reason="it fails what a rival has: CLAIM-3", strict=True)
def test_a_careless_worker_is_found_out(jobport):
    jobport.start(TYPE, faults=["rival@AcknowledgeJob"])

    with jobport.run([*WORKER, "--careless"]):
        jobport.settle(30)
