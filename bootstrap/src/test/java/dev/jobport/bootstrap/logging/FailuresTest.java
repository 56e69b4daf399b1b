package dev.jobport.bootstrap.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import ch.qos.logback.core.spi.FilterReply;
import dev.jobport.application.driven.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** An outage of the database is two lines in the log, and any other failure a few traces a minute. */
class FailuresTest {

    private static final Exception AWAY = new IllegalStateException(new Store.Unavailable("Connection refused", null));

    private final ListAppender<ILoggingEvent> told = new ListAppender<>();
    private final Logger log = (Logger) LoggerFactory.getLogger("dev.jobport.bootstrap.logging");
    private long now;
    private final Outage outage = new Outage(() -> now);
    private final RepeatedFailures filter = new RepeatedFailures(outage, () -> now);

    @BeforeEach
    void listen() {
        told.start();
        log.addAppender(told);
    }

    @AfterEach
    void stopListening() {
        log.detachAppender(told);
    }

    @Test
    void an_outage_is_one_line_at_its_beginning_and_one_at_its_end() {
        for (int i = 0; i < 300; i++) {
            assertThat(replyTo(AWAY)).isEqualTo(FilterReply.DENY);
            pass(Duration.ofMillis(100));
        }
        pass(Duration.ofSeconds(2));
        outage.worked();
        outage.worked();

        assertThat(told.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly("database not available", "database available again");
        assertThat(told.list.get(0).getKeyValuePairs().toString()).contains("Connection refused");
        assertThat(told.list.get(1).getKeyValuePairs().toString()).contains("32");
    }

    @Test
    void a_database_that_comes_and_goes_is_away() {
        replyTo(AWAY);
        pass(Duration.ofMillis(200));
        outage.worked();
        replyTo(AWAY);

        assertThat(told.list).hasSize(1);
    }

    @Test
    void what_is_no_outage_is_told_as_what_it_is() {
        assertThat(outage.isCauseOf(new UncheckedIOException(new IOException("disk full"))))
                .isFalse();
        assertThat(outage.isCauseOf(new IllegalStateException("a bug"))).isFalse();
        assertThat(told.list).isEmpty();
    }

    @Test
    void of_the_same_failure_three_traces_a_minute_are_shown_and_the_others_counted() {
        long shown = IntStream.range(0, 100)
                .filter(i -> replyTo(bug(i)) == FilterReply.NEUTRAL)
                .count();
        assertThat(shown).isEqualTo(3);
        assertThat(replyTo(new IllegalArgumentException("of another kind"))).isEqualTo(FilterReply.NEUTRAL);

        pass(Duration.ofMinutes(1));
        replyTo(bug(100));
        assertThat(told.list).hasSize(1);
        assertThat(told.list.get(0).getFormattedMessage()).startsWith("97 more failures like this were left out: ");
    }

    @Test
    void what_has_no_trace_is_never_left_out() {
        assertThat(IntStream.range(0, 100).mapToObj(i -> replyTo(null))).containsOnly(FilterReply.NEUTRAL);
    }

    private static Exception bug(int number) {
        return new IllegalStateException("number " + number);
    }

    private FilterReply replyTo(Throwable failure) {
        return filter.decide(new LoggingEvent(
                getClass().getName(), new LoggerContext().getLogger("x"), Level.ERROR, "failed", failure, null));
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}
