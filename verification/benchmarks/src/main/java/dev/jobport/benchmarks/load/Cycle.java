package dev.jobport.benchmarks.load;

import dev.jobport.benchmarks.load.Cycles.Call;

/**
 * A worker's cycle, again and again: poll for one job, ask for its details, acknowledge it, report success. Whatever is
 * answered wrongly ends the cycle.
 */
final class Cycle implements Conversation {

    private static final String SOME_JOB = "a793403b-7ee0-41be-bd35-d6cea367fa5c";
    private static final String SOME_NONCE = "0123456789abcdef0123456789abcdef";

    private final Target target;
    private final Cycles cycles;
    private Call call = Call.Poll;
    private String jobId = SOME_JOB;
    private String nonce = SOME_NONCE;
    private long startedAt;

    Cycle(Target target, Cycles cycles) {
        this.target = target;
        this.cycles = cycles;
    }

    /** Whether there is one more call to make. */
    boolean goesOn() {
        if (call == Call.Poll) {
            if (!cycles.another()) {
                return false;
            }
            startedAt = System.nanoTime();
        }
        return true;
    }

    Call call() {
        return call;
    }

    String jobId() {
        return jobId;
    }

    String nonce() {
        return nonce;
    }

    @Override
    public byte[] next() {
        return goesOn() ? target.request(call, jobId, nonce) : null;
    }

    @Override
    public void answered(Answer answer, long nanos) {
        cycles.called(call, nanos);
        boolean right =
                answer.status() == 200 && (target.isEmpty() ? answer.body().isEmpty() : isRight(answer));
        if (!right) {
            cycles.problem(call, answer);
            call = Call.Poll;
            return;
        }
        if (call == Call.Success) {
            cycles.completed(System.nanoTime() - startedAt);
        }
        call = Call.values()[(call.ordinal() + 1) % Call.values().length];
    }

    private boolean isRight(Answer answer) {
        Family family = target.family();
        if (call == Call.Poll) {
            jobId = family.jobId(answer);
            if (jobId == null) {
                return false;
            }
            cycles.handedOut(jobId);
        }
        if (call == family.nonceTeller()) {
            nonce = answer.text("nonce");
            if (nonce == null) {
                return false;
            }
        }
        return switch (call) {
            case Poll -> true; // looked at above
            case Details -> jobId.equals(answer.text("id"));
            case Acknowledge -> "InProgress".equals(answer.text("status"));
            case Success -> answer.body().isEmpty();
        };
    }
}
