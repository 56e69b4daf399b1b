package dev.jobport.verdict.history;

import dev.jobport.verdict.json.Json;
import dev.jobport.verdict.json.NotJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A history as text: a line of JSON for its heading, and one for each event, in any order. */
public final class HistoryLines {

    /** What this program writes; it reads this and what is older. */
    static final long VERSION = 1;

    private HistoryLines() {}

    /** The heading, and then each event. */
    public static Stream<String> of(History history) {
        return Stream.concat(
                Stream.of(heading(history.heading(), history.lost())),
                history.events().stream().map(HistoryLines::of));
    }

    public static String heading(Heading heading, long lost) {
        return Json.write(LineWriter.heading(heading, lost));
    }

    public static String of(Event event) {
        return Json.write(LineWriter.event(event));
    }

    /** @throws UnreadableHistory if a line is damaged, foreign or of a later version; it names the line */
    public static History read(Reader from) throws IOException {
        BufferedReader lines = new BufferedReader(from);
        LineReader first = read(1, lines.readLine());
        List<Event> events = new ArrayList<>();
        Heading heading;
        long lost;
        try {
            heading = first.heading();
            lost = first.number("lost");
        } catch (LineReader.Unusable e) {
            throw new UnreadableHistory(1, e.getMessage());
        }
        int number = 1;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (!line.isBlank()) {
                try {
                    events.add(read(number, line).event());
                } catch (LineReader.Unusable e) {
                    throw new UnreadableHistory(number, e.getMessage());
                }
            }
        }
        return new History(heading, events, lost);
    }

    private static LineReader read(int number, String line) {
        try {
            LineReader read = new LineReader(line == null ? null : Json.read(line));
            if (read.number("v") > VERSION) {
                throw new UnreadableHistory(
                        number, "it has version " + read.number("v") + ", and this program reads up to " + VERSION);
            }
            return read;
        } catch (NotJson e) {
            throw new UnreadableHistory(number, "it is no JSON: " + e.getMessage());
        } catch (LineReader.Unusable e) {
            throw new UnreadableHistory(number, e.getMessage());
        }
    }
}
