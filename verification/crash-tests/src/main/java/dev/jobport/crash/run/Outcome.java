package dev.jobport.crash.run;

import dev.jobport.crash.history.Call;
import dev.jobport.crash.history.Family;
import dev.jobport.crash.history.History;
import dev.jobport.crash.rules.Checker.Verdict;
import dev.jobport.crash.rules.Violation;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How a run went.
 *
 * @param blows how often what was hit
 * @param damage what the store itself is found to be wrong with
 */
record Outcome(
        Plan plan, Map<String, Integer> blows, int starts, History history, Verdict verdict, List<String> damage) {

    private static final int TOLD_VIOLATIONS = 10;

    boolean isSound() {
        return verdict.violations().isEmpty() && damage.isEmpty();
    }

    /** The counts, in one line. */
    String counts() {
        List<Call> calls = history.calls();
        Map<Family, Long> actions = history.actions().stream()
                .collect(Collectors.groupingBy(
                        action -> action.report().family(), () -> new EnumMap<>(Family.class), Collectors.counting()));
        int jobs = history.actions().stream()
                .mapToInt(action -> action.report().jobs().size())
                .sum();
        return String.format(
                Locale.ROOT,
                "seed %d: %s; %d starts of servers; actions %s, %,d jobs; %,d action types; %,d calls, of these %,d"
                        + " accepted, %,d refused, %,d unknown; %,d facts checked, %d violations, %d damages",
                plan.seed(),
                blows,
                starts,
                actions,
                jobs,
                history.actionTypes().size(),
                calls.size(),
                calls.stream().filter(Call::isAccepted).count(),
                calls.stream().filter(Call::isRefused).count(),
                calls.stream().filter(Call::isUnknown).count(),
                verdict.allFacts(),
                verdict.violations().size(),
                damage.size());
    }

    /** The first of what is wrong, each with all that is known of its subject. */
    String wrongs() {
        StringBuilder text = new StringBuilder();
        damage.forEach(each -> text.append("damage: ").append(each).append('\n'));
        verdict.violations().stream()
                .limit(TOLD_VIOLATIONS)
                .forEach(violation -> text.append(violation).append('\n').append(story(violation)));
        return text.toString();
    }

    private String story(Violation violation) {
        StringBuilder text = new StringBuilder();
        history.calls().stream()
                .filter(call -> call.toString().contains(violation.subject()))
                .sorted((a, b) -> a.invokedAt().compareTo(b.invokedAt()))
                .forEach(call -> text.append("    ").append(call).append('\n'));
        history.actions().stream()
                .filter(action -> action.toString().contains(violation.subject()))
                .forEach(action -> text.append("    ").append(action).append('\n'));
        return text.toString();
    }
}
