package dev.jobport.crash.run;

import dev.jobport.crash.history.Answer;
import dev.jobport.crash.history.Answer.Acknowledged;
import dev.jobport.crash.history.Answer.JobDetails;
import dev.jobport.crash.history.Answer.Offered;
import dev.jobport.crash.history.Family;
import dev.jobport.crash.history.Request;
import dev.jobport.crash.history.Request.Acknowledge;
import dev.jobport.crash.history.Request.Details;
import dev.jobport.crash.history.Request.Poll;
import dev.jobport.crash.history.Request.Put;
import dev.jobport.crash.history.Result;
import dev.jobport.crash.history.Result.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/**
 * A worker as the world has them: mostly as it should be, sometimes slow, forgetful, obstinate or not the one it claims to
 * be. It names its invocations as an SDK does, or not.
 */
final class JobWorker implements Caller {

    private static final int KEPT_NONCES = 20;
    private static final int LARGEST_BATCH = 4;

    private final String name;
    private final Random random;
    private final Recorder recorder;
    private final List<String> actionTypes;
    private final Deque<Acknowledge> keptNonces = new ArrayDeque<>();
    private int reports;

    JobWorker(String name, Random random, Recorder recorder, List<String> actionTypes) {
        this.name = name;
        this.random = random;
        this.recorder = recorder;
        this.actionTypes = actionTypes;
    }

    /** Polls once, and does with what it got whatever comes to its mind. */
    @Override
    public void work() throws InterruptedException {
        String actionType = actionTypes.get(random.nextInt(actionTypes.size()));
        Answer polled = ask(new Poll(actionType, 1 + random.nextInt(LARGEST_BATCH)));
        if (!(polled instanceof Offered offered) || offered.jobIds().isEmpty()) {
            Thread.sleep(random.nextInt(60));
        } else {
            for (String jobId : offered.jobIds()) {
                take(
                        Family.of(actionType),
                        jobId,
                        Optional.ofNullable(offered.nonces().get(jobId)));
            }
        }
        if (!keptNonces.isEmpty() && oneIn(5)) {
            ask(keptNonces.poll()); // long lapsed, most of them
        }
    }

    private void take(Family family, String jobId, Optional<String> toldByPoll) throws InterruptedException {
        if (oneIn(20)) {
            return; // forgotten: the lease lapses
        }
        Optional<String> told = toldByPoll;
        if (told.isEmpty() || oneIn(4)) {
            Answer answer = ask(new Details(family, jobId));
            told = told.or(() -> answer instanceof JobDetails details ? details.nonce() : Optional.empty());
        }
        if (told.isEmpty()) {
            return;
        }
        String nonce = told.get();
        if (family == Family.ThirdParty && oneIn(30)) {
            ask(new Acknowledge(family, jobId, nonce, Optional.empty(), false));
        }
        if (oneIn(30)) {
            ask(new Acknowledge(family.other(), jobId, nonce, Optional.empty(), true));
        }
        if (oneIn(30)) {
            ask(new Acknowledge(family, jobId, "0" + nonce, Optional.empty(), true));
        }
        if (oneIn(15)) {
            keep(new Acknowledge(family, jobId, nonce, Optional.empty(), true));
            return;
        }
        if (oneIn(30)) {
            Thread.sleep(900 + random.nextInt(400)); // about a lease
        }
        if (oneIn(15)) {
            ask(new Put(family, jobId, result(), Optional.empty(), true)); // before it is in progress
        }
        Optional<String> invocation = invocation();
        Answer answer = insist(new Acknowledge(family, jobId, nonce, invocation, true));
        if (oneIn(15)) {
            keep(new Acknowledge(family, jobId, nonce, oneIn(2) ? invocation : Optional.empty(), true));
        }
        if (answer instanceof Acknowledged) {
            finish(family, jobId);
        }
    }

    private void finish(Family family, String jobId) throws InterruptedException {
        if (oneIn(30)) {
            return; // forgotten: the job times out
        }
        if (family == Family.ThirdParty && oneIn(30)) {
            ask(new Put(family, jobId, result(), Optional.empty(), false));
        }
        if (oneIn(30)) {
            ask(new Put(family.other(), jobId, result(), Optional.empty(), true));
        }
        if (oneIn(10)) {
            Thread.sleep(random.nextInt(300));
        }
        Put put = new Put(family, jobId, result(), invocation(), true);
        insist(put);
        if (oneIn(10)) {
            ask(put);
        }
        if (oneIn(10)) {
            ask(new Put(
                    family, jobId, result(), put.invocation(), true)); // the same invocation's name with other content
        }
        if (oneIn(10)) {
            ask(new Put(family, jobId, result(), invocation(), true));
        }
    }

    private Result result() {
        int dice = random.nextInt(10);
        Kind kind = dice < 5 ? Kind.GoesOn : dice < 9 ? Kind.Completes : Kind.Fails;
        return new Result(kind, name + "-" + ++reports);
    }

    private Optional<String> invocation() {
        byte[] name = new byte[16];
        random.nextBytes(name);
        return oneIn(2) ? Optional.of(UUID.nameUUIDFromBytes(name).toString()) : Optional.empty();
    }

    private Answer insist(Request request) throws InterruptedException {
        return recorder.insist(name, random, request);
    }

    private Answer ask(Request request) throws InterruptedException {
        return recorder.ask(name, random, request);
    }

    private void keep(Acknowledge acknowledge) {
        keptNonces.add(acknowledge);
        if (keptNonces.size() > KEPT_NONCES) {
            keptNonces.remove();
        }
    }

    private boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }
}
