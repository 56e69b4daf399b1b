// A job worker of third-party actions on the AWS SDK: partner-worker.mjs ACTION_TYPE

import {
  AcknowledgeThirdPartyJobCommand,
  CodePipelineClient,
  GetThirdPartyJobDetailsCommand,
  PollForThirdPartyJobsCommand,
  PutThirdPartyJobSuccessResultCommand,
} from "@aws-sdk/client-codepipeline";
import { setTimeout as pause } from "node:timers/promises";

const [owner, category, provider, version] = process.argv[2].split("/");
const codePipeline = new CodePipelineClient();
// In production: the records of the partner, who gave each client its token.
const tokens = new Map(process.env.JOBPORT_CLIENT_TOKENS.split(" ").map((pair) => pair.split("=")));

async function serve({ jobId, clientId }) {
  const call = { jobId, clientToken: tokens.get(clientId) };
  const { jobDetails } = await codePipeline.send(new GetThirdPartyJobDetailsCommand(call));
  try {
    const claim = { ...call, nonce: jobDetails.nonce };
    const { status } = await codePipeline.send(new AcknowledgeThirdPartyJobCommand(claim));
    if (status !== "InProgress") return;
  } catch (refused) {
    if (refused.name === "InvalidNonceException") return; // somebody else has it
    throw refused;
  }
  const executionDetails = { summary: "tested" };
  await codePipeline.send(new PutThirdPartyJobSuccessResultCommand({ ...call, executionDetails }));
}

async function poll() {
  const actionTypeId = { owner, category, provider, version };
  const { jobs } = await codePipeline.send(new PollForThirdPartyJobsCommand({ actionTypeId, maxBatchSize: 1 }));
  for (const job of jobs ?? []) await serve(job);
  return jobs?.length > 0;
}

for (;;) {
  let found = false;
  try {
    found = await poll();
  } catch (failure) {
    console.error(`goes on after ${failure.name}`);
  }
  if (!found) await pause(200); // in production: a second, and not in step with others
}
