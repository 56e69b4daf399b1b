package dev.jobport.lab;

import dev.jobport.lab.faults.Fault;
import dev.jobport.lab.faults.FaultPlan;
import dev.jobport.lab.faults.FaultText;
import dev.jobport.lab.faults.When;
import dev.jobport.lab.faults.Which;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is to go wrong. A fault that never happened is most likely a typing error of the test: ask
 * {@link #requireAllHappened} at its end.
 */
public final class Faults {

    private static final List<String> OPERATIONS = names(it -> !it.isOfArtifacts());
    private static final List<String> OF_ARTIFACTS = names(Operation::isOfArtifacts);

    private final FaultPlan plan;
    private final UnaryOperator<Which> scope;

    Faults(FaultPlan plan, UnaryOperator<Which> scope) {
        this.plan = plan;
        this.scope = scope;
    }

    private static List<String> names(Predicate<Operation> which) {
        return Stream.of(Operation.values())
                .filter(which)
                .map(Operation::wireName)
                .toList();
    }

    /** Faults of calls of these operations; of any call of a job worker, if none is named. */
    public Selection on(Operation... operations) {
        Set<String> names = Stream.of(operations).map(Operation::wireName).collect(Collectors.toSet());
        return new Selection(scope.apply(Which.ANY.on(names)));
    }

    /**
     * A fault as a text: {@code lost-answer@AcknowledgeJob#1}, {@code throttle@Poll*#1-3}, {@code 500@*%0.05},
     * {@code slow-answer(2s)@PutJobSuccessResult#/2}, {@code rival@AcknowledgeJob!action=4f…}. Operations of artifacts are named
     * in full: {@code cut@PutObject}.
     *
     * @throws IllegalArgumentException if there is no such fault or operation
     */
    public Faults add(String text) {
        FaultText read = FaultText.parse(text, OPERATIONS, OF_ARTIFACTS);
        plan(scope.apply(read.which()), read.name());
        return this;
    }

    private void plan(Which which, String name) {
        plan.add(which, name, fault(which, name));
    }

    private static Fault fault(Which which, String name) {
        Fault fault = Catalogue.fault(name);
        if (which.operations().stream().anyMatch(OF_ARTIFACTS::contains)
                && !Catalogue.ofArtifacts().contains(fault.id())) {
            throw new IllegalArgumentException("The fault " + fault.id() + " does not apply to requests for artifacts; "
                    + String.join(", ", Catalogue.ofArtifacts()) + " do.");
        }
        return fault;
    }

    /** @throws IllegalArgumentException if {@link #add} would refuse it */
    static void check(String text) {
        FaultText read = FaultText.parse(text, OPERATIONS, OF_ARTIFACTS);
        fault(read.which(), read.name());
    }

    /** All that are planned, as texts. */
    public List<String> all() {
        return plan.all();
    }

    /** Those that have not happened so far. */
    public List<String> missed() {
        return plan.missed();
    }

    /** @throws AssertionError if one of them never happened */
    public void requireAllHappened() {
        if (!missed().isEmpty()) {
            throw new AssertionError("What was planned never happened: " + String.join(", ", missed()));
        }
    }

    /** Nothing goes wrong from now on. */
    public void clear() {
        plan.clear();
    }

    /** The names of all faults that there are. */
    public static Set<String> names() {
        return Catalogue.names();
    }

    /** Which calls a fault is for. Whoever narrows it down no further means each of them. */
    public final class Selection {

        private final Which which;

        private Selection(Which which) {
            this.which = which;
        }

        /** Only calls about jobs of this action. */
        public Selection of(Action action) {
            return new Selection(which.ofAction(action.id()));
        }

        public Selection ofJob(String id) {
            return new Selection(which.ofJob(id));
        }

        /** @param accessKeyId of who calls */
        public Selection ofCaller(String accessKeyId) {
            return new Selection(which.ofCaller(accessKeyId));
        }

        public Selection first(int count) {
            return new Selection(which.when(new When.Range(1, count)));
        }

        public Selection nth(int ordinal) {
            return new Selection(which.when(new When.Range(ordinal, ordinal)));
        }

        /** The third, the sixth and so on, if the step is 3. */
        public Selection every(int step) {
            return new Selection(which.when(new When.Every(step)));
        }

        /** As the lab's seed decides it for each call. */
        public Selection withProbability(double probability) {
            return new Selection(which.when(new When.Probably(probability)));
        }

        /** @param fault as in {@link #names}, with its argument: {@code slow-answer(2s)} */
        public void suffer(String fault) {
            plan(which, fault);
        }

        /** It is carried out, and the connection ends before the answer. A repeat gets the first answer. */
        public void loseAnswer() {
            suffer("lost-answer");
        }

        /** The same, and a repeat is not known as one. */
        public void loseAnswerStrictly() {
            suffer("lost-answer-strict");
        }

        /** The connection ends before anything is carried out. */
        public void loseRequest() {
            suffer("lost-request");
        }

        public void answerSlowly(Duration after) {
            suffer("slow-answer(" + after + ")");
        }

        /** Nothing is ever answered. */
        public void hang() {
            suffer("hang");
        }

        /** The answer comes byte by byte. */
        public void trickle(Duration during) {
            suffer("trickle(" + during + ")");
        }

        /** It is carried out, and the connection is reset in the middle of the answer. */
        public void reset() {
            suffer("reset");
        }

        /** It is carried out, and half of the body is answered. */
        public void cut() {
            suffer("cut");
        }

        public void throttle() {
            suffer("throttle");
        }

        /** The server fails, and nothing is done. */
        public void fail() {
            suffer("500");
        }

        /** It is done, and then the server fails. */
        public void failAfterwards() {
            suffer("500-after");
        }

        /** The key is not known any more. */
        public void forgetTheKey() {
            suffer("unknown-key");
        }

        public void denyAccess() {
            suffer("access-denied");
        }

        /** The door's clock and the {@code Date} header are off. */
        public void skewTheClock(Duration off) {
            suffer("clock-skew(" + off + ")");
        }

        /** Somebody else acknowledges the job first. */
        public void aRivalIsFaster() {
            suffer("rival");
        }

        /** The lease of the job lapses before the call arrives. */
        public void theLeaseLapses() {
            suffer("lapsed-lease");
        }

        /** The lease lapses, and somebody else is offered the job. */
        public void theJobIsReoffered() {
            suffer("lapsed-and-reoffered");
        }

        /** The lease lapses, and the worker's own next poll is offered the job once more. */
        public void theJobIsOfferedTwice() {
            suffer("duplicate-offer");
        }

        /** After the details were told, the job is offered to somebody else. */
        public void theDetailsGoStale() {
            suffer("stale-details");
        }

        /** Polls find nothing until so many jobs are due, and one poll finds them all. */
        public void findABatch(int jobs) {
            suffer("batch(" + jobs + ")");
        }

        public void theJobTimesOut() {
            suffer("job-timeout");
        }

        /** After the call, the time of the whole action is over. */
        public void theActionTimesOut() {
            suffer("action-timeout");
        }

        /** After the call, or before a request for an artifact, the newest credentials of the job expire. */
        public void theCredentialsExpire() {
            suffer("credentials-expire");
        }

        /** The server goes down, and comes up again on the same store and port. */
        public void restart(Duration away) {
            suffer("restart(" + away + ")");
        }

        /** Forged: the acknowledgement is answered with another status than InProgress. */
        public void answerStatus(String status) {
            suffer("not-in-progress(" + status + ")");
        }

        /** Forged: the answer has members that nobody knows yet. */
        public void addUnknownMembers() {
            suffer("unknown-members");
        }
    }
}
