package dev.jobport.application.usecase;

import static dev.jobport.contracts.fixtures.Samples.ACCOUNT;
import static dev.jobport.contracts.fixtures.Samples.BARE_INPUT;
import static dev.jobport.contracts.fixtures.Samples.CLIENT_TOKEN;
import static dev.jobport.contracts.fixtures.Samples.COMPLETE;
import static dev.jobport.contracts.fixtures.Samples.CUSTOM_ACTION_TYPE;
import static dev.jobport.contracts.fixtures.Samples.TIMING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.application.AwsSessionCredentials;
import dev.jobport.application.driven.ArtifactCredentials;
import dev.jobport.application.driving.CustomJob;
import dev.jobport.domain.actiontype.ActionType;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.JobStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Credentials are asked for anew for each answer; when there are none, no job is lost to its worker. */
class ArtifactCredentialsInUseTest {

    private static final ArtifactCredentials AWAY = action -> {
        throw new ArtifactCredentials.Unavailable("away", null);
    };

    private final UseCasesUnderTest hexagon = new UseCasesUnderTest();
    private final AtomicInteger minted = new AtomicInteger();

    @BeforeEach
    void register_a_custom_action_type() {
        hexagon.operator.putActionType(ACCOUNT, new ActionType(CUSTOM_ACTION_TYPE, TIMING));
    }

    private Optional<AwsSessionCredentials> mint() {
        int number = minted.incrementAndGet();
        return Optional.of(new AwsSessionCredentials("key-" + number, "secret-" + number, "token-" + number));
    }

    private List<JobId> started(int jobs) {
        return Stream.generate(() -> hexagon.pipeline
                        .startActionExecution(ACCOUNT, CUSTOM_ACTION_TYPE, Optional.empty(), BARE_INPUT)
                        .jobId())
                .limit(jobs)
                .toList();
    }

    private List<CustomJob> poll() {
        return hexagon.customWorker.pollForJobs(UseCasesUnderTest.CALLER, CUSTOM_ACTION_TYPE, Map.of(), 10);
    }

    private List<JobId> polled() {
        return poll().stream().map(CustomJob::id).toList();
    }

    private JobStatus status(JobId job) {
        return hexagon.pipeline.job(ACCOUNT, job).status();
    }

    @Test
    void every_answer_has_credentials_of_its_own() {
        hexagon.credentials = action -> mint();
        JobId custom = started(1).get(0);
        JobId thirdParty = hexagon.startAndPoll();

        assertThat(Stream.of(
                                poll().get(0).data(),
                                hexagon.customWorker
                                        .getJobDetails(UseCasesUnderTest.CALLER, custom)
                                        .data(),
                                hexagon.customWorker
                                        .getJobDetails(UseCasesUnderTest.CALLER, custom)
                                        .data(),
                                hexagon.worker
                                        .getThirdPartyJobDetails(UseCasesUnderTest.CALLER, thirdParty, CLIENT_TOKEN)
                                        .data())
                        .map(data -> data.artifactCredentials().orElseThrow().sessionToken()))
                .containsExactly("token-1", "token-2", "token-3", "token-4");
    }

    @Test
    void a_poll_that_tells_nothing_of_its_jobs_asks_for_none() {
        hexagon.credentials = AWAY;
        JobId job = hexagon.startAndPoll();

        assertThat(status(job)).isEqualTo(JobStatus.Dispatched);
    }

    @Test
    void when_there_are_none_a_poll_fails_and_its_jobs_can_be_polled_at_once_when_there_are() {
        List<JobId> jobs = started(3);
        hexagon.credentials = AWAY;

        assertThatThrownBy(this::poll).isInstanceOf(ArtifactCredentials.Unavailable.class);

        assertThat(jobs).allMatch(job -> status(job) == JobStatus.Queued);
        hexagon.credentials = action -> mint();
        assertThat(polled()).isEqualTo(jobs);
    }

    @Test
    void when_they_run_out_amid_a_poll_the_others_go_back() {
        List<JobId> jobs = started(4);
        hexagon.credentials = action -> minted.get() < 2 ? mint() : AWAY.forAction(action);

        assertThat(polled()).isEqualTo(jobs.subList(0, 2));

        hexagon.credentials = action -> mint();
        assertThat(polled()).isEqualTo(jobs.subList(2, 4));
    }

    @Test
    void when_they_come_slowly_a_poll_answers_with_fewer_jobs() {
        List<JobId> jobs = started(4);
        hexagon.credentials = action -> {
            hexagon.pass(Duration.ofSeconds(3));
            return mint();
        };

        assertThat(polled()).isEqualTo(jobs.subList(0, 2));
        assertThat(polled()).isEqualTo(jobs.subList(2, 4));
    }

    private Optional<AwsSessionCredentials> awayLikeTheStore() {
        hexagon.store.updateOutage = Optional.of(new IllegalStateException("the store is away"));
        return AWAY.forAction(null);
    }

    @Test
    void a_store_that_fails_when_the_others_go_back_keeps_no_minted_job_from_its_worker() {
        List<JobId> jobs = started(4);
        hexagon.credentials = action -> minted.get() < 2 ? mint() : awayLikeTheStore();

        assertThat(polled()).isEqualTo(jobs.subList(0, 2));
    }

    @Test
    void a_store_that_fails_when_all_go_back_does_not_hide_why_they_do() {
        started(2);
        hexagon.credentials = action -> awayLikeTheStore();

        assertThatThrownBy(this::poll).isInstanceOf(ArtifactCredentials.Unavailable.class);
    }

    @Test
    void a_poll_without_jobs_asks_for_none() {
        hexagon.credentials = AWAY;

        assertThat(poll()).isEmpty();
    }

    @Test
    void details_fail_when_there_are_none_and_the_job_goes_on() {
        JobId job = hexagon.startAndTake();
        hexagon.credentials = AWAY;

        assertThatThrownBy(() -> hexagon.worker.getThirdPartyJobDetails(UseCasesUnderTest.CALLER, job, CLIENT_TOKEN))
                .isInstanceOf(ArtifactCredentials.Unavailable.class);

        assertThat(status(job)).isEqualTo(JobStatus.InProgress);
    }

    @Test
    void a_job_that_has_ended_gets_none_even_if_there_are_none() {
        JobId job = hexagon.startAndTake();
        hexagon.worker.putThirdPartyJobSuccessResult(UseCasesUnderTest.CALLER, job, CLIENT_TOKEN, COMPLETE);
        hexagon.credentials = AWAY;

        assertThat(hexagon.worker
                        .getThirdPartyJobDetails(UseCasesUnderTest.CALLER, job, CLIENT_TOKEN)
                        .data()
                        .artifactCredentials())
                .isEmpty();
    }
}
