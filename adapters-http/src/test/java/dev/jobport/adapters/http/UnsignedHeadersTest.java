package dev.jobport.adapters.http;

import static dev.jobport.contracts.fixtures.Samples.JOB_ID;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever sees a signed request can put headers into it that nobody signed. They change nothing of what is done. */
class UnsignedHeadersTest extends WithKnownClients {

    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "DELETE", "AFTER", "BEFORE");

    private static final Map<String, String> DETAILS = Map.of(
            "X-Amz-Target", "CodePipeline_20150709.GetThirdPartyJobDetails", "Content-Type", TestServer.AMZ_JSON);

    private static final List<String> HEADERS = List.of(
            "Accept: text/html",
            "Accept: application/json",
            "Accept-Charset: utf-16",
            "Accept-Encoding: gzip, br, deflate",
            "Accept-Language: de",
            "Access-Control-Request-Headers: x-amz-target",
            "Access-Control-Request-Method: DELETE",
            "Cache-Control: no-cache",
            "Connection: keep-alive, Authorization",
            "Content-Encoding: gzip",
            "Content-Language: tr",
            "Content-Location: /control/v1/clients",
            "Cookie: JSESSIONID=1",
            "DNT: 1",
            "Date: Mon, 01 Jan 2001 00:00:00 GMT",
            "Early-Data: 1",
            "Expect: 100-continue",
            "Forwarded: for=127.0.0.1;host=localhost;proto=https",
            "From: a@b.example",
            "If-Match: *",
            "If-Modified-Since: Mon, 01 Jan 2035 00:00:00 GMT",
            "If-None-Match: *",
            "If-Range: x",
            "If-Unmodified-Since: Mon, 01 Jan 2001 00:00:00 GMT",
            "Max-Forwards: 0",
            "Origin: http://evil.example",
            "Pragma: no-cache",
            "Prefer: respond-async",
            "Proxy-Authorization: Bearer open-sesame",
            "Range: bytes=0-0",
            "Referer: http://evil.example/",
            "Sec-Fetch-Site: cross-site",
            "TE: trailers",
            "Trailer: X-Amz-Target",
            "Upgrade: h2c",
            "Upgrade-Insecure-Requests: 1",
            "User-Agent: x",
            "Via: 1.1 x",
            "X-Amzn-Trace-Id: Root=1",
            "X-Correlation-ID: 1",
            "X-Forwarded-For: 127.0.0.1",
            "X-Forwarded-Host: localhost",
            "X-Forwarded-Port: 1",
            "X-Forwarded-Prefix: /control",
            "X-Forwarded-Proto: https",
            "X-Forwarded-Method: DELETE",
            "X-HTTP-Method: DELETE",
            "X-HTTP-Method-Override: DELETE",
            "X-Method-Override: DELETE",
            "X-Original-Method: DELETE",
            "X-Original-URL: /control/v1/clients",
            "X-Real-IP: 127.0.0.1",
            "X-Request-ID: 1",
            "X-Requested-With: XMLHttpRequest",
            "X-Rewrite-URL: /control/v1/clients",
            "amz-sdk-request: attempt=2");

    @ParameterizedTest
    @FieldSource("HEADERS")
    void a_header_is_refused_or_changes_nothing_of_what_is_done(String header) throws Exception {
        for (String request : signedRequests()) {
            String plain = done(request);
            assertThat(plain).as("it gets through").doesNotEndWith("[]");

            for (String changed : List.of(first(header, request), last(header, request))) {
                String with = done(changed);
                assertThat(with.startsWith("HTTP/1.1 400 ") && with.endsWith("[]") || with.equals(plain))
                        .as(changed + with)
                        .isTrue();
            }
        }
    }

    @Test
    void no_spelling_of_another_method_reaches_either_side() throws IOException {
        for (String name : AsSent.METHOD_OVERRIDES) {
            for (String method : METHODS) {
                for (String request : signedRequests()) {
                    String answer = server.raw(last(name.toLowerCase() + ": " + method, request));

                    assertThat(answer).startsWith("HTTP/1.1 400 ").endsWith("\r\n\r\n");
                    assertThat(server.ports.calls()).isEmpty();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"AFTER", "BEFORE", "BEFORE_MATCHED", "AFTER_MATCHED", "WEBSOCKET_BEFORE_UPGRADE"})
    void a_method_that_only_the_framework_knows_is_refused(String method) throws IOException {
        for (String path : List.of("/", "/health", "/control/v1/clients")) {
            assertThat(server.raw(method + " " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 400 ");
        }
    }

    /** What a request did, and what was answered. */
    private static String done(String request) throws IOException {
        server.ports.reset();
        server.ports.fail(REFUSAL);
        String answer = server.raw(request).replace("HTTP/1.1 100 Continue\r\n\r\n", "");
        return answer.replaceAll("(?m)^(?!HTTP|Content-Type)[A-Za-z-]+: .*\r\n", "") + server.ports.calls();
    }

    private static String first(String header, String request) {
        return request.replaceFirst("\r\n", "\r\n" + header + "\r\n");
    }

    private static String last(String header, String request) {
        return request.replaceFirst("\r\n\r\n", "\r\n" + header + "\r\n\r\n");
    }

    /** Of a job worker and of an operator: one of the latter reads, one writes. */
    private static List<String> signedRequests() {
        return List.of(
                signed("POST", "/", "AKIDEXAMPLE", DETAILS, "{\"jobId\":\"j\",\"clientToken\":\"t\"}"),
                signed("GET", "/control/v1/jobs/" + JOB_ID, "AKIDCONTROL", Map.of(), ""),
                signed("POST", "/control/v1/clients", "AKIDCONTROL", Map.of("Content-Type", "application/json"), "{}"));
    }

    private static String signed(String method, String path, String key, Map<String, String> headers, String body) {
        HttpRequest signed = DoorkeeperSamples.signed(
                        server.to(path),
                        method,
                        server.uri(path).toString(),
                        body.getBytes(UTF_8),
                        key,
                        DoorkeeperSamples.ACCOUNT.region(),
                        headers,
                        now)
                .build();
        List<String> lines = new ArrayList<>(List.of(
                method + " " + path + " HTTP/1.1",
                "Host: " + server.uri("/").getAuthority(),
                "Content-Length: " + body.length(),
                "Connection: close"));
        signed.headers().map().forEach((name, values) -> values.forEach(value -> lines.add(name + ": " + value)));
        return String.join("\r\n", lines) + "\r\n\r\n" + body;
    }
}
