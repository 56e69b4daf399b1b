package dev.jobport.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.jobport.cli.ControlClient;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is asked of action types, clients and jobs, and how the answers are shown. */
class ControlCommandsTest extends WithFakeControlApi {

    private static final String ACTION_TYPE = """
        {"actionTypeId":{"category":"Test","owner":"ThirdParty","provider":"Acme","version":"1"},\
        "dispatchLeaseSeconds":60,"jobTimeoutSeconds":3600,"actionTimeoutSeconds":7200,"continuationDelaySeconds":0}\
        """;

    @Test
    void a_control_token_is_sent_if_there_is_one() {
        server.answers("GET /control/v1/clients", 200, "{}").answers("GET /control/v1/clients", 200, "{}");

        new ControlClient(server.endpoint(), Optional.of("open-sesame"), Optional.empty(), Optional.empty())
                .get("/clients");
        new ControlClient(server.endpoint()).get("/clients");

        assertThat(server.authorizations).containsExactly("Bearer open-sesame", null);
    }

    @Test
    void the_region_is_named_if_one_is_meant() {
        server.answers("GET /control/v1/clients?region=eu-west-1", 200, "{}")
                .answers("GET /control/v1/jobs?status=Queued&region=eu-west-1", 200, "{}");

        assertThat(jobport("client", "list", "--region", "eu-west-1")).isZero();
        assertThat(jobport("job", "list", "--status", "Queued", "--region", "eu-west-1"))
                .isZero();
    }

    @Test
    void an_action_type_is_put_with_the_durations_that_are_given() {
        server.answers("PUT /control/v1/action-types/ThirdParty/Test/Acme/1", 200, ACTION_TYPE);

        assertThat(jobport("action-type", "put", "ThirdParty/Test/Acme/1", "--continuation-delay", "0"))
                .isZero();

        assertThat(server.requests)
                .containsExactly(
                        "PUT /control/v1/action-types/ThirdParty/Test/Acme/1 {\"continuationDelaySeconds\":0}");
        assertThat(out.toString().lines())
                .containsExactly(
                        "ACTION TYPE             DISPATCH LEASE  JOB TIMEOUT  ACTION TIMEOUT  CONTINUATION DELAY",
                        "ThirdParty/Test/Acme/1  60 s            3600 s       7200 s          0 s");
    }

    @Test
    void a_name_of_strange_characters_reaches_the_server_as_it_is() {
        jobport("action-type", "put", "ThirdParty/Test/A c?me/1");

        assertThat(server.requests).containsExactly("PUT /control/v1/action-types/ThirdParty/Test/A%20c%3Fme/1 {}");
    }

    @Test
    void action_types_are_listed() {
        server.answers("GET /control/v1/action-types", 200, "{\"actionTypes\":[" + ACTION_TYPE + "]}");

        assertThat(jobport("action-type", "list")).isZero();

        assertThat(out.toString().lines()).hasSize(2).last().asString().startsWith("ThirdParty/Test/Acme/1  60 s");
    }

    @Test
    void an_action_type_is_deleted() {
        server.answers("DELETE /control/v1/action-types/Custom/Build/Own/1", 204, "");

        assertThat(jobport("action-type", "delete", "Custom/Build/Own/1")).isZero();

        assertThat(server.requests).containsExactly("DELETE /control/v1/action-types/Custom/Build/Own/1");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void json_is_the_servers_answer() throws IOException {
        server.answers("GET /control/v1/action-types", 200, "{\"actionTypes\":[" + ACTION_TYPE + "]}");

        jobport("action-type", "list", "--json");

        ObjectMapper json = new ObjectMapper();
        assertThat(json.readTree(out.toString())).isEqualTo(json.readTree("{\"actionTypes\":[" + ACTION_TYPE + "]}"));
    }

    @Test
    void a_client_is_created_and_its_token_shown() {
        server.answers("POST /control/v1/clients", 201, "{\"clientId\":\"c-1\",\"clientToken\":\"secret\"}");

        assertThat(jobport("client", "create", "--client-id", "c-1", "--client-token", "secret"))
                .isZero();

        assertThat(server.requests)
                .containsExactly("POST /control/v1/clients {\"clientId\":\"c-1\",\"clientToken\":\"secret\"}");
        assertThat(out.toString().lines()).last().isEqualTo("c-1        secret");
    }

    @Test
    void clients_are_listed() {
        server.answers("GET /control/v1/clients", 200, "{\"clients\":[{\"clientId\":\"c-1\"},{\"clientId\":\"c-2\"}]}");

        assertThat(jobport("client", "list")).isZero();

        assertThat(out.toString().lines()).containsExactly("CLIENT ID", "c-1", "c-2");
    }

    @Test
    void jobs_are_listed_by_status_and_page() {
        server.answers("GET /control/v1/jobs?maxResults=1&nextToken=t%2F1&status=InProgress", 200, """
            {"jobs":[{"jobId":"j-1","status":"InProgress","transitions":[
              {"status":"Created","at":"2026-11-01T10:00:00.000Z"},
              {"status":"InProgress","at":"2026-11-01T10:00:07.000Z"}],
              "actionTypeId":{"category":"Test","owner":"ThirdParty","provider":"Acme","version":"1"},
              "clientId":"c-1","actionExecutionId":"a-1"}],"nextToken":"t/2"}\
            """);

        assertThat(jobport("job", "list", "--status", "InProgress", "--max-results", "1", "--next-token", "t/1"))
                .isZero();

        assertThat(out.toString().lines())
                .containsExactly(
                        "JOB  STATUS      SINCE                     ACTION TYPE             ACTION EXECUTION",
                        "j-1  InProgress  2026-11-01T10:00:07.000Z  ThirdParty/Test/Acme/1  a-1",
                        "More: --next-token t/2");
    }

    @Test
    void a_job_is_shown_with_its_life() {
        server.answers("GET /control/v1/jobs/j-1", 200, """
            {"jobId":"j-1","status":"Queued","transitions":[{"status":"Queued","at":"2026-11-01T10:00:00.000Z"}],
             "actionTypeId":{"category":"Test","owner":"ThirdParty","provider":"Acme","version":"1"},
             "clientId":"c-1","actionExecutionId":"a-1"}\
            """);

        assertThat(jobport("job", "show", "j-1")).isZero();

        assertThat(out.toString())
                .contains("Job                 j-1", "Status              Queued")
                .contains("2026-11-01T10:00:00.000Z  Queued");
    }

    @Test
    void an_action_type_is_registered_with_configuration_properties() {
        server.answers("PUT /control/v1/action-types/Custom/Build/Own/1", 200, ACTION_TYPE);

        jobport(
                "action-type",
                "put",
                "Custom/Build/Own/1",
                "--property",
                "Project:required,queryable",
                "--property",
                "Colour");

        assertThat(server.requests)
                .containsExactly("PUT /control/v1/action-types/Custom/Build/Own/1 {\"configurationProperties\":["
                        + "{\"name\":\"Project\",\"required\":true,\"queryable\":true},{\"name\":\"Colour\"}]}");
    }

    @Test
    void a_client_is_given_another_token_which_is_shown_once() {
        server.answers("POST /control/v1/clients/c-1/rotate", 200, "{\"clientId\":\"c-1\",\"clientToken\":\"new\"}");

        assertThat(jobport("client", "rotate", "c-1")).isZero();

        assertThat(out.toString().lines())
                .containsExactly("CLIENT ID  CLIENT TOKEN (not shown again)", "c-1        new");
    }

    @Test
    void a_client_is_deleted_without_a_word_and_with_json_in_json() {
        for (int time = 0; time < 2; time++) {
            server.answers("DELETE /control/v1/clients/c-1", 204, "");
        }

        assertThat(jobport("client", "delete", "c-1")).isZero();
        assertThat(out.toString()).isEmpty();
        assertThat(jobport("client", "delete", "c-1", "--json")).isZero();
        assertThat(out.toString().replaceAll("\\s", "")).isEqualTo("{\"clientId\":\"c-1\",\"deleted\":true}");
    }

    @Test
    void a_deleted_action_type_is_told_in_json_if_that_is_asked_for() {
        server.answers("DELETE /control/v1/action-types/ThirdParty/Test/Acme/1", 204, "");

        assertThat(jobport("action-type", "delete", "ThirdParty/Test/Acme/1", "--json"))
                .isZero();

        assertThat(out.toString().replaceAll("\\s", ""))
                .isEqualTo("{\"actionTypeId\":{\"owner\":\"ThirdParty\",\"category\":\"Test\",\"provider\":\"Acme\","
                        + "\"version\":\"1\"},\"deleted\":true}");
    }

    @Test
    void clients_and_action_types_are_listed_page_by_page() {
        server.answers("GET /control/v1/clients?maxResults=1", 200, "{\"clients\":[],\"nextToken\":\"n-2\"}")
                .answers("GET /control/v1/action-types?nextToken=n-2", 200, "{\"actionTypes\":[]}");

        assertThat(jobport("client", "list", "--max-results", "1")).isZero();
        assertThat(jobport("action-type", "list", "--next-token", "n-2")).isZero();

        assertThat(out.toString()).contains("More: --next-token n-2");
    }
}
