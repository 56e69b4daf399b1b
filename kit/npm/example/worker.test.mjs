// How a job worker is tested.

import { withLab } from "@jobport/kit";
import assert from "node:assert/strict";
import test from "node:test";
import { fileURLToPath } from "node:url";

const TYPE = "Custom/Build/Own/1";
const WORKER = [fileURLToPath(new URL("worker.mjs", import.meta.url)), TYPE];
const PATIENCE = 30_000;

test(
  "a build succeeds",
  withLab({ actionTypes: [TYPE] }, async (lab) => {
    const build = await lab.start(TYPE, { configuration: { Project: "shop" } });
    const worker = lab.run(process.execPath, WORKER);
    const outcome = await build.wait(PATIENCE);
    await lab.settle(PATIENCE);
    await worker.stop();

    assert.equal(outcome.status, "SUCCEEDED");
    assert.equal(outcome.summary, "built shop");
    (await lab.verdict()).assertKept("CLAIM-4", "REPORT-1", "REPORT-2");
  }),
);

test(
  "a failure of the work is reported",
  withLab({ actionTypes: [TYPE] }, async (lab) => {
    const build = await lab.start(TYPE, { configuration: { Project: "broken" }, workFails: true });
    const worker = lab.run(process.execPath, WORKER);
    assert.equal((await build.wait(PATIENCE)).status, "FAILED");
    await worker.stop();

    (await lab.verdict()).assertKept("REPORT-13");
  }),
);

test(
  "what a rival took is left alone",
  withLab({ actionTypes: [TYPE], seed: 7 }, async (lab) => {
    await lab.start(TYPE, { faults: ["rival@AcknowledgeJob"] });
    const worker = lab.run(process.execPath, WORKER);
    await lab.settle(PATIENCE);
    await worker.stop();

    (await lab.verdict()).assertKept("CLAIM-3");
  }),
);

test("a careless worker is found out", async () => {
  const judged = withLab({ actionTypes: [TYPE] }, async (lab) => {
    await lab.start(TYPE, { faults: ["rival@AcknowledgeJob"] });
    const worker = lab.run(process.execPath, [...WORKER, "--careless"]);
    await lab.settle(PATIENCE);
    await worker.stop();
    assert.deepEqual((await lab.verdict()).broken(), ["CLAIM-3"]);
  });

  await assert.rejects(judged(), /CLAIM-3 error {2}A job that somebody else has is left alone\./);
});
