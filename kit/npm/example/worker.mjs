// A job worker of custom actions on the AWS SDK: worker.mjs ACTION_TYPE [--careless]
//
// With --careless it takes the refusal of its acknowledgement for a failure of the work, as many workers do.

import {
  AcknowledgeJobCommand,
  CodePipelineClient,
  PollForJobsCommand,
  PutJobFailureResultCommand,
  PutJobSuccessResultCommand,
} from "@aws-sdk/client-codepipeline";
import { setTimeout as pause } from "node:timers/promises";

const [, , actionType, ...options] = process.argv;
const [owner, category, provider, version] = actionType.split("/");
const careless = options.includes("--careless");
const codePipeline = new CodePipelineClient();

function fail(job, message) {
  const failureDetails = { type: "JobFailed", message: message.slice(0, 5000) || "no message" };
  return codePipeline.send(new PutJobFailureResultCommand({ jobId: job.id, failureDetails }));
}

async function isAcknowledged(job) {
  try {
    const { status } = await codePipeline.send(new AcknowledgeJobCommand({ jobId: job.id, nonce: job.nonce }));
    return status === "InProgress";
  } catch (refused) {
    if (!["InvalidNonceException", "JobNotFoundException"].includes(refused.name)) throw refused;
    if (careless) await fail(job, refused.message);
    return false;
  }
}

function build(project) {
  if (project === "broken") throw new Error("the project does not compile");
  return `built ${project}`;
}

async function work(job) {
  let summary;
  try {
    summary = build(job.data.actionConfiguration.configuration?.Project ?? "shop");
  } catch (failure) {
    await fail(job, `${failure.name}: ${failure.message}`);
    return;
  }
  await codePipeline.send(new PutJobSuccessResultCommand({ jobId: job.id, executionDetails: { summary } }));
}

async function poll() {
  const actionTypeId = { owner, category, provider, version };
  const { jobs } = await codePipeline.send(new PollForJobsCommand({ actionTypeId, maxBatchSize: 1 }));
  for (const job of jobs ?? []) {
    if (await isAcknowledged(job)) await work(job);
  }
  return jobs?.length > 0;
}

for (;;) {
  let found = false;
  try {
    found = await poll();
  } catch (failure) {
    console.error(`goes on after ${failure.name}`);
  }
  if (!found) await pause(200); // in production: 30 s, and not in step with others
}
