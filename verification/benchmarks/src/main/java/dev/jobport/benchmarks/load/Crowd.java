package dev.jobport.benchmarks.load;

import dev.jobport.application.driven.Identifiers;
import dev.jobport.application.driven.Store;
import dev.jobport.bootstrap.RandomIdentifiers;
import dev.jobport.bootstrap.Settings;
import dev.jobport.domain.action.ActionExecution;
import dev.jobport.domain.action.ActionInput;
import dev.jobport.domain.action.PipelineContext;
import dev.jobport.domain.actiontype.ActionCategory;
import dev.jobport.domain.actiontype.ActionOwner;
import dev.jobport.domain.actiontype.ActionType;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.actiontype.ActionTypeSettings;
import dev.jobport.domain.actiontype.JobQueue;
import dev.jobport.domain.actiontype.Timing;
import dev.jobport.domain.client.Client;
import dev.jobport.domain.client.ClientId;
import dev.jobport.domain.client.ClientToken;
import dev.jobport.domain.job.Job;
import dev.jobport.domain.job.Nonce;
import dev.jobport.domain.job.SuccessResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Fills a store through its port: of ten jobs six are finished, three wait to be polled for in one action type, and one
 * waits in one of the others, of which there is one for a thousand jobs, but from a hundred to a thousand.
 */
final class Crowd {

    private static final int CALLERS = 64;
    private static final int FEWEST_OTHER_TYPES = 100;
    private static final int MAX_OTHER_TYPES = 1_000;
    private static final Timing LONG =
            new Timing(Duration.ofMinutes(1), Duration.ofHours(1), Duration.ofDays(7), Duration.ofSeconds(30));
    private static final ActionInput INPUT = new ActionInput(
            Map.of("suite", "smoke", "browser", "firefox"),
            PipelineContext.NONE,
            List.of(),
            List.of(),
            Optional.empty());
    private static final SuccessResult SUCCESS =
            new SuccessResult(Optional.empty(), Optional.empty(), Optional.empty());

    private final Clock time = Clock.tickMillis(ZoneOffset.UTC);
    private final ClientId clientId = new ClientId(Target.CLIENT_ID);
    private final Identifiers identifiers = new RandomIdentifiers();
    private final Store store;
    private final int otherTypes;

    private Crowd(Store store, int jobs) {
        this.store = store;
        this.otherTypes = Math.max(FEWEST_OTHER_TYPES, Math.min(MAX_OTHER_TYPES, jobs / 1_000));
    }

    static void fill(Store store, int jobs) {
        Crowd crowd = new Crowd(store, jobs);
        crowd.register();
        AtomicInteger next = new AtomicInteger();
        Callable<Void> caller = () -> {
            for (int i = next.getAndIncrement(); i < jobs; i = next.getAndIncrement()) {
                store.jobs().add(crowd.job(i));
            }
            return null;
        };
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            for (Future<Void> end : callers.invokeAll(
                    IntStream.range(0, CALLERS).mapToObj(i -> caller).toList())) {
                end.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            callers.shutdown();
        }
    }

    private void register() {
        store.clients()
                .addIfAbsent(Settings.DEFAULT_ACCOUNT, Client.register(clientId, new ClientToken(Target.CLIENT_TOKEN)));
        store.actionTypes().put(Settings.DEFAULT_ACCOUNT, new ActionType(type("Load"), LONG));
        IntStream.range(0, otherTypes)
                .forEach(i ->
                        store.actionTypes().put(Settings.DEFAULT_ACCOUNT, new ActionType(type("Other" + i), LONG)));
    }

    private static ActionTypeId type(String provider) {
        return new ActionTypeId(ActionCategory.Test, ActionOwner.ThirdParty, provider, "1");
    }

    private Job job(int i) {
        Instant now = time.instant();
        int kind = i % 10;
        ActionTypeId type = type(kind < 9 ? "Load" : "Other" + i / 10 % otherTypes);
        Job queued = Job.first(
                identifiers.newJobId(),
                new ActionExecution(
                        identifiers.newActionExecutionId(),
                        new JobQueue(Settings.DEFAULT_ACCOUNT, type),
                        Optional.of(clientId),
                        INPUT,
                        Set.of(),
                        ActionTypeSettings.NONE,
                        LONG,
                        now));
        return kind < 6 ? finished(queued, now) : queued;
    }

    private Job finished(Job queued, Instant now) {
        Nonce nonce = new Nonce("0123456789abcdef");
        return queued.dispatch(nonce, now)
                .acknowledge(nonce, Optional.empty(), now)
                .succeed(SUCCESS, () -> identifiers.newJobId(), now)
                .after();
    }
}
