"""How a job worker of third-party actions is tested: with two clients, since each has a token of its own."""

import pathlib
import sys

import pytest

TYPE = "ThirdParty/Test/Acme/1"
WORKER = [sys.executable, str(pathlib.Path(__file__).with_name("partner_worker.py")), TYPE]


def test_each_client_is_known_by_its_own_token(jobport):
    usual = jobport.start(TYPE)
    other = jobport.start(TYPE, client=jobport.new_client())

    with jobport.run(WORKER):
        assert usual.wait(30).status == "Succeeded"
        assert other.wait(30).status == "Succeeded"

    jobport.verdict().assert_kept("CLAIM-4", "CLAIM-6", "REPORT-2")


def test_a_job_whose_details_are_out_of_date_at_once_is_left_alone(jobport):
    jobport.start(TYPE, faults=["stale-details@GetThirdPartyJobDetails#1"])

    with jobport.run(WORKER):
        jobport.settle(30)

    jobport.verdict().assert_kept("CLAIM-3")


@pytest.mark.xfail(reason="it takes all its clients for one: CLAIM-6", strict=True)
def test_a_worker_with_one_token_is_found_out(jobport):
    jobport.start(TYPE, client=jobport.new_client())

    with jobport.run([*WORKER, "--one-token"]):
        jobport.settle(30)
