/**
 * Labs of Jobport for tests of job workers of AWS CodePipeline. Each test has a lab of its own, which judges the worker:
 *
 *     test("what a rival took is left alone", withLab({ actionTypes: [TYPE] }, async (lab) => {
 *       await lab.start(TYPE, { faults: ["rival@AcknowledgeJob"] });
 *       const worker = lab.run(process.execPath, ["my-worker.mjs"]);
 *       await lab.settle();
 *       await worker.stop();
 *       (await lab.verdict()).assertKept("CLAIM-3");
 *     }));
 *
 * One process of Jobport serves all labs of a program; it is found by the variable JOBPORT, or as jobport on the PATH,
 * and ends with the program. To use one that runs already, set JOBPORT_LAB_URL and JOBPORT_LAB_TOKEN.
 */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { constants, tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** What would lead an SDK elsewhere than into the lab. */
const ELSEWHERE = [
  "AWS_SESSION_TOKEN",
  "AWS_PROFILE",
  "AWS_DEFAULT_PROFILE",
  "AWS_ENDPOINT_URL",
  "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS",
];
const READY = /^Jobport lab .*\(control (http:\/\/\S+), token in (.+)\)$/;
const GRACE = 10_000;

/** The lab refused what it was asked, and says why. */
export class LabError extends Error {
  name = "LabError";
}

let process_;

/** Workers do not outlive this program. */
const children = new Set();
process.once("exit", () => children.forEach((child) => child.kill("SIGKILL")));

/** The one process of this program. */
function labProcess() {
  process_ ??= process.env.JOBPORT_LAB_URL ? existing() : started();
  return process_;
}

async function existing() {
  const { JOBPORT_LAB_URL: url, JOBPORT_LAB_TOKEN: token = "" } = process.env;
  return { url: url.replace(/\/+$/, ""), token };
}

async function started() {
  const launcher = process.env.JOBPORT || "jobport";
  const directory = await mkdtemp(join(tmpdir(), "jobport-lab-"));
  const options = ["--control-port", "0", "--until-eof", "--token-file", join(directory, "token")];
  const child = spawn(launcher, ["lab", ...options], { stdio: ["pipe", "pipe", "inherit"] });
  try {
    const lines = createInterface({ input: child.stdout });
    const failed = once(child, "error").then(([why]) => {
      throw new LabError(`${launcher} cannot be run; set JOBPORT to where it is: ${why.message}`);
    });
    const line = await Promise.race([once(lines, "line").then(([it]) => it), once(lines, "close").then(() => ""), failed]);
    const [, url, file] = READY.exec(line) ?? [];
    if (!url) throw new LabError(`${launcher} lab did not start; what it printed stands above`);
    const token = (await readFile(file, "utf8")).trim();
    // It does not keep this program alive, and its standard input ends with it.
    for (const it of [child, child.stdin, child.stdout]) it.unref();
    return { url, token };
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function ask(method, path, body) {
  const { url, token } = await labProcess();
  let answer;
  try {
    answer = await fetch(`${url}/lab/v1${path}`, {
      method,
      body: body === undefined ? undefined : JSON.stringify(body),
      headers: { Authorization: `Bearer ${token}` },
    });
  } catch (failure) {
    throw new LabError(`no lab answers at ${url}: ${failure.cause?.message ?? failure.message}`);
  }
  const text = await answer.text();
  if (!answer.headers.has("Jobport-Lab")) throw new LabError(`the server at ${url} is no lab`);
  if (!answer.ok) throw new LabError(JSON.parse(text).detail);
  return /^application\/json(;|$)/.test(answer.headers.get("Content-Type")) ? JSON.parse(text) : text;
}

const duration = (millis) => `PT${millis / 1000}S`;

/** What became of each rule, by its id: kept, broken, exempt, not-exercised or not-observable. */
export class Verdict {
  constructor(told, text) {
    this.conclusion = told.conclusion;
    this.rules = new Map(told.rules.map((rule) => [rule.id, rule]));
    this.text = text;
  }

  status(rule) {
    if (!this.rules.has(rule)) throw new LabError(`there is no rule ${rule}`);
    return this.rules.get(rule).status;
  }

  broken() {
    return [...this.rules.values()].filter((rule) => rule.status === "broken").map((rule) => rule.id);
  }

  /** Kept, and not merely that nothing exercised it. */
  assertKept(...rules) {
    for (const rule of rules) {
      assert.equal(this.status(rule), "kept", `${rule} is ${this.status(rule)}.\n${this.text}`);
    }
  }

  /** A test without work proves nothing, and may. One whose work nobody did proves nothing, and may not. */
  isGood(hasWork) {
    const idle = [...this.rules.values()].every((rule) => ["not-exercised", "not-observable"].includes(rule.status));
    return this.conclusion !== "broken" && !(hasWork && idle);
  }
}

/** An action that was started. Who waits for it waits in real time, because the worker is real. */
export class Action {
  #lab;

  constructor(lab, told) {
    this.#lab = lab;
    this.id = told.id;
  }

  /** status (SUCCEEDED, TIMED_OUT, ...), summary, errorCode, errorMessage, jobs and so on. */
  now() {
    return this.#lab.ask("GET", `/actions/${this.id}`);
  }

  /** Until it has ended. */
  wait(millis = 10_000) {
    return this.#await("ended", millis);
  }

  awaitAcknowledgement(millis = 10_000) {
    return this.#await("acknowledged", millis);
  }

  /** Until the worker has reported success with a continuation token, and each time for one more. */
  awaitContinuation(millis = 10_000) {
    return this.#await("continued", millis);
  }

  #await(until, millis) {
    return this.#lab.ask("POST", `/actions/${this.id}/wait`, { until, atMost: duration(millis) });
  }
}

/** One world with one port, a time, faults and a history of its own. */
export class Lab {
  #failOn;
  #hasWork = false;
  #children = new Set(); // those of this lab
  #runs = 0;

  constructor(made, failOn) {
    this.#failOn = failOn;
    this.id = made.id;
    this.endpoint = made.endpoint;
    this.region = made.region;
    this.credentials = { accessKeyId: made.accessKeyId, secretAccessKey: made.secretAccessKey };
    this.seed = made.seed;
    this.environment = made.environment;
  }

  ask(method, path, body) {
    return ask(method, `/labs/${this.id}${path}`, body);
  }

  /** Arguments for new CodePipelineClient(lab.sdk()) of the AWS SDK. */
  sdk() {
    return { endpoint: this.endpoint, region: this.region, credentials: this.credentials };
  }

  /**
   * Starts an action. Its first job can be polled at once, so its faults are named here too.
   *
   * @param input configuration, faults (texts), workFails, inputArtifacts and outputArtifacts ({name}), clientId
   */
  async start(actionType, input = {}) {
    const action = new Action(this, await this.ask("POST", "/actions", { actionType, ...input }));
    this.#hasWork = true;
    return action;
  }

  /** One more customer of a third party: its id. Workers that are started after this find its token. */
  async newClient() {
    const { id } = await this.ask("POST", "/clients");
    this.environment = (await this.ask("GET", "")).environment;
    return id;
  }

  /** A worker as a child process. What it prints, and how it ends, is judged too. End it with stop(). */
  run(command, args = [], options = {}) {
    const env = { ...process.env };
    for (const name of ELSEWHERE) delete env[name];
    Object.assign(env, this.environment, options.env);
    const name = `worker-${++this.#runs}`;
    const mark = (kind, detail) => this.ask("POST", "/process", { kind, process: name, detail });
    // One after the other; what the lab refuses is told by stop().
    let marks = mark("started", [command, ...args].join(" "));
    marks.catch(() => {});
    const then = (kind, detail) => {
      marks = marks.then(() => mark(kind, detail));
      marks.catch(() => {});
      return marks;
    };
    const child = spawn(command, args, { ...options, env, stdio: ["ignore", "pipe", "pipe"] });
    for (const all of [children, this.#children]) all.add(child);
    const failed = new Promise((resolve) => child.once("error", resolve));
    const heard = Promise.all(["stdout", "stderr"].map((stream) => this.#hear(stream, child[stream])));
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.once("exit", (code, signal) => then("ended", String(code ?? 128 + constants.signals[signal])));
    return {
      process: child,
      stop: async () => {
        if (child.exitCode === null && child.signalCode === null && child.pid !== undefined) {
          await then("signalled", "SIGTERM");
          child.kill("SIGTERM");
          const late = setTimeout(() => then("signalled", "SIGKILL").finally(() => child.kill("SIGKILL")), GRACE);
          await ended;
          clearTimeout(late);
        }
        for (const all of [children, this.#children]) all.delete(child);
        // Whatever the child has started may keep its output open.
        await Promise.race([heard, new Promise((resolve) => setTimeout(resolve, 2_000).unref())]);
        await marks;
        const why = child.pid === undefined && (await failed);
        if (why) throw new LabError(`${command} cannot be run: ${why.message}`);
      },
    };
  }

  async #hear(stream, from) {
    for await (const line of createInterface({ input: from })) {
      const { lines } = await this.ask("POST", "/output", { stream, lines: [line] });
      lines.forEach((masked) => console.log(masked));
    }
  }

  /** Waits until the worker has nothing in hand, and has polled again and found nothing. */
  async settle(millis = 10_000) {
    await this.ask("POST", "/settle", { atMost: duration(millis) });
  }

  /** The lab's time jumps when it is told to; the worker's own clock does not. Each jump tells what changed. */
  time = {
    advance: (millis) => this.#jump({ advance: duration(millis) }),
    untilLeaseLapses: (jobId) => this.#jump({ until: "leaseLapses", jobId }),
    untilJobTimesOut: (jobId) => this.#jump({ until: "jobTimesOut", jobId }),
    untilCredentialsExpire: (jobId) => this.#jump({ until: "credentialsExpire", jobId }),
    untilFollowUpIsDue: (action) => this.#jump({ until: "followUpIsDue", actionId: action.id }),
    untilActionTimesOut: (action) => this.#jump({ until: "actionTimesOut", actionId: action.id }),
  };

  async #jump(how) {
    return (await this.ask("POST", "/time", how)).changes;
  }

  /** What is to go wrong, as texts: lost-answer@AcknowledgeJob#1, throttle@Poll*#1-3, 500@*%0.05. */
  faults = {
    add: (fault) => this.ask("POST", "/faults", { fault }),
    all: async () => (await this.ask("GET", "/faults")).faults,
    missed: async () => (await this.ask("GET", "/faults")).missed,
    clear: () => this.ask("DELETE", "/faults"),
  };

  /** On all that was seen so far. */
  async verdict() {
    const told = await this.ask("GET", `/verdict?format=json&failOn=${this.#failOn}`);
    return new Verdict(told, await this.ask("GET", `/verdict?format=text&failOn=${this.#failOn}`));
  }

  /** All that was seen, without secrets: lines of JSON, which jobport verdict judges again. */
  history() {
    return this.ask("GET", "/history");
  }

  /** The end of it, for people. */
  log() {
    return this.ask("GET", "/history?format=text");
  }

  /** Fails if a rule is broken, if nobody did the work, or if a fault never happened. */
  async assertGood() {
    const verdict = await this.verdict();
    if (!verdict.isGood(this.#hasWork)) assert.fail(`${verdict.text}\n${await this.log()}`);
    const missed = await this.faults.missed();
    if (missed.length > 0) assert.fail(`Jobport: what was planned never happened: ${missed.join(", ")}`);
  }

  /** Workers that still run are ended too. */
  async close() {
    for (const child of this.#children) child.kill("SIGKILL");
    await this.ask("DELETE", "");
  }
}

/**
 * A lab whose end is yours.
 *
 * @param actionTypes names like Custom/Build/Own/1, or objects as the lab's API takes them
 * @param artifacts whether they can be read and stored, as at S3
 * @param expectations what the worker is allowed: pollInterval and patience in milliseconds, and continuations
 */
export async function openLab({ actionTypes = [], seed, artifacts, failOn = "error", expectations = {} } = {}) {
  const types = actionTypes.map((it) => (typeof it === "string" ? { id: it } : it));
  const allowed = { ...expectations };
  for (const name of ["pollInterval", "patience"]) {
    if (allowed[name] !== undefined) allowed[name] = duration(allowed[name]);
  }
  const wanted = { actionTypes: types, seed, artifacts, expectations: allowed, watchesOutput: true };
  return new Lab(await ask("POST", "/labs", wanted), failOn);
}

/** The body of a test with a lab of its own. When it is over, the worker is judged. */
export function withLab(options, body) {
  return async (t) => {
    const lab = await openLab(options);
    try {
      await body(lab, t);
      await lab.assertGood();
    } finally {
      await lab.close();
    }
  };
}
