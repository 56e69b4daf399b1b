package dev.jobport.lab.world;

import dev.jobport.adapters.identity.AccessKey;
import dev.jobport.adapters.identity.Doorkeeper;
import dev.jobport.adapters.persistence.memory.MemoryStore;
import dev.jobport.adapters.wire.AwsJson;
import dev.jobport.application.driven.ArtifactCredentials;
import dev.jobport.application.driven.JobObserver;
import dev.jobport.application.driven.Store;
import dev.jobport.application.driving.Clock;
import dev.jobport.application.driving.DrivingPorts;
import dev.jobport.application.usecase.ActionTypeUseCases;
import dev.jobport.application.usecase.ClockUseCases;
import dev.jobport.application.usecase.CustomJobWorkerUseCases;
import dev.jobport.application.usecase.MonitoringUseCases;
import dev.jobport.application.usecase.OperatorUseCases;
import dev.jobport.application.usecase.OutcomeWatch;
import dev.jobport.application.usecase.PipelineUseCases;
import dev.jobport.application.usecase.Pulse;
import dev.jobport.application.usecase.ThirdPartyJobWorkerUseCases;
import dev.jobport.domain.Account;
import dev.jobport.domain.action.ActionExecutionId;
import dev.jobport.domain.job.Job;
import dev.jobport.domain.job.JobId;
import dev.jobport.lab.record.Recorder;
import dev.jobport.verdict.history.Mark;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The real application and all that it stands on, in one lab's memory. One thing happens in it at a time, so that what is
 * told of it is told in the order in which it happened.
 */
public final class World implements AutoCloseable {

    /** The name of who plays all others. */
    public static final String RIVAL = "rival";

    private final List<Account> accounts;
    private final List<AccessKey> keys;
    private final Recorder recorder;
    private final WorldTime time;
    private final Store store = new MemoryStore();
    private final ThreadLocal<String> actor = new ThreadLocal<>();
    private final SeededIdentifiers identifiers;
    private final MintedCredentials minted;
    private final ArtifactCredentials credentials;
    private final Lives lives;
    private final OutcomeWatch watch = new OutcomeWatch();
    private final Pulse pulse;
    private final JobObserver observer;
    private final DrivingPorts ports;
    private final Clock clock;
    private final AwsJson front;

    /** @param given by others; otherwise the world mints its own */
    public World(
            List<Account> accounts,
            List<AccessKey> keys,
            long seed,
            InstantSource machine,
            Optional<ArtifactCredentials> given,
            Recorder recorder) {
        this.accounts = List.copyOf(accounts);
        this.keys = List.copyOf(keys);
        this.recorder = recorder;
        this.time = new WorldTime(machine);
        this.identifiers = new SeededIdentifiers(seed, recorder.tags());
        this.minted = new MintedCredentials(identifiers, time, recorder.tags());
        this.credentials = given.orElse(minted);
        this.lives = new Lives(recorder, () -> Optional.ofNullable(actor.get()));
        this.pulse = new Pulse(time);
        this.observer = (job, news) -> {
            lives.changed(job, news);
            watch.changed(job, news);
        };
        this.ports = ports(store, credentials);
        this.clock = new ClockUseCases(store, time, observer, watch, pulse, WorldTime.FARTHEST);
        this.front = front(ports, door(), false);
    }

    /** The application once more, on the same store or what stands before it. */
    public DrivingPorts ports(Store on, ArtifactCredentials with) {
        return new DrivingPorts(
                new ThirdPartyJobWorkerUseCases(on, identifiers, time, with, observer),
                new CustomJobWorkerUseCases(on, identifiers, time, with, observer),
                new ActionTypeUseCases(on),
                new PipelineUseCases(on, identifiers, time, observer, watch),
                new OperatorUseCases(on, identifiers, pulse),
                new MonitoringUseCases(on));
    }

    private Doorkeeper door() {
        return door(keys, InstantSource.system());
    }

    /** @param clock by which signatures are judged; it does not travel */
    public Doorkeeper door(List<AccessKey> known, InstantSource clock) {
        return Doorkeeper.withCredentials(() -> known, accounts, clock);
    }

    /** The protocol once more, before other ports or behind another door. */
    public AwsJson front(DrivingPorts behind, Doorkeeper door, boolean throttled) {
        return new AwsJson(behind, door, caller -> !throttled, (request, failure) -> {});
    }

    /** The protocol, before other ports. */
    public AwsJson front(DrivingPorts behind) {
        return front(behind, door(), false);
    }

    public AwsJson front() {
        return front;
    }

    public List<AccessKey> keys() {
        return keys;
    }

    public Store store() {
        return store;
    }

    public ArtifactCredentials credentials() {
        return credentials;
    }

    public DrivingPorts ports() {
        return ports;
    }

    public WorldTime time() {
        return time;
    }

    /** The account of the worker under test. */
    public Account account() {
        return accounts.get(0);
    }

    /** Does something in somebody's name while nothing else happens. */
    public synchronized <T> T as(String who, Supplier<T> what) {
        actor.set(who);
        try {
            return what.get();
        } finally {
            actor.remove();
        }
    }

    /** Lets everything happen that is due. */
    public synchronized void tick() {
        clock.tick();
    }

    /**
     * Lets time pass at once, with all that becomes due meanwhile.
     *
     * @throws IllegalArgumentException if it does not go so far
     */
    public synchronized void pass(Duration duration, String why) {
        time.pass(duration);
        recorder.add(number -> new Mark(number, recorder.now(), Mark.Kind.JUMP, why));
        clock.tick();
    }

    /** The same, to a moment; if that is past, no time passes. */
    public synchronized void passUntil(Instant moment, String why) {
        Duration missing = Duration.between(time.instant(), moment);
        pass(missing.isNegative() ? Duration.ZERO : missing, why);
    }

    /** As it is by now. */
    public synchronized Optional<Job> job(String id) {
        clock.tick();
        return Optional.of(id)
                .filter(JobId.UUID::accepts)
                .flatMap(it -> store.jobs().find(new JobId(it)));
    }

    /** The jobs of an action as they are by now, in order; none if there is no such action. */
    public synchronized List<Job> jobs(String action) {
        clock.tick();
        return store.history().ofAction(new ActionExecutionId(action));
    }

    /** The id of the job that an action has come to. */
    public String latestJob(String action) {
        List<Job> jobs = jobs(action);
        return jobs.get(jobs.size() - 1).id().value();
    }

    /** The action that a job belongs to. */
    public Optional<String> actionOf(String job) {
        return lives.actionOf(job);
    }

    /** A job that a worker knows of and still has to do something about: it is its own, or was offered to it. */
    public Optional<String> jobInHand() {
        return lives.inHand().entrySet().stream()
                .filter(job -> !job.getValue().who().equals(RIVAL))
                .filter(job -> isKnown(job.getKey(), job.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private boolean isKnown(String job, Lives.InHand hand) {
        return hand.isTaken()
                ? recorder.isClaimed(job)
                : recorder.isOffered(job) && !recorder.wasMentioned(job, hand.since());
    }

    /** When the newest credentials of an action expire. */
    public Optional<Instant> credentialsExpire(ActionExecutionId action) {
        return minted.expiry(action);
    }

    /** What was handed out with this access key. */
    public Optional<MintedCredentials.Grant> grant(String accessKeyId) {
        return minted.grant(accessKeyId);
    }

    @Override
    public void close() {
        store.close();
    }
}
