package dev.jobport.verify;

import dev.jobport.lab.Lab;
import dev.jobport.verdict.history.Expectations;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What a worker does wrong.
 *
 * @param rule that it breaks by that
 * @param consequences the other rules that are broken by the same deed
 * @param scenarios in which it shows; those that are plain, if none is named
 */
record Sin(
        String rule,
        String name,
        Function<Lab, WorkerThread> worker,
        Set<String> consequences,
        Set<String> scenarios,
        Tempo tempo,
        String actionType,
        Traits traits) {

    private static final Tempo SHORT = new Tempo(
            Duration.ofSeconds(2),
            Duration.ofSeconds(4),
            Duration.ofMillis(1500),
            Duration.ofSeconds(5),
            Optional.of(Duration.ofMillis(300)));

    static final Map<Kind, Map<String, String>> JOBS = Map.of(
            Kind.FAILING, Map.of("fail", "true"),
            Kind.CONTINUING, Map.of("steps", "3"),
            Kind.SLOW, Map.of("millis", "1000"));

    static List<Sin> all() {
        return Sins.ALL;
    }

    static Sin sin(String rule, String name, Function<Lab, WorkerThread> worker) {
        return new Sin(rule, name, worker, Set.of(), Set.of("plain"), SHORT, OwnWorker.TYPE, Traits.NONE);
    }

    static Sin partnersSin(String rule, String name, Function<Lab, WorkerThread> worker) {
        return new Sin(rule, name, worker, Set.of(), Set.of("a job"), SHORT, PartnerWorker.TYPE, Traits.NONE);
    }

    static Sin artifactSin(String rule, String name, Function<Lab, WorkerThread> worker) {
        return sin(rule, name, worker).of(ArtifactWorker.TRAITS);
    }

    Sin of(Traits others) {
        return new Sin(rule, name, worker, consequences, scenarios, tempo, actionType, others);
    }

    Sin alsoBreaks(String... rules) {
        return new Sin(rule, name, worker, Set.of(rules), scenarios, tempo, actionType, traits);
    }

    Sin showsIn(String... names) {
        return new Sin(rule, name, worker, consequences, Set.of(names), tempo, actionType, traits);
    }

    /** The worker is watched so long at the end. */
    Sin watchedFor(Duration time) {
        return with(tempo.withWatch(time));
    }

    Sin with(Tempo other) {
        return new Sin(rule, name, worker, consequences, scenarios, other, actionType, traits);
    }

    static Tempo tempo(Duration patience, Duration quiet, Duration grace, Duration watch) {
        return new Tempo(SHORT.lease(), patience, quiet, grace, Optional.of(watch));
    }

    /** All that is broken. */
    Set<String> broken() {
        Set<String> all = new TreeSet<>(consequences);
        all.add(rule);
        return all;
    }

    Given given() {
        return new Given(
                actionType,
                JOBS,
                traits,
                true,
                OptionalLong.of(7),
                scenarios,
                Optional.of(Duration.ofMillis(40)),
                Expectations.USUAL.continuations(),
                tempo);
    }

    @Override
    public String toString() {
        return rule + ": it " + name;
    }
}
