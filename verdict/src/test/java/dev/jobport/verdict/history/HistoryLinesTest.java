package dev.jobport.verdict.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryLinesTest {

    private static final Instant TEN = Instant.parse("2026-07-31T10:00:00Z");
    private static final Optional<String> NOTHING = Optional.empty();

    private static final Heading HEADING = new Heading(
            TEN,
            EnumSet.of(Vantage.WIRE, Vantage.LIFE),
            20260731,
            "0.1.0",
            "python my_worker.py",
            new Expectations(Optional.of(Duration.ofSeconds(5)), 50, Duration.ofMinutes(1)));

    private static final Offer OFFER = new Offer(
            "4f",
            Optional.of("a1"),
            Optional.of("#n7"),
            Optional.of("c"),
            Optional.of("#c3"),
            Optional.of("build-7"),
            List.of("App", "Docs"));

    static List<Event> events() {
        Request full = new Request(
                TEN, 3, "worker-1", "AcknowledgeJob", Optional.of("6b1f"), 2, true, "Boto3", Map.of("jobId", "4f"));
        Request bare = new Request(TEN, 4, "", "", NOTHING, 1, false, "", Map.of());
        Answer answer = new Answer(
                Optional.of(TEN.plusMillis(1)),
                400,
                Optional.of("InvalidNonceException"),
                Optional.of("somebody \"else\"\n\u2028\u0007"),
                Optional.of("InProgress"),
                List.of(OFFER, new Offer("5f", NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, List.of())));
        return List.of(
                new Exchange(1, full, answer, Optional.of(new InjectedFault("lost-answer-strict", 12, false))),
                new Exchange(2, bare, Answer.NONE, Optional.of(new InjectedFault("garbage", 1, true))),
                new Exchange(3, bare, Answer.NONE, Optional.empty()),
                new ActionStarted(4, TEN, "a1", "Custom/Build/Own/1", Optional.of(true)),
                new ActionStarted(5, TEN, "a1", "Custom/Build/Own/1", Optional.empty()),
                new LifeEvent(6, TEN, "4f", "a1", Optional.of("Queued"), "Dispatched", Optional.of("rival")),
                new LifeEvent(7, TEN, "4f", "a1", NOTHING, "Created", NOTHING),
                new ArtifactRequest(
                        8,
                        TEN,
                        Optional.of(TEN),
                        "PUT",
                        "/b/App",
                        Optional.of("App"),
                        Optional.of("4f"),
                        Optional.of("#c3"),
                        403,
                        Optional.of("ExpiredToken"),
                        Optional.of("9a"),
                        Optional.of(new InjectedFault("cut", 1, false))),
                new ArtifactRequest(
                        9,
                        TEN,
                        Optional.empty(),
                        "GET",
                        "/b/x",
                        NOTHING,
                        NOTHING,
                        NOTHING,
                        200,
                        NOTHING,
                        NOTHING,
                        Optional.empty()),
                new OutputLine(10, TEN, "stderr", "…#s2…"),
                new ProcessEvent(11, TEN, ProcessEvent.Kind.ENDED, "1", "137"),
                new Mark(12, TEN, Mark.Kind.SCENARIO_BEGINS, "plain: a job"));
    }

    @ParameterizedTest
    @MethodSource("events")
    void an_event_is_read_as_it_was_written(Event event) throws IOException {
        assertThat(read(HistoryLines.heading(HEADING, 0), HistoryLines.of(event))
                        .events())
                .containsExactly(event);
    }

    @Test
    void every_kind_of_event_is_written() {
        assertThat(events().stream().map(Object::getClass).distinct())
                .containsExactlyInAnyOrder(Event.class.getPermittedSubclasses());
    }

    @Test
    void the_heading_is_read_as_it_was_written() throws IOException {
        History bare = new History(
                new Heading(TEN, EnumSet.allOf(Vantage.class), 0, "", "", Expectations.USUAL), List.of(), 7);

        assertThat(again(bare)).isEqualTo(bare);
        assertThat(again(new History(HEADING, List.of(), 0)).heading()).isEqualTo(HEADING);
    }

    @Test
    void an_exchange_is_one_line_that_a_person_can_read() {
        Map<String, String> in = Map.of("jobId", "4f");
        Request request = new Request(TEN, 3, "worker-1", "AcknowledgeJob", NOTHING, 1, true, "Boto3", in);
        Answer answer =
                new Answer(Optional.of(TEN), 400, Optional.of("InvalidNonceException"), NOTHING, NOTHING, List.of());

        assertThat(HistoryLines.of(
                        new Exchange(17, request, answer, Optional.of(new InjectedFault("rival", 1, false)))))
                .isEqualTo("{\"v\":1,\"n\":17,\"t\":\"exchange\",\"arrived\":\"2026-07-31T10:00:00Z\","
                        + "\"answered\":\"2026-07-31T10:00:00Z\",\"conn\":3,\"key\":\"worker-1\","
                        + "\"op\":\"AcknowledgeJob\",\"attempt\":1,\"signed\":true,\"ua\":\"Boto3\","
                        + "\"in\":{\"jobId\":\"4f\"},\"status\":400,\"error\":\"InvalidNonceException\","
                        + "\"fault\":\"rival/1\"}");
    }

    @Test
    void lines_may_come_in_any_order_and_with_blanks_between_them() throws IOException {
        String second = HistoryLines.of(new OutputLine(2, TEN, "stdout", "b"));
        String first = HistoryLines.of(new OutputLine(1, TEN, "stdout", "a"));

        assertThat(read(HistoryLines.heading(HEADING, 0), second, "", first).events())
                .extracting(Event::number)
                .containsExactly(1L, 2L);
    }

    @Test
    void members_that_are_not_known_are_left_aside() throws IOException {
        String line = HistoryLines.of(new OutputLine(1, TEN, "stdout", "a")).replace("{", "{\"later\":[{}],");

        assertThat(read(HistoryLines.heading(HEADING, 0), line).events()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"v\":1,\"n\":17,\"t\":\"output\",\"at\":\"2026-07",
                "no JSON",
                "[]",
                "7",
                "null",
                "{}",
                "{\"v\":\"1\"}",
                "{\"v\":1} {}",
                "{\"v\":1e99}",
                "{\"v\":99999999999999999999}",
                "{\"v\":1,\"n\":1,\"t\":\"weather\"}",
                "{\"v\":1,\"n\":1,\"t\":\"output\",\"at\":\"today\",\"stream\":\"stdout\",\"line\":\"\"}",
                "{\"v\":1,\"n\":1,\"t\":\"mark\",\"at\":\"2026-07-31T10:00:00Z\",\"kind\":\"X\",\"text\":\"\"}",
                "{\"v\":2,\"n\":1,\"t\":\"output\"}"
            })
    void a_damaged_or_foreign_line_is_named(String line) {
        String good = HistoryLines.of(new OutputLine(1, TEN, "stdout", "a"));

        assertThatThrownBy(() -> read(HistoryLines.heading(HEADING, 0), good, line, good))
                .isInstanceOf(UnreadableHistory.class)
                .hasMessageStartingWith("Line 3 of the history cannot be used: ");
        assertThatThrownBy(() -> read(line))
                .isInstanceOf(UnreadableHistory.class)
                .hasMessageStartingWith("Line 1 of");
    }

    @Test
    void what_breaks_off_within_a_line_is_no_event_wherever_it_breaks() {
        String line = HistoryLines.of(events().get(0));

        for (int length = 1; length < line.length(); length++) {
            String part = line.substring(0, length);
            assertThatThrownBy(() -> read(HistoryLines.heading(HEADING, 0), part))
                    .isInstanceOf(UnreadableHistory.class);
        }
    }

    @Test
    void a_line_that_is_nested_without_end_is_refused() {
        assertThatThrownBy(() -> read("[".repeat(100_000)))
                .isInstanceOf(UnreadableHistory.class)
                .hasMessageContaining("more than 50 levels");
    }

    @Test
    void no_history_is_none() {
        assertThatThrownBy(() -> read("")).isInstanceOf(UnreadableHistory.class);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"n\":10','\"n\":null',\"n\" is missing",
        "'\"n\":10','\"n\":\"x\"',\"n\" is of another type",
        "'\"v\":1','\"v\":7','it has version 7, and this program reads up to 1'",
        "'T10:00','T25:00',\"at\" cannot be 2026-07-31T25:00:00Z",
        "'2026-','-100000000-',\"at\" cannot be -100000000-07-31T10:00:00Z",
        "'2026-','9999-',\"at\" cannot be 9999-07-31T10:00:00Z"
    })
    void the_error_says_what_is_wrong(String what, String with, String message) {
        String line = HistoryLines.of(new OutputLine(10, TEN, "stdout", "a")).replace(what, with);

        assertThatThrownBy(() -> read(HistoryLines.heading(HEADING, 0), line))
                .hasMessage("Line 2 of the history cannot be used: " + message + ".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1M\",PT2562047788015215H", "PT5S\",PT-1S", "PT5S\",PT876001H"})
    void what_no_clock_can_count_is_no_expectation(String change) {
        String[] parts = change.split(",");
        String heading = HistoryLines.heading(HEADING, 0).replace(parts[0], parts[1] + "\"");

        assertThatThrownBy(() -> read(heading))
                .isInstanceOf(UnreadableHistory.class)
                .hasMessageContaining("a hundred years at the most");
    }

    private static History again(History history) throws IOException {
        return HistoryLines.read(new StringReader(HistoryLines.of(history).collect(Collectors.joining("\n"))));
    }

    private static History read(String... lines) throws IOException {
        return HistoryLines.read(new StringReader(String.join("\n", lines)));
    }
}
