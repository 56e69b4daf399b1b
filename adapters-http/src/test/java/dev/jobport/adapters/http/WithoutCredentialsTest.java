package dev.jobport.adapters.http;

import static dev.jobport.contracts.fixtures.Samples.JOB_ID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.domain.Refusal;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that asks nobody for credentials does not listen to the pages in its machine's browsers. */
class WithoutCredentialsTest extends WithServer {

    private static String register(String headers) throws Exception {
        return server.raw("POST /control/v1/clients HTTP/1.1\r\n" + headers + "Content-Length: 0\r\n"
                + "Connection: close\r\n\r\n");
    }

    private static String poll(String headers) throws Exception {
        String body = "{\"jobId\":\"" + JOB_ID.value() + "\",\"clientToken\":\"t\"}";
        return server.raw("POST / HTTP/1.1\r\n" + headers + "Content-Type: application/x-amz-json-1.1\r\n"
                + "X-Amz-Target: CodePipeline_20150709.GetThirdPartyJobDetails\r\nContent-Length: " + body.length()
                + "\r\nConnection: close\r\n\r\n" + body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "evil.example:8460", "127.0.0.1.evil.example", "localhost.evil.example"})
    void a_name_that_somebody_made_point_here_gets_nothing(String host) throws Exception {
        String headers = "Host: " + host + "\r\n";

        assertThat(register(headers)).startsWith("HTTP/1.1 401").contains("--credentials");
        assertThat(poll(headers)).startsWith("HTTP/1.1 400").contains("MissingAuthenticationTokenException");
        assertThat(server.ports.calls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://evil.example", "null", "http://127.0.0.1:8460"})
    void a_browsers_page_gets_nothing(String origin) throws Exception {
        String headers = "Host: 127.0.0.1\r\nOrigin: " + origin + "\r\n";

        assertThat(register(headers)).startsWith("HTTP/1.1 401").contains("--credentials");
        assertThat(poll(headers)).startsWith("HTTP/1.1 400").contains("MissingAuthenticationTokenException");
        assertThat(server.ports.calls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    void what_a_page_of_another_site_loads_gets_nothing(String site) throws Exception {
        String headers = "Host: 127.0.0.1\r\nSec-Fetch-Site: " + site + "\r\n";

        assertThat(register(headers)).startsWith("HTTP/1.1 401").contains("--credentials");
        assertThat(poll(headers)).startsWith("HTTP/1.1 400").contains("MissingAuthenticationTokenException");
        assertThat(server.ports.calls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "same-origin"})
    void what_a_person_opens_gets_through(String site) throws Exception {
        assertThat(poll("Host: 127.0.0.1\r\nSec-Fetch-Site: " + site + "\r\n"))
                .doesNotContain("MissingAuthenticationToken");
        assertThat(server.ports.calls()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.1:8460", "127.0.0.2", "[::1]:8460", "localhost", "LocalHost:8460"})
    void the_machine_itself_gets_through(String host) throws Exception {
        assertThat(poll("Host: " + host + "\r\n")).doesNotContain("MissingAuthenticationToken");
        assertThat(server.ports.calls()).hasSize(1);
    }

    @Test
    void anybody_may_ask_for_its_health() throws Exception {
        server.raw("GET /health HTTP/1.1\r\nHost: any.example\r\nConnection: close\r\n\r\n");

        assertThat(server.ports.calls()).hasSize(1);
    }

    @Test
    void a_server_without_credentials_takes_everybody_for_anyone() throws Exception {
        server.ports.fail(new Refusal.JobNotFound(JOB_ID));
        for (Path file : DoorkeeperSamples.captures()) {
            server.raw(DoorkeeperSamples.captured(file));
        }
        assertThat(server.ports.callers())
                .isNotEmpty()
                .allSatisfy(caller -> assertThat(caller.name()).isEqualTo("anyone"));
        assertThat(server.get("/control/v1/openapi.json").statusCode()).isEqualTo(200);
    }
}
