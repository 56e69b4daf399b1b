package dev.jobport.benchmarks.load;

import dev.jobport.benchmarks.load.Cycles.Call;

/** Which family of job workers the load is like; all that differs between the two. */
enum Family {
    ThirdParty,
    Custom;

    String operation(Call call) {
        String infix = this == ThirdParty ? "ThirdParty" : "";
        return switch (call) {
            case Poll -> "PollFor" + infix + "Jobs";
            case Details -> "Get" + infix + "JobDetails";
            case Acknowledge -> "Acknowledge" + infix + "Job";
            case Success -> "Put" + infix + "JobSuccessResult";
        };
    }

    /** As the control API names it in a path. */
    String actionTypePath() {
        return this + "/Test/Load/1";
    }

    String actionType() {
        return "{\"category\":\"Test\",\"owner\":\"" + this + "\",\"provider\":\"Load\",\"version\":\"1\"}";
    }

    /** The members by which a worker names a job and proves itself. */
    String job(String jobId) {
        String token = this == ThirdParty ? ",\"clientToken\":\"" + Target.CLIENT_TOKEN + "\"" : "";
        return "\"jobId\":\"" + jobId + "\"" + token;
    }

    /** The members by which an action is told whose it is. */
    String action() {
        String client = this == ThirdParty ? ",\"clientId\":\"" + Target.CLIENT_ID + "\"" : "";
        return "\"actionTypeId\":" + actionType() + client;
    }

    /** The id of the job that a poll told; null if that is not as it must be. */
    String jobId(Answer poll) {
        if (this == Custom) {
            return poll.text("id");
        }
        return Target.CLIENT_ID.equals(poll.text("clientId")) ? poll.text("jobId") : null;
    }

    /** What tells the nonce. */
    Call nonceTeller() {
        return this == Custom ? Call.Poll : Call.Details;
    }
}
