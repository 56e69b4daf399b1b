package dev.jobport.lab;

import static java.util.Map.entry;

import dev.jobport.lab.faults.Fault;
import dev.jobport.lab.faults.forged.Forgeries;
import dev.jobport.lab.faults.real.Doors;
import dev.jobport.lab.faults.real.Turns;
import dev.jobport.lab.faults.real.Wires;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** All faults by their names. */
final class Catalogue {

    private static final Pattern FORM = Pattern.compile("([a-z0-9-]+)(?:\\(([^()]+)\\))?");

    private static final Map<String, Supplier<Fault>> PLAIN = Map.ofEntries(
            entry("lost-answer", Wires::lostAnswer),
            entry("lost-answer-strict", Wires::lostAnswerStrict),
            entry("lost-request", Wires::lostRequest),
            entry("hang", Wires::hang),
            entry("reset", Wires::reset),
            entry("cut", Wires::cut),
            entry("garbage", Forgeries::garbage),
            entry("503", Forgeries::unavailable),
            entry("unknown-members", Forgeries::unknownMembers),
            entry("throttle", Doors::throttle),
            entry("unknown-key", Doors::unknownKey),
            entry("access-denied", Doors::accessDenied),
            entry("500", Turns::failure),
            entry("500-after", Turns::failureAfterwards),
            entry("rival", Turns::rival),
            entry("lapsed-lease", Turns::lapsedLease),
            entry("lapsed-and-reoffered", Turns::lapsedAndReoffered),
            entry("duplicate-offer", Turns::duplicateOffer),
            entry("stale-details", Turns::staleDetails),
            entry("job-timeout", Turns::jobTimeout),
            entry("action-timeout", Turns::actionTimeout),
            entry("client-token-rotated", Turns::clientTokenRotated),
            entry("credentials-expire", Turns::credentialsExpire),
            entry("credentials-unavailable", Turns::credentialsUnavailable),
            entry("type-deleted", Turns::typeDeleted),
            entry("empty-polls", Turns::emptyPolls));

    private static final Map<String, Lasting> LASTING = Map.of(
            "slow-answer", new Lasting(Duration.ofSeconds(1), Wires::slowAnswer),
            "trickle", new Lasting(Duration.ofSeconds(1), Wires::trickle),
            "restart", new Lasting(Duration.ofMillis(500), Wires::restart),
            "clock-skew", new Lasting(Duration.ofMinutes(10), Doors::clockSkew));

    private static final Set<String> OF_ARTIFACTS = new TreeSet<>(Set.of(
            "lost-answer",
            "lost-request",
            "slow-answer",
            "hang",
            "trickle",
            "reset",
            "cut",
            "503",
            "restart",
            "credentials-expire"));

    /** The one that takes a number. */
    private static final String BATCH = "batch";

    private static final int USUAL_BATCH = 5;

    /** The one that takes a word. */
    private static final String NOT_IN_PROGRESS = "not-in-progress";

    private static final String USUAL_STATUS = "TimedOut";

    /** A fault that takes a duration. */
    private record Lasting(Duration usually, Function<Duration, Fault> fault) {}

    private static final Duration LONGEST = Duration.ofDays(365);

    private Catalogue() {}

    static Set<String> names() {
        Set<String> names = new TreeSet<>(PLAIN.keySet());
        names.addAll(LASTING.keySet());
        names.add(NOT_IN_PROGRESS);
        names.add(BATCH);
        return names;
    }

    /** Those that apply to a request for an artifact. */
    static Set<String> ofArtifacts() {
        return OF_ARTIFACTS;
    }

    /** @param text the name, and the argument in parentheses if it takes one and is to have another than usual */
    static Fault fault(String text) {
        Matcher parts = FORM.matcher(text);
        String name = parts.matches() ? parts.group(1) : text;
        String argument = parts.matches() ? parts.group(2) : null;
        if (PLAIN.containsKey(name) && argument == null) {
            return PLAIN.get(name).get();
        }
        if (LASTING.containsKey(name)) {
            Lasting lasting = LASTING.get(name);
            return lasting.fault().apply(argument == null ? lasting.usually() : bounded(duration(argument)));
        }
        if (name.equals(BATCH)) {
            return Turns.batch(argument == null ? USUAL_BATCH : count(argument));
        }
        if (name.equals(NOT_IN_PROGRESS)) {
            return Forgeries.notInProgress(argument == null ? USUAL_STATUS : argument);
        }
        throw new IllegalArgumentException(
                PLAIN.containsKey(name)
                        ? "The fault " + name + " takes no argument."
                        : "There is no fault " + name + "; there are " + String.join(", ", names()) + ".");
    }

    private static int count(String text) {
        if (!text.matches("[1-9][0-9]{0,3}")) {
            throw new IllegalArgumentException("A number is from 1 to 9999, and not " + text + ".");
        }
        return Integer.parseInt(text);
    }

    /** Longer ones overflow when they are waited for, which is when the test has long begun. */
    private static Duration bounded(Duration duration) {
        if (duration.compareTo(LONGEST) > 0 || duration.compareTo(LONGEST.negated()) < 0) {
            throw new IllegalArgumentException("A duration is of 365 days at the most, and not " + duration + ".");
        }
        return duration;
    }

    /** {@code 2s}, {@code 500ms}, {@code 15m}, {@code PT2S}. */
    private static Duration duration(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        try {
            if (upper.endsWith("MS")) {
                return Duration.ofMillis(Long.parseLong(upper.substring(0, upper.length() - 2)));
            }
            return Duration.parse(upper.startsWith("P") || upper.startsWith("-P") ? upper : "PT" + upper);
        } catch (DateTimeParseException | NumberFormatException e) {
            throw new IllegalArgumentException(
                    "A duration is written like 2s, 500ms or PT2S, and not " + text + ".", e);
        }
    }
}
