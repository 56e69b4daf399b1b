package dev.jobport.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.jobport.adapters.identity.Doorkeeper;
import dev.jobport.adapters.identity.SentBody;
import dev.jobport.adapters.identity.SentHeaders;
import dev.jobport.adapters.identity.SentRequest;
import dev.jobport.adapters.persistence.memory.MemoryStore;
import dev.jobport.adapters.wire.Answer;
import dev.jobport.adapters.wire.AwsJson;
import dev.jobport.application.AwsSessionCredentials;
import dev.jobport.application.driven.ArtifactCredentials;
import dev.jobport.application.driven.Identifiers;
import dev.jobport.application.driving.ActionTypes;
import dev.jobport.application.driving.Caller;
import dev.jobport.application.driving.CustomJobWorkers;
import dev.jobport.application.driving.DrivingPorts;
import dev.jobport.application.driving.JobData;
import dev.jobport.application.driving.ThirdPartyJobDetails;
import dev.jobport.application.driving.ThirdPartyJobWorkers;
import dev.jobport.application.usecase.ActionTypeUseCases;
import dev.jobport.application.usecase.CustomJobWorkerUseCases;
import dev.jobport.application.usecase.ThirdPartyJobWorkerUseCases;
import dev.jobport.domain.Account;
import dev.jobport.domain.action.ActionExecution;
import dev.jobport.domain.action.ActionExecutionId;
import dev.jobport.domain.action.ActionInput;
import dev.jobport.domain.action.Artifact;
import dev.jobport.domain.action.PipelineContext;
import dev.jobport.domain.actiontype.ActionCategory;
import dev.jobport.domain.actiontype.ActionOwner;
import dev.jobport.domain.actiontype.ActionType;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.actiontype.ActionTypeSettings;
import dev.jobport.domain.actiontype.JobQueue;
import dev.jobport.domain.actiontype.Timing;
import dev.jobport.domain.client.Client;
import dev.jobport.domain.client.ClientId;
import dev.jobport.domain.client.ClientToken;
import dev.jobport.domain.job.Invocation;
import dev.jobport.domain.job.Job;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.Nonce;
import dev.jobport.domain.job.SuccessResult;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What the server does with a worker's requests between the web server and the store: each step, and all of a cycle. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class HotPath {

    private static final String CLIENT = "0e0b7c5a-63f8-4f0e-8f4b-2a2f9d3b6f10";
    private static final String TOKEN = "a-token-for-load-0123456789abcdef";
    private static final ActionTypeId TYPE = new ActionTypeId(ActionCategory.Test, ActionOwner.ThirdParty, "Load", "1");
    private static final ActionTypeId CUSTOM_TYPE =
            new ActionTypeId(ActionCategory.Test, ActionOwner.Custom, "Load", "1");
    private static final Timing TIMING = Timing.defaultsFor(ActionOwner.ThirdParty);
    private static final Account ACCOUNT = new Account("000000000000", "us-east-1");
    private static final Caller CALLER = Caller.anyone(ACCOUNT).in(Optional.of(new Invocation("an-invocation")));
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
    private static final Nonce NONCE = new Nonce("0123456789abcdef0123456789abcdef");
    private static final AwsSessionCredentials CREDENTIALS =
            new AwsSessionCredentials("ASIAEXAMPLE", "wJalrXUtnFEMI/K7MDENG", "FwoGZXIvYXdzEXAMPLETOKEN");
    private static final ActionInput INPUT = new ActionInput(
            Map.of("suite", "smoke", "browser", "firefox", "retries", "2"),
            PipelineContext.NONE,
            List.of(artifact("Build")),
            List.of(artifact("Report")),
            Optional.empty());

    private static final byte[] POLL = """
        {"actionTypeId":{"category":"Test","owner":"ThirdParty","provider":"Load","version":"1"},"maxBatchSize":1}\
        """.getBytes(UTF_8);

    private static final byte[] CUSTOM_POLL =
            new String(POLL, UTF_8).replace("ThirdParty", "Custom").getBytes(UTF_8);

    private static final byte[] CREATE = """
        {"category":"Build","provider":"Own","version":"1","settings":{"executionUrlTemplate":"https://ci.example/{Config:Project}"},
        "configurationProperties":[{"name":"Project","required":true,"key":true,"secret":false,"queryable":true,"type":"String"},
        {"name":"Password","required":false,"key":false,"secret":true}],
        "inputArtifactDetails":{"minimumCount":0,"maximumCount":5},"outputArtifactDetails":{"minimumCount":0,"maximumCount":1},
        "tags":[{"key":"team","value":"checkout"}]}\
        """.getBytes(UTF_8);

    private final Job queued = job(0);
    private final SuccessResult success = new SuccessResult(Optional.empty(), Optional.empty(), Optional.empty());
    private final byte[] put = put(queued.id());
    private final ThirdPartyJobDetails details = new ThirdPartyJobDetails(
            queued.id(),
            new JobData(TYPE, queued.action().id(), INPUT, Optional.empty(), Optional.of(CREDENTIALS)),
            Optional.of(NONCE));
    private final byte[] named = named(queued.id());
    private final AwsJson idle = awsJson(ready(details), null, null);
    private MemoryStore store;
    private AwsJson awsJson;
    private int jobs;

    /** Not once for all: the jobs of a whole run would fill the heap. */
    @Setup(Level.Iteration)
    public void newStore() {
        store = new MemoryStore();
        store.actionTypes().put(ACCOUNT, new ActionType(TYPE, TIMING));
        store.actionTypes().put(ACCOUNT, new ActionType(CUSTOM_TYPE, TIMING));
        store.clients().addIfAbsent(ACCOUNT, Client.register(new ClientId(CLIENT), new ClientToken(TOKEN)));
        awsJson = awsJson(
                new ThirdPartyJobWorkerUseCases(
                        store, new SameNonce(), () -> NOW, ArtifactCredentials.NONE, (job, news) -> {}),
                new CustomJobWorkerUseCases(
                        store, new SameNonce(), () -> NOW, ArtifactCredentials.NONE, (job, news) -> {}),
                new ActionTypeUseCases(store));
    }

    /** The bytes of a request made into domain values, every limit checked, for a port that does nothing. */
    @Benchmark
    public Object decode() {
        return idle.answer(request("PutThirdPartyJobSuccessResult", put));
    }

    /** The three moves of a job's life. */
    @Benchmark
    public Object move() {
        return queued.dispatch(NONCE, NOW)
                .acknowledge(NONCE, CALLER.invocation(), NOW)
                .succeed(success, () -> queued.id(), NOW);
    }

    /** The longest answer made into bytes, by a port that has it ready. */
    @Benchmark
    public Object encode() {
        return idle.answer(request("GetThirdPartyJobDetails", named));
    }

    /** Whether a worker has the client token. */
    @Benchmark
    public Object authorize() {
        return Client.register(new ClientId(CLIENT), new ClientToken(TOKEN));
    }

    /** A job added to a store in memory, and the four requests of a cycle from bytes to bytes. */
    @Benchmark
    public Object wholeCycle() {
        Job job = job(++jobs);
        store.jobs().add(job);
        call("PollForThirdPartyJobs", POLL);
        call("GetThirdPartyJobDetails", named(job.id()));
        call("AcknowledgeThirdPartyJob", acknowledge(job.id()));
        return call("PutThirdPartyJobSuccessResult", put(job.id()));
    }

    /** The same in the other family, whose poll tells what the details tell here. */
    @Benchmark
    public Object wholeCustomCycle() {
        Job job = job(++jobs, CUSTOM_TYPE, Optional.empty());
        store.jobs().add(job);
        call("PollForJobs", CUSTOM_POLL);
        call("AcknowledgeJob", acknowledge(job.id()));
        return call("PutJobSuccessResult", put(job.id()));
    }

    /** A custom action type from bytes to bytes, which is there from the second time on. */
    @Benchmark
    public Object createActionType() {
        return call("CreateCustomActionType", CREATE);
    }

    private Answer call(String operation, byte[] body) {
        Answer answer = awsJson.answer(request(operation, body));
        if (answer.status() != 200) {
            throw new IllegalStateException(operation + " was refused: " + new String(answer.body(), UTF_8));
        }
        return answer;
    }

    private static SentRequest request(String operation, byte[] body) {
        SentHeaders headers = SentHeaders.of(each -> {
            each.accept("Host", "localhost");
            each.accept("Content-Type", AwsJson.CONTENT_TYPE);
            each.accept("X-Amz-Target", "CodePipeline_20150709." + operation);
            each.accept("amz-sdk-invocation-id", "an-invocation");
        });
        return new SentRequest("POST", "/", "", headers, "", SentBody.of(body), "127.0.0.1");
    }

    private static AwsJson awsJson(ThirdPartyJobWorkers thirdParty, CustomJobWorkers custom, ActionTypes actionTypes) {
        return new AwsJson(
                new DrivingPorts(thirdParty, custom, actionTypes, null, null, null),
                Doorkeeper.withoutCredentials("localhost", List.of(ACCOUNT)),
                caller -> true,
                (requestId, failure) -> failure.printStackTrace());
    }

    /** A port that has its answers ready. */
    private static ThirdPartyJobWorkers ready(ThirdPartyJobDetails details) {
        return (ThirdPartyJobWorkers) Proxy.newProxyInstance(
                HotPath.class.getClassLoader(),
                new Class<?>[] {ThirdPartyJobWorkers.class},
                (port, method, arguments) -> method.getReturnType() == ThirdPartyJobDetails.class ? details : null);
    }

    private static byte[] named(JobId job) {
        return ("{\"jobId\":\"" + job + "\",\"clientToken\":\"" + TOKEN + "\"}").getBytes(UTF_8);
    }

    private static byte[] acknowledge(JobId job) {
        return ("{\"jobId\":\"" + job + "\",\"nonce\":\"" + NONCE.value() + "\",\"clientToken\":\"" + TOKEN + "\"}")
                .getBytes(UTF_8);
    }

    private static byte[] put(JobId job) {
        return ("{\"jobId\":\"" + job + "\",\"clientToken\":\"" + TOKEN + "\",\"executionDetails\":"
                        + "{\"summary\":\"All 128 tests passed\",\"externalExecutionId\":\"run-4711\","
                        + "\"percentComplete\":100}}")
                .getBytes(UTF_8);
    }

    private static Job job(int number) {
        return job(number, TYPE, Optional.of(new ClientId(CLIENT)));
    }

    private static Job job(int number, ActionTypeId type, Optional<ClientId> client) {
        String id = "a793403b-7ee0-41be-bd35-"
                + Long.toString(1_000_000_000_000L + number).substring(1);
        return Job.first(
                new JobId(id),
                new ActionExecution(
                        new ActionExecutionId(id),
                        new JobQueue(ACCOUNT, type),
                        client,
                        INPUT,
                        Set.of(),
                        ActionTypeSettings.NONE,
                        TIMING,
                        NOW));
    }

    private static Artifact artifact(String name) {
        return new Artifact(
                name,
                Optional.of("9fceb02"),
                Optional.of(new Artifact.S3Location("pipeline-artifacts", "storefront/" + name + "/9fceb02.zip")));
    }

    /** Only so that the benchmark knows the nonce beforehand. */
    private record SameNonce() implements Identifiers {

        @Override
        public JobId newJobId() {
            return new JobId("a793403b-7ee0-41be-bd35-d6cea367fa5c");
        }

        @Override
        public ActionExecutionId newActionExecutionId() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Nonce newNonce() {
            return NONCE;
        }

        @Override
        public ClientId newClientId() {
            throw new UnsupportedOperationException();
        }

        @Override
        public ClientToken newClientToken() {
            throw new UnsupportedOperationException();
        }
    }
}
