package dev.jobport.adapters.identity;

import dev.jobport.application.driving.Caller;
import dev.jobport.domain.Account;
import dev.jobport.domain.Refusal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Stands at the door of every transport: tells who sends a request and for which account, and whether they may use the
 * control API. A signature is over the body, which is fetched only for one.
 */
public final class Doorkeeper {

    private static final String BEARER = "Bearer ";

    /** The form of an access key's id. A secret that stands in its place does not match: it has lower-case letters too. */
    private static final Pattern AWS_KEY_ID = Pattern.compile("[A-Z][0-9A-Z]{2,31}");

    /** How many tries to get in may fail from one source: enough for whoever tries out a key by hand. */
    static final int FAILED_TRIES_AT_ONCE = 20;

    /** Until one more is allowed. */
    static final Duration EACH_FAILED_TRY = Duration.ofSeconds(1);

    private static final String NOT_AUTHORIZED = "NotAuthorized";
    private static final String ACCESS_DENIED = "AccessDenied";

    private static final Consumer<RefusedCaller> TELLS_NOBODY = refused -> {};

    private final OwnMachine ownMachine;
    private final List<Account> own;
    private final Optional<Supplier<Credentials>> credentials;
    private final SignatureVerifier verifier;

    private final Allowance failures = new Allowance(FAILED_TRIES_AT_ONCE, EACH_FAILED_TRY);
    private final InstantSource time;
    private final Consumer<RefusedCaller> refusals;

    private Doorkeeper(
            OwnMachine ownMachine,
            List<Account> own,
            Optional<Supplier<Credentials>> credentials,
            InstantSource time,
            Consumer<RefusedCaller> refusals) {
        this.time = time;
        this.refusals = refusals;
        this.ownMachine = ownMachine;
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
    public static Doorkeeper withoutCredentials(String host, List<Account> own) {
        return new Doorkeeper(new OwnMachine(host), own, Optional.empty(), InstantSource.system(), TELLS_NOBODY);
    }

    /**
     * Lets in whom the operator has registered.
     *
     * @param credentials the operator's file, read now and again when it changes
     * @param own the server's account in each region that it serves, for those to whom the file gives no account of their own. A
     *     signature has to be scoped to one of these regions; a control request that names none means the first
     * @throws UnusableCredentials if the file cannot be read, or is not as it should be
     */
    public static Doorkeeper withCredentials(Path credentials, List<Account> own, InstantSource time) {
        CredentialsFile file = new CredentialsFile(credentials, time);
        return new Doorkeeper(OwnMachine.UNNAMED, own, Optional.of(file::current), time, TELLS_NOBODY);
    }

    /**
     * Lets in who has one of these keys.
     *
     * @param keys that there are now; asked at each request
     * @param time by which signatures are judged, whatever time the protocol goes by
     */
    public static Doorkeeper withCredentials(Supplier<List<AccessKey>> keys, List<Account> own, InstantSource time) {
        return new Doorkeeper(
                OwnMachine.UNNAMED, own, Optional.of(() -> new Credentials(keys.get(), List.of())), time, TELLS_NOBODY);
    }

    /** A doorkeeper that does the same, and tells the listener of each caller that is refused. */
    public Doorkeeper telling(Consumer<RefusedCaller> listener) {
        return new Doorkeeper(ownMachine, own, credentials, time, listener);
    }

    /**
     * Who sends a request to the job workers' API.
     *
     * @throws TooManyTries instead of telling what is wrong, after too many failures from one address
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
     * Who sends a request with a token, for transports whose clients sign nothing.
     *
     * @param region that the request names; the server's first if it names none
     * @throws TooManyTries instead of telling what is wrong, after too many failures from one address
     * @throws NotAuthenticated if that is not certain
     * @throws Refusal.Validation if the server does not serve the region
     */
    public Caller identifyByToken(SentRequest request, Optional<String> region) {
        return judged(request, () -> holder(request, region.stream().toList()));
    }

    private Caller holder(SentRequest request, List<String> regions) {
        if (credentials.isEmpty()) {
            requireOwnMachine(request);
            return Caller.anyone(inRegion(own.get(0), regions));
        }
        Authorization.requireOne(request);
        BearerToken token = token(request).orElseThrow(NotAuthenticated::withoutToken);
        Account account = inRegion(account(token.accountId(), own.get(0).region()), regions);
        return new Caller(token.name(), account, token.actionTypes(), token.control(), Optional.empty());
    }

    /**
     * For what only control rights allow.
     *
     * @throws NotAuthorized unless the caller has them
     */
    public void requireControl(SentRequest request, Caller caller) {
        if (!caller.control()) {
            tell(request, NOT_AUTHORIZED);
            throw NotAuthorized.withoutControl("token of " + caller.name());
        }
    }

    /**
     * Lets pass who may use the control API: with a control token, or a signature with a key that has control rights.
     *
     * @param regions that the request names, which should be one of the server's, or none
     * @return the account that they may control, in the region that is named, or else that of the signature, or else the
     *     server's first
     * @throws TooManyTries instead of telling what is wrong, after too many failures from one address
     * @throws NotAuthenticated if it is not certain who it is
     * @throws NotAuthorized if the key has no control rights
     * @throws Refusal.Validation if the request names several regions, or one that the server does not serve
     */
    public Account admitToControl(SentRequest request, List<String> regions) {
        return inRegion(judged(request, () -> admit(request)), regions);
    }

    private Account inRegion(Account account, List<String> regions) {
        if (regions.isEmpty()) {
            return account;
        }
        List<String> served = own.stream().map(Account::region).toList();
        if (regions.size() > 1 || !served.containsAll(regions)) {
            throw new Refusal.Validation(
                    "region", "The region must be one of this server's: " + String.join(", ", served) + ".");
        }
        return new Account(account.id(), regions.get(0));
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
        Optional<BearerToken> token = token(request);
        if (token.isPresent()) {
            if (!token.get().control()) {
                throw NotAuthorized.withoutControl("token of " + token.get().name());
            }
            return account(token.get().accountId(), own.get(0).region());
        }
        Signer signer = verifier.verify(request);
        if (!signer.key().control()) {
            throw NotAuthorized.withoutControl("access key " + signer.key().accessKeyId());
        }
        return account(signer.key().accountId(), signer.region());
    }

    /**
     * The token that a request comes with; empty if it comes with none.
     *
     * @throws NotAuthenticated if nobody has registered it
     */
    private Optional<BearerToken> token(SentRequest request) {
        String authorization = authorization(request);
        if (!authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Optional.empty();
        }
        String token = authorization.substring(BEARER.length()).strip();
        return Optional.of(
                credentials.orElseThrow().get().findToken(token).orElseThrow(NotAuthenticated::unrecognized));
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

    private void requireOwnMachine(SentRequest request) {
        if (!isOfOwnMachine(request)) {
            throw NotAuthenticated.fromElsewhere();
        }
    }

    /** Whether the request came neither of a web page nor for a name that is not the server's own. */
    public boolean isOfOwnMachine(SentRequest request) {
        return ownMachine.sent(request);
    }
}
