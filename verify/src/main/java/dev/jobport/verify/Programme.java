package dev.jobport.verify;

import dev.jobport.lab.Lab;
import dev.jobport.lab.LabBuilder;
import dev.jobport.verdict.history.Expectations;
import dev.jobport.verdict.history.History;
import dev.jobport.verdict.history.Mark;
import dev.jobport.verdict.history.Vantage;
import dev.jobport.verify.Scenario.When;
import dev.jobport.verify.Worker.CannotRun;
import dev.jobport.verify.Worker.Starter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Plays the scenarios before one worker, in one lab. */
final class Programme {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    /** So many times as a worker may do nothing, all scenarios that are played at once may take. */
    private static final int MAX_PATIENCE = 5;

    private final Given given;
    private final Starter starter;
    private final Progress progress;

    /**
     * What came of it.
     *
     * @param failure why it came to nothing: the worker could not be run, or never polled
     * @param endedEarly the scenario in which the worker ended, though nobody had asked it to
     */
    record Result(History history, Optional<String> failure, Optional<String> endedEarly) {}

    /** A scenario that is being played. */
    private record Playing(Scenario scenario, long began, BooleanSupplier isOver) {}

    Programme(Given given, Starter starter, Progress progress) {
        this.given = given;
        this.starter = starter;
        this.progress = progress;
    }

    Result run() {
        LabBuilder builder = Lab.builder()
                .actionType(
                        given.actionType(),
                        like -> given.traits()
                                .describe(
                                        like.dispatchLease(given.tempo().lease())
                                                .continuationDelay(Duration.ofSeconds(given.quick() ? 0 : 1)),
                                        given.properties()))
                .worker(starter.name())
                .expecting(new Expectations(
                        given.pollInterval(),
                        given.continuations(),
                        given.tempo().patience()));
        given.seed().ifPresent(builder::seed);
        if (starter.isProcess()) {
            builder.seenFrom(Vantage.OUTPUT, Vantage.PROCESS);
        }
        if (given.traits().hasArtifacts()) {
            builder.artifacts();
        }
        try (Lab lab = builder.start()) {
            if (given.isThirdParty()) {
                lab.newClient(); // whose token another's does not replace
                lab.newClient(); // whose token is replaced
            }
            progress.begins(lab);
            return run(lab, new Stage(lab, given, starter));
        }
    }

    private Result run(Lab lab, Stage stage) {
        try {
            stage.startWorker();
        } catch (CannotRun e) {
            return failed(lab, "the worker cannot be run: " + e.getMessage());
        }
        try {
            if (!polls(stage)) {
                boolean alive = stage.worker().isAlive();
                stage.worker().kill();
                return failed(
                        lab,
                        "the worker %s before it polled.%n%s"
                                .formatted(
                                        alive
                                                ? "was ended after "
                                                        + given.tempo().patience()
                                                : "ended",
                                        stage.worker().lastWords()));
            }
            Optional<String> endedEarly = play(lab, stage);
            if (endedEarly.isEmpty() && stage.worker().isAlive()) {
                pause(given.tempo().watch(stage.sights().pollInterval()));
                stage.worker().askToEnd(given.tempo().grace());
            }
            return new Result(lab.history(), Optional.empty(), endedEarly);
        } finally {
            if (stage.worker().isAlive()) {
                stage.worker().kill();
            }
        }
    }

    private static Result failed(Lab lab, String why) {
        return new Result(lab.history(), Optional.of(why.strip()), Optional.empty());
    }

    private boolean polls(Stage stage) {
        long until = System.nanoTime() + given.tempo().patience().toNanos();
        while (stage.sights().polls().isEmpty()) {
            if (!stage.worker().isAlive() || System.nanoTime() > until) {
                return false;
            }
            pause(BETWEEN_LOOKS);
        }
        return true;
    }

    /** @return where the worker ended by itself */
    private Optional<String> play(Lab lab, Stage stage) {
        for (When when : When.values()) {
            List<Scenario> those = Scenarios.ALL.stream()
                    .filter(it -> it.when() == when)
                    .filter(it -> it.isLeftOut(given, starter.isProcess()).isEmpty())
                    .toList();
            List<List<Scenario>> waves = when == When.TOGETHER
                    ? List.of(those)
                    : those.stream().map(List::of).toList();
            for (List<Scenario> wave : waves) {
                Optional<String> endedIn = playWave(wave, lab, stage);
                stage.clearFaults();
                if (endedIn.isPresent() && when != When.LAST) {
                    return endedIn;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> playWave(List<Scenario> wave, Lab lab, Stage stage) {
        Instant beganAt = Instant.now();
        List<Playing> open = new ArrayList<>();
        for (Scenario scenario : wave) {
            lab.witness().mark(Mark.Kind.SCENARIO_BEGINS, scenario.name());
            open.add(new Playing(scenario, System.nanoTime(), scenario.play().apply(stage)));
        }
        while (!open.isEmpty()) {
            for (Iterator<Playing> each = open.iterator(); each.hasNext(); ) {
                Playing playing = each.next();
                if (playing.isOver().getAsBoolean()) {
                    each.remove();
                    ends(playing, Mark.Kind.SCENARIO_ENDS, lab);
                }
            }
            if (open.isEmpty()) {
                break;
            }
            if (!stage.worker().isAlive()) {
                open.forEach(it -> ends(it, Mark.Kind.SCENARIO_ENDS, lab));
                return Optional.of(open.get(0).scenario().name());
            }
            if (standsStill(stage, beganAt)) {
                open.forEach(it -> ends(it, Mark.Kind.SCENARIO_GIVES_UP, lab));
                break;
            }
            pause(BETWEEN_LOOKS);
        }
        return Optional.empty();
    }

    /** Or is busy for ever, with something that leads nowhere. */
    private boolean standsStill(Stage stage, Instant beganAt) {
        if (beganAt.plus(given.tempo().patience().multipliedBy(MAX_PATIENCE)).isBefore(Instant.now())) {
            return true;
        }
        Instant latest = stage.sights().lastCall().filter(beganAt::isBefore).orElse(beganAt);
        return latest.plus(given.tempo().patience()).isBefore(Instant.now());
    }

    private void ends(Playing playing, Mark.Kind how, Lab lab) {
        lab.witness().mark(how, playing.scenario().name());
        progress.ends(
                playing.scenario(),
                Duration.ofNanos(System.nanoTime() - playing.began()),
                how == Mark.Kind.SCENARIO_GIVES_UP);
    }

    private static void pause(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }
}
