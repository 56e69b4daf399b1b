package dev.jobport.lab;

import dev.jobport.adapters.wire.json.Json;
import dev.jobport.domain.actiontype.ActionOwner;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.lab.artifacts.ArtifactProbe;
import dev.jobport.lab.artifacts.Shelf;
import dev.jobport.lab.carrier.Carrier;
import dev.jobport.lab.faults.FaultPlan;
import dev.jobport.lab.record.Recorder;
import dev.jobport.lab.record.SecretTags;
import dev.jobport.lab.world.Ticker;
import dev.jobport.lab.world.World;
import dev.jobport.verdict.Verdict;
import dev.jobport.verdict.history.Heading;
import dev.jobport.verdict.history.History;
import dev.jobport.verdict.history.Vantage;
import dev.jobport.verdict.rules.RuleSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * One world with one port: the protocol as the server has it, on a store in memory, with a time, faults and a history of its
 * own. It is so cheap that every test has one. Two labs share nothing.
 */
public final class Lab implements AutoCloseable {

    private static final String VERSION = Optional.ofNullable(
                    Lab.class.getPackage().getImplementationVersion())
            .orElse("unreleased");

    private final long seed;
    private final List<ActionTypeId> actionTypes;
    private final Recorder recorder;
    private final World world;
    private final FaultPlan plan;
    private final Carrier carrier;
    private final Ticker ticker;
    private final Shelf shelf;
    private final Optional<ArtifactProbe> probe;
    /** The names of those that use it now, by their ids. */
    private final Map<String, String> users = new ConcurrentSkipListMap<>();

    private final Queue<Action> actions = new ConcurrentLinkedQueue<>();
    private final AtomicInteger started = new AtomicInteger();
    private final List<WorkerProcess> workers = new CopyOnWriteArrayList<>();
    private final List<Client> clients = new CopyOnWriteArrayList<>();

    /** A customer of a third party, and the token that proves it. */
    public record Client(String id, String token) {

        /** Without its secret. */
        @Override
        public String toString() {
            return "Client[" + id + "]";
        }
    }

    Lab(LabBuilder given) {
        new Thread(Json::object, "jobport-lab-json").start(); // loads Jackson, half of what a first lab waits for
        this.seed = given.seed;
        this.actionTypes = List.copyOf(given.actionTypes.keySet());
        this.shelf = given.seenFrom.contains(Vantage.ARTIFACTS) ? Shelf.shuffling(seed) : Shelf.unseen();
        Heading heading = new Heading(Instant.now(), given.seenFrom, seed, VERSION, given.worker, given.expectations);
        this.recorder = new Recorder(heading, given.room);
        given.keys.forEach(key -> recorder.tags().tag(SecretTags.Kind.CREDENTIALS, key.secretAccessKey()));
        this.world = new World(given.accounts, given.keys, seed, given.machine, given.credentials, recorder);
        given.actionTypes.values().forEach(type -> world.ports().operators().putActionType(world.account(), type));
        this.plan = new FaultPlan(seed);
        if (actionTypes.stream().anyMatch(it -> it.owner() == ActionOwner.ThirdParty)) {
            newClient();
        }
        AtomicReference<Carrier> later = new AtomicReference<>();
        // Before all else that would have to be ended if the port is taken.
        this.carrier = new Carrier(given.port, false, new Desk(world, recorder, plan, later::get));
        later.set(carrier);
        this.probe = given.seenFrom.contains(Vantage.ARTIFACTS)
                ? Optional.of(new ArtifactProbe(shelf, world, recorder, plan))
                : Optional.empty();
        this.ticker = new Ticker(world::tick);
    }

    /** A lab of no action type but those that the worker makes itself. */
    public static Lab start() {
        return builder().start();
    }

    public static LabBuilder builder() {
        return new LabBuilder();
    }

    /** Where the worker is to look for its jobs. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + carrier.port());
    }

    /**
     * Where the worker is to look for the artifacts of its jobs: as at S3, by path, and with the credentials of the job.
     *
     * @throws IllegalStateException if the lab has no artifacts
     */
    public URI artifactEndpoint() {
        return probe.map(ArtifactProbe::endpoint)
                .orElseThrow(() -> new IllegalStateException(
                        "The lab has no artifacts; ask for them with artifacts() before it is started."));
    }

    public String region() {
        return world.account().region();
    }

    public String accessKeyId() {
        return world.keys().get(0).accessKeyId();
    }

    public String secretAccessKey() {
        return world.keys().get(0).secretAccessKey();
    }

    /** The customer whose third-party actions are started, unless they say otherwise. */
    public Client client() {
        return clients.stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "The lab has no client, because it has no action type of a third party."));
    }

    /** One more customer. Whose token is whose is in the environment of workers that are started after this. */
    public Client newClient() {
        var registered = world.ports().operators().registerClient(world.account(), Optional.empty(), Optional.empty());
        Client client = new Client(
                registered.clientId().value(), registered.clientToken().value());
        clients.add(client);
        return client;
    }

    /** All customers. A worker knows their tokens from its own records. */
    public List<Client> clients() {
        return List.copyOf(clients);
    }

    /** What a worker that is a process of its own finds its way by. */
    public Map<String, String> environment() {
        return Surroundings.of(
                this, probe.map(ArtifactProbe::endpoint), actionTypes.stream().findFirst(), clients());
    }

    /** Starts an action without configuration and artifacts. */
    public Action start(String actionType) {
        return start(actionType, with -> {});
    }

    /**
     * Starts an action. Its first job can be polled at once, so its faults are named here too.
     *
     * @param actionType {@code Custom/Build/Own/1}
     */
    public Action start(String actionType, Consumer<Action.Input> with) {
        Action.Input input = new Action.Input();
        with.accept(input);
        Action action = new Start(world, recorder, plan, shelf).of(Start.type(actionType), input, this::client);
        actions.add(action);
        return action;
    }

    /** Stops each action that has not ended, so that whoever comes next finds no job of it. */
    public void stopActions() {
        for (Action each = actions.poll(); each != null; each = actions.poll()) {
            each.stop();
        }
    }

    /**
     * Starts a worker as a process, with what leads it into this lab in its environment. What it prints is kept without
     * secrets. It ends with the block, or with the lab:
     *
     * <pre>{@code
     * try (WorkerProcess worker = lab.run(new ProcessBuilder("node", "worker.mjs"))) {
     *     lab.start("Custom/Build/Own/1").await();
     * }
     * }</pre>
     *
     * @throws UncheckedIOException if there is no such program
     */
    public WorkerProcess run(ProcessBuilder command) {
        try {
            WorkerProcess worker = new WorkerProcess(this, "worker-" + started.incrementAndGet(), command);
            workers.add(worker);
            return worker;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the worker has nothing in hand, and has polled again and found nothing; 10 seconds at the most. */
    public void settle() {
        settle(Action.PATIENCE);
    }

    /** @throws AssertionError if it does not come to that; it tells what the worker did last */
    public void settle(Duration patience) {
        if (!recorder.await(
                () -> recorder.lastPollWasEmpty() && world.jobInHand().isEmpty(), patience)) {
            String hand = world.jobInHand().map(job -> "still has job " + job).orElse("has not polled since in vain");
            throw new AssertionError("The worker did not come to rest within %s. It %s.%n%s"
                    .formatted(patience, hand, LastSeen.of(recorder.soFar())));
        }
    }

    public LabTime time() {
        return new LabTime(world, users);
    }

    public Faults faults() {
        return new Faults(plan, which -> which);
    }

    /** For whoever sees more of the worker. */
    public Witness witness() {
        return new Witness(recorder, users);
    }

    /** All that was seen so far, without secrets. */
    public History history() {
        world.tick();
        return recorder.soFar();
    }

    /** By the newest rules. */
    public Verdict verdict() {
        return verdict(RuleSet.newest());
    }

    public Verdict verdict(RuleSet rules) {
        return rules.judge(history());
    }

    /** Of its random choices and names. */
    public long seed() {
        return seed;
    }

    World world() {
        return world;
    }

    /** Ends it. No thread and no socket of it is left, and its history stays. */
    @Override
    public void close() {
        workers.forEach(WorkerProcess::endWithItsLab);
        ticker.close();
        carrier.close();
        probe.ifPresent(ArtifactProbe::close);
        world.close();
    }

    @Override
    public String toString() {
        return "Jobport lab on " + endpoint() + ", seed " + seed;
    }
}
