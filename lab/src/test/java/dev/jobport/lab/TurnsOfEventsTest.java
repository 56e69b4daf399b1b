package dev.jobport.lab;

import static dev.jobport.lab.Operation.ACKNOWLEDGE_JOB;
import static dev.jobport.lab.Operation.ACKNOWLEDGE_THIRD_PARTY_JOB;
import static dev.jobport.lab.Operation.GET_THIRD_PARTY_JOB_DETAILS;
import static dev.jobport.lab.Operation.POLL_FOR_JOBS;
import static dev.jobport.lab.Operation.PUT_JOB_SUCCESS_RESULT;
import static dev.jobport.lab.SoundWorker.TYPE;
import static dev.jobport.lab.Talk.acknowledgement;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.adapters.wire.client.RawClient;
import dev.jobport.adapters.wire.client.RawClient.Heard;
import dev.jobport.verdict.history.Event;
import dev.jobport.verdict.history.Exchange;
import dev.jobport.verdict.history.LifeEvent;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a worker is told is what really happened. */
class TurnsOfEventsTest {

    private static final String THIRD_PARTY = "ThirdParty/Test/Acme/1";

    private final Lab lab =
            Lab.builder().actionType(TYPE).actionType(THIRD_PARTY).seed(7).start();

    @AfterEach
    void close() {
        lab.close();
    }

    private Heard call(String operation, String json) {
        return new Talk(lab).call(operation, json);
    }

    private Heard poll() {
        return new Talk(lab).poll();
    }

    private Heard acknowledge() {
        return call("AcknowledgeJob", acknowledgement(poll()));
    }

    private Heard succeed(Action action, String more) {
        return call("PutJobSuccessResult", "{\"jobId\":\"%s\"%s}".formatted(action.job(), more));
    }

    @Test
    void a_rival_that_is_faster_has_the_job() {
        Action build =
                lab.start(TYPE, with -> with.faults(of -> of.on(ACKNOWLEDGE_JOB).aRivalIsFaster()));

        assertThat(acknowledge().error()).isEqualTo("InvalidNonceException");

        assertThat(life()).last().satisfies(it -> {
            assertThat(it.to()).isEqualTo("InProgress");
            assertThat(it.by()).contains("rival");
            assertThat(it.job()).isEqualTo(build.job());
        });
        lab.faults().requireAllHappened();
    }

    @Test
    void a_rival_has_the_token_of_the_client_of_a_third_party() {
        lab.start(THIRD_PARTY);
        lab.faults().on(ACKNOWLEDGE_THIRD_PARTY_JOB).aRivalIsFaster();

        assertThat(acknowledgeThirdParty(
                                details(lab.client().token()), lab.client().token())
                        .error())
                .isEqualTo("InvalidNonceException");
    }

    @Test
    void there_is_nothing_to_win_for_a_rival_where_nobody_could_acknowledge() {
        lab.start(THIRD_PARTY);
        lab.faults().on(ACKNOWLEDGE_THIRD_PARTY_JOB).aRivalIsFaster();

        assertThat(acknowledgeThirdParty(details(lab.client().token()), "no token")
                        .error())
                .isEqualTo("InvalidClientTokenException");
        assertThat(lab.faults().missed()).containsExactly("rival@AcknowledgeThirdPartyJob");
    }

    @Test
    void a_lease_that_lapsed_while_nobody_polled_still_counts() {
        lab.start(TYPE);
        lab.faults().on(ACKNOWLEDGE_JOB).theLeaseLapses();

        assertThat(acknowledge().status()).isEqualTo(200);

        assertThat(life()).extracting(LifeEvent::to).endsWith("Dispatched", "Queued", "InProgress");
        assertThat(lab.time().ahead()).isBetween(Duration.ofSeconds(50), Duration.ofSeconds(60));
    }

    @Test
    void a_job_that_was_offered_to_a_rival_meanwhile_has_another_nonce() {
        lab.start(TYPE);
        lab.faults().on(ACKNOWLEDGE_JOB).theJobIsReoffered();

        assertThat(acknowledge().error()).isEqualTo("InvalidNonceException");
        assertThat(life()).last().satisfies(it -> {
            assertThat(it.to()).isEqualTo("Dispatched");
            assertThat(it.by()).contains("rival");
        });
    }

    @Test
    void a_job_that_is_offered_twice_has_the_newer_nonce() throws IOException {
        lab.start(TYPE);
        lab.faults().on(ACKNOWLEDGE_JOB).first(1).theJobIsOfferedTwice();
        String first = acknowledgement(poll());

        try (RawClient held = Talk.client(lab)) {
            held.send(held.request("AcknowledgeJob", first));
            Heard again = poll();
            while (again.first("(nonce)").isEmpty()) {
                again = poll();
            }

            assertThat(acknowledgement(again)).isNotEqualTo(first).startsWith(first.substring(0, 46));
            assertThat(held.hear().error()).isEqualTo("InvalidNonceException");
            assertThat(call("AcknowledgeJob", acknowledgement(again)).status()).isEqualTo(200);
        }
    }

    @Test
    void details_go_stale_when_the_job_is_offered_to_somebody_else() {
        lab.start(THIRD_PARTY);
        lab.faults().on(GET_THIRD_PARTY_JOB_DETAILS).first(1).theDetailsGoStale();

        Heard stale = details(lab.client().token());

        assertThat(acknowledgeThirdParty(stale, lab.client().token()).error()).isEqualTo("InvalidNonceException");
    }

    private Heard details(String token) {
        Heard polled = call("PollForThirdPartyJobs", Talk.POLL_THIRD_PARTY);
        return call(
                "GetThirdPartyJobDetails",
                "{\"jobId\":\"%s\",\"clientToken\":\"%s\"}".formatted(Talk.job(polled), token));
    }

    private Heard acknowledgeThirdParty(Heard details, String token) {
        return call(
                "AcknowledgeThirdPartyJob",
                "{\"jobId\":\"%s\",\"nonce\":\"%s\",\"clientToken\":\"%s\"}"
                        .formatted(Talk.job(details), Talk.nonce(details), token));
    }

    @Test
    void a_token_that_was_replaced_counts_no_more() {
        lab.start(THIRD_PARTY);
        lab.faults().add("client-token-rotated@AcknowledgeThirdPartyJob");

        assertThat(acknowledgeThirdParty(
                                details(lab.client().token()), lab.client().token())
                        .error())
                .isEqualTo("InvalidClientTokenException");
    }

    @Test
    void a_result_after_the_jobs_time_is_refused() {
        Action build = lab.start(TYPE);
        acknowledge();
        lab.faults().on(PUT_JOB_SUCCESS_RESULT).theJobTimesOut();

        assertThat(succeed(build, "").error()).isEqualTo("InvalidJobStateException");
        assertThat(build.now().errorCode()).isEqualTo("JobTimedOut");
    }

    @Test
    void an_action_that_times_out_has_no_follow_up() {
        Action build = lab.start(TYPE);
        acknowledge();
        lab.faults().on(PUT_JOB_SUCCESS_RESULT).theActionTimesOut();

        assertThat(succeed(build, ",\"continuationToken\":\"run-1\"").status()).isEqualTo(200);

        assertThat(build.status()).isEqualTo(Action.Status.TIMED_OUT);
        assertThat(poll().body()).isEqualTo("{\"jobs\":[]}");
    }

    @Test
    void where_the_store_fails_nothing_was_done() {
        Action build = lab.start(TYPE);
        acknowledge();
        lab.faults().on(PUT_JOB_SUCCESS_RESULT).first(1).fail();

        assertThat(succeed(build, "").error()).isEqualTo("InternalFailure");
        assertThat(build.status()).isEqualTo(Action.Status.IN_PROGRESS);
        assertThat(succeed(build, "").status()).isEqualTo(200);
    }

    @Test
    void where_the_server_fails_afterwards_it_was_done() {
        Action build = lab.start(TYPE);
        acknowledge();
        lab.faults().on(PUT_JOB_SUCCESS_RESULT).first(1).failAfterwards();

        assertThat(succeed(build, "").status()).isEqualTo(500);
        assertThat(build.status()).isEqualTo(Action.Status.SUCCEEDED);
        assertThat(exchanges()).last().matches(Exchange::isDone);
    }

    @Test
    void a_refusal_is_a_refusal_and_no_failure_afterwards() {
        lab.start(TYPE);
        lab.faults().on(ACKNOWLEDGE_JOB).failAfterwards();

        assertThat(call("AcknowledgeJob", "{\"jobId\":\"00000000-0000-0000-0000-000000000000\",\"nonce\":\"n\"}")
                        .error())
                .isEqualTo("JobNotFoundException");
    }

    @Test
    void jobs_are_held_back_for_some_polls() {
        lab.start(TYPE);
        lab.faults().add("empty-polls@PollForJobs#1-2");

        assertThat(poll().body()).isEqualTo("{\"jobs\":[]}");
        assertThat(poll().body()).isEqualTo("{\"jobs\":[]}");
        assertThat(poll().body()).contains("nonce");
    }

    @Test
    void without_credentials_a_poll_gives_its_jobs_back() {
        lab.start(TYPE);
        lab.faults().add("credentials-unavailable@PollForJobs#1");

        assertThat(poll().status()).isEqualTo(500);
        assertThat(poll().body()).contains("nonce");
    }

    @Test
    void polls_find_nothing_until_so_many_jobs_are_due() {
        lab.faults().on(POLL_FOR_JOBS).findABatch(2);
        lab.start(TYPE);
        assertThat(Talk.job(poll())).isEmpty();

        lab.start(TYPE);
        assertThat(poll().body().split("\"nonce\"")).as("two jobs").hasSize(3);

        lab.start(TYPE);
        assertThat(Talk.job(poll())).as("it is over after one poll").isNotEmpty();
        lab.faults().requireAllHappened();
    }

    @Test
    void the_credentials_of_a_job_expire() {
        lab.start(TYPE);
        lab.faults().on(ACKNOWLEDGE_JOB).theCredentialsExpire();

        assertThat(acknowledge().status()).isEqualTo(200);

        assertThat(lab.time().ahead()).isBetween(Duration.ofMinutes(14), Duration.ofMinutes(15));
    }

    @Test
    void a_type_that_is_deleted_is_not_found_any_more() {
        lab.faults().on(POLL_FOR_JOBS).suffer("type-deleted");

        assertThat(poll().error()).isEqualTo("ActionTypeNotFoundException");
        assertThat(poll().error()).isEqualTo("ActionTypeNotFoundException");
    }

    private List<LifeEvent> life() {
        return of(LifeEvent.class);
    }

    private List<Exchange> exchanges() {
        return of(Exchange.class);
    }

    private <T extends Event> List<T> of(Class<T> type) {
        return lab.history().events().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
