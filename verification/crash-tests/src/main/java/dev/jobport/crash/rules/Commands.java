package dev.jobport.crash.rules;

import static dev.jobport.crash.history.Status.InProgress;

import dev.jobport.crash.history.Answer.Refused;
import dev.jobport.crash.history.Call;
import dev.jobport.crash.history.Request.Acknowledge;
import dev.jobport.crash.history.Request.Command;
import dev.jobport.crash.history.Request.OfActionType;
import dev.jobport.crash.history.Request.Put;
import dev.jobport.crash.history.Request.Stop;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** How commands are answered: invariants 3, 4 and 7, and the rule for repeats. */
final class Commands {

    static final List<Rule> RULES = List.of(
            new Rule("only an operation's own errors are answered", Commands::ownErrors),
            new Rule("a wrong client token changes nothing", Commands::wrongTokens),
            new Rule("an operation of the other family changes nothing", Commands::wrongFamilies),
            new Rule("a job takes one result", Commands::oneResult),
            new Rule("a job in progress takes a result", Commands::inProgressTakesAResult),
            new Rule("a repeat is answered as the first time", Commands::repeats));

    private static final String JOB_NOT_FOUND = "JobNotFoundException";
    private static final String WRONG_TOKEN = "InvalidClientTokenException";

    private Commands() {}

    /** What exists is found, whatever happened meanwhile; and an acknowledgement never answers InvalidJobState. */
    private static void ownErrors(Evidence evidence, Findings findings) {
        Stream<Call> ofJobs = evidence.calls().filter(call -> !(call.request() instanceof OfActionType));
        ofJobs.filter(Call::isRefused).forEach(call -> {
            String error = ((Refused) call.answer()).error();
            findings.expect(
                    mayRefuse(evidence, call).contains(error), subject(call), () -> "must not be answered " + call);
        });
    }

    private static Set<String> mayRefuse(Evidence evidence, Call call) {
        if (call.request() instanceof Command command && evidence.isOfWrongFamily(command)) {
            return Set.of(JOB_NOT_FOUND);
        }
        if (call.request() instanceof Command command && !command.authorized()) {
            return Set.of(WRONG_TOKEN);
        }
        if (call.request() instanceof Stop) {
            return Set.of("urn:jobport:problem:action-execution-ended", "ActionExecutionEndedException"); // HTTP, gRPC
        }
        if (call.request() instanceof Acknowledge) {
            return Set.of("InvalidNonceException");
        }
        return call.request() instanceof Put ? Set.of("InvalidJobStateException") : Set.of();
    }

    private static String subject(Call call) {
        return call.request() instanceof Command command ? command.jobId() : call.caller();
    }

    private static void wrongTokens(Evidence evidence, Findings findings) {
        evidence.calls().forEach(call -> {
            if (call.request() instanceof Command command && !command.authorized()) {
                findings.expect(!call.isAccepted(), command.jobId(), () -> "took a wrong token in " + call);
            }
        });
    }

    private static void wrongFamilies(Evidence evidence, Findings findings) {
        evidence.calls().forEach(call -> {
            if (call.request() instanceof Command command && evidence.isOfWrongFamily(command)) {
                findings.expect(
                        !call.isAccepted(), command.jobId(), () -> "was touched by the wrong family in " + call);
            }
        });
    }

    private static void oneResult(Evidence evidence, Findings findings) {
        for (JobFile job : evidence.jobs()) {
            List<Call> accepted = job.results().filter(Call::isAccepted).toList();
            if (job.abandonedAt().isPresent()) {
                continue; // its worker may report what it likes
            }
            for (Call second : accepted) {
                Call first = accepted.get(0);
                findings.expect(
                        job.attempts(first).anyMatch(second::equals),
                        job.id(),
                        () -> "took two results, in " + first + " and in " + second);
            }
        }
    }

    /** An acknowledgement that was answered stands: until the job times out, only another result may spoil one. */
    private static void inProgressTakesAResult(Evidence evidence, Findings findings) {
        for (JobFile job : evidence.jobs()) {
            Optional<Call> acknowledged =
                    job.acknowledgements().filter(Call::isAccepted).findFirst();
            if (acknowledged.isEmpty()) {
                continue;
            }
            job.results()
                    .filter(call -> call.isRefused() && acknowledged.get().isOverBefore(call))
                    .forEach(refused -> {
                        boolean rival = job.results()
                                .anyMatch(other -> other != refused
                                        && other.mayHaveHappened()
                                        && !other.invokedAt().isAfter(refused.answeredAt()));
                        boolean inTime = refused.answeredAt()
                                        .isBefore(job.firstSent(acknowledged.get())
                                                .plus(job.timing().jobTimeout()))
                                && job.isAnsweredInTime(refused);
                        findings.expect(
                                rival || !inTime,
                                job.id(),
                                () -> "was acknowledged in " + acknowledged.get() + ", but refused " + refused);
                    });
        }
    }

    /** If the store holds what a call asked for, no attempt at it was refused. */
    private static void repeats(Evidence evidence, Findings findings) {
        for (JobFile job : evidence.jobs()) {
            for (Call call : job.commands()) {
                if (call.request() instanceof Put
                        || ((Command) call.request()).invocation().isPresent()) {
                    boolean refusedRepeat =
                            call.isRefused() && job.attempts(call).anyMatch(Call::mayHaveHappened);
                    findings.expect(
                            !refusedRepeat || !isDone(job, call),
                            job.id(),
                            () -> "has done what it refused as a repeat in " + call);
                }
            }
        }
    }

    /** Certainly done, that is; where another call may have done it, the repeat may have been refused. */
    private static boolean isDone(JobFile job, Call attempt) {
        if (attempt.request() instanceof Put put) {
            return job.takenMark().equals(Optional.of(put.result().mark()));
        }
        return job.steps(InProgress)
                .anyMatch(step -> job.acknowledgements()
                        .filter(call -> job.mayHaveMade(call, step))
                        .allMatch(call -> job.attempts(attempt).anyMatch(call::equals)));
    }
}
