package dev.jobport.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A person with a browser is told what this is; nobody else is answered differently. */
class FrontPageTest {

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    private static final String UNKNOWN = "<UnknownOperationException/>";

    private final TestServer server = new TestServer(new HttpSettings.About("1.2.3", "sqlite:<a & b>.db"));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_browser_is_shown_a_page_that_needs_nothing_from_elsewhere() {
        var response = server.send(server.to("/").header("Accept", BROWSER).GET());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("text/html;charset=utf-8");
        assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(response.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; style-src 'sha256-")
                .doesNotContain("unsafe");
        assertThat(response.body())
                .contains("Version 1.2.3, store <code>sqlite:&lt;a &amp; b&gt;.db</code>")
                .contains("href=\"/health\"", "href=\"/metrics\"", "href=\"/control/v1/openapi.json\"")
                .contains("--endpoint-url http://127.0.0.1:" + server.server.port() + " ")
                .doesNotContain("${", "<script", "src=", "@import", "url(");
    }

    @Test
    void it_shows_nothing_that_the_request_brought() throws IOException {
        String answer =
                server.raw("GET /?q=stranger HTTP/1.1\r\nHost: stranger.example\r\nAccept: text/html;a=stranger\r\n"
                        + "Referer: http://stranger.example\r\nUser-Agent: stranger\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 200 ").doesNotContain("stranger");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: evil.example",
                "Host: localhost.evil.example:8460",
                "Host: 127.0.0.1\r\nOrigin: http://evil.example",
                "Host: 127.0.0.1\r\nSec-Fetch-Site: cross-site"
            })
    void what_comes_of_a_page_from_elsewhere_is_told_neither_version_nor_store(String headers) throws IOException {
        String answer =
                server.raw("GET / HTTP/1.1\r\n" + headers + "\r\nAccept: text/html\r\nConnection: close\r\n\r\n");

        assertThat(answer).contains("<h1>Jobport</h1>").doesNotContain("Version", "1.2.3", "sqlite", "${");
    }

    @Test
    void a_server_that_tells_nothing_of_itself_shows_neither_version_nor_store() {
        try (TestServer silent = new TestServer()) {
            assertThat(silent.send(silent.to("/").header("Accept", BROWSER).GET())
                            .body())
                    .contains("<h1>Jobport</h1>")
                    .doesNotContain("Version", "${");
        }
    }

    @Test
    void a_browsers_wish_for_an_icon_is_no_error() {
        var response = server.get("/favicon.ico");

        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(response.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/json", "text/plain", "application/xml"})
    void whoever_does_not_ask_for_html_is_answered_as_ever(String accept) {
        var response = server.send(server.to("/").header("Accept", accept).GET());

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).isEqualTo(UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS"})
    void other_methods_are_answered_as_ever_whatever_they_accept(String method) throws IOException {
        String answer = server.raw(method + " / HTTP/1.1\r\nHost: x\r\nAccept: text/html\r\nConnection: close\r\n\r\n");

        assertThat(answer).doesNotContain("<html").containsAnyOf("HTTP/1.1 400 ", "HTTP/1.1 404 ");
    }
}
