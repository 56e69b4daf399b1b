package dev.jobport.verify;

import dev.jobport.verdict.Judgement;
import dev.jobport.verdict.Known;
import dev.jobport.verdict.RuleId;
import dev.jobport.verdict.Status;
import dev.jobport.verdict.Verdict;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Rules that are known to be broken, each with the reason why that is borne for now. In a file each has a line:
 * {@code CLAIM-3 until the next release}.
 */
record Baseline(Map<RuleId, String> known) {

    static final Baseline NONE = new Baseline(Map.of());

    /** @throws IllegalArgumentException if a line is no rule with a reason */
    static Baseline read(Path file) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            return new Baseline(Known.read(lines).reasons());
        }
    }

    /** The verdict on all that is not known already. */
    Verdict without(Verdict verdict) {
        List<Judgement> news =
                verdict.judgements().stream().filter(it -> !isKnown(it)).toList();
        return new Verdict(
                verdict.ruleSet(),
                verdict.heading(),
                verdict.lost(),
                verdict.doubts(),
                verdict.givenUp(),
                verdict.notServed(),
                news);
    }

    private boolean isKnown(Judgement judgement) {
        return judgement.status() == Status.BROKEN
                && known.containsKey(judgement.rule().id());
    }

    /** Those that were kept after all, and should be struck out. */
    List<RuleId> stale(Verdict verdict) {
        return known.keySet().stream()
                .filter(id -> verdict.of(id).status() == Status.KEPT)
                .toList();
    }
}
