"""A server of its own for the run, on loopback, with a temporary store and credentials, and its control API."""

import json
import os
import queue
import re
import secrets
import subprocess
import threading
import time
import urllib.error
import urllib.request
from collections import namedtuple

Key = namedtuple("Key", "id secret")

# Where one client tells its story; actions are the ids of those that were started for it, by the names of the chapters.
Stage = namedtuple("Stage", "url grpc_url client_token actions")

# What it prints when it can be reached, over HTTP and over gRPC.
READY = re.compile(r"Jobport ready on (\S+) and (\S+) ")

# The first start builds.
START_SECONDS = 600
STOP_SECONDS = 60


def new_key(name):
    return Key(name, secrets.token_urlsafe(30))


class Server:
    def __init__(self, home, directory, *options, is_open=False):
        """Starts home/jobport; everything that it keeps is in directory. Who calls an open one is not looked at."""
        self.worker = new_key("AKIDWORKER")
        self.operator = new_key("AKIDOPERATOR")
        self.partner = new_key("AKIDPARTNER")
        self._control_token = secrets.token_urlsafe(30)
        self._log = os.path.join(directory, "server.log")
        credentials = os.path.join(directory, "credentials.json")
        with open(os.open(credentials, os.O_WRONLY | os.O_CREAT, 0o600), "w") as file:
            json.dump(self._credentials(), file)
        store = "sqlite:" + os.path.join(directory, "jobport.db")
        command = [os.path.join(home, "jobport"), "serve", "--listen", "127.0.0.1:0", "--grpc", "127.0.0.1:0"]
        command += ["--store", store, *options]
        if not is_open:
            command += ["--credentials", credentials]
        with open(self._log, "w") as log:
            self._process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, text=True)
        self.url, self.grpc_url = self._wait_until_ready()

    def _credentials(self):
        rights = {
            self.worker: {"actionTypes": ["ThirdParty/Test/*/*", "Custom/Test/*/*"]},
            self.operator: {"control": True},
            self.partner: {"actionTypes": ["ThirdParty/Test/Partner/1"]},
        }
        return {
            "keys": [{"accessKeyId": key.id, "secretAccessKey": key.secret, **may} for key, may in rights.items()],
            # Who has a key's secret may do the same over gRPC, where it is sent and signs nothing.
            "tokens": [{"name": key.id, "token": key.secret, **may} for key, may in rights.items()],
            "controlTokens": [self._control_token],
        }

    def _wait_until_ready(self):
        lines = queue.Queue()

        def read():
            for line in self._process.stdout:
                lines.put(line)
            lines.put("")

        threading.Thread(target=read, daemon=True).start()
        try:
            while line := lines.get(timeout=START_SECONDS):
                if ready := READY.match(line):
                    return ready.groups()
        except queue.Empty:
            pass
        self.stop()
        with open(self._log) as log:
            raise SystemExit("The server did not start:\n" + log.read())

    def keep_busy(self):
        """From now on asks far more often than once in a second, so that whoever comes asks too often."""
        request = urllib.request.Request(
            self.url,
            data=b"{}",
            headers={
                "Content-Type": "application/x-amz-json-1.1",
                "X-Amz-Target": "CodePipeline_20150709.PollForJobs",
            },
        )

        def ask():
            opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
            while self._process.poll() is None:
                try:
                    opener.open(request, timeout=60).close()
                except OSError as refused:
                    getattr(refused, "close", lambda: None)()
                time.sleep(0.02)

        threading.Thread(target=ask, daemon=True).start()

    def stop(self):
        """Asks the server to stop, and says whether it did so in good order."""
        self._process.terminate()
        try:
            return self._process.wait(STOP_SECONDS) == 0
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
            return False

    def stage(self, provider, chapters):
        """Prepares the actions that a client will work on."""
        registered = self.control("POST", "/clients", {})
        actions = {chapter.name: self._start_action(provider, chapter, registered) for chapter in chapters}
        return Stage(self.url, self.grpc_url, registered["clientToken"], actions)

    def _start_action(self, provider, chapter, registered):
        action_type = {"continuationDelaySeconds": 0}
        action = {
            "actionTypeId": {"owner": chapter.owner, "category": "Test", "provider": provider, "version": chapter.name},
            "configuration": {"suite": "smoke"},
        }
        if chapter.owner == "Custom":
            suite = {"name": "suite", "required": True, "key": True, "secret": False, "queryable": True}
            action_type["configurationProperties"] = [suite]
        else:
            action["clientId"] = registered["clientId"]
        self.control("PUT", f"/action-types/{chapter.owner}/Test/{provider}/{chapter.name}", action_type)
        return self.control("POST", "/action-executions", action)["actionExecutionId"]

    def look(self, action):
        """An action as the pipeline sees it."""
        return self.control("GET", "/action-executions/" + action)

    def control(self, method, path, body=None):
        request = urllib.request.Request(
            self.url + "/control/v1" + path,
            method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={"Content-Type": "application/json", "Authorization": "Bearer " + self._control_token},
        )
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            with opener.open(request, timeout=60) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as error:
            raise SystemExit("%s %s: %s" % (method, path, error.read().decode()))
