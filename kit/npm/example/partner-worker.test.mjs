// How a job worker of third-party actions is tested: with two clients, since each has a token of its own.

import { withLab } from "@jobport/kit";
import assert from "node:assert/strict";
import test from "node:test";
import { fileURLToPath } from "node:url";

const TYPE = "ThirdParty/Test/Acme/1";
const WORKER = [fileURLToPath(new URL("partner-worker.mjs", import.meta.url)), TYPE];
const PATIENCE = 30_000;

test(
  "each client is known by its own token",
  withLab({ actionTypes: [TYPE] }, async (lab) => {
    const usual = await lab.start(TYPE);
    const other = await lab.start(TYPE, { clientId: await lab.newClient() });
    const worker = lab.run(process.execPath, WORKER);
    assert.equal((await usual.wait(PATIENCE)).status, "SUCCEEDED");
    assert.equal((await other.wait(PATIENCE)).status, "SUCCEEDED");
    await worker.stop();

    (await lab.verdict()).assertKept("CLAIM-4", "CLAIM-6", "REPORT-2");
  }),
);

test(
  "a job whose details are out of date at once is left alone",
  withLab({ actionTypes: [TYPE] }, async (lab) => {
    await lab.start(TYPE, { faults: ["stale-details@GetThirdPartyJobDetails#1"] });
    const worker = lab.run(process.execPath, WORKER);
    await lab.settle(PATIENCE);
    await worker.stop();

    (await lab.verdict()).assertKept("CLAIM-3");
  }),
);
