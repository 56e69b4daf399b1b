package dev.jobport.lab;

import dev.jobport.adapters.identity.AccessKey;
import dev.jobport.application.driven.ArtifactCredentials;
import dev.jobport.domain.Account;
import dev.jobport.domain.actiontype.ActionType;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.verdict.history.Expectations;
import dev.jobport.verdict.history.Vantage;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/** What a lab is to be like. */
public final class LabBuilder {

    private static final Account ACCOUNT = new Account("000000000000", "us-east-1");
    private static final int ROOM = 100_000;
    private static final long SEEDS = 100_000_000;

    final Map<ActionTypeId, ActionType> actionTypes = new LinkedHashMap<>();
    final Set<Vantage> seenFrom = EnumSet.of(Vantage.WIRE, Vantage.LIFE);
    long seed = ThreadLocalRandom.current().nextLong(SEEDS);
    int port;
    int room = ROOM;
    String worker = "";
    Expectations expectations = Expectations.USUAL;
    List<Account> accounts = List.of(ACCOUNT);
    List<AccessKey> keys = new ArrayList<>(List.of(Keys.WORKERS));
    InstantSource machine = InstantSource.system();
    Optional<ArtifactCredentials> credentials = Optional.empty();

    LabBuilder() {}

    /** A type whose actions take any configuration. */
    public LabBuilder actionType(String id) {
        return actionType(id, like -> {});
    }

    /** @param id {@code Custom/Build/Own/1} */
    public LabBuilder actionType(String id, Consumer<TypeOptions> like) {
        TypeOptions options = new TypeOptions(Start.type(id));
        like.accept(options);
        actionTypes.put(Start.type(id), options.actionType());
        return this;
    }

    /**
     * One more access key that may be used.
     *
     * @param secretAccessKey of {@link TypeOptions#LEAST_SECRET} characters at least, as all secrets that the lab looks for
     * @param actionTypes whose jobs may be touched with it; all, if none is named
     * @throws IllegalArgumentException if it is no key, or there is one of this id
     */
    public LabBuilder key(String accessKeyId, String secretAccessKey, String... actionTypes) {
        if (keys.stream().anyMatch(it -> it.accessKeyId().equals(accessKeyId))) {
            throw new IllegalArgumentException("There is a key " + accessKeyId + " already.");
        }
        keys.add(Keys.of(accessKeyId, secretAccessKey, actionTypes));
        return this;
    }

    /** Of random choices and names; any, if it is not given. */
    public LabBuilder seed(long number) {
        seed = number;
        return this;
    }

    /** To listen on; one that is free, if it is not given. */
    public LabBuilder port(int number) {
        port = number;
        return this;
    }

    /** How many events are kept; of more, the oldest go. */
    public LabBuilder room(int events) {
        room = events;
        return this;
    }

    /**
     * Artifacts can be read and stored, as at S3, at a second port. It is no S3: it takes GET, HEAD and PUT of what the
     * lab's own actions name, each as a whole.
     */
    public LabBuilder artifacts() {
        return seenFrom(Vantage.ARTIFACTS);
    }

    /** From where else the worker is watched, beside its requests and the lives of its jobs. */
    public LabBuilder seenFrom(Vantage... others) {
        seenFrom.addAll(List.of(others));
        return this;
    }

    /** The worker's command or name, for reports. */
    public LabBuilder worker(String name) {
        worker = name;
        return this;
    }

    public LabBuilder expecting(Expectations what) {
        expectations = what;
        return this;
    }

    /** Whose time passes only when the test says so, and whose keys and credentials are the test's. */
    LabBuilder like(
            List<Account> otherAccounts,
            List<AccessKey> otherKeys,
            InstantSource otherMachine,
            ArtifactCredentials otherCredentials) {
        accounts = otherAccounts;
        keys = otherKeys;
        machine = otherMachine;
        credentials = Optional.of(otherCredentials);
        return this;
    }

    public Lab start() {
        return new Lab(this);
    }
}
