package dev.jobport.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.jobport.domain.Account;
import dev.jobport.domain.action.ActionExecution;
import dev.jobport.domain.action.ActionExecutionId;
import dev.jobport.domain.action.ActionInput;
import dev.jobport.domain.action.Artifact;
import dev.jobport.domain.action.Artifact.S3Location;
import dev.jobport.domain.action.CurrentRevision;
import dev.jobport.domain.action.EncryptionKey;
import dev.jobport.domain.action.ExecutionDetails;
import dev.jobport.domain.action.OutputVariables;
import dev.jobport.domain.action.PipelineContext;
import dev.jobport.domain.actiontype.ActionCategory;
import dev.jobport.domain.actiontype.ActionOwner;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.actiontype.ActionTypeSettings;
import dev.jobport.domain.actiontype.JobQueue;
import dev.jobport.domain.actiontype.Timing;
import dev.jobport.domain.actiontype.UrlTemplate;
import dev.jobport.domain.client.ClientId;
import dev.jobport.domain.job.ContinuationToken;
import dev.jobport.domain.job.FailureDetails;
import dev.jobport.domain.job.FailureType;
import dev.jobport.domain.job.Invocation;
import dev.jobport.domain.job.Job;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.Nonce;
import dev.jobport.domain.job.SuccessResult;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * New jobs and results to try a store or a use case with. Each has ids of its own, and each field a value of its own, so
 * that crossed wires show.
 */
public record SomeJobs(JobQueue queue, ActionInput input, Timing timing, Instant startedAt) {

    public static final Instant START = Instant.parse("2026-03-04T05:06:07.089Z");
    public static final ActionTypeId ACTION_TYPE =
            new ActionTypeId(ActionCategory.Test, ActionOwner.ThirdParty, "Some-Provider", "v_1");
    public static final Account ACCOUNT = new Account("123456789012", "eu-central-1");
    public static final Account OTHER_ACCOUNT = new Account("210987654321", "eu-central-1");
    public static final Account OTHER_REGION = new Account("123456789012", "us-east-1");
    public static final JobQueue QUEUE = new JobQueue(ACCOUNT, ACTION_TYPE);
    public static final ActionTypeId OTHER_ACTION_TYPE =
            new ActionTypeId(ActionCategory.Deploy, ActionOwner.ThirdParty, "Other-Provider", "2");
    public static final ActionTypeId CUSTOM_ACTION_TYPE =
            new ActionTypeId(ActionCategory.Build, ActionOwner.Custom, "Own-Provider", "3");
    public static final ClientId CLIENT = new ClientId("0a1b2c3d-0000-4000-8000-00000000c11e");

    /** Where people are led from the actions. */
    public static final ActionTypeSettings SETTINGS = new ActionTypeSettings(
            Optional.of("https://example.com/sign-up"),
            Optional.of(new UrlTemplate("https://example.com/{Config:Apple}")),
            Optional.of(new UrlTemplate("https://example.com/run/{ExternalExecutionId}")),
            Optional.of(new UrlTemplate("https://example.com/revision/{RevisionId}")));

    /** The property that is secret where it is given. */
    public static final String SECRET = "Schlüssel";

    public static final Duration LEASE = Duration.ofSeconds(61);
    public static final Duration JOB_TIMEOUT = Duration.ofSeconds(602);
    public static final Duration ACTION_TIMEOUT = Duration.ofSeconds(3603);
    public static final Duration DELAY = Duration.ofSeconds(34);

    /** Every optional member is there. */
    public static final ActionInput FULL_INPUT = new ActionInput(
            configuration(),
            new PipelineContext(
                    Optional.of("Pipeline.Name"),
                    Optional.of("Stage-Name"),
                    Optional.of("Action_Name"),
                    Optional.of("arn:aws:codepipeline:eu-central-1:123456789012:Pipeline.Name"),
                    Optional.of("5f1ed000-1111-4222-8333-444444444444")),
            List.of(
                    new Artifact(
                            "InputOne",
                            Optional.of("revision-one"),
                            Optional.of(new S3Location("bucket-in-one", "key/in/eins-ä.zip"))),
                    new Artifact("InputTwo", Optional.empty(), Optional.empty())),
            List.of(
                    new Artifact(
                            "OutputOne",
                            Optional.empty(),
                            Optional.of(new S3Location("bucket-out-one", "key/out/one"))),
                    new Artifact("OutputTwo", Optional.of("revision-two"), Optional.empty())),
            Optional.of(new EncryptionKey("alias/the-key", EncryptionKey.Type.KMS)));

    /** No optional member is there, and every list is empty. */
    public static final ActionInput BARE_INPUT =
            new ActionInput(Map.of(), PipelineContext.NONE, List.of(), List.of(), Optional.empty());

    public static final FailureDetails FAILURE = new FailureDetails(
            FailureType.RevisionUnavailable, "Die Prüfung schlug fehl: \"¿qué?\" 失敗", Optional.of("external-failed"));
    public static final FailureDetails BARE_FAILURE =
            new FailureDetails(FailureType.JobFailed, "failed", Optional.empty());
    public static final SuccessResult BARE_SUCCESS =
            new SuccessResult(Optional.empty(), Optional.empty(), Optional.empty());
    /** A success that hands something on. */
    public static final SuccessResult SUCCESS_WITH_VARIABLES = new SuccessResult(
            Optional.empty(), Optional.empty(), Optional.empty(), new OutputVariables(outputVariables()));

    public static final SuccessResult SUCCESS = success(Optional.empty());

    private static final AtomicLong COUNT = new AtomicLong();

    /** A job with everything in it. */
    public static SomeJobs aJob() {
        return new SomeJobs(QUEUE, FULL_INPUT, new Timing(LEASE, JOB_TIMEOUT, ACTION_TIMEOUT, DELAY), START);
    }

    /** A job with only what every job has. */
    public static SomeJobs aBareJob() {
        return aJob().of(BARE_INPUT);
    }

    public SomeJobs of(ActionTypeId type) {
        return of(new JobQueue(queue.account(), type, queue.queryValue()));
    }

    public SomeJobs of(Account account) {
        return of(new JobQueue(account, queue.actionTypeId(), queue.queryValue()));
    }

    public SomeJobs of(JobQueue other) {
        return new SomeJobs(other, input, timing, startedAt);
    }

    public SomeJobs of(ActionInput other) {
        return new SomeJobs(queue, other, timing, startedAt);
    }

    public SomeJobs of(Timing other) {
        return new SomeJobs(queue, input, other, startedAt);
    }

    public SomeJobs startedAt(Instant instant) {
        return new SomeJobs(queue, input, timing, instant);
    }

    /** The first job of a new action; another one on each call. */
    public Job first() {
        ActionExecutionId action = new ActionExecutionId(uuid("action"));
        return Job.first(
                newJobId(),
                new ActionExecution(action, queue, client(), input, secrets(), SETTINGS, timing, startedAt));
    }

    /** One of the properties, if there are any. */
    private Set<String> secrets() {
        return input.configuration().keySet().stream().filter(SECRET::equals).collect(Collectors.toUnmodifiableSet());
    }

    private Optional<ClientId> client() {
        return queue.actionTypeId().owner() == ActionOwner.ThirdParty ? Optional.of(CLIENT) : Optional.empty();
    }

    /** Ids whose order has nothing to do with the order in which they are made. */
    public static JobId newJobId() {
        return new JobId(uuid("job"));
    }

    public static Nonce newNonce() {
        return new Nonce("nonce-" + COUNT.incrementAndGet());
    }

    public static Optional<Invocation> newInvocation() {
        return Optional.of(new Invocation(uuid("invocation")));
    }

    /** A success with everything in it that goes on in a follow-up job. */
    public static SuccessResult successWith(String continuationToken) {
        return success(Optional.of(new ContinuationToken(continuationToken)));
    }

    private static SuccessResult success(Optional<ContinuationToken> token) {
        return new SuccessResult(
                Optional.of(new CurrentRevision(
                        "the-revision",
                        "the-change",
                        Optional.of(Instant.parse("2025-12-24T18:19:20.123Z")),
                        Optional.of("Größere Änderung 変更"))),
                token,
                Optional.of(new ExecutionDetails(
                        Optional.of("läuft 🏃 läuft"), Optional.of("external-42"), Optional.of(37))));
    }

    private static Map<String, String> outputVariables() {
        Map<String, String> inThisOrder = new LinkedHashMap<>();
        inThisOrder.put("Zulu_@", "Größe \"値\" 🔑");
        inThisOrder.put("alpha-1", "");
        return inThisOrder;
    }

    private static Map<String, String> configuration() {
        Map<String, String> inThisOrder = new LinkedHashMap<>();
        inThisOrder.put("Zebra", "a \"quoted\" value\nof two lines");
        inThisOrder.put(SECRET, "Wert \\ 値 🔑");
        inThisOrder.put("Apple", "c");
        return inThisOrder;
    }

    private static String uuid(String what) {
        return UUID.nameUUIDFromBytes((what + COUNT.incrementAndGet()).getBytes(UTF_8))
                .toString();
    }
}
