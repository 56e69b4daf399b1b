package dev.jobport.verify;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a worker does wrong, the rule that it breaks by that, and what follows from it. */
enum Sin {
    DOES_NOT_WAIT("POLL-1"),
    DROPS_ALL_BUT_ONE("POLL-3", "POLL-4"),
    WORKS_WHATEVER_THE_STATUS("CLAIM-2"),
    FAILS_WHAT_A_RIVAL_HAS("CLAIM-3"),
    ACKNOWLEDGES_TWICE("CLAIM-5"),
    INSISTS_ON_A_DEAD_NONCE("CLAIM-7"),
    REPORTS_WITHOUT_ACKNOWLEDGING("REPORT-1", "POLL-3", "REPORT-6"),
    REPORTS_NOTHING_WHEN_WORK_FAILS("REPORT-2"),
    FAILS_AFTER_SUCCESS("REPORT-3"),
    INSISTS_ON_A_RESULT_THAT_IS_TOO_LATE("REPORT-6"),
    HAS_A_TOKEN_THAT_IS_TOO_LONG("REPORT-7"),
    FAILS_WITHOUT_A_WORD("REPORT-10"),
    LOSES_PROGRESS("REPORT-12"),
    SUCCEEDS_WHATEVER_HAPPENED("REPORT-13"),
    FAILS_WITH_A_CLASS_NAME("REPORT-15"),
    TELLS_THE_NONCE("SEC-1"),
    PUTS_THE_NONCE_INTO_THE_TOKEN("SEC-4");

    /** What shows the most in the least time. */
    private static final Set<String> QUICK =
            Set.of("plain", "a rival is faster", "the result's answer is lost", "throttled polls");

    private final String rule;
    private final Set<String> consequences;

    Sin(String rule, String... consequences) {
        this.rule = rule;
        this.consequences = Set.of(consequences);
    }

    String rule() {
        return rule;
    }

    /** The scenarios in which it shows. */
    Set<String> scenarios() {
        return switch (this) {
            case WORKS_WHATEVER_THE_STATUS -> Set.of("a job", "a job that is in progress no more");
            case INSISTS_ON_A_RESULT_THAT_IS_TOO_LATE ->
                Set.of("a job", "a job times out while its result is on the way");
            default -> QUICK;
        };
    }

    /** All that may be broken. */
    Set<String> allowed() {
        return Stream.concat(Stream.of(rule), consequences.stream()).collect(Collectors.toCollection(TreeSet::new));
    }
}
