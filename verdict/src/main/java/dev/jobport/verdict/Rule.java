package dev.jobport.verdict;

import dev.jobport.verdict.history.Vantage;
import java.util.Set;

/**
 * What a job worker is held to.
 *
 * @param statement one sentence that is true of a worker that keeps it
 * @param why what happens to people if a worker breaks it
 * @param needs from where a worker has to be watched to judge it
 * @param exercisedBy what has to happen so that the worker can keep or break it
 * @param advice what to do instead
 */
public record Rule(
        RuleId id,
        String statement,
        String why,
        Source source,
        Severity severity,
        Set<Vantage> needs,
        String exercisedBy,
        String advice) {}
