package dev.jobport.conformance;

import dev.jobport.verdict.Known;
import dev.jobport.verdict.RuleId;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What became of all clauses at one endpoint.
 *
 * @param known clauses that are known not to be kept
 * @param made names of all that was made at the endpoint
 * @param left what of it could not be deleted, and why
 */
record Result(URI endpoint, List<Finding> findings, Known known, List<String> made, List<String> left) {

    private static final Set<Outcome> BROKEN = EnumSet.of(Outcome.FAIL, Outcome.DIFFERS);

    List<Finding> with(Outcome outcome) {
        return findings.stream().filter(it -> it.outcome() == outcome).toList();
    }

    boolean isKnown(Finding finding) {
        return BROKEN.contains(finding.outcome()) && known.reasons().containsKey(finding.id());
    }

    /** Those that were kept after all, wherever they were asked, and should be struck out of the baseline. */
    List<RuleId> stale() {
        return known.reasons().keySet().stream()
                .filter(id -> outcomes(id).equals(EnumSet.of(Outcome.PASS)))
                .toList();
    }

    private Set<Outcome> outcomes(RuleId id) {
        Set<Outcome> outcomes = new TreeSet<>();
        findings.stream()
                .filter(it -> it.id().equals(id) && it.outcome() != Outcome.NOT_APPLICABLE)
                .forEach(it -> outcomes.add(it.outcome()));
        return outcomes;
    }

    /** What can be concluded. */
    Conclusion conclusion() {
        if (with(Outcome.FAIL).stream().anyMatch(it -> !isKnown(it))) {
            return Conclusion.BROKEN;
        }
        boolean asked = findings.stream().anyMatch(it -> it.outcome() == Outcome.PASS || BROKEN.contains(it.outcome()));
        return asked && with(Outcome.SET_UP_ERROR).isEmpty() ? Conclusion.KEPT : Conclusion.INCONCLUSIVE;
    }

    /** With the exit code that tells it. */
    enum Conclusion {
        KEPT(0),
        BROKEN(1),
        /** Nothing was asked, or something could not be. */
        INCONCLUSIVE(3);

        final int exitCode;

        Conclusion(int exitCode) {
            this.exitCode = exitCode;
        }
    }
}
