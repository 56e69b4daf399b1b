// The story as the AWS SDK for JavaScript v3 tells it. See ../README.md for what it is given and what it prints.

import { randomUUID } from "node:crypto";
import { createRequire } from "node:module";
import {
  AcknowledgeJobCommand,
  AcknowledgeThirdPartyJobCommand,
  CodePipelineClient,
  CodePipelineServiceException,
  CreateCustomActionTypeCommand,
  DeleteCustomActionTypeCommand,
  GetActionTypeCommand,
  GetJobDetailsCommand,
  GetThirdPartyJobDetailsCommand,
  ListTagsForResourceCommand,
  PollForJobsCommand,
  PollForThirdPartyJobsCommand,
  PutJobFailureResultCommand,
  PutJobSuccessResultCommand,
  PutThirdPartyJobFailureResultCommand,
  PutThirdPartyJobSuccessResultCommand,
  ListActionTypesCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateActionTypeCommand,
  paginateListActionTypes,
} from "@aws-sdk/client-codepipeline";

const {
  ENDPOINT,
  LOSSY_ENDPOINT,
  THROTTLED_ENDPOINT,
  CUSTOM_JOB_ID,
  PROVIDER,
  CLIENT_TOKEN: clientToken,
  AWS_ACCESS_KEY_ID,
  AWS_SECRET_ACCESS_KEY,
  OPERATOR_ACCESS_KEY_ID,
  OPERATOR_SECRET_ACCESS_KEY,
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

const actionType = (version, provider = PROVIDER, owner = "ThirdParty") => ({
  category: "Test",
  owner,
  provider,
  version,
});

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
  await refused("custom-job", new GetThirdPartyJobDetailsCommand({ jobId: CUSTOM_JOB_ID, clientToken }));
}

async function customPoll(client, chapter) {
  const { jobs } = await client.send(
    new PollForJobsCommand({
      actionTypeId: actionType(chapter, PROVIDER, "Custom"),
      maxBatchSize: 1,
      queryParam: { suite: "smoke" },
    }),
  );
  return jobs;
}

async function customAcknowledge(client, { id: jobId, nonce }) {
  const { status } = await client.send(new AcknowledgeJobCommand({ jobId, nonce }));
  return status;
}

async function custom(client) {
  let jobs = await customPoll(client, "custom");
  step("custom", "poll", jobs.length);
  const [first] = jobs;
  step("custom", "poll-data", first.data.actionConfiguration.configuration.suite);
  const { jobDetails } = await client.send(new GetJobDetailsCommand({ jobId: first.id }));
  step("custom", "details", jobDetails.data.actionConfiguration.configuration.suite);
  step("custom", "acknowledge", await customAcknowledge(client, first));
  await client.send(
    new PutJobSuccessResultCommand({
      jobId: first.id,
      continuationToken: "step-2",
      executionDetails: { summary: "Half way", percentComplete: 50, externalExecutionId: "run-1" },
    }),
  );
  step("custom", "continue", "done");

  jobs = await customPoll(client, "custom");
  step("custom", "poll-again", jobs.length);
  const [second] = jobs;
  step("custom", "poll-data-again", second.data.continuationToken);
  step("custom", "acknowledge-again", await customAcknowledge(client, second));
  await client.send(
    new PutJobSuccessResultCommand({
      jobId: second.id,
      executionDetails: { summary: "Green", percentComplete: 100 },
      outputVariables: { Commit: "c0ffee" },
    }),
  );
  step("custom", "succeed", "done");
  step("custom", "poll-last", (await customPoll(client, "custom")).length);
}

async function customFailure(client) {
  const jobs = await customPoll(client, "c-failure");
  step("c-failure", "poll", jobs.length);
  const [job] = jobs;
  step("c-failure", "acknowledge", await customAcknowledge(client, job));
  await client.send(
    new PutJobFailureResultCommand({
      jobId: job.id,
      failureDetails: { type: "JobFailed", message: "2 tests are red" },
    }),
  );
  step("c-failure", "fail", "done");
}

async function customErrors(client) {
  const [{ id: jobId }] = await customPoll(client, "c-errors");
  const refused = async (name, command) => step("c-errors", name, await refusal(client, command));
  const pollWithoutQuery = (version) =>
    new PollForJobsCommand({ actionTypeId: actionType(version, PROVIDER, "Custom") });
  await refused("unknown-action-type", pollWithoutQuery("unknown"));
  await refused("query-missing", pollWithoutQuery("c-errors"));
  await refused("unknown-job", new GetJobDetailsCommand({ jobId: randomUUID() }));
  await refused("wrong-nonce", new AcknowledgeJobCommand({ jobId, nonce: "1" }));
  await refused("unacknowledged-job", new PutJobSuccessResultCommand({ jobId }));
  const outputVariables = { Large: "x".repeat(125_000) };
  await refused("too-many-variables", new PutJobSuccessResultCommand({ jobId, outputVariables }));
}

async function types(client) {
  const made = { category: "Build", provider: PROVIDER, version: "made" };
  const arn = (actionType) => `arn:aws:codepipeline:us-east-1:000000000000:actiontype:${actionType}`;
  const resourceArn = arn(`Custom/Build/${PROVIDER}/made`);
  const artifacts = { minimumCount: 0, maximumCount: 1 };
  const details = { inputArtifactDetails: artifacts, outputArtifactDetails: artifacts };
  const create = new CreateCustomActionTypeCommand({ ...made, ...details, tags: [{ key: "team", value: "checkout" }] });
  step("types", "worker-creates", await refusal(client, create));

  const operator = signedBy(OPERATOR_ACCESS_KEY_ID, OPERATOR_SECRET_ACCESS_KEY);
  const seen = async (name, command) => step("types", name, await refusal(operator, command));
  const tags = async () => {
    const answer = await operator.send(new ListTagsForResourceCommand({ resourceArn }));
    return answer.tags.map(({ key, value }) => `${key}=${value}`).join();
  };
  const tag = (arnOfType, key) => new TagResourceCommand({ resourceArn: arnOfType, tags: [{ key, value: "beta" }] });
  const update = (type, configuration) =>
    new UpdateActionTypeCommand({
      actionType: { id: actionType("types"), description: "told", executor: { type, configuration }, ...details },
    });

  step("types", "create", (await operator.send(create)).actionType.id.owner);
  let found = 0;
  for await (const page of paginateListActionTypes({ client: operator }, { actionOwnerFilter: "Custom" })) {
    found += page.actionTypes.filter(({ id }) => id.provider === PROVIDER && id.category === "Build").length;
  }
  step("types", "list", found);
  step("types", "tags", await tags());
  await seen("tag", tag(resourceArn, "stage"));
  await seen("untag", new UntagResourceCommand({ resourceArn, tagKeys: ["team"] }));
  step("types", "tags-again", await tags());
  const pollingServicePrincipals = ["worker.example.com"];
  await seen("update", update("JobWorker", { jobWorkerExecutorConfiguration: { pollingServicePrincipals } }));
  const { actionType: told } = await operator.send(new GetActionTypeCommand(actionType("types")));
  step("types", "get", told.description);
  const lambdaFunctionArn = "arn:aws:lambda:us-east-1:000000000000:function:f";
  await seen("lambda", update("Lambda", { lambdaExecutorConfiguration: { lambdaFunctionArn } }));
  await seen("bad-token", new ListActionTypesCommand({ nextToken: "nonsense" }));
  await seen("reserved-tag", tag(resourceArn, "aws:stage"));
  await seen("unknown-arn", tag(arn(`Custom/Build/${PROVIDER}/none`), "stage"));
  await seen("malformed-arn", tag(arn("nothing"), "stage"));
  await seen("delete", new DeleteCustomActionTypeCommand(made));
  await seen("unknown-type", new GetActionTypeCommand({ owner: "ThirdParty", ...made }));
}

async function throttle() {
  const client = new CodePipelineClient({ endpoint: THROTTLED_ENDPOINT, maxAttempts: 1 });
  const seen = [];
  for (let n = 0; n < 5; n++) {
    seen.push(await refusal(client, new PollForThirdPartyJobsCommand({ actionTypeId: actionType("unknown") })));
  }
  step("throttle", "too-fast", seen.find((each) => each.includes("Throttling")));
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
for (const chapter of [story, failure, errors, custom, customFailure, customErrors, types, identity]) {
  await chapter(new CodePipelineClient({ endpoint: ENDPOINT }));
}
await throttle();
await retry(new CodePipelineClient({ endpoint: LOSSY_ENDPOINT }));
