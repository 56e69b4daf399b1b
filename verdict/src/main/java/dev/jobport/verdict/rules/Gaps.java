package dev.jobport.verdict.rules;

import dev.jobport.verdict.history.Exchange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Times between exchanges. */
final class Gaps {

    private Gaps() {}

    /** From each answer, or arrival if there was none, to the next arrival. */
    static List<Duration> between(List<Exchange> exchanges) {
        List<Duration> gaps = new ArrayList<>();
        for (int i = 1; i < exchanges.size(); i++) {
            gaps.add(between(exchanges.get(i - 1), exchanges.get(i)));
        }
        return gaps;
    }

    static Duration between(Exchange one, Exchange next) {
        return max(Duration.ZERO, Duration.between(one.answer().sent().orElse(one.at()), next.at()));
    }

    static Duration median(List<Duration> gaps) {
        return gaps.stream().sorted().toList().get(gaps.size() / 2);
    }

    static Duration max(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    static String seconds(Duration duration) {
        return duration.toMillis() / 1000.0 + " s";
    }
}
