package example.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.lab.Lab;
import dev.jobport.verdict.Demands;
import dev.jobport.verdict.Severity;
import dev.jobport.verdict.Status;
import dev.jobport.verdict.Verdict;
import dev.jobport.verdict.report.Report;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.codepipeline.CodePipelineClient;
import software.amazon.awssdk.services.codepipeline.model.ActionTypeId;

/** Whatever happens to the worker, it keeps the protocol. */
@Execution(ExecutionMode.CONCURRENT)
class JudgedUnderRandomFaultsTest {

    private static final String OWN = "Custom/Test/Own/1";

    /** A sample of the seeds that {@code .ci/run} plays. */
    private static final int SEEDS = Integer.getInteger("jobport.seeds", 4);

    private final List<String> log = new CopyOnWriteArrayList<>();

    static LongStream seeds() {
        return LongStream.rangeClosed(1, SEEDS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void it_keeps_the_protocol_whatever_dice_fall(long seed) throws InterruptedException {
        try (Lab lab = lab(seed)) {
            List.of("lost-answer", "lost-request", "reset", "cut", "500", "500-after", "throttle", "unknown-members")
                    .forEach(fault -> lab.faults().add(fault + "@*%0.04"));
            lab.faults().add("rival@AcknowledgeJob%0.2").add("lapsed-lease@AcknowledgeJob%0.2");
            for (int i = 0; i < 4; i++) {
                start(lab);
            }
            pollUntilSettled(lab);
            Verdict verdict = lab.verdict();

            assertThat(verdict.with(Status.BROKEN))
                    .filteredOn(it -> it.severity().isAtLeast(Severity.WARNING))
                    .as(() -> log + Report.TEXT.of(verdict, Demands.USUAL))
                    .isEmpty();
        }
    }

    @Test
    void it_goes_on_when_connections_are_reset() throws InterruptedException {
        try (Lab lab = lab(7)) {
            lab.faults()
                    .add("reset@PollForJobs#1-3")
                    .add("reset@AcknowledgeJob#1-3")
                    .add("reset@PutJobSuccessResult#1-3");
            pollUntilSettled(lab); // with nothing to lose
            start(lab);
            pollUntilSettled(lab);

            lab.faults().requireAllHappened();
            lab.verdict().assertKept("ERR-5", "REPORT-2", "REPORT-4", "ERR-2");
        }
    }

    private static Lab lab(long seed) {
        return Lab.builder()
                .actionType(OWN, like -> like.continuationDelay(Duration.ZERO))
                .seed(seed)
                .start();
    }

    private static void start(Lab lab) {
        lab.start(OWN, with -> with.configuration("steps", "2").configuration("stepMillis", "0"));
    }

    /** Without the waits between polls. */
    private void pollUntilSettled(Lab lab) throws InterruptedException {
        try (SdkHttpClient connections = new Connections();
                CodePipelineClient client = client(lab, connections)) {
            Jobs jobs = new CustomJobs(client, type());
            Worker worker = new Worker(jobs, 1, new JobHandler(jobs, new TestRun(), log::add), log::add, new Random(1));
            Thread settled = new Thread(() -> lab.settle(Duration.ofSeconds(30)), "until settled");
            settled.start();
            while (settled.isAlive()) {
                worker.poll();
                settled.join(20);
            }
            worker.stop();
            worker.run();
        }
    }

    private static CodePipelineClient client(Lab lab, SdkHttpClient connections) {
        return CodePipelineClient.builder()
                .httpClient(connections)
                .endpointOverride(lab.endpoint())
                .region(Region.of(lab.region()))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(lab.accessKeyId(), lab.secretAccessKey())))
                .build();
    }

    private static ActionTypeId type() {
        return ActionTypeId.builder()
                .owner("Custom")
                .category("Test")
                .provider("Own")
                .version("1")
                .build();
    }
}
