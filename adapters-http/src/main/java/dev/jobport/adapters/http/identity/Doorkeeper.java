package dev.jobport.adapters.http.identity;

import dev.jobport.application.driving.Caller;
import io.javalin.http.Context;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Stands at the door of both APIs: tells who sends a request, and whether they may use the control API. */
public final class Doorkeeper {

    /** Asks nobody for credentials. For servers that only their own machine can reach, as localhost or by address. */
    public static final Doorkeeper LETS_EVERYBODY_IN = onlyKnownAs("localhost");

    /** There is one account as yet; its id only shows in messages. */
    private static final String ACCOUNT_ID = "000000000000";

    private static final String BEARER = "Bearer ";

    /** No name that is looked up can look like this. */
    private static final Pattern ADDRESS = Pattern.compile("\\[.*]|[0-9.]+");

    private final String host;
    private final String region;
    private final Optional<CredentialsFile> credentials;
    private final SignatureVerifier verifier;

    private Doorkeeper(String host, String region, Optional<CredentialsFile> credentials, InstantSource time) {
        this.host = host;
        this.region = region;
        this.credentials = credentials;
        this.verifier = new SignatureVerifier(
                id -> credentials.flatMap(file -> file.current().find(id)), region, time);
    }

    /**
     * Asks nobody for credentials, like {@link #LETS_EVERYBODY_IN}.
     *
     * @param host another name by which the server may be called
     */
    public static Doorkeeper onlyKnownAs(String host) {
        return new Doorkeeper(host, "us-east-1", Optional.empty(), InstantSource.system());
    }

    /**
     * Lets in whom the operator has registered.
     *
     * @param credentials the operator's file, read now and again when it changes
     * @param region that signatures have to be scoped to
     * @throws UnusableCredentials if the file cannot be read, or is not as it should be
     */
    public static Doorkeeper whoKnows(Path credentials, String region, InstantSource time) {
        return new Doorkeeper("", region, Optional.of(new CredentialsFile(credentials, time)), time);
    }

    /**
     * Who sends a request to the job workers' API.
     *
     * @throws NotAuthenticated if that is not certain
     */
    public Caller identify(Context ctx, byte[] body) {
        if (credentials.isEmpty()) {
            requireOwnMachine(ctx);
            return Caller.ANYONE;
        }
        AccessKey key = verifier.verify(SignedRequest.of(ctx, body));
        return new Caller(key.accessKeyId(), key.actionTypes(), key.control(), Optional.empty());
    }

    /**
     * Lets pass who may use the control API: with a control token, or a signature with a key that has control rights.
     *
     * @param body read only for a signature
     * @throws NotAuthenticated if it is not certain who it is
     * @throws NotAuthorized if the key has no control rights
     */
    public void admitToControl(Context ctx, Supplier<byte[]> body) {
        if (credentials.isEmpty()) {
            requireOwnMachine(ctx);
            return;
        }
        String authorization = Optional.ofNullable(ctx.header("Authorization")).orElse("");
        if (authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            String token = authorization.substring(BEARER.length()).strip();
            if (!credentials.get().current().isControlToken(token)) {
                throw NotAuthenticated.unrecognized();
            }
            return;
        }
        AccessKey key = verifier.verify(SignedRequest.of(ctx, body.get()));
        if (!key.control()) {
            throw new NotAuthorized(key.accessKeyId());
        }
    }

    /**
     * A browser on the same machine runs pages from anywhere. They can send forms, and reach the server as their own
     * host once that name is made to point to it; the first have an origin, the second another host.
     */
    private void requireOwnMachine(Context ctx) {
        String called = ctx.req().getServerName();
        boolean own = called.equalsIgnoreCase("localhost")
                || called.equalsIgnoreCase(host)
                || ADDRESS.matcher(called).matches();
        if (!own || ctx.header("Origin") != null) {
            throw NotAuthenticated.fromElsewhere();
        }
    }

    /** What AWS says to a caller who may not do an operation on an action type. */
    public String accessDenied(Caller caller, String operation, String actionType) {
        String action = "codepipeline:" + operation;
        return "User: arn:aws:iam::" + ACCOUNT_ID + ":user/" + caller.name() + " is not authorized to perform: "
                + action
                + " on resource: arn:aws:codepipeline:" + region + ":" + ACCOUNT_ID + ":actiontype:" + actionType
                + " because no identity-based policy allows the " + action + " action";
    }
}
