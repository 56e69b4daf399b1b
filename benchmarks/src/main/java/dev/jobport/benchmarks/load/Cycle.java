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
    private Call call = Call.PollForThirdPartyJobs;
    private String jobId = SOME_JOB;
    private String nonce = SOME_NONCE;
    private long startedAt;

    Cycle(Target target, Cycles cycles) {
        this.target = target;
        this.cycles = cycles;
    }

    @Override
    public byte[] next() {
        if (call == Call.PollForThirdPartyJobs) {
            if (!cycles.another()) {
                return null;
            }
            startedAt = System.nanoTime();
        }
        return target.request(call, jobId, nonce);
    }

    @Override
    public void answered(Answer answer, long nanos) {
        cycles.called(call, nanos);
        boolean right =
                answer.status() == 200 && (target.isEmpty() ? answer.body().isEmpty() : isRight(answer));
        if (!right) {
            cycles.problem(call, answer);
            call = Call.PollForThirdPartyJobs;
            return;
        }
        if (call == Call.PutThirdPartyJobSuccessResult) {
            cycles.completed(System.nanoTime() - startedAt);
        }
        call = Call.values()[(call.ordinal() + 1) % Call.values().length];
    }

    private boolean isRight(Answer answer) {
        switch (call) {
            case PollForThirdPartyJobs -> {
                jobId = answer.text("jobId");
                if (jobId == null || !Target.CLIENT_ID.equals(answer.text("clientId"))) {
                    return false;
                }
                cycles.handedOut(jobId);
                return true;
            }
            case GetThirdPartyJobDetails -> {
                nonce = answer.text("nonce");
                return nonce != null && jobId.equals(answer.text("id"));
            }
            case AcknowledgeThirdPartyJob -> {
                return "InProgress".equals(answer.text("status"));
            }
            default -> {
                return answer.body().isEmpty();
            }
        }
    }
}
