package dev.jobport.verify.lesson;

import static dev.jobport.lab.Operation.ACKNOWLEDGE_JOB;
import static dev.jobport.lab.Operation.PUT_JOB_SUCCESS_RESULT;
import static dev.jobport.verify.lesson.Teller.require;

import dev.jobport.cli.CommandFailed;
import dev.jobport.lab.Action;
import dev.jobport.lab.Lab;
import dev.jobport.verdict.history.LifeEvent;
import dev.jobport.verify.lesson.JobWorker.Offer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Collectors;

/** The scenes that play in a lab: the protocol as the server has it, with time that travels and faults on demand. */
final class LabScenes {

    private static final String REFUSED_NONCE = "InvalidNonceException";
    private static final String REFUSED_STATE = "InvalidJobStateException";

    private LabScenes() {}

    static void lapsedLease(Lab lab, Teller teller) {
        Action action = start(lab, teller);
        JobWorker a = new JobWorker("worker A", lab, teller);
        JobWorker b = new JobWorker("worker B", lab, teller);
        Offer first = a.poll();
        require(first.isThere(), "worker A is offered the job");
        teller.step("worker A", "dies: nothing more is heard of it");
        require(!b.poll().isThere(), "nobody else is offered the job under the lease");
        travel(lab, teller, "the lease lapses", () -> lab.time().untilLeaseLapses(first.job()));
        Offer second = b.poll();
        require(
                second.job().equals(first.job()) && !second.nonce().equals(first.nonce()),
                "worker B is offered the same job with another nonce");
        require(b.acknowledge(second).isOk(), "worker B has the job");
        require(b.succeed(second).isOk(), "the result is taken");
        tellLives(lab, action, teller);
    }

    static void twoPollers(Lab lab, Teller teller) {
        Action action = start(lab, teller);
        JobWorker a = new JobWorker("worker A", lab, teller);
        JobWorker b = new JobWorker("worker B", lab, teller);
        CyclicBarrier both = new CyclicBarrier(2);
        CompletableFuture<Offer> ofB = CompletableFuture.supplyAsync(() -> pollAt(both, b));
        Offer ofA = pollAt(both, a);
        require(ofA.isThere() != ofB.join().isThere(), "one of them is offered the job");
        JobWorker winner = ofA.isThere() ? a : b;
        JobWorker other = ofA.isThere() ? b : a;
        Offer offer = ofA.isThere() ? ofA : ofB.join();
        require(winner.acknowledge(offer).isOk(), "the worker that was offered the job has it");
        require(!other.poll().isThere(), "nobody is offered a job that somebody has");
        require(winner.succeed(offer).isOk(), "the result is taken");
        tellLives(lab, action, teller);
    }

    private static Offer pollAt(CyclicBarrier barrier, JobWorker worker) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new CommandFailed("interrupted");
        }
        return worker.poll();
    }

    static void deadNonce(Lab lab, Teller teller) {
        Action action = start(lab, teller);
        JobWorker a = new JobWorker("worker A", lab, teller);
        JobWorker b = new JobWorker("worker B", lab, teller);
        Offer first = a.poll();
        travel(lab, teller, "the lease lapses", () -> lab.time().untilLeaseLapses(first.job()));
        Offer second = b.poll();
        require(second.job().equals(first.job()), "worker B is offered the same job");
        require(a.acknowledge(first).isError(REFUSED_NONCE), "the nonce of worker A is dead");
        require(b.acknowledge(second).isOk(), "worker B has the job");
        require(b.succeed(second).isOk(), "the result is taken");
        tellLives(lab, action, teller);
    }

    static void lostAnswer(Lab lab, Teller teller) {
        lab.faults().on(ACKNOWLEDGE_JOB).first(1).loseAnswer();
        lab.faults().on(PUT_JOB_SUCCESS_RESULT).first(1).loseAnswer();
        Action action = start(lab, teller);
        JobWorker a = new JobWorker("worker A", lab, teller);
        JobWorker b = new JobWorker("worker B", lab, teller);
        Offer offer = a.poll();
        require(a.acknowledge(offer).isMissing(), "the answer is lost");
        require(a.repeat().isOk(), "the repeat is answered as the first call would have been");
        require(b.acknowledge(offer).isError(REFUSED_NONCE), "a call of somebody else is no repeat");
        require(a.succeed(offer).isMissing(), "the answer is lost");
        require(a.repeat().isOk(), "the repeat is answered as the first call would have been");
        require(a.goOnLater(offer, "run-42").isError(REFUSED_STATE), "another result is no repeat");
        tellLives(lab, action, teller);
    }

    static void continuation(Lab lab, Teller teller) {
        Action action = start(lab, teller);
        JobWorker a = new JobWorker("worker A", lab, teller);
        JobWorker b = new JobWorker("worker B", lab, teller);
        Offer first = a.poll();
        require(a.acknowledge(first).isOk(), "worker A has the job");
        require(a.goOnLater(first, "run-42").isOk(), "the result is taken");
        require(!b.poll().isThere(), "the follow-up job is not due yet");
        travel(lab, teller, "the follow-up job is due", () -> lab.time().untilFollowUpIsDue(action));
        Offer second = b.poll();
        require(
                !second.job().equals(first.job()) && second.continuationToken().equals("run-42"),
                "the follow-up job brings the token back");
        require(b.acknowledge(second).isOk(), "worker B has the follow-up job");
        require(b.succeed(second).isOk(), "the result is taken");
        tellLives(lab, action, teller);
    }

    static void timeout(Lab lab, Teller teller) {
        Action action = start(lab, teller);
        JobWorker a = new JobWorker("worker A", lab, teller);
        Offer offer = a.poll();
        require(a.acknowledge(offer).isOk(), "worker A has the job");
        teller.step("worker A", "hangs, and reports nothing");
        travel(lab, teller, "the job times out", () -> lab.time().untilJobTimesOut(offer.job()));
        require(action.status() == Action.Status.TIMED_OUT, "the action has timed out");
        require(a.succeed(offer).isError(REFUSED_STATE), "a late result is refused");
        tellLives(lab, action, teller);
    }

    private static Action start(Lab lab, Teller teller) {
        Action action = lab.start(JobWorker.TYPE);
        teller.step("pipeline", "starts an action of " + JobWorker.TYPE);
        return action;
    }

    private static void travel(Lab lab, Teller teller, String until, Runnable jump) {
        Duration before = lab.time().ahead();
        jump.run();
        teller.step("time", "jumps ahead by " + text(lab.time().ahead().minus(before)) + ": " + until);
    }

    /** {@code 60 s}, or {@code 60 min}: the steps before took a moment of it. */
    private static String text(Duration time) {
        long seconds = Math.round(time.toMillis() / 1000.0);
        return seconds <= 60 ? seconds + " s" : Math.round(seconds / 60.0) + " min";
    }

    /** All statuses that the jobs of the action went through, and how the action ended. */
    private static void tellLives(Lab lab, Action action, Teller teller) {
        List<LifeEvent> lives = lab.history().events().stream()
                .filter(LifeEvent.class::isInstance)
                .map(LifeEvent.class::cast)
                .toList();
        String[] lines = action.now().jobs().stream()
                .map(job -> "job " + Reply.brief(job) + ": " + statuses(lives, job))
                .toArray(String[]::new);
        String status = action.status().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        teller.step("server", "knows of the action: " + status, lines);
    }

    private static String statuses(List<LifeEvent> lives, String job) {
        return lives.stream()
                .filter(it -> it.job().equals(job))
                .map(LifeEvent::to)
                .collect(Collectors.joining(" → "));
    }
}
