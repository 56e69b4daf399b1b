package dev.jobport.wholeserver;

import static dev.jobport.contracts.fixtures.Samples.BARE_INPUT;
import static dev.jobport.contracts.fixtures.Samples.TIMING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.bootstrap.Server;
import dev.jobport.bootstrap.Settings;
import dev.jobport.conformance.control.ControlApi;
import dev.jobport.domain.actiontype.ActionCategory;
import dev.jobport.domain.actiontype.ActionOwner;
import dev.jobport.domain.actiontype.ActionType;
import dev.jobport.domain.actiontype.ActionTypeId;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that counts is plugged in. */
class MetricsOnServerTest {

    private static final ActionTypeId TYPE = new ActionTypeId(ActionCategory.Test, ActionOwner.ThirdParty, "Acme", "1");
    private static final ActionTypeId IDLE = new ActionTypeId(ActionCategory.Test, ActionOwner.ThirdParty, "Idle", "1");

    @TempDir
    Path directory;

    @Test
    void a_whole_server_tells_of_its_jobs_and_its_store() throws Exception {
        tellsOfItsJobsAndItsStore("sqlite:" + directory.resolve("jobport.db"));
    }

    @Test
    void so_does_one_on_a_database() throws Exception {
        tellsOfItsJobsAndItsStore(TestPostgres.create());
    }

    private static void tellsOfItsJobsAndItsStore(String store) throws Exception {
        Settings settings = new Settings("127.0.0.1", 0, store);
        try (Server server = Server.start(settings)) {
            ControlApi control = new ControlApi(server.uri(), account -> Optional.empty());
            control.putActionType(Settings.DEFAULT_ACCOUNT, new ActionType(TYPE, TIMING));
            var client = control.registerClient(Settings.DEFAULT_ACCOUNT, Optional.empty(), Optional.empty());
            control.startActionExecution(Settings.DEFAULT_ACCOUNT, TYPE, Optional.of(client.clientId()), BARE_INPUT);

            control.putActionType(Settings.DEFAULT_ACCOUNT, new ActionType(IDLE, TIMING));
            double now = System.currentTimeMillis() / 1000.0;
            poll(server.uri(), IDLE);

            assertThat(metrics(server.uri()))
                    .contains("jobport_ready 1.0")
                    .contains(
                            "jobport_jobs{account=\"000000000000\",action_type=\"ThirdParty/Test/Idle/1\",region=\"us-east-1\",status=\"Queued\"}"
                                    + " 0.0")
                    .satisfies(text -> assertThat(lastPoll(text)).isBetween(now - 60, now + 60))
                    .contains(
                            "jobport_jobs{account=\"000000000000\",action_type=\"ThirdParty/Test/Acme/1\",region=\"us-east-1\",status=\"Queued\"}"
                                    + " 1.0")
                    .contains(
                            "jobport_jobs_oldest_queued_age_seconds{account=\"000000000000\",action_type=\"ThirdParty/Test/Acme/1\",region=\"us-east-1\"}")
                    .contains(
                            "jobport_job_transitions_total{account=\"000000000000\",action_type=\"ThirdParty/Test/Acme/1\",region=\"us-east-1\",status=\"Created\"}"
                                    + " 1.0")
                    .containsPattern("jobport_build_info\\{java=\"[^\"]+\",store=\"(sqlite|postgres)\",version=")
                    .contains("jvm_memory_used_bytes{", "jvm_threads_live_threads", "process_cpu_usage")
                    .doesNotContain("system_cpu_count", "process_cpu_time_ns")
                    .containsPattern("jobport_store_commit_changes_count [1-9]")
                    .satisfies(text -> assertThat(text.contains("hikaricp_connections_active{"))
                            .isEqualTo(onPostgres(store)));
        }
    }

    private static void poll(URI server, ActionTypeId type) throws Exception {
        String body = "{\"actionTypeId\":{\"category\":\"%s\",\"owner\":\"%s\",\"provider\":\"%s\",\"version\":\"%s\"}}"
                .formatted(type.category(), type.owner(), type.provider(), type.version());
        HttpRequest poll = HttpRequest.newBuilder(server.resolve("/"))
                .header("Content-Type", "application/x-amz-json-1.1")
                .header("X-Amz-Target", "CodePipeline_20150709.PollForThirdPartyJobs")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(poll, BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
    }

    private static double lastPoll(String metrics) {
        return metrics.lines()
                .filter(line -> line.startsWith("jobport_last_poll_timestamp_seconds{account=\"000000000000\","
                        + "action_type=\"ThirdParty/Test/Idle/1\",region=\"us-east-1\"} "))
                .mapToDouble(line -> Double.parseDouble(line.split(" ")[1]))
                .findFirst()
                .orElseThrow();
    }

    private static boolean onPostgres(String store) {
        return !store.startsWith("sqlite:");
    }

    private static String metrics(URI server) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(server.resolve("/metrics")).build(), BodyHandlers.ofString())
                .body();
    }
}
