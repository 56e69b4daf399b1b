package dev.jobport.bootstrap.logging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Each event becomes one line that tells whose it is, whatever foreign text is in it. */
class LoggingTest {

    private static final String HOSTILE = "x\n2026 ERROR forged \u009b2J\u202e";

    private final PrintStream stderr = System.err;

    @AfterEach
    void leaveLoggingToTheTestsAgain() throws Exception {
        System.setErr(stderr);
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        new ch.qos.logback.classic.util.ContextInitializer(context).autoConfig();
    }

    @Test
    void a_line_of_text_tells_the_server_and_no_text_breaks_out_of_it() {
        List<String> lines = logged(
                Logging.Format.text,
                Logging.Least.info,
                log -> log.atInfo().addKeyValue("foreign", HOSTILE).log("message {}", HOSTILE));

        assertThat(lines).hasSize(1);
        assertThat(lines.get(0))
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z INFO  east LoggingTest message .*")
                .contains("x\\u000a2026 ERROR forged \\u009b2J\\u202e", "foreign=\"x\\u000a2026");
    }

    @Test
    void only_a_line_of_the_log_begins_in_the_first_column() {
        List<String> lines = logged(
                Logging.Format.text,
                Logging.Least.info,
                log -> log.error("failed", new IllegalStateException(HOSTILE, new RuntimeException("2026\r\n2026"))));

        assertThat(lines).hasSizeGreaterThan(3);
        assertThat(lines.subList(1, lines.size()))
                .allMatch(line -> line.startsWith("\t"))
                .anyMatch(line -> line.contains("Caused by"));
    }

    @Test
    void as_json_each_line_is_an_object_that_tells_the_server_and_is_plain() throws Exception {
        List<String> lines = logged(
                Logging.Format.json,
                Logging.Least.info,
                log -> log.atWarn()
                        .addKeyValue("foreign", HOSTILE)
                        .setCause(new IllegalStateException(HOSTILE))
                        .log("message {}", HOSTILE));

        assertThat(lines).hasSize(1);
        assertThat(lines.get(0)).doesNotContain("\u009b", "\u202e");
        JsonNode line = new ObjectMapper().readTree(lines.get(0));
        assertThat(line.path("server").asText()).isEqualTo("east");
        assertThat(line.path("level").asText()).isEqualTo("WARN");
        assertThat(line.path("formattedMessage").asText()).isEqualTo("message " + HOSTILE);
        assertThat(line.at("/kvpList/0/foreign").asText()).isEqualTo(HOSTILE);
        assertThat(line.at("/throwable/message").asText()).isEqualTo(HOSTILE);
    }

    @Test
    void what_is_less_than_the_level_is_not_written() {
        assertThat(logged(Logging.Format.text, Logging.Least.warn, log -> {
                    log.info("little");
                    log.warn("much");
                }))
                .singleElement()
                .asString()
                .endsWith("much");
    }

    @Test
    void libraries_only_warn_however_much_is_asked_of_the_server() {
        assertThat(logged(Logging.Format.text, Logging.Least.trace, log -> {
                    log.trace("ours");
                    Logger library = LoggerFactory.getLogger("com.example.Library");
                    library.info("little");
                    library.warn("much");
                    LoggerFactory.getLogger("org.eclipse.jetty.http.Parser").warn("what a stranger sent");
                }))
                .satisfiesExactly(
                        ours -> assertThat(ours).endsWith("ours"),
                        library -> assertThat(library).endsWith("much"));
    }

    private List<String> logged(Logging.Format format, Logging.Least least, Consumer<Logger> events) {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        System.setErr(new PrintStream(written, true, UTF_8));
        Logging.setUp(format, least, "east");
        events.accept(LoggerFactory.getLogger(LoggingTest.class));
        return written.toString(UTF_8).lines().toList();
    }
}
