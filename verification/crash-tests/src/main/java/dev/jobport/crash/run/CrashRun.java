package dev.jobport.crash.run;

import dev.jobport.crash.history.History;
import dev.jobport.crash.rules.Checker;
import dev.jobport.crash.run.StoreUnderTest.Blow;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Servers under load, killed again and again at moments that nobody chose, and judged by what they left behind: the load
 * ends, all of them are killed a last time, and what a fresh one finds in the store is held against the callers' records.
 */
final class CrashRun {

    private static final int SHORTEST_LIFE_MILLIS = 300;
    private static final int LONGEST_LIFE_MILLIS = 3_000;

    /** Longer than any action may last. */
    private static final Duration LONGEST_WAIT_FOR_QUIET = Duration.ofSeconds(20);

    private final Plan plan;
    private final StoreUnderTest store;
    private final Servers servers;
    private final Random random;
    private final Map<String, Integer> blows = new TreeMap<>();
    private final String clientId;
    private final String clientToken = "token-of-the-run";
    private int kills;
    private volatile boolean starting = true;
    private volatile boolean working = true;

    private CrashRun(Plan plan, StoreUnderTest store, Servers servers) {
        this.plan = plan;
        this.store = store;
        this.servers = servers;
        this.random = new Random(plan.seed());
        this.clientId = new UUID(random.nextLong(), random.nextLong()).toString();
    }

    /** @param logs a directory for what the servers log */
    static Outcome of(Plan plan, StoreUnderTest store, Path logs) throws InterruptedException, ExecutionException {
        try (Servers servers = new Servers(plan.servers(), store, plan.transport(), logs)) {
            return new CrashRun(plan, store, servers).run();
        }
    }

    private Outcome run() throws InterruptedException, ExecutionException {
        servers.start();
        Control before = new Control(anyServer());
        before.registerClient(clientId, clientToken);
        Plan.ACTION_TYPES.forEach(before::putActionType);

        HttpWire http = new HttpWire(clientId, clientToken);
        Recorder recorder;
        try (Wire wire = plan.transport().over(http, clientId, clientToken)) {
            recorder = new Recorder(servers, wire);
            load(recorder);
        }

        servers.close();
        List<String> damage = store.damage();
        servers.start();
        Control after = new Control(anyServer());
        History history = new History(
                store.clockDoubt(), Plan.ACTION_TYPES, recorder.calls(), after.actions(http), after.actionTypes());
        return new Outcome(plan, blows, servers.starts(), history, Checker.check(history), damage);
    }

    private void load(Recorder recorder) throws InterruptedException, ExecutionException {
        List<String> actionTypes = Plan.ACTION_TYPES.keySet().stream().sorted().toList();
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            Pipelines pipelines = new Pipelines("p", new Random(random.nextLong()), recorder, actionTypes);
            List<Future<?>> callers = new ArrayList<>();
            callers.add(threads.submit(repeat(pipelines, () -> starting)));
            for (int i = 0; i < Plan.PROVIDERS; i++) {
                Provider provider = new Provider("a" + i, new Random(random.nextLong()), recorder);
                callers.add(threads.submit(repeat(provider, () -> working)));
            }
            for (int i = 0; i < plan.workers(); i++) {
                JobWorker worker = new JobWorker("w" + i, new Random(random.nextLong()), recorder, actionTypes);
                callers.add(threads.submit(repeat(worker, () -> working)));
            }
            killAll();
            starting = false;
            awaitQuiet();
            working = false;
            for (Future<?> caller : callers) {
                caller.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static Callable<Void> repeat(Caller caller, BooleanSupplier goesOn) {
        return () -> {
            while (goesOn.getAsBoolean()) {
                caller.work();
            }
            return null;
        };
    }

    private void killAll() throws InterruptedException {
        while (kills < plan.kills()) {
            Thread.sleep(SHORTEST_LIFE_MILLIS + random.nextInt(LONGEST_LIFE_MILLIS - SHORTEST_LIFE_MILLIS));
            strike(random.nextInt(3));
        }
    }

    /** The servers, the store, or both at the same moment; a store to which nothing can be done leaves the servers only. */
    private void strike(int choice) {
        List<Blow> blowsToStore = store.blows();
        boolean hitsStore = choice > 0 && !blowsToStore.isEmpty();
        CompletableFuture<Void> blow = CompletableFuture.completedFuture(null);
        if (hitsStore) {
            Blow chosen = blowsToStore.get(random.nextInt(blowsToStore.size()));
            blows.merge(chosen.name(), 1, Integer::sum);
            kills += chosen.kills() ? 1 : 0;
            blow = CompletableFuture.runAsync(chosen.strike());
        }
        if (choice < 2 || !hitsStore) {
            List<Integer> victims = victims();
            victims.forEach(servers::kill);
            blows.merge("servers killed", victims.size(), Integer::sum);
            kills += victims.size();
        }
        blow.join();
        servers.start();
    }

    /** Any number of servers, but at least one. */
    private List<Integer> victims() {
        List<Integer> numbers =
                new ArrayList<>(IntStream.range(0, servers.count()).boxed().toList());
        Collections.shuffle(numbers, random);
        return numbers.subList(0, 1 + random.nextInt(numbers.size()));
    }

    private void awaitQuiet() throws InterruptedException {
        Instant end = Instant.now().plus(LONGEST_WAIT_FOR_QUIET);
        Control control = new Control(anyServer());
        while (!control.isQuiet() && Instant.now().isBefore(end)) {
            Thread.sleep(200);
        }
    }

    private URI anyServer() {
        return servers.any(random).orElseThrow().http();
    }
}
