"""Labs instead of a server: `jobport lab` as a process, with a lab for each client, and its control API."""

import json
import os
import re
import subprocess
import urllib.error
import urllib.request

from server import Key, Stage, new_key

READY = re.compile(r"Jobport lab ready \(control (\S+), token in (.+)\)$")
STOP_SECONDS = 60


class Labs:
    def __init__(self, home, directory):
        """Starts home/jobport, which builds first if it has to; it ends with this program."""
        self.worker = new_key("AKIDWORKER")
        self.partner = new_key("AKIDPARTNER")
        self.operator = Key("AKIAJOBPORTLABWORKER", "jobport-lab-secret-access-key")  # each lab's own
        command = [os.path.join(home, "jobport"), "lab", "--control-port", "0", "--until-eof"]
        command += ["--token-file", os.path.join(directory, "token")]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        ready = READY.match(self._process.stdout.readline().rstrip("\n"))
        if not ready:
            raise SystemExit("The lab did not start; what it printed stands above")
        self._control = ready[1] + "/lab/v1"
        with open(ready[2]) as token:
            self._token = token.read().strip()
        # A lab has no limit of requests, but it can refuse each as a server does whose limit is reached.
        throttled = self._new_lab([])
        self._ask("POST", "/labs/%s/faults" % throttled["id"], {"fault": "throttle@*"})
        self.throttled = Stage(throttled["endpoint"], None, None, {})

    def stage(self, provider, chapters):
        """Prepares the actions that a client will work on, in a lab of its own."""
        names = {chapter.name: "/".join([chapter.owner, "Test", provider, chapter.name]) for chapter in chapters}
        types = [
            {
                "id": names[chapter.name],
                "continuationDelay": "PT0S",
                "properties": {"suite": "queryable"} if chapter.owner == "Custom" else {},
            }
            for chapter in chapters
        ]
        lab = self._new_lab(types)
        actions = "/labs/%s/actions/" % lab["id"]
        started = {
            chapter: actions
            + self._ask("POST", actions[:-1], {"actionType": name, "configuration": {"suite": "smoke"}})["id"]
            for chapter, name in names.items()
        }
        return Stage(lab["endpoint"], None, lab["environment"]["JOBPORT_CLIENT_TOKEN"], started)

    def look(self, action):
        """An action as the pipeline sees it, in the words of a server's control API."""
        told = self._ask("GET", action)
        return {
            **told,
            "status": "".join(word.capitalize() for word in told["status"].split("_")),
            "errorDetails": {"code": told["errorCode"], "message": told["errorMessage"]},
            "jobs": [{"jobId": job} for job in told["jobs"]],
        }

    def stop(self):
        """Lets the process end, and says whether it did so in good order."""
        self._process.stdin.close()
        try:
            return self._process.wait(STOP_SECONDS) == 0
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
            return False

    def _new_lab(self, types):
        keys = {self.worker: ["ThirdParty/Test/*/*", "Custom/Test/*/*"], self.partner: ["ThirdParty/Test/Partner/1"]}
        return self._ask(
            "POST",
            "/labs",
            {
                "actionTypes": types,
                "keys": [
                    {"accessKeyId": key.id, "secretAccessKey": key.secret, "actionTypes": may}
                    for key, may in keys.items()
                ],
            },
        )

    def _ask(self, method, path, body=None):
        request = urllib.request.Request(
            self._control + path,
            method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={"Authorization": "Bearer " + self._token},
        )
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            with opener.open(request, timeout=60) as answer:
                text = answer.read()
                return json.loads(text) if text else None
        except urllib.error.HTTPError as error:
            raise SystemExit("%s %s: %s" % (method, path, error.read().decode()))
