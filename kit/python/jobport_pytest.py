"""A pytest plugin for job workers of AWS CodePipeline: each test has a lab of Jobport, which judges the worker.

    def test_what_a_rival_took_is_left_alone(jobport):
        jobport.start("Custom/Build/Own/1", faults=["rival@AcknowledgeJob"])
        with jobport.run([sys.executable, "my_worker.py"]):
            jobport.settle()
        jobport.verdict().assert_kept("CLAIM-3")

One process of Jobport serves a whole session; it is found by the variable JOBPORT, or as jobport on the PATH. To use one
that runs already, set JOBPORT_LAB_URL and JOBPORT_LAB_TOKEN. Nothing but the standard library and pytest is needed.
"""

import contextlib
import datetime
import json
import os
import re
import shutil
import subprocess
import tempfile
import threading
import urllib.error
import urllib.request

import pytest

# What would lead an SDK elsewhere than into the lab.
ELSEWHERE = (
    "AWS_SESSION_TOKEN",
    "AWS_PROFILE",
    "AWS_DEFAULT_PROFILE",
    "AWS_ENDPOINT_URL",
    "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS",
)
OPTIONS = {"seed", "fail_on", "action_types", "artifacts", "poll_interval", "continuations", "patience"}
READY = re.compile(r"^Jobport lab .*\(control (http://\S+), token in (.+)\)$")
SECONDS_TO_START = 300  # the first start of a checkout builds


class LabError(Exception):
    """The lab refused what it was asked, and says why."""


class Process:
    """Jobport as a process, which ends with this one; or somebody else's, which goes on."""

    def __init__(self):
        self._process = None
        self._directory = None
        url = os.environ.get("JOBPORT_LAB_URL")
        if url:
            self._url, self._token = url.rstrip("/"), os.environ.get("JOBPORT_LAB_TOKEN", "")
        else:
            self._start()

    def _start(self):
        launcher = os.environ.get("JOBPORT") or shutil.which("jobport")
        if not launcher:
            raise LabError("jobport is not on the PATH; set JOBPORT to where it is")
        self._directory = tempfile.TemporaryDirectory(prefix="jobport-lab-")
        arguments = ["--control-port", "0", "--until-eof", "--token-file", os.path.join(self._directory.name, "token")]
        self._process = subprocess.Popen(
            [launcher, "lab", *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        watch = threading.Timer(SECONDS_TO_START, self._process.kill)
        watch.start()
        ready = READY.match(self._process.stdout.readline().rstrip("\n"))
        watch.cancel()
        if not ready:
            self.close()
            raise LabError(f"{launcher} lab did not start; what it printed stands above")
        self._url = ready.group(1)
        with open(ready.group(2), encoding="utf-8") as file:
            self._token = file.read().strip()

    def ask(self, method, path, body=None):
        request = urllib.request.Request(
            f"{self._url}/lab/v1{path}",
            method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={"Authorization": f"Bearer {self._token}"},
        )
        # No proxy stands before loopback, whatever the environment says.
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            with opener.open(request) as answer:
                is_lab, text = answer.headers.get("Jobport-Lab"), answer.read().decode()
                is_json = answer.headers.get_content_type() == "application/json"
        except urllib.error.HTTPError as refused:
            with refused:
                is_lab, text = refused.headers.get("Jobport-Lab"), refused.read().decode()
            if is_lab:
                raise LabError(json.loads(text)["detail"]) from None
        except urllib.error.URLError as failure:
            raise LabError(f"no lab answers at {self._url}: {failure.reason}") from None
        if not is_lab:
            raise LabError(f"the server at {self._url} is no lab")
        return json.loads(text) if is_json else text

    def close(self):
        if self._process:
            self._process.stdin.close()
            try:
                self._process.wait(10)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
            self._process.stdout.close()
            self._directory.cleanup()


class Outcome:
    """How an action stands: status ("Succeeded", "TimedOut", ...), summary, error_code, error_message, jobs and so on."""

    def __init__(self, told):
        self.status = "".join(word.capitalize() for word in told["status"].split("_"))
        self.summary = told["summary"]
        self.external_execution_id = told["externalExecutionId"]
        self.percent_complete = told["percentComplete"]
        self.output_variables = told["outputVariables"]
        self.error_code = told["errorCode"]
        self.error_message = told["errorMessage"]
        self.jobs = told["jobs"]

    def __repr__(self):
        return f"Outcome({self.status}, {self.summary or self.error_message!r})"


class Action:
    """An action that was started. Who waits for it waits in real time, because the worker is real."""

    def __init__(self, lab, told):
        self._lab = lab
        self.id = told["id"]

    def now(self):
        return Outcome(self._lab.ask("GET", f"/actions/{self.id}"))

    @property
    def status(self):
        return self.now().status

    @property
    def job(self):
        """The id of its latest job."""
        return self.now().jobs[-1]

    def wait(self, seconds=10):
        """Until it has ended."""
        return self._await("ended", seconds)

    def await_acknowledgement(self, seconds=10):
        return self._await("acknowledged", seconds)

    def await_continuation(self, seconds=10):
        """Until the worker has reported success with a continuation token, and each time for one more."""
        return self._await("continued", seconds)

    def _await(self, until, seconds):
        told = self._lab.expect(f"/actions/{self.id}/wait", {"until": until, "atMost": duration(seconds)})
        return Outcome(told)


class Time:
    """The lab's time. It goes on as the machine's does, and jumps when it is told to; the worker's own clock does not."""

    def __init__(self, lab):
        self._lab = lab

    def advance(self, seconds=0, **more):
        """By as much as a timedelta of these arguments: hours=24, for instance."""
        return self._jump({"advance": duration(datetime.timedelta(seconds=seconds, **more).total_seconds())})

    def until_lease_lapses(self, job):
        return self._jump({"until": "leaseLapses", "jobId": job})

    def until_job_times_out(self, job):
        return self._jump({"until": "jobTimesOut", "jobId": job})

    def until_credentials_expire(self, job):
        return self._jump({"until": "credentialsExpire", "jobId": job})

    def until_follow_up_is_due(self, action):
        return self._jump({"until": "followUpIsDue", "actionId": action.id})

    def until_action_times_out(self, action):
        return self._jump({"until": "actionTimesOut", "actionId": action.id})

    def _jump(self, how):
        return self._lab.ask("POST", "/time", how)["changes"]


class Faults:
    """What is to go wrong, as texts: lost-answer@AcknowledgeJob#1, throttle@Poll*#1-3, 500@*%0.05."""

    def __init__(self, lab):
        self._lab = lab

    def add(self, *texts):
        for text in texts:
            self._lab.ask("POST", "/faults", {"fault": text})

    def all(self):
        return self._lab.ask("GET", "/faults")["faults"]

    def missed(self):
        """Those that never befell anything so far."""
        return self._lab.ask("GET", "/faults")["missed"]

    def clear(self):
        self._lab.ask("DELETE", "/faults")


class Verdict:
    """What became of each rule, by its id: "kept", "broken", "exempt", "not-exercised" or "not-observable"."""

    def __init__(self, told, text):
        self.conclusion = told["conclusion"]
        self.rules = {rule["id"]: rule for rule in told["rules"]}
        self.text = text

    def status(self, rule):
        if rule not in self.rules:
            raise LabError(f"there is no rule {rule}")
        return self.rules[rule]["status"]

    def broken(self):
        return [name for name, rule in self.rules.items() if rule["status"] == "broken"]

    def assert_kept(self, *rules):
        """Kept, and not merely that nothing exercised it."""
        for rule in rules:
            assert self.status(rule) == "kept", f"{rule} is {self.status(rule)}.\n{self.text}"

    def is_good(self, started):
        """A test without work proves nothing, and may. One whose work nobody did proves nothing, and may not."""
        idle = all(rule["status"] in ("not-exercised", "not-observable") for rule in self.rules.values())
        return self.conclusion != "broken" and not (started and idle)


class Lab:
    """The lab of one test."""

    def __init__(self, process, seed=None, fail_on="error", action_types=(), artifacts=False, **expectations):
        """expectations: poll_interval and patience in seconds, and continuations, as far as they are not the usual ones"""
        self._process = process
        self._artifacts = artifacts
        self._expectations = expectations
        self._runs = 0
        self._fail_on = fail_on
        self._seed = seed
        self._declared = list(action_types)
        self._made = None
        self._started = False
        self.time = Time(self)
        self.faults = Faults(self)

    def _open(self):
        """Made when it is first asked for anything, with the type of the first action unless types were declared."""
        if not self._made:
            wanted = {"actionTypes": [{"id": it} for it in self._declared], "watchesOutput": True}
            if self._seed is not None:
                wanted["seed"] = self._seed
            wanted["artifacts"] = self._artifacts
            wanted["expectations"] = {
                "pollInterval": self._expected("poll_interval"),
                "continuations": self._expectations.get("continuations"),
                "patience": self._expected("patience"),
            }
            self._made = self._process.ask("POST", "/labs", wanted)
        return self._made

    def _expected(self, name):
        seconds = self._expectations.get(name)
        return None if seconds is None else duration(seconds)

    def ask(self, method, path, body=None):
        return self._process.ask(method, f"/labs/{self._open()['id']}{path}", body)

    def expect(self, path, body):
        """Something of the worker; otherwise the test fails."""
        try:
            return self.ask("POST", path, body)
        except LabError as vain:
            raise AssertionError(str(vain)) from None

    @property
    def endpoint(self):
        return self._open()["endpoint"]

    @property
    def seed(self):
        return self._open()["seed"]

    @property
    def environment(self):
        """What a worker that is a process of its own finds its way by."""
        self._open()
        return self.ask("GET", "")["environment"]

    def new_client(self):
        """One more customer of a third party: its id. Workers that are started after this find its token."""
        return self.ask("POST", "/clients")["id"]

    def boto3(self):
        """Arguments for boto3.client("codepipeline", **jobport.boto3())."""
        made = self._open()
        return {
            "endpoint_url": made["endpoint"],
            "region_name": made["region"],
            "aws_access_key_id": made["accessKeyId"],
            "aws_secret_access_key": made["secretAccessKey"],
        }

    def start(self, action_type, configuration=None, faults=(), failing=None, inputs=(), outputs=(), client=None):
        """Starts an action. Its first job can be polled at once, so its faults are named here too.

        failing: whether its work is meant to fail; a worker that reports otherwise is wrong
        inputs, outputs: the names of artifacts
        client: whose action it is, if not the usual client's; for third-party actions
        """
        if not self._made and not self._declared:
            self._declared = [action_type]
        if action_type not in self._open()["actionTypes"]:
            raise LabError(f"declare {action_type}: @pytest.mark.jobport(action_types=[...]), or jobport_action_types")
        wanted = {
            "actionType": action_type,
            "configuration": configuration or {},
            "faults": list(faults),
            "workFails": failing,
            "inputArtifacts": [{"name": name} for name in inputs],
            "outputArtifacts": [{"name": name} for name in outputs],
            "clientId": client,
        }
        action = Action(self, self.ask("POST", "/actions", wanted))
        self._started = True
        return action

    @contextlib.contextmanager
    def run(self, command, **options):
        """A worker as a child process, which is ended with the block. What it prints, and how it ends, is judged too.

        options: of subprocess.Popen, such as cwd; env is added to the environment
        """
        environment = {name: value for name, value in os.environ.items() if name not in ELSEWHERE}
        environment.update(self.environment, **options.pop("env", {}))
        pipes = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        self._runs += 1
        name = f"worker-{self._runs}"
        self._mark(name, "started", command if isinstance(command, str) else " ".join(map(str, command)))
        child = subprocess.Popen(command, env=environment, **pipes, **options)
        readers = [
            threading.Thread(target=self._hear, args=(name, stream), daemon=True)
            for name, stream in (("stdout", child.stdout), ("stderr", child.stderr))
        ]
        readers.append(threading.Thread(target=self._await_end, args=(name, child), daemon=True))
        for reader in readers:
            reader.start()
        try:
            yield child
        finally:
            self._end(name, child)
            for reader in readers:
                reader.join(2)  # whatever the child has started may keep it open

    def _end(self, name, child):
        """Asks it to end, and makes it after 10 seconds."""
        if child.poll() is None:
            self._mark(name, "signalled", "SIGTERM")
            child.terminate()
        try:
            child.wait(10)
        except subprocess.TimeoutExpired:
            self._mark(name, "signalled", "SIGKILL")
            child.kill()
            child.wait()

    def _await_end(self, name, child):
        code = child.wait()
        with contextlib.suppress(LabError):
            self._mark(name, "ended", str(code if code >= 0 else 128 - code))  # as a shell tells of a signal

    def _mark(self, name, kind, detail):
        self.ask("POST", "/process", {"kind": kind, "process": name, "detail": detail})

    def _hear(self, name, stream):
        with contextlib.suppress(LabError), stream:
            for line in stream:
                text = line.decode("utf-8", "replace").rstrip("\r\n")
                for masked in self.ask("POST", "/output", {"stream": name, "lines": [text]})["lines"]:
                    print(masked)

    def settle(self, seconds=10):
        """Waits until the worker has nothing in hand, and has polled again and found nothing."""
        self.expect("/settle", {"atMost": duration(seconds)})

    def verdict(self):
        """On all that was seen so far."""
        told = self.ask("GET", f"/verdict?format=json&failOn={self._fail_on}")
        return Verdict(told, self.ask("GET", f"/verdict?format=text&failOn={self._fail_on}"))

    def history(self):
        """All that was seen, without secrets: lines of JSON, which jobport verdict judges again."""
        return self.ask("GET", "/history")

    def log(self):
        """The end of it, for people."""
        return f"seed {self.seed}\n" + self.ask("GET", "/history?format=text")

    def complaint(self):
        """What is to be said against the worker or the test when it is over; None if nothing is."""
        if not self._made:
            return None
        verdict = self.verdict()
        if not verdict.is_good(self._started):
            return verdict.text.strip()
        if self.faults.missed():
            return "Jobport: what was planned never happened: " + ", ".join(self.faults.missed())
        return None

    def is_made(self):
        return self._made is not None

    def close(self):
        if self._made:
            self._process.ask("DELETE", f"/labs/{self._made['id']}")


def duration(seconds):
    return f"PT{seconds:f}S"


LAB = pytest.StashKey()


def pytest_addoption(parser):
    parser.addini("jobport_action_types", "the action types of each lab", type="linelist", default=[])
    parser.addini("jobport_fail_on", "how severe a broken rule must be: error, warning or advice", default="error")


def pytest_configure(config):
    config.addinivalue_line("markers", "jobport(seed, fail_on, action_types, artifacts, poll_interval, continuations, patience): what the test's lab is like")


@pytest.fixture(scope="session")
def jobport_process():
    process = Process()
    yield process
    process.close()


@pytest.fixture
def jobport(jobport_process, request):
    """A lab of the test's own. When the test is over, its worker is judged."""
    given = {"fail_on": request.config.getini("jobport_fail_on")}
    given["action_types"] = request.config.getini("jobport_action_types")
    for mark in reversed(list(request.node.iter_markers("jobport"))):
        unknown = set(mark.kwargs) - OPTIONS
        if mark.args or unknown:
            raise LabError(f"the marker jobport takes {', '.join(sorted(OPTIONS))}, and no {unknown or mark.args}")
        given.update(mark.kwargs)
    lab = Lab(jobport_process, **given)
    request.node.stash[LAB] = lab
    yield lab
    lab.close()


@pytest.hookimpl(trylast=True)
def pytest_runtest_call(item):
    """Comes after the test itself, if that passed: a broken rule fails it, and can be expected like other failures."""
    lab = item.stash.get(LAB, None)
    complaint = lab and lab.complaint()
    if complaint:
        pytest.fail(complaint, pytrace=False)


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item, call):
    """Whoever failed is shown what was seen."""
    lab = item.stash.get(LAB, None)
    failed = call.excinfo is not None and not isinstance(call.excinfo.value, pytest.skip.Exception)
    if call.when == "call" and failed and lab and lab.is_made():
        item.add_report_section("call", "jobport", lab.log())
    yield
