// A job worker of custom actions on nothing but Node: it signs its requests itself. It is sound, or has the one sin that is
// named: worker.mjs ACTION_TYPE [SIN]
//
// A job's configuration says what its work does: fail=true lets it fail, steps=N lets it go on by N follow-ups.

import { createHash, createHmac, randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";

const SINS = [
  "succeeds-whatever-happened", // the outcome of the work is not looked at
  "gives-up-a-lost-result", // a result whose answer is lost is not sent again
  "hammers", // it polls again at once, whatever was answered
  "acknowledges-twice",
  "fails-without-a-word", // the message of a failure is empty, and nobody looks at the refusal
  "reads-before-it-acknowledges", // the work begins with the artifact, whoever gets the job
];

const [, , actionType, sin] = process.argv;
const [owner, category, provider, version] = actionType.split("/");
if (sin && !SINS.includes(sin)) {
  console.error(`no such sin: ${sin}`);
  process.exit(2);
}

const endpoint = new URL(process.env.AWS_ENDPOINT_URL_CODEPIPELINE);
const region = process.env.AWS_REGION;
const sha256 = (text) => createHash("sha256").update(text).digest("hex");
const hmac = (key, text) => createHmac("sha256", key).update(text).digest();

function signed(headers, body) {
  const time = new Date().toISOString().replace(/[-:]|\.\d+/g, "");
  const scope = `${time.slice(0, 8)}/${region}/codepipeline/aws4_request`;
  const all = { ...headers, host: endpoint.host, "x-amz-date": time };
  const names = Object.keys(all).sort();
  const canonical = names.map((name) => `${name}:${all[name]}\n`).join("");
  const request = ["POST", "/", "", canonical, names.join(";"), sha256(body)].join("\n");
  const toSign = ["AWS4-HMAC-SHA256", time, scope, sha256(request)].join("\n");
  const key = scope.split("/").reduce(hmac, `AWS4${process.env.AWS_SECRET_ACCESS_KEY}`);
  delete all.host;
  all.authorization =
    `AWS4-HMAC-SHA256 Credential=${process.env.AWS_ACCESS_KEY_ID}/${scope}, ` +
    `SignedHeaders=${names.join(";")}, Signature=${hmac(key, toSign).toString("hex")}`;
  return all;
}

class Refused extends Error {}

async function call(operation, members, tries = 6) {
  const body = JSON.stringify(members);
  const invocation = randomUUID();
  for (let attempt = 1; ; attempt++) {
    const headers = {
      "content-type": "application/x-amz-json-1.1",
      "x-amz-target": `CodePipeline_20150709.${operation}`,
      "amz-sdk-invocation-id": invocation,
      "amz-sdk-request": `attempt=${attempt}; max=${tries}`,
    };
    let trouble;
    try {
      const options = { method: "POST", headers: signed(headers, body), body, signal: AbortSignal.timeout(20_000) };
      const answer = await fetch(endpoint, options);
      const text = await answer.text();
      const told = text ? JSON.parse(text) : {};
      if (answer.ok) {
        return told;
      }
      trouble = new Refused(told.__type ?? String(answer.status));
      if (answer.status < 500 && !/Throttling/.test(trouble.message)) {
        throw trouble;
      }
    } catch (failure) {
      if (failure === trouble) {
        throw failure;
      }
      trouble = failure;
    }
    if (attempt === tries) {
      throw trouble;
    }
    await pause(2 ** attempt * 100 * (0.5 + Math.random()));
  }
}

/** Of the store only key and token are looked at; a signature is not. */
async function read(artifact, { accessKeyId, sessionToken }) {
  const { bucketName, objectKey } = artifact.location.s3Location;
  const headers = { authorization: `AWS4-HMAC-SHA256 Credential=${accessKeyId}/any`, "x-amz-security-token": sessionToken };
  await (await fetch(`${process.env.AWS_ENDPOINT_URL_S3}/${bucketName}/${objectKey}`, { headers })).arrayBuffer();
}

async function serve(job) {
  if (sin === "reads-before-it-acknowledges") {
    for (const artifact of job.data.inputArtifacts) await read(artifact, job.data.artifactCredentials);
  }
  const claim = { jobId: job.id, nonce: job.nonce };
  const { status } = await call("AcknowledgeJob", claim);
  if (sin === "acknowledges-twice") {
    await call("AcknowledgeJob", claim).catch(() => {});
  }
  if (status !== "InProgress") {
    return;
  }
  const configuration = job.data.actionConfiguration?.configuration ?? {};
  if (configuration.fail === "true" && sin !== "succeeds-whatever-happened") {
    const failureDetails = { type: "JobFailed", message: sin === "fails-without-a-word" ? "" : "The work failed, as it was told to." };
    await call("PutJobFailureResult", { jobId: job.id, failureDetails });
    return;
  }
  const done = Number(job.data.continuationToken?.split("-")[1] ?? 0) + 1;
  const result = { jobId: job.id, executionDetails: { summary: `${done} done`, externalExecutionId: "run" } };
  if (done < Number(configuration.steps ?? 1)) {
    result.continuationToken = `run-${done}`;
  }
  await call("PutJobSuccessResult", result, sin === "gives-up-a-lost-result" ? 1 : 6);
}

console.log(`polling for jobs of ${actionType}`);
for (;;) {
  try {
    const poll = { actionTypeId: { owner, category, provider, version }, maxBatchSize: 1 };
    const { jobs } = await call("PollForJobs", poll, sin === "hammers" ? 1 : 6);
    for (const job of jobs) {
      await serve(job);
    }
  } catch (trouble) {
    console.log(`trouble: ${trouble.message}`);
  }
  await pause(sin === "hammers" ? 20 : 1000);
}
