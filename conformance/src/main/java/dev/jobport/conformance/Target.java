package dev.jobport.conformance;

import dev.jobport.application.driving.Caller;
import dev.jobport.conformance.wire.Key;
import dev.jobport.domain.Account;
import dev.jobport.domain.actiontype.ActionTypePattern;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which endpoint is asked, and who asks: for all commands that ask one. */
final class Target {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /** Not required by the parser, which would require it of a command and of its subcommand at once. */
    @Option(names = "--endpoint", paramLabel = "URL", description = "What is asked. It must be given.")
    private URI uri;

    @Option(names = "--region", paramLabel = "REGION", description = "By default AWS_REGION, or us-east-1.")
    private String region;

    @Option(
            names = "--account",
            paramLabel = "ID",
            defaultValue = "000000000000",
            description = "Whose key it is. Default: ${DEFAULT-VALUE}")
    private String account;

    @Option(
            names = "--i-accept-costs-and-changes",
            description = "Ask AWS itself: it costs money, and makes and deletes custom action types and pipelines.")
    private boolean accepted;

    private final UnaryOperator<String> environment;

    Target(UnaryOperator<String> environment) {
        this.environment = environment;
    }

    /** @throws ParameterException if it is none, or AWS itself without consent */
    URI uri() {
        if (uri == null) {
            throw misuse("Missing required option: '--endpoint=URL'");
        }
        if (uri.getHost() == null || !Set.of("http", "https").contains(String.valueOf(uri.getScheme()))) {
            throw misuse("an endpoint is a URL like http://127.0.0.1:8460, not " + uri);
        }
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        if (host.matches("(.*\\.)?(amazonaws\\.com(\\.cn)?|api\\.aws)\\.?") && !accepted) {
            throw misuse(
                    "that is AWS itself: it costs money, and custom action types and pipelines are made and deleted;"
                            + " to go on, give --i-accept-costs-and-changes");
        }
        return uri;
    }

    private Account account() {
        String where = Optional.ofNullable(region)
                .or(() -> variable("AWS_REGION"))
                .or(() -> variable("AWS_DEFAULT_REGION"))
                .orElse("us-east-1");
        if (!account.matches("\\d{12}")) {
            throw misuse("an account has twelve digits, not " + account);
        }
        if (!where.matches("[a-z0-9-]+")) {
            throw misuse("a region is named like us-east-1, not " + where);
        }
        return new Account(account, where);
    }

    Key key() {
        return new Key(
                variable("AWS_ACCESS_KEY_ID").orElseThrow(this::noKey),
                variable("AWS_SECRET_ACCESS_KEY").orElseThrow(this::noKey),
                variable("AWS_SESSION_TOKEN"));
    }

    private ParameterException noKey() {
        return misuse("set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY to a key that the endpoint takes");
    }

    Caller caller() {
        return new Caller(key().accessKeyId(), account(), Set.of(ActionTypePattern.ANY), false, Optional.empty());
    }

    Optional<String> variable(String name) {
        return Optional.ofNullable(environment.apply(name)).filter(it -> !it.isEmpty());
    }

    ParameterException misuse(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
