"""The action keeps its promises. Its step runs here as GitHub runs it: in bash, with the inputs put into its environment."""

import json
import os
import pathlib
import re
import shutil
import subprocess

import pytest

HERE = pathlib.Path(__file__).parent
JOBPORT = pathlib.Path(os.environ["JOBPORT"]).resolve()
HOME = JOBPORT.parent
TYPE = "Custom/Build/Own/1"
EXPRESSION = re.compile(r"\$\{\{ (.+?) \}\}")
TARGET = HOME / "examples/worker/target"
SAMPLE = f"java -XX:TieredStopAtLevel=1 -cp '{TARGET}/jobport-example-worker.jar:{TARGET}/lib/*' example.worker.Main {TYPE}"


def read_yaml(text):
    """The little of YAML that an action needs: mappings, lists, and scalars on one line. Anything else is an error."""
    lines = [(len(line) - len(line.lstrip()), line.strip()) for line in text.splitlines() if line.strip()]

    def scalar(value):
        quoted = re.fullmatch(r'"([^"\\]*)"', value)
        if quoted:
            return quoted.group(1)
        if value in ("true", "false"):
            return value == "true"
        assert re.match(r"[\w$]", value) and not re.search(r": | #|:$", value), f"not a plain scalar: {value}"
        assert not re.fullmatch(r"(?i)yes|no|on|off|null|[\d.]+", value), f"not a text: {value}"
        return value

    def node(depth):
        if lines[0][1].startswith("- "):
            items = []
            while lines and lines[0][0] == depth and lines[0][1].startswith("- "):
                lines[0] = depth + 2, lines[0][1][2:]
                items.append(node(depth + 2))
            return items
        mapping = {}
        while lines and lines[0][0] == depth:
            key, value = re.fullmatch(r"([\w-]+):(?: (.+))?", lines.pop(0)[1]).groups()
            assert key not in mapping, f"{key} is there twice"
            assert value or lines[0][0] > depth, f"{key} is empty"
            mapping[key] = scalar(value) if value else node(lines[0][0])
        return mapping

    tree = node(0)
    assert not lines, f"not in step with the lines above: {lines[0][1]}"
    return tree


ACTION = read_yaml((HERE / "action.yml").read_text())
STEP = next(step for step in ACTION["runs"]["steps"] if "run" in step)


class Step:
    """One run of the step."""

    def __init__(self, folder, inputs, **environment):
        given = {name: it.get("default", "") for name, it in ACTION["inputs"].items()} | inputs
        assert given.keys() == ACTION["inputs"].keys()
        summary, output, script = folder / "summary", folder / "output", folder / "step.sh"
        script.write_text(STEP["run"])
        environment = {
            **{name: it for name, it in os.environ.items() if name != "JOBPORT"},
            **{name: EXPRESSION.sub(lambda it: given[it.group(1)[len("inputs.") :]], it) for name, it in STEP["env"].items()},
            "GITHUB_ACTION_PATH": str(HERE),
            "GITHUB_STEP_SUMMARY": str(summary),
            "GITHUB_OUTPUT": str(output),
            "RUNNER_TEMP": str(folder),
            **environment,
        }
        shell = ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)]
        ran = subprocess.run(shell, env=environment, cwd=folder, capture_output=True, text=True, stdin=subprocess.DEVNULL)
        self.status, self.log = ran.returncode, ran.stdout + ran.stderr
        self.summary = summary.read_text() if summary.exists() else ""
        self.reports = pathlib.Path(re.fullmatch(r"reports=(.+)\n", output.read_text()).group(1))


def verify(folder, command, **inputs):
    named = {name.replace("_", "-"): it for name, it in inputs.items()}
    return Step(folder, {"command": command, "action-type": TYPE, **named}, JOBPORT=str(JOBPORT))


def test_a_sound_worker_passes_and_the_summary_is_its_report(tmp_path):
    jobs = dict(job="steps=1\nstepMillis=0", failing_job="steps=1\nstepMillis=0\nfail=true")
    step = verify(tmp_path, SAMPLE, scenario="a job\na failing job", require="REPORT-13", **jobs)
    assert step.status == 0, step.log
    assert step.summary == (step.reports / "verdict.md").read_text()
    assert re.search(r"^## Job worker: the worker kept all \d+ rules", step.summary)
    assert {it.name for it in step.reports.iterdir()} == {"history.jsonl", "verdict.json", "verdict.md", "verdict.xml"}


def test_a_broken_rule_fails_the_step_and_is_named_in_the_summary(tmp_path):
    worker = f"node '{HOME}/verification/mutants/worker.mjs' {TYPE} acknowledges-twice"
    step = verify(tmp_path, worker, scenario="a job", fail_on="warning")
    assert step.status == 1, step.log
    assert "### CLAIM-5 (warning): A job is acknowledged once." in step.summary
    judged = json.loads((step.reports / "verdict.json").read_text())
    assert [it["id"] for it in judged["rules"] if it["status"] == "broken" and it["severity"] != "advice"] == ["CLAIM-5"]


def test_a_worker_that_cannot_be_run_fails_the_step(tmp_path):
    step = verify(tmp_path, "no-such-worker")
    assert step.status == 4
    assert "the worker cannot be run" in step.summary


def test_a_step_that_was_called_wrongly_says_so_in_the_summary(tmp_path):
    step = verify(tmp_path, "true", seed="many")
    assert step.status == 2
    assert "'many' is not" in step.log
    assert "verify-worker ended with 2" in step.summary


def test_a_quote_without_its_second_is_called_wrongly(tmp_path):
    assert verify(tmp_path, "worker 'one").status == 2


@pytest.fixture
def told(tmp_path):
    """Runs the step with a Jobport that only says what it was told, and what it sees of the step's own variables."""
    jobport = tmp_path / "a jobport's double"
    jobport.write_text('#!/usr/bin/env bash\nprintf "%s\\0" "$@" >told\nenv | grep "^VERIFY_" >seen\nexit 3\n')
    jobport.chmod(0o755)

    def tell(inputs):
        step = Step(tmp_path, inputs, JOBPORT=str(jobport))
        assert step.status == 3, step.log
        assert (tmp_path / "seen").read_text() == ""
        arguments = (tmp_path / "told").read_text().split("\0")[:-1]
        reports = [it for it in arguments if it.startswith("--report=")]
        assert reports == [
            f"--report={form}={step.reports}/{file}"
            for form, file in (("md", "verdict.md"), ("json", "verdict.json"), ("junit", "verdict.xml"), ("history", "history.jsonl"))
        ]
        return [it for it in arguments if it not in reports]

    return tell


def test_every_input_of_the_verdict_is_an_option_of_that_name(told):
    own = {"command", "java-version", "upload-name"}
    options = ACTION["inputs"].keys() - own
    arguments = told({"command": "worker", **{name: f"a {name}" for name in options}})
    assert arguments[0] == "verify-worker"
    assert arguments[-2:] == ["--", "worker"]
    assert sorted(arguments[1:-2]) == sorted(f"--{name}=a {name}" for name in options)


def test_every_option_of_the_verdict_is_an_input():
    usage = subprocess.run([JOBPORT, "verify-worker", "--help"], capture_output=True, text=True, check=True).stdout
    options = set(re.findall(r"^ {2,6}(?:-\w, )?--([\w-]+)", usage, re.MULTILINE))
    own = {"help", "version", "dry-run", "report"}
    assert own < options
    assert options - own == ACTION["inputs"].keys() - {"command", "java-version", "upload-name"}


def test_every_input_is_used_and_nothing_else():
    assert set(re.findall(r"inputs\.([\w-]+)", (HERE / "action.yml").read_text())) == ACTION["inputs"].keys()
    assert "inputs." not in STEP["run"]  # what an input holds never becomes a part of a script


def test_the_example_of_the_page_knows_the_inputs():
    page = (HERE / "README.md").read_text()
    names = re.findall(r"^    ([\w-]+):", page[page.index("```yaml") :], re.MULTILINE)
    assert {"command", "action-type"} <= set(names) <= ACTION["inputs"].keys()


def test_lines_are_values_and_what_is_not_given_is_left_out(told):
    arguments = told({"command": "worker", "action-type": TYPE, "job": "a=1\nb= two words \n\n", "quick": "true"})
    assert sorted(arguments[1:-2]) == sorted(
        [f"--action-type={TYPE}", "--artifacts=false", "--job=a=1", "--job=b= two words ", "--quick=true", "--strict-baseline=false"]
    )


EVIL = "$(touch pwned) `touch pwned` ; touch pwned & \"two\" 'one' \\ * ~ $HOME @told --help"


def test_no_shell_reads_a_value(told, tmp_path):
    arguments = told({"command": "worker", "action-type": EVIL, "job": f"a={EVIL}", "baseline": EVIL})
    assert {f"--action-type={EVIL}", f"--job=a={EVIL}", f"--baseline={EVIL}"} < set(arguments)
    assert not (tmp_path / "pwned").exists()


def test_quotes_keep_the_words_of_a_command_together_and_nothing_in_it_is_expanded(told, tmp_path):
    command = """'my worker' "it's" two\\ words\n  --say='a "b"' $(touch pwned) $HOME `touch pwned` * ; | & > x @told --help"""
    words = told({"command": command, "action-type": TYPE})
    assert words[words.index("--") + 1 :] == [
        *("my worker", "it's", "two words", '--say=a "b"', "$(touch", "pwned)", "$HOME", "`touch", "pwned`", "*"),
        *(";", "|", "&", ">", "x", "@told", "--help"),
    ]
    assert not (tmp_path / "pwned").exists()


def test_without_a_name_jobport_is_that_of_the_checkout(tmp_path):
    here = tmp_path / "its checkout" / "kit" / "action"
    shutil.copytree(HERE, here)
    jobport = tmp_path / "its checkout" / "jobport"
    jobport.write_text("#!/usr/bin/env bash\nexit 33\n")
    jobport.chmod(0o755)
    step = Step(tmp_path, {"command": "worker", "action-type": TYPE}, GITHUB_ACTION_PATH=str(here))
    assert step.status == 33, step.log


def test_the_action_is_yaml_to_others_too():
    yaml = pytest.importorskip("yaml")
    assert yaml.safe_load((HERE / "action.yml").read_text()) == ACTION
