package dev.jobport.lab;

import static dev.jobport.lab.SoundWorker.TYPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.jobport.adapters.wire.client.RawClient.Heard;
import dev.jobport.verdict.Conclusion;
import dev.jobport.verdict.Demands;
import dev.jobport.verdict.Judgement;
import dev.jobport.verdict.RuleId;
import dev.jobport.verdict.Status;
import dev.jobport.verdict.Verdict;
import dev.jobport.verdict.history.Exchange;
import dev.jobport.verdict.history.HistoryLines;
import dev.jobport.verdict.history.LifeEvent;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.codepipeline.model.Job;

class LabTest {

    private final Lab lab = Lab.builder()
            .actionType(TYPE, with -> with.property("Project").secret("Password"))
            .seed(7)
            .start();

    private static final String FAILURE =
            "{\"jobId\":\"%s\",\"failureDetails\":{\"type\":\"JobFailed\",\"message\":\"%s\"}}";

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void a_worker_carries_an_action_out_and_keeps_the_protocol() {
        try (SoundWorker worker = new SoundWorker(lab)) {
            Action build = lab.start(TYPE, with -> with.configuration("Project", "shop"));

            Action.Outcome outcome = build.await();
            lab.settle();

            assertThat(outcome.status()).isEqualTo(Action.Status.SUCCEEDED);
            assertThat(outcome.summary()).isEqualTo("Built.");
            assertThat(worker.started()).isEqualTo(1);
        }
        Verdict verdict = lab.verdict();
        verdict.assertKept("CLAIM-4", "REPORT-1", "REPORT-2", "WIRE-1", "SEC-1", "SEC-3");
        assertThat(broken(verdict)).isEmpty();
        assertThat(verdict.conclusion(Demands.USUAL)).isEqualTo(Conclusion.KEPT);
    }

    @Test
    void what_codepipeline_has_besides_is_not_held_against_the_worker() {
        Talk talk = new Talk(lab);
        assertThat(talk.call("StopPipelineExecution", "{}").error()).isEqualTo("UnknownOperationException");
        talk.poll();

        assertThat(broken(lab.verdict())).isEmpty();
        assertThat(lab.verdict().notServed()).containsExactly("StopPipelineExecution");
    }

    private static List<String> broken(Verdict verdict) {
        return verdict.with(Status.BROKEN).stream()
                .filter(it -> !it.rule().id().toString().startsWith("POLL-1")) // it is in a hurry
                .map(Judgement::toString)
                .toList();
    }

    @Test
    void the_history_tells_each_call_and_each_step_of_a_jobs_life() {
        Action build = lab.start(TYPE, with -> with.configuration("Project", "shop"));
        try (SoundWorker worker = new SoundWorker(lab)) {
            build.await();
        }

        assertThat(lab.history().events())
                .filteredOn(Exchange.class::isInstance)
                .map(Exchange.class::cast)
                .filteredOn(it -> it.job().isPresent() || !it.answer().offers().isEmpty())
                .extracting(Exchange::operation)
                .containsExactly("PollForJobs", "AcknowledgeJob", "PutJobSuccessResult");
        assertThat(lab.history().events())
                .filteredOn(LifeEvent.class::isInstance)
                .map(LifeEvent.class::cast)
                .extracting(LifeEvent::to, LifeEvent::by)
                .containsExactly(
                        tuple("Created", Optional.empty()),
                        tuple("Queued", Optional.empty()),
                        tuple("Dispatched", Optional.of(lab.accessKeyId())),
                        tuple("InProgress", Optional.of(lab.accessKeyId())),
                        tuple("Succeeded", Optional.of(lab.accessKeyId())));
    }

    @Test
    void the_lab_can_come_to_rest_after_a_request_that_it_failed_to_answer() {
        Talk talk = new Talk(lab);
        lab.time().advance(Duration.ofDays(100 * 365).minusMinutes(1));
        lab.start(TYPE, with -> with.configuration("Project", "shop"));
        String acknowledgement = Talk.acknowledgement(talk.poll());
        lab.faults().add("action-timeout@AcknowledgeJob"); // time does not go so far
        assertThat(talk.call("AcknowledgeJob", acknowledgement).whole()).isFalse();

        lab.stopActions();
        talk.poll();
        lab.settle(Duration.ofSeconds(5));
    }

    @Test
    void of_a_request_with_very_much_in_it_only_some_is_kept() {
        Talk talk = new Talk(lab);
        talk.call("PollForJobs", "{\"a\":[" + "0,".repeat(5_000) + "0]}");
        talk.call("PollForJobs", "{\"a\":\"" + "x".repeat(2_000_000) + "\"}");

        assertThat(lab.history().events())
                .extracting(it -> ((Exchange) it).members().size())
                .containsExactly(1_000, 0);
    }

    @Test
    void a_key_that_would_be_found_in_words_is_refused() {
        LabBuilder builder = Lab.builder();

        assertThatThrownBy(() -> builder.key("AKIDOWN", "nonce"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has to be of 8");
        assertThatThrownBy(() -> builder.key("", "secret-of-own")).hasMessageContaining("letters, digits");
        builder.key("AKIDOWN", "secret-of-own");
        assertThatThrownBy(() -> builder.key("AKIDOWN", "secret-of-other")).hasMessageContaining("already");
    }

    @Test
    void a_secret_that_begins_with_another_is_masked_whole() {
        try (Lab other = Lab.builder()
                .key("AKIDOWN", "secret-of-own")
                .key("AKIDOTHER", "secret-of-own-and-more")
                .key("AKIDTHIRD", "secret-of-own-and-more-still")
                .start()) {
            assertThat(other.witness().masked("secret-of-own secret-of-own-and-more secret-of-own-and-more-still"))
                    .isEqualTo("#c2 #c3 #c4");
        }
    }

    @Test
    void a_lab_whose_port_is_taken_leaves_nothing_behind() {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        LabBuilder builder = Lab.builder().artifacts().port(lab.endpoint().getPort());

        assertThatThrownBy(builder::start).isInstanceOf(UncheckedIOException.class);

        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(it -> !before.contains(it))
                .extracting(Thread::getName)
                .doesNotContain("jobport-lab-accepts");
    }

    @Test
    void no_secret_is_in_the_history() {
        lab.start(TYPE, with -> with.configuration(Map.of("Password", "s3cret-of-the-shop")));
        StringBuilder secrets = new StringBuilder();
        try (SoundWorker worker = new SoundWorker(lab, job -> {
            secrets.append(job.nonce());
            return result -> result.executionDetails(it -> it.summary("s3cret-of-the-shop " + secretsOf(job)));
        })) {
            lab.settle();
        }

        String history = String.join("\n", HistoryLines.of(lab.history()).toList());

        assertThat(history).contains("#n1", "#s1 #n1 #c");
        assertThat(history).doesNotContain("s3cret", secrets.toString(), lab.secretAccessKey());
        assertThat(lab.verdict().of(RuleId.of("SEC-1")).status()).isEqualTo(Status.BROKEN);
    }

    @Test
    void what_a_worker_makes_up_is_a_secret_where_it_was_sent_and_nowhere_else() {
        Action build = lab.start(TYPE);
        Talk talk = new Talk(lab);
        Heard offered = talk.poll();
        for (String nonce : List.of("1", "a", "None")) {
            talk.call("AcknowledgeJob", "{\"jobId\":\"%s\",\"nonce\":\"%s\"}".formatted(build.job(), nonce));
        }
        talk.call("AcknowledgeJob", Talk.acknowledgement(offered));
        talk.call("PutJobFailureResult", FAILURE.formatted(build.job(), "None of 71 tests began."));

        assertThat(lab.history().events())
                .filteredOn(Exchange.class::isInstance)
                .map(Exchange.class::cast)
                .filteredOn(it -> !it.isPoll())
                .allMatch(it -> it.job().equals(Optional.of(build.job())))
                .extracting(it -> it.members().get("nonce"), it -> it.members().get("failureDetails.message"))
                .containsExactlyInAnyOrder( // a call is written down after it was answered
                        tuple("#n2", null),
                        tuple("#n3", null),
                        tuple("#n4", null),
                        tuple("#n1", null),
                        tuple(null, "None of 71 tests began."));
    }

    @Test
    void a_secret_that_would_be_found_in_any_text_is_refused() {
        assertThatThrownBy(() -> lab.start(TYPE, with -> with.configuration("Password", "test")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The secret Password is of 4 characters, and has to be of 8 at least: a lab looks for it in"
                        + " every text, and would find it in words that have nothing to do with it.");
    }

    private static String secretsOf(Job job) {
        return job.nonce() + " " + job.data().artifactCredentials().sessionToken();
    }

    @Test
    void a_day_passes_in_no_time() {
        try (SoundWorker worker = new SoundWorker(lab, job -> result -> result.continuationToken("run-1"))) {
            Action build = lab.start(TYPE, with -> with.configuration("Project", "huge"));
            for (int hour = 1; hour <= 23; hour++) {
                build.awaitContinuation();
                lab.time().advance(Duration.ofHours(1));
            }
            build.awaitContinuation();
            lab.time().untilActionTimesOut(build);

            assertThat(build.now().errorCode()).isEqualTo("ActionTimedOut");
            assertThat(build.status()).isEqualTo(Action.Status.TIMED_OUT);
            assertThat(build.now().jobs()).hasSize(25);
        }
    }

    @Test
    void who_waits_in_vain_is_told_what_was_seen_last() {
        Action build = lab.start(TYPE);

        assertThatThrownBy(() -> build.await(Duration.ofMillis(50)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("has not ended within PT0.05S")
                .hasMessageContaining("Created → Queued");
        assertThatThrownBy(() -> lab.settle(Duration.ofMillis(50)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("has not polled since in vain");
    }

    @Test
    void an_action_that_is_stopped_is_not_offered_any_more_and_one_that_has_ended_stays_as_it_is() {
        Action action = lab.start(TYPE);
        action.stop();
        action.stop();
        assertThat(action.status()).isEqualTo(Action.Status.ABANDONED);

        Action timedOut = lab.start(TYPE);
        lab.time().untilActionTimesOut(timedOut);
        timedOut.stop();
        assertThat(timedOut.status()).isEqualTo(Action.Status.TIMED_OUT);
    }

    @Test
    void a_worker_that_is_a_process_finds_its_way_by_the_environment() {
        try (Lab thirdParty = Lab.builder().actionType("ThirdParty/Test/Acme/1").start()) {
            assertThat(thirdParty.environment())
                    .containsEntry(
                            "AWS_ENDPOINT_URL_CODEPIPELINE",
                            thirdParty.endpoint().toString())
                    .containsEntry("AWS_ACCESS_KEY_ID", thirdParty.accessKeyId())
                    .containsEntry("JOBPORT_ACTION_TYPE", "ThirdParty/Test/Acme/1")
                    .containsEntry("JOBPORT_CLIENT_ID", thirdParty.client().id())
                    .containsEntry("JOBPORT_CLIENT_TOKEN", thirdParty.client().token());
            Lab.Client other = thirdParty.newClient();
            assertThat(thirdParty.environment())
                    .containsEntry(
                            "JOBPORT_CLIENT_TOKENS",
                            thirdParty.client().id() + "=" + thirdParty.client().token() + " " + other.id() + "="
                                    + other.token());
        }
        assertThat(lab.environment()).doesNotContainKey("JOBPORT_CLIENT_ID");
    }
}
