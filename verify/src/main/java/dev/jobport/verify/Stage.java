package dev.jobport.verify;

import dev.jobport.lab.Action;
import dev.jobport.lab.Lab;
import dev.jobport.verify.Worker.CannotRun;
import dev.jobport.verify.Worker.Starter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Where scenarios are played: a lab, and the worker in it. */
final class Stage {

    private final Lab lab;
    private final Given given;
    private final Starter starter;
    private Worker worker;

    Stage(Lab lab, Given given, Starter starter) {
        this.lab = lab;
        this.given = given;
        this.starter = starter;
    }

    Given given() {
        return given;
    }

    Tempo tempo() {
        return given.tempo();
    }

    Worker worker() {
        return worker;
    }

    void startWorker() throws CannotRun {
        worker = starter.start(lab);
    }

    /** After it was ended. What could be started once can be started again. */
    void startWorkerAgain() {
        try {
            startWorker();
        } catch (CannotRun e) {
            throw new IllegalStateException("The worker could not be started again: " + e.getMessage(), e);
        }
    }

    /** What has been seen so far. */
    Sights sights() {
        return new Sights(lab.history());
    }

    /** @param faults as texts; they are for calls about this action only */
    Action start(Kind kind, String... faults) {
        return start(kind, Map.of(), faults);
    }

    Action start(Kind kind, Map<String, String> more, String... faults) {
        return start(kind, more, with -> {}, faults);
    }

    /** An action of another client than usual. */
    Action startOf(Lab.Client client, String... faults) {
        return start(Kind.USUAL, Map.of(), with -> with.client(client.id()), faults);
    }

    private Action start(Kind kind, Map<String, String> more, Consumer<Action.Input> otherwise, String... faults) {
        Consumer<Action.Input> input = with -> {
            with.configuration(given.configuration(kind)).configuration(more);
            given.traits().give(with);
            if (kind == Kind.FAILING) {
                with.failing();
            }
            otherwise.accept(with);
            List.of(faults).forEach(with::fault);
        };
        return lab.start(given.actionType(), input);
    }

    /** @param number from 0, who is the usual one */
    Lab.Client client(int number) {
        return lab.clients().get(number);
    }

    /** Faults of calls, whatever action they are about. */
    void applyTo(String fault) {
        lab.faults().add(fault);
    }

    void clearFaults() {
        lab.faults().clear();
    }

    boolean hasEnded(Action action) {
        return action.status() != Action.Status.IN_PROGRESS;
    }

    /** Whether a fault that was planned for the action has happened. */
    boolean wasHit(Action action) {
        return lab.faults().missed().stream().noneMatch(it -> it.contains(action.id()));
    }

    /** A scenario over when the action has ended. */
    BooleanSupplier untilEnded(Action action) {
        return () -> hasEnded(action);
    }

    /** When it has ended, or the worker has been silent about it for so long that it is done with it. */
    BooleanSupplier untilSettled(Action action) {
        return () -> hasEnded(action)
                || wasHit(action) && sights().saysNothingMoreOf(action.now().jobs(), tempo().quiet());
    }

    /** When it is over with the job, whatever becomes of the action. */
    BooleanSupplier untilHit(Action action) {
        return () -> wasHit(action);
    }

    /** When it is over, or that time has passed. */
    static BooleanSupplier atMost(Duration time, BooleanSupplier over) {
        long until = System.nanoTime() + time.toNanos();
        return () -> over.getAsBoolean() || System.nanoTime() > until;
    }
}
