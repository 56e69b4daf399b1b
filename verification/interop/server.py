"""A server of its own for the run, on loopback, with a temporary store and credentials, and its control API."""

import json
import os
import queue
import secrets
import subprocess
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from collections import namedtuple

Key = namedtuple("Key", "id secret")

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
        command = [os.path.join(home, "jobport"), "serve", "--listen", "127.0.0.1:0"]
        command += ["--store", store, *options]
        if not is_open:
            command += ["--credentials", credentials]
        with open(self._log, "w") as log:
            self._process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, text=True)
        self.url = self._wait_until_ready()

    def _credentials(self):
        def key(key, *action_types, control=False):
            return {
                "accessKeyId": key.id,
                "secretAccessKey": key.secret,
                "actionTypes": action_types,
                "control": control,
            }

        return {
            "keys": [
                key(self.worker, "ThirdParty/Test/*/*", "Custom/Test/*/*"),
                key(self.operator, control=True),
                key(self.partner, "ThirdParty/Test/Partner/1"),
            ],
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
                if line.startswith("Jobport ready on "):
                    return line.split()[3]
        except queue.Empty:
            pass
        self.stop()
        with open(self._log) as log:
            raise SystemExit("The server did not start:\n" + log.read())

    @property
    def address(self):
        url = urllib.parse.urlsplit(self.url)
        return url.hostname, url.port

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
