package dev.jobport.verify;

import static dev.jobport.verify.Group.ARTIFACTS;
import static dev.jobport.verify.Group.CLIENTS;
import static dev.jobport.verify.Group.FUTURE;
import static dev.jobport.verify.Group.PLAIN;
import static dev.jobport.verify.Group.PROCESS;
import static dev.jobport.verify.Group.RACES;
import static dev.jobport.verify.Group.TIME;
import static dev.jobport.verify.Group.WIRE;
import static dev.jobport.verify.Kind.CONTINUING;
import static dev.jobport.verify.Kind.FAILING;
import static dev.jobport.verify.Kind.SLOW;
import static dev.jobport.verify.Kind.USUAL;
import static dev.jobport.verify.Scenario.When.ALONE;
import static dev.jobport.verify.Scenario.When.FIRST;
import static dev.jobport.verify.Scenario.When.LAST;
import static dev.jobport.verify.Scenario.When.TOGETHER;

import dev.jobport.lab.Action;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All scenarios, in the order in which they are told. */
final class Scenarios {

    /** What people write, and programs read wrongly. */
    private static final Map<String, String> ODD = Map.of(
            "Note", "Größe \"42\" \\ 東京 🚀", "Empty-ish", " ", "Expression", "$(echo never) ${never} `never` %s");

    /** Two values of the most characters that AWS takes. */
    private static final Map<String, String> LARGE =
            Map.of("Large", "0123456789".repeat(5_000), "LargeToo", "abcdefghij".repeat(5_000));

    static final List<Scenario> ALL = List.of(
            quick(PLAIN, "a job", FIRST, USUAL, stage -> stage.untilEnded(stage.start(USUAL))),
            quick(PLAIN, "a failing job", TOGETHER, FAILING, stage -> stage.untilEnded(stage.start(FAILING))),
            quick(PLAIN, "five jobs at once", TOGETHER, USUAL, Scenarios::fiveJobs),
            quick(PLAIN, "a continuing job", TOGETHER, CONTINUING, stage -> stage.untilEnded(stage.start(CONTINUING))),
            quick(PLAIN, "a job with odd inputs", TOGETHER, USUAL, stage -> stage.untilEnded(stage.start(USUAL, ODD))),
            full(PLAIN, "a slow job", TOGETHER, SLOW, stage -> stage.untilEnded(stage.start(SLOW))),
            full(
                    PLAIN,
                    "a job with a large configuration",
                    TOGETHER,
                    USUAL,
                    stage -> stage.untilEnded(stage.start(USUAL, LARGE))),
            quick(
                    ARTIFACTS,
                    "two jobs whose outputs are told in another order",
                    TOGETHER,
                    Scenarios::outputs,
                    Scenarios::twoJobs),
            full(ARTIFACTS, "uploads that break off", TOGETHER, Scenarios::output, suffering("cut@PutObject")),
            full(
                    ARTIFACTS,
                    "credentials expire while the work goes on",
                    ALONE,
                    Scenarios::artifacts,
                    suffering("credentials-expire@GetObject|PutObject#1")),
            quick(
                    CLIENTS,
                    "a job of another client",
                    TOGETHER,
                    USUAL,
                    stage -> stage.untilEnded(stage.startOf(stage.client(1)))),
            full(
                    CLIENTS,
                    "details that are out of date at once",
                    ALONE,
                    USUAL,
                    hit("stale-details@GetThirdPartyJobDetails#1")),
            full(CLIENTS, "a client's token is replaced", ALONE, USUAL, Scenarios::tokenReplaced),
            quick(RACES, "a rival is faster", TOGETHER, USUAL, hit("rival@Acknowledge*#1")),
            full(
                    RACES,
                    "the lease lapses, and another is offered the job",
                    ALONE,
                    USUAL,
                    hit("lapsed-and-reoffered@Acknowledge*#1")),
            full(RACES, "a job is offered twice", ALONE, USUAL, suffering("duplicate-offer@Acknowledge*#1")),
            full(
                    WIRE,
                    "the acknowledgement's answer is lost",
                    TOGETHER,
                    USUAL,
                    suffering("lost-answer@Acknowledge*#1")),
            quick(WIRE, "the result's answer is lost", TOGETHER, USUAL, Scenarios::lostResult),
            full(WIRE, "a throttled result", TOGETHER, USUAL, suffering("throttle@Put*#1-2")),
            full(WIRE, "three errors of the server", TOGETHER, USUAL, suffering("500@Acknowledge*#1", "500@Put*#1-2")),
            full(WIRE, "access is denied", TOGETHER, USUAL, suffering("access-denied@Acknowledge*#1-3")),
            full(WIRE, "a reset connection", TOGETHER, USUAL, suffering("reset@Put*#1")),
            full(WIRE, "an answer that is cut off", TOGETHER, USUAL, suffering("cut@Put*#1")),
            full(WIRE, "a slow answer", TOGETHER, USUAL, suffering("slow-answer(2s)@Acknowledge*#1")),
            quick(WIRE, "throttled polls", ALONE, USUAL, faulty("throttle", "throttle@Poll*#1-3")),
            full(WIRE, "the server starts again", ALONE, USUAL, faulty("restart", "restart(1s)@Poll*#1")),
            full(TIME, "a job times out while its result is on the way", ALONE, USUAL, hit("job-timeout@Put*#1")),
            full(TIME, "an action times out between two jobs", ALONE, CONTINUING, Scenarios::actionTimesOut),
            full(
                    FUTURE,
                    "answers with members that are not known yet",
                    ALONE,
                    USUAL,
                    faulty("unknown-members", "unknown-members@*")),
            full(
                    FUTURE,
                    "a job that is in progress no more",
                    ALONE,
                    USUAL,
                    hit("not-in-progress(TimedOut)@Acknowledge*#1")),
            full(WIRE, "no answer at all", ALONE, USUAL, Scenarios::noAnswer),
            full(PROCESS, "killed between two jobs, and started again", ALONE, CONTINUING, Scenarios::killed),
            full(PROCESS, "a clock that is ten minutes off", ALONE, USUAL, Scenarios::skewed),
            full(PROCESS, "asked to end with a job in hand", LAST, USUAL, Scenarios::askedToEnd));

    private Scenarios() {}

    /** The names of all properties that are given to jobs here. */
    static Set<String> properties() {
        return Stream.of(ODD, LARGE).flatMap(it -> it.keySet().stream()).collect(Collectors.toSet());
    }

    private static Optional<String> artifacts(Given given) {
        return given.traits().hasArtifacts() ? Optional.empty() : Optional.of("--artifacts");
    }

    private static Optional<String> output(Given given) {
        return given.traits().outputs().isEmpty() ? Optional.of("--artifacts") : Optional.empty();
    }

    private static Optional<String> outputs(Given given) {
        return given.traits().outputs().size() < 2 ? Optional.of("--output-artifact twice") : Optional.empty();
    }

    private static Scenario quick(
            Group group, String name, Scenario.When when, Need needs, Function<Stage, BooleanSupplier> play) {
        return new Scenario(group, name, true, when, needs, play);
    }

    private static Scenario full(
            Group group, String name, Scenario.When when, Need needs, Function<Stage, BooleanSupplier> play) {
        return new Scenario(group, name, false, when, needs, play);
    }

    /** All has been seen once it has happened: what the worker does then shows while the next ones are played. */
    private static Function<Stage, BooleanSupplier> hit(String fault) {
        return stage -> stage.untilHit(stage.start(USUAL, fault));
    }

    private static Function<Stage, BooleanSupplier> suffering(String... faults) {
        return stage -> stage.untilSettled(stage.start(USUAL, faults));
    }

    /** A fault of whatever the worker asks, until a job is through. */
    private static Function<Stage, BooleanSupplier> faulty(String id, String fault) {
        return stage -> {
            stage.applyTo(fault);
            return Steps.wait(
                    () -> stage.sights().hitBy(id).findAny().isPresent(), () -> stage.untilEnded(stage.start(USUAL)));
        };
    }

    private static BooleanSupplier twoJobs(Stage stage) {
        List<Action> two = List.of(stage.start(USUAL), stage.start(USUAL));
        return () -> two.stream().allMatch(stage::hasEnded);
    }

    private static BooleanSupplier fiveJobs(Stage stage) {
        stage.applyTo("batch(5)@Poll*");
        List<Action> five = Stream.generate(() -> stage.start(USUAL)).limit(5).toList();
        return () -> five.stream().allMatch(stage::hasEnded);
    }

    /** The action has ended; what is waited for is whether the worker makes sure of it. */
    private static BooleanSupplier lostResult(Stage stage) {
        Action action = stage.start(USUAL, "lost-answer@Put*#1");
        return Steps.wait(
                stage.untilHit(action),
                () -> Stage.atMost(
                        stage.tempo().quiet(), () -> stage.sights().isReportedAgain(action.job(), "lost-answer")));
    }

    /** Nobody can do that job any more, so it is stopped; those of others go on. */
    private static BooleanSupplier tokenReplaced(Stage stage) {
        Action action = stage.startOf(stage.client(2), "client-token-rotated@GetThirdPartyJobDetails#1");
        return Steps.wait(stage.untilHit(action), () -> {
            Action others = stage.start(USUAL);
            return () -> {
                if (!stage.hasEnded(others)) {
                    return false;
                }
                action.stop();
                return true;
            };
        });
    }

    private static BooleanSupplier actionTimesOut(Stage stage) {
        Action action = stage.start(CONTINUING, "action-timeout@Put*SuccessResult#1");
        return stage.untilEnded(action);
    }

    /** A worker with one thread is stopped by that until its read timeout; nobody waits for it here. */
    private static BooleanSupplier noAnswer(Stage stage) {
        Action action = stage.start(USUAL, "hang@Acknowledge*#1");
        return Steps.wait(
                stage.untilHit(action),
                () -> Stage.atMost(stage.tempo().quiet(), () -> stage.sights().isFollowed("hang")));
    }

    private static BooleanSupplier killed(Stage stage) {
        Action action = stage.start(CONTINUING);
        return Steps.wait(() -> stage.hasEnded(action) || action.now().jobs().size() > 1, () -> {
            boolean isTaken = stage.sights().hasTaken(List.of(action.job()));
            stage.worker().kill();
            stage.startWorkerAgain();
            return () -> isTaken || stage.hasEnded(action); // who is killed at work leaves it behind
        });
    }

    /** It is started anew before the clock is right again: one that has corrected its own would be refused then. */
    private static BooleanSupplier skewed(Stage stage) {
        stage.applyTo("clock-skew(10m)@*");
        BooleanSupplier recovered = () ->
                stage.sights().hitBy("clock-skew").anyMatch(it -> it.answer().status() == 200);
        return Steps.wait(Stage.atMost(stage.tempo().quiet(), recovered), () -> {
            stage.worker().kill();
            stage.clearFaults();
            stage.startWorkerAgain();
            return () -> true;
        });
    }

    private static BooleanSupplier askedToEnd(Stage stage) {
        Action action = stage.start(stage.given().has(SLOW) ? SLOW : USUAL);
        return Steps.wait(() -> stage.sights().hasTaken(action.now().jobs()) || stage.hasEnded(action), () -> {
            stage.worker().askToEnd(stage.tempo().grace());
            return () -> true;
        });
    }
}
