"""The clients that are on this machine, and how their programs are built and started."""

import json
import os
import shutil
import subprocess
import sys
from collections import namedtuple

# name is the row in the table without the version; typed says that its errors are classes and not only codes; grpc says
# that it speaks gRPC and not AWS JSON.
Client = namedtuple("Client", "name id command environment typed grpc", defaults=[False])

HERE = os.path.dirname(os.path.abspath(__file__))
LONGEST_SECONDS = 600


class Missing(Exception):
    """Says what has to be installed."""


def find_all():
    return [*_aws_clis(), *_boto3s(), _javascript(), *_java()]


def _aws_clis():
    """One of each generation."""
    found = {}
    for program in _on_path("aws"):
        said = subprocess.run([program, "--version"], capture_output=True, text=True)
        major = (said.stdout + said.stderr).removeprefix("aws-cli/").partition(".")[0]
        found.setdefault(major, program)
    if not found:
        raise Missing("no AWS CLI: apt-get install awscli")
    return [
        Client("AWS CLI", "aws-cli-" + major, [_path("aws-cli", "story")], {"AWS_CLI": program}, typed=False)
        for major, program in sorted(found.items())
    ]


def _boto3s():
    """One of each version."""
    found = {}
    for python in _on_path("python3"):
        said = subprocess.run(
            [python, "-c", "import boto3; print(boto3.__version__)"], capture_output=True, text=True
        )
        if said.returncode == 0:
            found.setdefault(said.stdout.strip(), python)
    if not found:
        raise Missing("no boto3: apt-get install python3-boto3")
    return [
        Client("boto3", "boto3-" + version.replace(".", "-"), [python, _path("boto3", "story.py")], {}, typed=True)
        for version, python in found.items()
    ]


def _javascript():
    folder = _path("javascript")
    with open(os.path.join(folder, "package.json")) as file:
        wanted = json.load(file)["dependencies"]["@aws-sdk/client-codepipeline"]
    installed = os.path.join(folder, "node_modules", "@aws-sdk", "client-codepipeline", "package.json")
    if not os.path.exists(installed) or json.load(open(installed))["version"] != wanted:
        _build(["npm", "install", "--no-package-lock", "--no-audit", "--no-fund", "--silent"], folder)
    command = ["node", os.path.join(folder, "story.mjs")]
    return Client("AWS SDK for JavaScript", "javascript", command, {}, typed=True)


def _java():
    folder = _path("java")
    _build(["mvn", "-q", "-B", "-ntp", "package"], folder)
    home = os.environ.get("JAVA_HOME")
    java = os.path.join(home, "bin", "java") if home else "java"
    jars = os.pathsep.join([os.path.join(folder, "target", "classes"), os.path.join(folder, "target", "lib", "*")])
    quiet = {"AWS_JAVA_V1_DISABLE_DEPRECATION_ANNOUNCEMENT": "true"}
    sdks = [
        Client("AWS SDK for Java", "java-" + major, [java, "-cp", jars, "interop.SdkV" + major], quiet, typed=True)
        for major in ("1", "2")
    ]
    story = [java, "-cp", jars, "interop.GrpcStory"]
    return [*sdks, Client("grpc-java", "grpc-java", story, {}, typed=False, grpc=True)]


def run(client, environment):
    """Starts a client's program and returns what it printed, with what it complained of if it failed."""
    # No setting of whoever runs this may reach the clients.
    clean = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("AWS_", "BOTO_")) and not name.lower().endswith("_proxy")
    }
    nowhere = os.path.join(HERE, "no-such-file")
    settings = {
        "AWS_CONFIG_FILE": nowhere,
        "AWS_SHARED_CREDENTIALS_FILE": nowhere,
        "AWS_EC2_METADATA_DISABLED": "true",
        "AWS_REGION": "us-east-1",
        "AWS_DEFAULT_REGION": "us-east-1",
        "AWS_PAGER": "",
    }
    try:
        done = subprocess.run(
            client.command,
            env={**clean, **settings, **client.environment, **environment},
            capture_output=True,
            text=True,
            timeout=LONGEST_SECONDS,
        )
    except subprocess.TimeoutExpired as expired:
        return (expired.stdout or b"").decode(), "still running after %d s" % LONGEST_SECONDS
    return done.stdout, done.stderr if done.returncode else ""


def _build(command, folder):
    if not shutil.which(command[0]):
        raise Missing("no " + command[0])
    print("Building", os.path.relpath(folder, HERE), file=sys.stderr)
    done = subprocess.run(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode:
        raise SystemExit(done.stdout)


def _on_path(program):
    """Every one, not only the first."""
    found = (shutil.which(program, path=folder) for folder in os.environ["PATH"].split(os.pathsep))
    return [each for each in found if each]


def _path(*names):
    return os.path.join(HERE, *names)
