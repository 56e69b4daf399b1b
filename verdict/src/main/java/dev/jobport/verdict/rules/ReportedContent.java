package dev.jobport.verdict.rules;

import static dev.jobport.verdict.Source.Kind.DOC;
import static dev.jobport.verdict.Source.Kind.MODEL;

import dev.jobport.verdict.history.Exchange;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What stands in results. */
final class ReportedContent {

    private static final Pattern NO_WORDS = Pattern.compile(
            "\\s*(None|null|undefined|nil|true|false|-?\\d+|Error|Exception|([\\w$]+\\.)*[\\w$]+(Exception|Error))?:?\\s*");

    private static final Pattern STACK_TRACE = Pattern.compile("\\n"
            + "\\s+at [\\w$.<>]+[ (]|Traceback \\(most recent call last\\)|\\n"
            + "\\s*File \"[^\"]*\", line \\d+|goroutine \\d+ \\[");

    static final List<CheckedRule> RULES = List.of(
            CheckedRule.error("REPORT-7", "A continuation token is of 1 to 2048 characters; the last success has none.")
                    .why("A token of another length is refused, and the job has no result. A token in the last success"
                            + " begins one more job, and the action does not end.")
                    .source(MODEL, "ContinuationToken; API Reference: when the action is complete, supply no token")
                    .exercisedBy("a job whose action goes on, so that it is reported with a continuation token")
                    .advice("Leave continuationToken out of the last success, rather than send an empty one.")
                    .check(ReportedContent::token),
            CheckedRule.error("REPORT-8", "Output variables are given only in a success without a continuation token.")
                    .why("A result with variables and a token is refused, and a third party's variables are dropped."
                            + " Actions that come later do not get the variables.")
                    .source(DOC, "API Reference, PutJobSuccessResult: outputVariables; third parties have none")
                    .exercisedBy("a success with output variables")
                    .advice("Report the variables of an action with its last success.")
                    .check(ReportedContent::variables),
            CheckedRule.error("REPORT-10", "What is reported fits the limits.")
                    .why("A result beyond a limit is refused, and leaves the job without one until its timeout. Most"
                            + " often the text of an exception is too long or empty.")
                    .source(
                            MODEL,
                            "message 1..5000, summary 1..2048, externalExecutionId 1..1500, percentComplete 0..100,"
                                    + " output variables 122,880 bytes, failure types by name")
                    .exercisedBy("any result; better, a failure whose text is long or empty")
                    .advice("Cut texts to their limit, and say something if an exception has no text.")
                    .check(ReportedContent::limits),
            CheckedRule.advice("REPORT-12", "percentComplete does not go down within an action.")
                    .why("People tell from the percentage how long they have to wait. If it goes down, it looks as if"
                            + " the work had begun anew.")
                    .source(DOC, "API Reference, ExecutionDetails: the percentage of work completed on the action")
                    .exercisedBy("an action with two results that tell a percentage")
                    .advice("Count the work of the whole action, not of one job.")
                    .check(ReportedContent::percentages),
            CheckedRule.advice("REPORT-15", "A failure says something.")
                    .why("The message is often all that people see of a failure. If it says nothing, they have to"
                            + " search the worker's log, which not all of them may read.")
                    .source(DOC, "API Reference, FailureDetails: the message about the failure, which people read")
                    .exercisedBy("a job that is reported as failed")
                    .advice("Say in a sentence what failed and where its log is; not a class, a stack trace or None.")
                    .check(ReportedContent::words));

    private ReportedContent() {}

    private static Stream<Exchange> results(Seen seen) {
        return seen.courses().stream().flatMap(it -> it.results.stream());
    }

    private static void token(Seen seen, Findings findings) {
        results(seen).filter(Refused::hasToken).forEach(result -> {
            if (Refused.forItsToken(result)) {
                findings.broken("The continuation token of %s was refused.".formatted(job(result)), result);
            } else if (result.isDone()) {
                findings.kept();
            }
        });
    }

    private static void variables(Seen seen, Findings findings) {
        results(seen)
                .filter(it -> it.members().keySet().stream().anyMatch(name -> name.startsWith("outputVariables")))
                .forEach(result -> {
                    if (Refused.hasToken(result)) {
                        findings.broken(
                                "The result of %s had both a continuation token and output variables."
                                        .formatted(job(result)),
                                result);
                    } else if (result.isThirdParty()) {
                        findings.broken(
                                "The result of %s had output variables, which a third party's result has not."
                                        .formatted(job(result)),
                                result);
                    } else {
                        findings.kept();
                    }
                });
    }

    private static void limits(Seen seen, Findings findings) {
        results(seen).forEach(result -> {
            Optional<String> member = Refused.forItsContent(result);
            if (member.isPresent()) {
                String value = result.members().get(member.get());
                findings.broken(
                        "The result of %s was refused for its %s%s."
                                .formatted(
                                        job(result),
                                        member.get(),
                                        value == null ? "" : " of " + value.length() + " characters"),
                        result);
            } else if (result.isDone()) {
                findings.kept();
            }
        });
    }

    private static void percentages(Seen seen, Findings findings) {
        for (List<Course> jobs : seen.actions()) {
            Exchange before = null;
            int most = 0;
            for (Course course : jobs) {
                for (Exchange result : course.results) {
                    String text = result.members().getOrDefault("executionDetails.percentComplete", "");
                    if (!result.isDone() || !text.matches("\\d{1,3}")) {
                        continue;
                    }
                    int percent = Integer.parseInt(text);
                    if (before != null && percent < most && before.isBefore(result)) {
                        findings.broken(
                                "Action %s went back from %d to %d percent.".formatted(course.action(), most, percent),
                                before,
                                result);
                    } else if (before != null && percent >= most) {
                        findings.kept();
                    }
                    before = result;
                    most = percent;
                }
            }
        }
    }

    private static void words(Seen seen, Findings findings) {
        results(seen).filter(Exchange::isFailure).forEach(result -> {
            String message = result.members().getOrDefault("failureDetails.message", "");
            if (message.isEmpty()) {
                return; // it is refused, and REPORT-10 tells of that
            }
            if (NO_WORDS.matcher(message).matches()
                    || STACK_TRACE.matcher(message).find()) {
                findings.broken(
                        "The failure of %s tells people nothing that they can use.".formatted(job(result)), result);
            } else {
                findings.kept();
            }
        });
    }

    private static String job(Exchange result) {
        return "job " + result.job().orElse("?");
    }
}
