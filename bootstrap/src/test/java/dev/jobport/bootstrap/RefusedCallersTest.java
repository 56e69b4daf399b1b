package dev.jobport.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.jobport.adapters.identity.RefusedCaller;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class RefusedCallersTest {

    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final Logger audit = (Logger) LoggerFactory.getLogger("audit");
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private Instant now = Instant.parse("2026-11-23T21:00:00Z");
    private final RefusedCallers refusedCallers = new RefusedCallers(registry, () -> now);

    @BeforeEach
    void listen() {
        lines.start();
        audit.addAppender(lines);
    }

    @AfterEach
    void stopListening() {
        audit.detachAppender(lines);
    }

    @Test
    void a_refused_caller_is_told_with_the_key_the_source_and_the_reason() {
        refuse(1);

        assertThat(lines.list)
                .singleElement()
                .satisfies(line -> assertThat(line.getKeyValuePairs())
                        .extracting(pair -> pair.key + "=" + pair.value)
                        .containsExactly("reason=InvalidSignature", "from=192.0.2.1", "accessKeyId=AKIDEXAMPLE"));
    }

    @Test
    void a_flood_of_them_becomes_a_few_lines_a_second_and_the_rest_is_told_as_a_number() {
        refuse(1000);
        assertThat(lines.list).hasSize(RefusedCallers.LINES_PER_SECOND);

        now = now.plusSeconds(1);
        refuse(1);

        assertThat(lines.list).hasSize(RefusedCallers.LINES_PER_SECOND + 1);
        assertThat(lines.list.get(RefusedCallers.LINES_PER_SECOND).getKeyValuePairs())
                .extracting(pair -> pair.key + "=" + pair.value)
                .contains("notTold=" + (1000 - RefusedCallers.LINES_PER_SECOND) + " more");
    }

    @Test
    void each_of_a_flood_is_counted_by_its_reason() {
        refuse(1000);

        assertThat(registry.get("jobport.callers.refused")
                        .tag("reason", "InvalidSignature")
                        .counter()
                        .count())
                .isEqualTo(1000);
    }

    @Test
    void who_keeps_trying_is_told_once_until_they_were_quiet_for_a_while_and_counted_each_time() {
        for (int i = 0; i < 100; i++) {
            tryAgain("192.0.2.1");
            tryAgain("192.0.2.2");
            now = now.plusSeconds(1);
        }
        assertThat(froms()).containsExactly("192.0.2.1", "192.0.2.2");

        now = now.plus(FirstAfterQuiet.QUIET);
        tryAgain("192.0.2.1");

        assertThat(froms()).containsExactly("192.0.2.1", "192.0.2.2", "192.0.2.1");
        assertThat(registry.get("jobport.callers.refused")
                        .tag("reason", RefusedCaller.TOO_MANY_TRIES)
                        .counter()
                        .count())
                .isEqualTo(201);
    }

    private void tryAgain(String source) {
        refusedCallers.accept(new RefusedCaller(Optional.empty(), source, RefusedCaller.TOO_MANY_TRIES));
    }

    private List<Object> froms() {
        return lines.list.stream()
                .flatMap(line -> line.getKeyValuePairs().stream())
                .filter(pair -> pair.key.equals("from"))
                .map(pair -> pair.value)
                .toList();
    }

    private void refuse(int times) {
        for (int i = 0; i < times; i++) {
            refusedCallers.accept(new RefusedCaller(Optional.of("AKIDEXAMPLE"), "192.0.2.1", "InvalidSignature"));
        }
    }
}
