package dev.jobport.lab;

import static dev.jobport.lab.Operation.ACKNOWLEDGE_JOB;
import static dev.jobport.lab.Operation.POLL_FOR_JOBS;
import static dev.jobport.lab.Operation.PUT_JOB_SUCCESS_RESULT;
import static dev.jobport.lab.SoundWorker.TYPE;
import static dev.jobport.lab.Talk.POLL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.adapters.wire.client.RawClient;
import dev.jobport.adapters.wire.client.RawClient.Heard;
import dev.jobport.verdict.history.Exchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What really comes over the wire. */
class WireFaultsTest {

    private final Lab lab = Lab.builder().actionType(TYPE).seed(7).start();

    @AfterEach
    void close() {
        lab.close();
    }

    private Heard call(String operation, String json) {
        return new Talk(lab).call(operation, json);
    }

    private String acknowledgement() {
        return Talk.acknowledgement(new Talk(lab).poll());
    }

    private String claimed() throws IOException {
        String acknowledgement = acknowledgement();
        assertThat(call("AcknowledgeJob", acknowledgement).status()).isEqualTo(200);
        return "{\"jobId\":\"%s\"}".formatted(acknowledgement.substring(10, 46));
    }

    @Test
    void a_lost_answer_was_carried_out_and_its_repeat_is_answered_as_the_first_time() throws IOException {
        lab.start(TYPE);
        String acknowledgement = acknowledgement();
        lab.faults().on(ACKNOWLEDGE_JOB).first(1).loseAnswer();

        Heard lost;
        Heard repeated;
        try (RawClient client = Talk.client(lab);
                RawClient again = Talk.client(lab)) {
            byte[] request = client.request("AcknowledgeJob", acknowledgement, "invocation-1");
            lost = client.call(request);
            repeated = again.call(request);
        }

        assertThat(lost.bytes()).isEmpty();
        assertThat(repeated.body()).isEqualTo("{\"status\":\"InProgress\"}");
        lab.faults().requireAllHappened();
    }

    @Test
    void strictly_a_repeat_is_not_known_as_one() throws IOException {
        lab.start(TYPE);
        String acknowledgement = acknowledgement();
        lab.faults().on(ACKNOWLEDGE_JOB).first(1).loseAnswerStrictly();

        try (RawClient client = Talk.client(lab);
                RawClient again = Talk.client(lab)) {
            byte[] request = client.request("AcknowledgeJob", acknowledgement, "invocation-1");
            assertThat(client.call(request).bytes()).isEmpty();
            assertThat(again.call(request).error()).isEqualTo("InvalidNonceException");
        }
    }

    @Test
    void a_lost_request_was_not_carried_out() throws IOException {
        lab.start(TYPE);
        String acknowledgement = acknowledgement();
        lab.faults().on(ACKNOWLEDGE_JOB).first(1).loseRequest();

        assertThat(call("AcknowledgeJob", acknowledgement).bytes()).isEmpty();
        assertThat(call("AcknowledgeJob", acknowledgement).status()).isEqualTo(200);
        assertThat(faulted()).hasSize(1).allMatch(it -> it.answer().status() == 0 && !it.isAnswered());
    }

    @Test
    void a_reset_comes_in_the_middle_of_the_answer() throws IOException {
        Action build = lab.start(TYPE);
        String result = claimed();
        lab.faults().on(PUT_JOB_SUCCESS_RESULT).reset();

        try (RawClient client = Talk.client(lab)) {
            client.send(client.request("PutJobSuccessResult", result));
            assertThatThrownBy(client::hear).isInstanceOf(SocketException.class).hasMessageContaining("reset");
        }
        assertThat(build.await().status()).isEqualTo(Action.Status.SUCCEEDED);
    }

    @Test
    void a_cut_answer_says_that_it_is_longer() throws IOException {
        lab.start(TYPE);
        String acknowledgement = acknowledgement();
        lab.faults().on(ACKNOWLEDGE_JOB).first(1).cut();

        Heard cut = call("AcknowledgeJob", acknowledgement);

        assertThat(cut.whole()).isFalse();
        assertThat(cut.body()).isEqualTo("{\"status\":\"");
    }

    @Test
    void a_trickling_answer_arrives_whole_and_a_slow_one_too() throws IOException {
        lab.faults().on(POLL_FOR_JOBS).first(1).trickle(Duration.ofMillis(50));
        lab.faults().on(POLL_FOR_JOBS).nth(2).answerSlowly(Duration.ofMillis(50));

        assertThat(call("PollForJobs", POLL).body()).isEqualTo("{\"jobs\":[]}");
        assertThat(call("PollForJobs", POLL).body()).isEqualTo("{\"jobs\":[]}");
        assertThat(faulted())
                .extracting(it -> it.fault().orElseThrow().toString())
                .containsExactly("trickle/1", "slow-answer/1");
        assertThat(faulted())
                .allMatch(it -> Duration.between(it.at(), it.answer().sent().orElseThrow())
                                .toMillis()
                        >= 50);
    }

    @Test
    void where_it_hangs_nothing_is_answered_and_the_lab_can_be_closed() throws IOException {
        lab.faults().on(POLL_FOR_JOBS).hang();
        try (RawClient client = Talk.client(lab)) {
            client.send(client.request("PollForJobs", POLL));
            while (faulted().isEmpty()) {
                Thread.onSpinWait();
            }

            lab.close();

            assertThat(client.hear().bytes()).isEmpty();
        }
    }

    @Test
    void after_a_restart_the_same_port_answers_and_the_store_is_as_it_was() throws IOException {
        lab.start(TYPE);
        String result = claimed();
        lab.faults().on(PUT_JOB_SUCCESS_RESULT).first(1).restart(Duration.ofMillis(50));

        try (RawClient bystander = Talk.client(lab);
                RawClient client = Talk.client(lab)) {
            assertThat(bystander.call("PollForJobs", POLL).status()).isEqualTo(200);
            client.send(client.request("PutJobSuccessResult", result));
            assertThatThrownBy(client::hear).isInstanceOf(SocketException.class);
            assertThatThrownBy(() -> bystander.call("PollForJobs", POLL)).isInstanceOf(SocketException.class);
        }
        assertThat(onceItListens("PutJobSuccessResult", result).status()).isEqualTo(200);
    }

    private Heard onceItListens(String operation, String json) throws IOException {
        long until = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (System.nanoTime() < until) {
            try {
                return call(operation, json);
            } catch (UncheckedIOException away) {
                Thread.onSpinWait();
            }
        }
        throw new AssertionError("nobody listens");
    }

    @Test
    void what_no_fault_is_for_is_byte_for_byte_as_without_faults() throws IOException {
        String before = call("PollForJobs", POLL).normal();
        lab.faults().add("500@Acknowledge*").add("lost-answer@Put*").add("rival@AcknowledgeJob!job=nobody");

        assertThat(call("PollForJobs", POLL).normal()).isEqualTo(before);
    }

    @Test
    void of_many_at_once_the_nth_is_exactly_one() throws Exception {
        lab.faults().on(POLL_FOR_JOBS).nth(40).loseAnswer();
        AtomicInteger lost = new AtomicInteger();
        ExecutorService workers = Executors.newFixedThreadPool(16);
        for (int i = 0; i < 64; i++) {
            workers.submit(() -> {
                if (call("PollForJobs", POLL).bytes().length == 0) {
                    lost.incrementAndGet();
                }
                return null;
            });
        }
        workers.shutdown();

        assertThat(workers.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        assertThat(lost).hasValue(1);
        assertThat(faulted()).hasSize(1);
    }

    @Test
    void dice_of_the_same_seed_fall_the_same_way_for_the_same_calls() throws IOException {
        assertThat(thrown(7)).isEqualTo(thrown(7)).isNotEqualTo(thrown(8)).contains(true, false);
    }

    private static List<Boolean> thrown(long seed) throws IOException {
        List<Boolean> lost = new ArrayList<>();
        try (Lab lab = Lab.builder().actionType(TYPE).seed(seed).start()) {
            lab.faults().add("lost-answer@PollForJobs%0.5");
            for (int i = 0; i < 30; i++) {
                try (RawClient client = Talk.client(lab)) {
                    lost.add(client.call("PollForJobs", POLL).bytes().length == 0);
                }
            }
        }
        return lost;
    }

    @Test
    void a_request_without_a_length_is_refused_and_written_down() throws IOException {
        try (RawClient client = Talk.client(lab)) {
            client.send("POST / HTTP/1.1\r\nHost: here\r\nTransfer-Encoding: chunked\r\n\r\n".getBytes("UTF-8"));

            assertThat(client.hear().status()).isEqualTo(411);
        }
        assertThat(lab.history().events())
                .hasOnlyElementsOfType(Exchange.class)
                .extracting(it -> ((Exchange) it).answer().status())
                .containsExactly(411);
    }

    private List<Exchange> faulted() {
        return lab.history().events().stream()
                .filter(Exchange.class::isInstance)
                .map(Exchange.class::cast)
                .filter(it -> it.fault().isPresent())
                .toList();
    }
}
