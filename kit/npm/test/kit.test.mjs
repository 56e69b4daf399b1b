import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import test from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { LabError, openLab, withLab } from "../index.mjs";

const TYPE = "Custom/Build/Own/1";
const HOUR = 3_600_000;

test(
  "time travels in one lab and in no other",
  withLab({ actionTypes: [TYPE] }, async (lab) => {
    const other = await openLab();
    await lab.time.advance(24 * HOUR);
    assert.equal((await lab.ask("GET", "/time")).ahead, "PT24H");
    assert.equal((await other.ask("GET", "/time")).ahead, "PT0S");
    await other.close();
  }),
);

test("work that nobody did fails the test", async () => {
  const judged = withLab({ actionTypes: [TYPE] }, (lab) => lab.start(TYPE));
  await assert.rejects(judged(), /inconclusive/);
});

test("a fault that never happened fails the test", async () => {
  const judged = withLab({ actionTypes: [TYPE] }, (lab) => lab.faults.add("rival@AcknowledgeJob"));
  await assert.rejects(judged(), /what was planned never happened: rival@AcknowledgeJob/);
});

test(
  "a jump that has nothing to wait for fails, and an action that timed out says so",
  async () => {
    const lab = await openLab({ actionTypes: [TYPE] });
    const action = await lab.start(TYPE);
    const [job] = (await action.now()).jobs;
    await assert.rejects(lab.time.untilLeaseLapses(job), /has no lease: it is Queued/);
    const changes = await lab.time.untilActionTimesOut(action);
    assert.equal(changes.at(-1).to, "TimedOut");
    assert.equal((await action.now()).status, "TIMED_OUT");
    await assert.rejects(action.awaitContinuation(50), /was not continued/);
    await lab.close();
  },
);

test("what the lab refuses is told", async () => {
  await assert.rejects(openLab({ actionTypes: ["Own"] }), LabError);
  const lab = await openLab({ actionTypes: [TYPE] });
  await assert.rejects(lab.start(TYPE, { confguration: {} }), /confguration is not known here.*configuration/);
  await assert.rejects(lab.faults.add("rivl@AcknowledgeJob"), /There is no fault rivl/);
  await assert.rejects(lab.settle(50), /has not polled since in vain/);
  await lab.close();
});

test("a worker is ended with its block, and what it printed comes back without secrets", async () => {
  const lab = await openLab({ actionTypes: [TYPE] });
  try {
    const worker = lab.run("sh", ["-c", "echo key $AWS_SECRET_ACCESS_KEY; exec sleep 60"]);
    while (!/"line":"key #c\d+"/.test(await lab.history())) await pause(20);
    await worker.stop();
    assert.equal(worker.process.signalCode, "SIGTERM");
    const seen = (await lab.history()).split("\n").filter((line) => line.includes('"t":"process"')).map(JSON.parse);
    assert.deepEqual(
      seen.map(({ process: name, kind, detail }) => [name, kind, detail.slice(0, 7)]),
      [
        ["worker-1", "STARTED", "sh -c e"],
        ["worker-1", "SIGNALLED", "SIGTERM"],
        ["worker-1", "ENDED", "143"],
      ],
    );
  } finally {
    await lab.close();
  }
});

test("artifacts and what a worker is allowed are told to the lab", async () => {
  const expectations = { pollInterval: 200, continuations: 3, patience: 7_000 };
  const lab = await openLab({ actionTypes: [TYPE], artifacts: true, expectations });
  assert.match(lab.environment.AWS_ENDPOINT_URL_S3, /^http:\/\/127\.0\.0\.1:/);
  const history = await lab.history();
  for (const told of ["PT0.2S", '"continuations":3', "PT7S"]) assert.ok(history.includes(told), told);
  await lab.close();
});

test("a program that does not exist is told", async () => {
  const lab = await openLab();
  const worker = lab.run("no-such-program-anywhere");
  await assert.rejects(worker.stop(), /no-such-program-anywhere cannot be run/);
  await lab.close();
});

test("the process ends with the program, and a launcher that is not there is told", async () => {
  const index = fileURLToPath(new URL("../index.mjs", import.meta.url));
  const code = `import { openLab } from ${JSON.stringify(index)}; await openLab(); console.log("open");`;
  const run = promisify(execFile);
  const env = { ...process.env };
  delete env.JOBPORT_LAB_URL;
  const { stdout } = await run(process.execPath, ["--input-type=module", "-e", code], { env });
  assert.equal(stdout, "open\n");
  env.JOBPORT = "/no/such/jobport";
  await assert.rejects(run(process.execPath, ["--input-type=module", "-e", code], { env }), /set JOBPORT to where it is/);
});
