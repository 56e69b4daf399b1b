// The story as the AWS SDK for JavaScript v3 tells it. See ../README.md for what it is given and what it prints.

import { randomUUID } from "node:crypto";
import { createRequire } from "node:module";
import {
  AcknowledgeThirdPartyJobCommand,
  CodePipelineClient,
  CodePipelineServiceException,
  GetThirdPartyJobDetailsCommand,
  PollForThirdPartyJobsCommand,
  PutThirdPartyJobFailureResultCommand,
  PutThirdPartyJobSuccessResultCommand,
} from "@aws-sdk/client-codepipeline";

const {
  ENDPOINT,
  LOSSY_ENDPOINT,
  PROVIDER,
  CLIENT_TOKEN: clientToken,
  AWS_ACCESS_KEY_ID,
  AWS_SECRET_ACCESS_KEY,
  PARTNER_ACCESS_KEY_ID,
  PARTNER_SECRET_ACCESS_KEY,
} = process.env;

const step = (chapter, name, seen) => console.log(chapter, name, seen);

const signedBy = (accessKeyId, secretAccessKey) =>
  new CodePipelineClient({ endpoint: ENDPOINT, credentials: { accessKeyId, secretAccessKey } });

/** The class of the exception if it is the error's own, otherwise only the error's code. */
async function refusal(client, command) {
  try {
    await client.send(command);
    return "done";
  } catch (error) {
    if (!(error instanceof CodePipelineServiceException)) throw error;
    return error.constructor.name === error.name ? error.name : `code:${error.name}`;
  }
}

const actionType = (version, provider = PROVIDER) => ({ category: "Test", owner: "ThirdParty", provider, version });

async function poll(client, chapter) {
  const { jobs } = await client.send(
    new PollForThirdPartyJobsCommand({ actionTypeId: actionType(chapter), maxBatchSize: 1 }),
  );
  return jobs;
}

async function details(client, jobId) {
  const { jobDetails } = await client.send(new GetThirdPartyJobDetailsCommand({ jobId, clientToken }));
  return jobDetails;
}

async function acknowledge(client, { id: jobId, nonce }) {
  const { status } = await client.send(new AcknowledgeThirdPartyJobCommand({ jobId, nonce, clientToken }));
  return status;
}

async function story(client) {
  let jobs = await poll(client, "story");
  step("story", "poll", jobs.length);
  const first = await details(client, jobs[0].jobId);
  step("story", "details", first.data.actionConfiguration.configuration.suite);
  step("story", "acknowledge", await acknowledge(client, first));
  await client.send(
    new PutThirdPartyJobSuccessResultCommand({
      jobId: first.id,
      clientToken,
      continuationToken: "step-2",
      executionDetails: { summary: "Half way", percentComplete: 50, externalExecutionId: "run-1" },
    }),
  );
  step("story", "continue", "done");

  jobs = await poll(client, "story");
  step("story", "poll-again", jobs.length);
  const second = await details(client, jobs[0].jobId);
  step("story", "details-again", second.data.continuationToken);
  step("story", "acknowledge-again", await acknowledge(client, second));
  await client.send(
    new PutThirdPartyJobSuccessResultCommand({
      jobId: second.id,
      clientToken,
      executionDetails: { summary: "Green", percentComplete: 100 },
    }),
  );
  step("story", "succeed", "done");
  step("story", "poll-last", (await poll(client, "story")).length);
}

async function failure(client) {
  const jobs = await poll(client, "failure");
  step("failure", "poll", jobs.length);
  const job = await details(client, jobs[0].jobId);
  step("failure", "acknowledge", await acknowledge(client, job));
  await client.send(
    new PutThirdPartyJobFailureResultCommand({
      jobId: job.id,
      clientToken,
      failureDetails: { type: "JobFailed", message: "2 tests are red" },
    }),
  );
  step("failure", "fail", "done");
}

async function errors(client) {
  const [{ jobId }] = await poll(client, "errors");
  const refused = async (name, command) => step("errors", name, await refusal(client, command));
  await refused("unknown-action-type", new PollForThirdPartyJobsCommand({ actionTypeId: actionType("unknown") }));
  await refused(
    "malformed-provider",
    new PollForThirdPartyJobsCommand({ actionTypeId: actionType("errors", "not a name") }),
  );
  await refused("unknown-job", new GetThirdPartyJobDetailsCommand({ jobId: randomUUID(), clientToken }));
  await refused("wrong-client-token", new GetThirdPartyJobDetailsCommand({ jobId, clientToken: "not-the-token" }));
  await refused("wrong-nonce", new AcknowledgeThirdPartyJobCommand({ jobId, nonce: "1", clientToken }));
  await refused("unacknowledged-job", new PutThirdPartyJobSuccessResultCommand({ jobId, clientToken }));
}

async function identity(client) {
  const [{ jobId }] = await poll(client, "identity");
  const ask = new GetThirdPartyJobDetailsCommand({ jobId, clientToken });
  const forger = signedBy(AWS_ACCESS_KEY_ID, "not-the-secret");
  step("identity", "wrong-secret", await refusal(forger, ask));
  const stranger = signedBy("AKIDSTRANGER", AWS_SECRET_ACCESS_KEY);
  step("identity", "unknown-key", await refusal(stranger, ask));
  const partner = signedBy(PARTNER_ACCESS_KEY_ID, PARTNER_SECRET_ACCESS_KEY);
  const polling = new PollForThirdPartyJobsCommand({ actionTypeId: actionType("identity") });
  step("identity", "another-partner-polls", await refusal(partner, polling));
  step("identity", "another-partner-asks", await refusal(partner, ask));
}

async function retry(client) {
  const jobs = await poll(client, "retry");
  step("retry", "poll", jobs.length);
  const job = await details(client, jobs[0].jobId);
  step("retry", "acknowledge", await acknowledge(client, job));
  const result = new PutThirdPartyJobSuccessResultCommand({ jobId: job.id, clientToken });
  step("retry", "succeed", await refusal(client, result));
}

const { version } = createRequire(import.meta.url)("@aws-sdk/client-codepipeline/package.json");
console.log("client version", version);
for (const chapter of [story, failure, errors, identity]) {
  await chapter(new CodePipelineClient({ endpoint: ENDPOINT }));
}
await retry(new CodePipelineClient({ endpoint: LOSSY_ENDPOINT }));
