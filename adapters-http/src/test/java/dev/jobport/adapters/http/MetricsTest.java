package dev.jobport.adapters.http;

import static dev.jobport.adapters.http.SampleJson.ACTION_TYPE_JSON;
import static dev.jobport.contracts.fixtures.Samples.ACTION_TYPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.jobport.application.Backlog;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.JobStatus;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What {@code /metrics} tells. A server for each test, because answers are kept for a second. */
class MetricsTest {

    private static final String POLL = "{\"actionTypeId\":" + ACTION_TYPE_JSON + "}";

    private final TestServer server = new TestServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void requests_are_counted_by_operation_and_outcome() {
        server.ports.answer(List.of());
        server.call("PollForThirdPartyJobs", POLL);
        server.call("PollForThirdPartyJobs", POLL);
        server.call("PollForThirdPartyJobs", "{}");
        server.call("PollForThirdPartyJobs", "x");
        server.ports.fail(new Refusal.JobNotFound(new JobId("j")));
        server.call("PollForThirdPartyJobs", POLL);
        server.ports.fail(new IllegalStateException("broken"));
        server.call("PollForThirdPartyJobs", POLL);

        assertThat(metricsWith())
                .contains(
                        count("PollForThirdPartyJobs", "ok", 2),
                        count("PollForThirdPartyJobs", "ValidationException", 1),
                        count("PollForThirdPartyJobs", "SerializationException", 1),
                        count("PollForThirdPartyJobs", "JobNotFoundException", 1),
                        count("PollForThirdPartyJobs", "500", 1))
                .contains("jobport_requests_seconds_bucket{operation=\"PollForThirdPartyJobs\",outcome=\"ok\",le=\"");
    }

    @Test
    void operations_that_do_not_exist_make_one_series_together() {
        for (int i = 0; i < 5; i++) {
            server.call("Nonsense" + i, "{}");
        }

        assertThat(metricsWith())
                .contains(count("unknown", "UnknownOperationException", 5))
                .doesNotContain("Nonsense");
    }

    @Test
    void other_paths_and_methods_make_no_series_of_their_own() {
        server.get("/nowhere");
        server.get("/");

        assertThat(metricsWith()).doesNotContain("nowhere").doesNotContain("operation=\"\"");
    }

    @Test
    void problems_of_the_control_api_are_counted_by_kind() {
        server.get("/control/v1/nowhere");
        server.get("/control/v1/nowhere/else");

        assertThat(metricsWith())
                .contains("jobport_control_problems_total{kind=\"unknown-path\"} 2")
                .doesNotContain("nowhere");
    }

    @Test
    void the_backlog_is_told_by_account_region_action_type_and_status() {
        Backlog queued = new Backlog(
                DoorkeeperSamples.ACCOUNT,
                ACTION_TYPE,
                JobStatus.Queued,
                3,
                Instant.now().minusSeconds(500));
        Backlog inProgress =
                new Backlog(DoorkeeperSamples.ACCOUNT, ACTION_TYPE, JobStatus.InProgress, 2, Instant.now());

        assertThat(metricsWith(queued, inProgress).lines())
                .contains(
                        "jobport_jobs{account=\"000000000000\",action_type=\"ThirdParty/Test/Some-Provider/v_1\",region=\"us-east-1\",status=\"Queued\"}"
                                + " 3.0",
                        "jobport_jobs{account=\"000000000000\",action_type=\"ThirdParty/Test/Some-Provider/v_1\",region=\"us-east-1\",status=\"InProgress\"}"
                                + " 2.0")
                .filteredOn(line -> line.startsWith("jobport_jobs_oldest_queued_age_seconds{"))
                .singleElement()
                .satisfies(line ->
                        assertThat(Double.parseDouble(line.split(" ")[1])).isBetween(500.0, 600.0));
    }

    @Test
    void whether_the_server_is_ready_is_a_metric() {
        assertThat(metricsWith()).contains("jobport_ready 1.0");

        server.ports.answerEach(call -> call.get(0).equals("isReady") ? (Object) false : List.of());
        await().untilAsserted(() -> assertThat(server.get("/metrics").body()).contains("jobport_ready 0.0"));
    }

    @Test
    void of_an_action_type_that_has_jobs_of_one_status_there_are_zero_of_the_others() {
        assertThat(metricsWith(new Backlog(
                                DoorkeeperSamples.ACCOUNT, ACTION_TYPE, JobStatus.InProgress, 2, Instant.now()))
                        .lines())
                .contains(
                        "jobport_jobs{account=\"000000000000\",action_type=\"ThirdParty/Test/Some-Provider/v_1\",region=\"us-east-1\",status=\"Queued\"}"
                                + " 0.0",
                        "jobport_jobs_oldest_queued_age_seconds{account=\"000000000000\",action_type=\"ThirdParty/Test/Some-Provider/v_1\",region=\"us-east-1\"}"
                                + " 0.0");
    }

    @Test
    void what_is_no_longer_there_is_no_longer_told() {
        assertThat(metricsWith(new Backlog(DoorkeeperSamples.ACCOUNT, ACTION_TYPE, JobStatus.Queued, 3, Instant.now())))
                .contains("status=\"Queued\"");

        await().untilAsserted(() -> assertThat(metricsWith()).doesNotContain("status=\"Queued\""));
    }

    @Test
    void however_often_it_is_asked_the_store_is_not() {
        server.ports.answer(List.of());
        long began = System.nanoTime();
        for (int i = 0; i < 50; i++) {
            server.get("/metrics");
        }
        long seconds = 1 + (System.nanoTime() - began) / 1_000_000_000;

        assertThat(server.ports.calls())
                .filteredOn(call -> call.get(0).equals("backlog"))
                .hasSizeBetween(1, (int) seconds + 1);
    }

    private String metricsWith(Backlog... backlog) {
        server.ports.answer(List.of(backlog));
        HttpResponse<String> response = server.get("/metrics");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
        return response.body();
    }

    private static String count(String operation, String outcome, int count) {
        return "jobport_requests_seconds_count{operation=\"" + operation + "\",outcome=\"" + outcome + "\"} " + count;
    }
}
