package dev.jobport.adapters.identity;

import dev.jobport.application.driving.Caller;
import dev.jobport.domain.Account;
import dev.jobport.domain.Refusal;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Stands at the door of every transport: tells who sends a request and for which account, and whether they may use the
 * control API. A signature is over the body, which is fetched only for one.
 */
public final class Doorkeeper {

    private static final String BEARER = "Bearer ";

    /** Where browsers say a request was made that they send without an origin, as they do to load a picture. */
    private static final Set<String> OTHER_SITES = Set.of("cross-site", "same-site");

    /** No name that is looked up can look like this. */
    private static final Pattern ADDRESS = Pattern.compile("\\[.*]|[0-9.]+");

    /** What is no secret in the wrong place: those of AWS have lower case letters too. */
    private static final Pattern AWS_KEY_ID = Pattern.compile("[A-Z][0-9A-Z]{2,31}");

    private static final String NOT_AUTHORIZED = "NotAuthorized";
    private static final String ACCESS_DENIED = "AccessDenied";

    private static final Consumer<RefusedCaller> UNTOLD = refused -> {};

    private final String host;
    private final List<Account> own;
    private final Optional<Supplier<Credentials>> credentials;
    private final SignatureVerifier verifier;

    private final FailedTries failures = new FailedTries();
    private final InstantSource time;
    private final Consumer<RefusedCaller> refusals;

    private Doorkeeper(
            String host,
            List<Account> own,
            Optional<Supplier<Credentials>> credentials,
            InstantSource time,
            Consumer<RefusedCaller> refusals) {
        this.time = time;
        this.refusals = refusals;
        this.host = host;
        this.own = List.copyOf(own);
        this.credentials = credentials;
        this.verifier = new SignatureVerifier(
                id -> credentials.flatMap(known -> known.get().find(id)),
                own.stream().map(Account::region).collect(Collectors.toSet()),
                time);
    }

    /**
     * Asks nobody for credentials. For servers that only their own machine can reach, as localhost or by address.
     *
     * @param host another name by which the server may be called
     * @param own the server's account in each region that it serves; the first is meant where a request names none of
     *     these
     */
    public static Doorkeeper onlyKnownAs(String host, List<Account> own) {
        return new Doorkeeper(host, own, Optional.empty(), InstantSource.system(), UNTOLD);
    }

    /**
     * Lets in whom the operator has registered.
     *
     * @param credentials the operator's file, read now and again when it changes
     * @param own the server's account, for those of whom the file tells no other, in each region that it serves: to one of
     *     these a signature has to be scoped; the first is meant where a control request names none
     * @throws UnusableCredentials if the file cannot be read, or is not as it should be
     */
    public static Doorkeeper whoKnows(Path credentials, List<Account> own, InstantSource time) {
        CredentialsFile file = new CredentialsFile(credentials, time);
        return new Doorkeeper("", own, Optional.of(file::current), time, UNTOLD);
    }

    /**
     * Lets in who has one of these keys.
     *
     * @param keys that there are now; asked at each request
     * @param time by which signatures are judged, whatever time the protocol goes by
     */
    public static Doorkeeper whoKnows(Supplier<List<AccessKey>> keys, List<Account> own, InstantSource time) {
        return new Doorkeeper("", own, Optional.of(() -> new Credentials(keys.get(), List.of())), time, UNTOLD);
    }

    /** One who does the same, and tells of each caller whom he refuses. */
    public Doorkeeper telling(Consumer<RefusedCaller> listener) {
        return new Doorkeeper(host, own, credentials, time, listener);
    }

    /**
     * Who sends a request to the job workers' API.
     *
     * @throws TooManyTries instead of telling what is wrong, if that has been told its source often enough
     * @throws NotAuthenticated if that is not certain, or the request is signed for a region that is not served
     */
    public Caller identify(SentRequest request) {
        return judged(request, () -> caller(request));
    }

    private Caller caller(SentRequest request) {
        if (credentials.isEmpty()) {
            requireOwnMachine(request);
            return Caller.anyone(claimedAccount(request));
        }
        Signer signer = verifier.verify(request);
        AccessKey key = signer.key();
        Account account = account(key.accountId(), signer.region());
        return new Caller(key.accessKeyId(), account, key.actionTypes(), key.control(), Optional.empty());
    }

    /**
     * Lets pass who may use the control API: with a control token, or a signature with a key that has control rights.
     *
     * @param regions that the request names, which should be one of the server's, or none
     * @return the account that they may control, in the region that is named, or else that of the signature, or else the
     *     server's first
     * @throws TooManyTries instead of telling what is wrong, if that has been told its source often enough
     * @throws NotAuthenticated if it is not certain who it is
     * @throws NotAuthorized if the key has no control rights
     * @throws Refusal.Validation if the request names several regions, or one that the server does not serve
     */
    public Account admitToControl(SentRequest request, List<String> regions) {
        Account admitted = judged(request, () -> admit(request));
        if (regions.isEmpty()) {
            return admitted;
        }
        List<String> served = own.stream().map(Account::region).toList();
        if (regions.size() > 1 || !served.containsAll(regions)) {
            throw new Refusal.Validation(
                    "region", "The region must be one of this server's: " + String.join(", ", served) + ".");
        }
        return new Account(admitted.id(), regions.get(0));
    }

    /**
     * For what tells of all accounts.
     *
     * @throws NotAuthorized unless who controls the account controls the server itself
     */
    public void requireOwn(SentRequest request, Account account) {
        if (!account.id().equals(own.get(0).id())) {
            tell(request, NOT_AUTHORIZED);
            throw NotAuthorized.ofAnotherAccount();
        }
    }

    /**
     * Who was admitted to the control API, fit for a log.
     *
     * @param admitted as which account
     */
    public String nameOfAdmitted(SentRequest request, Account admitted) {
        if (credentials.isEmpty()) {
            return "anyone";
        }
        return Authorization.claimedAccessKeyId(authorization(request)).orElse("a token of " + admitted.id());
    }

    /** Tells of a caller who is known, and whom the application refused what they asked for. */
    public void tellDenied(SentRequest request) {
        tell(request, ACCESS_DENIED);
    }

    /** Who is right is let in however many fail beside them; so nobody can shut out another. */
    private <T> T judged(SentRequest request, Supplier<T> judgement) {
        try {
            return judgement.get();
        } catch (NotAuthenticated refused) {
            if (refused.isGuess() && !failures.allows(request.source(), time.instant())) {
                tell(request, RefusedCaller.TOO_MANY_TRIES);
                throw new TooManyTries();
            }
            tell(request, refused.reason().name());
            throw refused;
        } catch (NotAuthorized refused) {
            tell(request, NOT_AUTHORIZED);
            throw refused;
        }
    }

    private void tell(SentRequest request, String reason) {
        Optional<String> accessKeyId = Authorization.claimedAccessKeyId(authorization(request))
                .filter(id -> AWS_KEY_ID.matcher(id).matches()
                        || credentials.flatMap(known -> known.get().find(id)).isPresent());
        refusals.accept(new RefusedCaller(accessKeyId, request.source(), reason));
    }

    private Account admit(SentRequest request) {
        if (credentials.isEmpty()) {
            requireOwnMachine(request);
            return claimedAccount(request);
        }
        Authorization.requireOne(request);
        String authorization = authorization(request);
        if (authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            String token = authorization.substring(BEARER.length()).strip();
            return credentials
                    .get()
                    .get()
                    .findControl(token)
                    .map(known -> account(known.accountId(), own.get(0).region()))
                    .orElseThrow(NotAuthenticated::unrecognized);
        }
        Signer signer = verifier.verify(request);
        if (!signer.key().control()) {
            throw NotAuthorized.withoutControl(signer.key().accessKeyId());
        }
        return account(signer.key().accountId(), signer.region());
    }

    private Account account(Optional<String> id, String region) {
        return new Account(id.orElse(own.get(0).id()), region);
    }

    /** Where nobody is asked for credentials, any signature will do that is for a region of the server's, and none too. */
    private Account claimedAccount(SentRequest request) {
        Optional<String> region = Authorization.claimedRegion(authorization(request));
        return own.stream()
                .filter(it -> it.region().equals(region.orElse(it.region())))
                .findFirst()
                .orElseThrow(() -> NotAuthenticated.invalid(SignatureVerifier.WRONG_REGION));
    }

    private static String authorization(SentRequest request) {
        return request.header("authorization").orElse("");
    }

    /**
     * A browser on the same machine runs pages from anywhere. They can send forms, and reach the server as their own
     * host once that name is made to point to it; the first have an origin, the second another host.
     */
    private void requireOwnMachine(SentRequest request) {
        if (!isOfOwnMachine(request)) {
            throw NotAuthenticated.fromElsewhere();
        }
    }

    /** Whether the request came neither of a web page nor for a name that is not the server's own. */
    public boolean isOfOwnMachine(SentRequest request) {
        boolean own = Stream.concat(request.host().stream(), Stream.of(request.authority()))
                .filter(called -> !called.isBlank())
                .map(Doorkeeper::withoutPort)
                .allMatch(this::isOwn);
        boolean ofAPage = request.header("origin").isPresent()
                || request.header("sec-fetch-site")
                        .filter(OTHER_SITES::contains)
                        .isPresent();
        return own && !ofAPage;
    }

    private boolean isOwn(String called) {
        return called.equalsIgnoreCase("localhost")
                || called.equalsIgnoreCase(host)
                || ADDRESS.matcher(called).matches();
    }

    private static String withoutPort(String called) {
        int colon = called.lastIndexOf(':');
        return colon > called.lastIndexOf(']') ? called.substring(0, colon) : called;
    }

    /** What AWS says to a caller who may not do an operation on an action type. */
    public static String accessDenied(Caller caller, String operation, String actionType) {
        String action = "codepipeline:" + operation;
        Account account = caller.account();
        return "User: arn:" + account.partition() + ":iam::" + account.id() + ":user/" + caller.name()
                + " is not authorized to perform: " + action + " on resource: "
                + account.arn("actiontype:" + actionType) + " because no identity-based policy allows the " + action
                + " action";
    }
}
