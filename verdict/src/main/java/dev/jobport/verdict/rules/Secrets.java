package dev.jobport.verdict.rules;

import static dev.jobport.verdict.Source.Kind.DOC;

import dev.jobport.verdict.history.ArtifactRequest;
import dev.jobport.verdict.history.Exchange;
import dev.jobport.verdict.history.OutputLine;
import dev.jobport.verdict.history.Vantage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** That what is secret stays so. */
final class Secrets {

    /** Of a nonce, a secret value of the configuration, a client token, or credentials. */
    private static final Pattern TAG = Pattern.compile("#[nstc]\\d+(?![0-9A-Za-z])");

    private static final String SENSITIVE =
            "API Reference: secret configuration properties; ClientToken, Nonce and credentials are sensitive";

    static final List<CheckedRule> RULES = List.of(
            CheckedRule.error("SEC-1", "Nothing that is reported holds a secret.")
                    .why("Results are kept, and shown to all who may see the pipeline. A secret in one is known from"
                            + " then on, and has to be replaced.")
                    .source(DOC, SENSITIVE)
                    .exercisedBy("any result")
                    .advice("Report what failed, not the data of the job.")
                    .check(Secrets::reported),
            CheckedRule.warning("SEC-2", "Nothing that is printed holds a secret.")
                    .why("Logs are kept, and read by more people and programs than a secret is for. A secret in them"
                            + " has to be replaced.")
                    .source(DOC, SENSITIVE)
                    .alsoSeenFrom(Vantage.OUTPUT)
                    .exercisedBy("a worker that prints something while it has a job")
                    .advice("Print the id of a job, not its data.")
                    .check(Secrets::printed),
            CheckedRule.error("SEC-3", "Requests are signed, by the key that was given.")
                    .why("A call without a good signature is refused. With another key the worker acts for somebody"
                            + " else, and sees other jobs than its own.")
                    .source(DOC, "IAM User Guide: Signature Version 4")
                    .exercisedBy("any request")
                    .advice("Give the SDK the access key of the worker, and let it sign.")
                    .check(Secrets::unsigned),
            CheckedRule.error("SEC-4", "No continuation token, user agent or object key holds a secret.")
                    .why("Tokens, user agents and names of files end up in logs and consoles, where nobody expects a"
                            + " secret and nobody hides it.")
                    .source(DOC, SENSITIVE)
                    .exercisedBy("a result with a continuation token, or an artifact that is stored")
                    .advice("Put the id of the run into the token, and look the rest up.")
                    .check(Secrets::carriedAlong));

    /** What a result has to hold, or what another rule is about. */
    private static final Set<String> ITS_OWN = Set.of("clientToken", "continuationToken");

    private Secrets() {}

    /** In a member's value, or in its name: names of output variables are the worker's. */
    private static Optional<String> tag(Map.Entry<String, String> member) {
        return tag(member.getValue()).or(() -> tag(member.getKey()));
    }

    private static Optional<String> tag(String text) {
        if (text.indexOf('#') < 0) { // as nearly always, and quickly seen
            return Optional.empty();
        }
        Matcher tag = TAG.matcher(text);
        return tag.find() ? Optional.of(tag.group()) : Optional.empty();
    }

    private static void reported(Seen seen, Findings findings) {
        for (Exchange result : seen.exchanges()) {
            if (result.isResult()) {
                result.members().entrySet().stream()
                        .filter(it -> tag(it).isPresent())
                        .filter(it -> !ITS_OWN.contains(it.getKey()))
                        .findFirst()
                        .ifPresentOrElse(
                                it -> findings.broken(
                                        "%s of job %s holds the secret %s."
                                                .formatted(
                                                        it.getKey(),
                                                        result.job().orElse("?"),
                                                        tag(it).orElseThrow()),
                                        result),
                                findings::kept);
            }
        }
    }

    private static void printed(Seen seen, Findings findings) {
        if (seen.courses().isEmpty()) {
            return;
        }
        for (OutputLine line : seen.output()) {
            tag(line.line())
                    .ifPresentOrElse(
                            tag -> findings.broken(
                                    "A line on %s holds the secret %s.".formatted(line.stream(), tag), line),
                            findings::kept);
        }
    }

    private static void unsigned(Seen seen, Findings findings) {
        for (Exchange call : seen.exchanges()) {
            if (call.request().signed()) {
                findings.kept();
            } else {
                findings.judge(
                        call.fault().map(Object::toString),
                        "%s was not signed as it should be%s."
                                .formatted(
                                        call.operation().isEmpty() ? "A request" : call.operation(),
                                        call.answer()
                                                .error()
                                                .map(it -> ": " + it)
                                                .orElse("")),
                        call);
            }
        }
    }

    private static void carriedAlong(Seen seen, Findings findings) {
        for (Exchange call : seen.exchanges()) {
            String token = call.members().getOrDefault("continuationToken", "");
            Optional<String> tag = tag(token).or(() -> tag(call.request().userAgent()));
            if (tag.isPresent()) {
                findings.broken(
                        "The %s of %s holds the secret %s."
                                .formatted(
                                        tag(token).isPresent() ? "continuation token" : "user agent",
                                        call.operation(),
                                        tag.get()),
                        call);
            } else if (!token.isEmpty()) {
                findings.kept();
            }
        }
        for (ArtifactRequest request : seen.artifacts()) {
            tag(request.object())
                    .ifPresentOrElse(
                            tag -> findings.broken("An object's key holds the secret %s.".formatted(tag), request),
                            findings::kept);
        }
    }
}
