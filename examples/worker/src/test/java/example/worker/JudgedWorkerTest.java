package example.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.junit.JobportExtension;
import dev.jobport.lab.Action;
import dev.jobport.lab.Lab;
import dev.jobport.lab.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.codepipeline.CodePipelineClient;
import software.amazon.awssdk.services.codepipeline.model.ActionTypeId;

/** The whole worker on the real protocol. Each test fails, too, if the worker breaks a rule of it. */
@Timeout(30)
class JudgedWorkerTest {

    private static final String OWN = "Custom/Test/Own/1";
    private static final String ACME = "ThirdParty/Test/Acme/1";

    @RegisterExtension
    final JobportExtension jobport = JobportExtension.lab().actionType(OWN).actionType(ACME);

    private final List<String> log = new CopyOnWriteArrayList<>();
    private CodePipelineClient codePipeline;
    private Worker worker;

    @BeforeEach
    void a_worker_of_custom_actions(CodePipelineClient client) {
        codePipeline = client;
        worker = worker(new CustomJobs(client, type(OWN)));
    }

    /** Of one thread: it polls again when it is done with a job. */
    private Worker worker(Jobs jobs) {
        return new Worker(jobs, 1, new JobHandler(jobs, new TestRun(), log::add), log::add, new Random(1));
    }

    private static ActionTypeId type(String text) {
        String[] parts = text.split("/");
        return ActionTypeId.builder()
                .owner(parts[0])
                .category(parts[1])
                .provider(parts[2])
                .version(parts[3])
                .build();
    }

    @AfterEach
    void the_worker_stops() throws InterruptedException {
        worker.stop();
        worker.run();
    }

    @Test
    void an_action_is_followed_from_job_to_job_to_its_end(Lab lab) throws InterruptedException {
        Action run = start(lab, OWN, "false");

        assertThat(toItsEnd(lab, run).summary()).isEqualTo("2 of 2 steps passed");
        lab.verdict().assertKept("REPORT-2", "REPORT-7");
    }

    @Test
    void work_that_fails_is_a_failed_action(Lab lab) throws InterruptedException {
        Action run = start(lab, OWN, "true");

        assertThat(toItsEnd(lab, run).status()).isEqualTo(Action.Status.FAILED);
    }

    private static Action start(Lab lab, String type, String fails) {
        return lab.start(
                type,
                with -> with.configuration("steps", "2")
                        .configuration("stepMillis", "0")
                        .configuration("fail", fails));
    }

    private Action.Outcome toItsEnd(Lab lab, Action run) throws InterruptedException {
        for (int job = 1; job <= 2; job++) {
            worker.poll();
            run.awaitContinuation();
            lab.time().untilFollowUpIsDue(run);
        }
        worker.poll();
        return run.await();
    }

    @Test
    void a_job_that_a_rival_took_is_left_alone(Lab lab) throws InterruptedException {
        lab.start(
                OWN, with -> with.faults(of -> of.on(Operation.ACKNOWLEDGE_JOB).aRivalIsFaster()));

        worker.poll();
        worker.poll();
        lab.settle();

        assertThat(log).anyMatch(it -> it.endsWith("somebody else has it"));
        lab.verdict().assertKept("CLAIM-3");
    }

    @Test
    void a_lost_answer_starts_no_second_run(Lab lab) throws InterruptedException {
        lab.faults().on(Operation.ACKNOWLEDGE_JOB).first(1).loseAnswer();
        Action run = start(lab, OWN, "false");

        worker.poll();

        assertThat(run.awaitContinuation().jobs()).hasSize(2);
        assertThat(log).filteredOn(it -> it.contains("acknowledged")).hasSize(1);
    }

    @Test
    void a_customers_job_is_acknowledged_with_the_customers_token(Lab lab, @TempDir Path folder)
            throws IOException, InterruptedException {
        Path tokens = folder.resolve("tokens");
        Files.writeString(tokens, lab.client().id() + "=" + lab.client().token() + "\n");
        worker = worker(new ThirdPartyJobs(codePipeline, type(ACME), new ClientTokens(tokens)));

        assertThat(toItsEnd(lab, start(lab, ACME, "false")).status()).isEqualTo(Action.Status.SUCCEEDED);
        lab.verdict().assertKept("CLAIM-6");
    }
}
