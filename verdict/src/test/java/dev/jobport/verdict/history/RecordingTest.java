package dev.jobport.verdict.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RecordingTest {

    private static final Heading HEADING =
            new Heading(Instant.EPOCH, EnumSet.noneOf(Vantage.class), 0, "", "", Expectations.USUAL);

    @Test
    void many_threads_record_at_once() throws InterruptedException {
        Recording recording = new Recording(HEADING, 10_000);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        for (int i = 0; i < 1_000; i++) {
            threads.execute(() -> recording.add(line(recording.next())));
        }
        threads.shutdown();

        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        List<Event> events = recording.soFar().events();
        assertThat(events).extracting(Event::number).doesNotHaveDuplicates().isSorted();
        assertThat(events).hasSize(1_000);
    }

    @Test
    void events_stand_in_the_order_in_which_they_arrived_not_in_that_in_which_they_were_answered() {
        Recording recording = new Recording(HEADING, 10);
        long first = recording.next();
        long second = recording.next();
        recording.add(line(second));
        recording.add(line(first));

        assertThat(recording.soFar().events()).extracting(Event::number).containsExactly(first, second);
    }

    @Test
    void the_oldest_go_when_there_is_no_room_and_are_counted() {
        Recording recording = new Recording(HEADING, 2);
        for (int i = 0; i < 5; i++) {
            recording.add(line(recording.next()));
        }

        assertThat(recording.soFar().lost()).isEqualTo(3);
        assertThat(recording.soFar().events()).extracting(Event::number).containsExactly(4L, 5L);
    }

    @Test
    void much_text_takes_the_room_of_many_events() {
        Recording recording = new Recording(HEADING, 100, 10_000);
        recording.add(exchange(recording.next(), Map.of("a", "x".repeat(4_000))));
        recording.add(exchange(recording.next(), Map.of("x".repeat(4_000), "")));
        recording.add(new OutputLine(recording.next(), Instant.EPOCH, "stdout", "x".repeat(4_000)));
        recording.add(line(recording.next()));
        assertThat(recording.soFar().events()).extracting(Event::number).containsExactly(2L, 3L, 4L);

        recording.add(line(recording.next()));
        recording.add(exchange(recording.next(), Map.of("a", "x".repeat(40_000))));
        assertThat(recording.soFar().events()).extracting(Event::number).containsExactly(6L);
        assertThat(recording.soFar().lost()).isEqualTo(5);

        recording.add(line(recording.next()));
        recording.add(line(recording.next()));
        assertThat(recording.soFar().events()).extracting(Event::number).containsExactly(7L, 8L);
    }

    private static Event exchange(long number, Map<String, String> members) {
        Request request = new Request(Instant.EPOCH, 1, "", "", Optional.empty(), 1, false, "", members);
        return new Exchange(number, request, Answer.NONE, Optional.empty());
    }

    private static Event line(long number) {
        return new OutputLine(number, Instant.EPOCH, "stdout", "a");
    }
}
