package dev.jobport.verdict.rules;

import static dev.jobport.verdict.rules.Story.bare;
import static dev.jobport.verdict.rules.Story.offer;
import static dev.jobport.verdict.rules.Story.offered;
import static dev.jobport.verdict.rules.Story.taken;
import static dev.jobport.verdict.rules.Twist.fault;
import static dev.jobport.verdict.rules.Twist.refused;
import static dev.jobport.verdict.rules.Twist.run;
import static dev.jobport.verdict.rules.Twist.with;

import dev.jobport.verdict.history.Mark;
import java.util.List;

final class ClaimingCases {

    private static final String INVALID_NONCE = "InvalidNonceException";

    static final List<Case> ALL = List.of(
            Case.of(
                    "CLAIM-1",
                    "it reads an artifact before it acknowledges",
                    () -> taken().artifact("GET", "App", "j1", "#c1"),
                    it -> it.after("life").artifact("GET", "App", "j1", "#c1"),
                    Story::taken),
            Case.of(
                    "CLAIM-2",
                    "it works though the job has timed out",
                    () -> offered().acknowledge("j1", "#n1", it -> it.jobStatus = "TimedOut", fault("not-in-progress")),
                    it -> it.success("j1", refused("InvalidJobStateException")),
                    Story::done),
            Case.of(
                    "CLAIM-3",
                    "it fails the job that a rival won",
                    ClaimingCases::rivalWins,
                    it -> it.failure("j1", "somebody else has it"),
                    Story::done),
            Case.of(
                    "CLAIM-3",
                    "it reads the artifacts of the job that a rival won",
                    ClaimingCases::rivalWins,
                    it -> it.artifact("GET", "App", "j1", "#c1"),
                    Story::done),
            Case.of(
                    "CLAIM-4",
                    "it sends the nonce of the earlier offer",
                    () -> offeredTwice().acknowledge("j1", "#n2"),
                    it -> it.insteadOf("AcknowledgeJob").acknowledge("j1", "#n1", refused(INVALID_NONCE)),
                    Story::offered),
            Case.of(
                    "CLAIM-4",
                    "it sends a nonce of its own",
                    Story::taken,
                    it -> it.insteadOf("AcknowledgeJob").acknowledge("j1", "#n99", refused(INVALID_NONCE)),
                    Story::offered),
            Case.of(
                    "CLAIM-5",
                    "it acknowledges again",
                    Story::taken,
                    it -> it.acknowledge("j1", "#n1", refused(INVALID_NONCE)),
                    Story::offered),
            Case.of(
                    "CLAIM-6",
                    "it sends another client's token",
                    () -> thirdParty().call("AcknowledgeThirdPartyJob", "j1", asClient(), with("nonce", "#n1")),
                    it -> it.insteadOf("AcknowledgeThirdPartyJob")
                            .call(
                                    "AcknowledgeThirdPartyJob",
                                    "j1",
                                    with("clientToken", "#t2"),
                                    with("nonce", "#n1"),
                                    refused("InvalidClientTokenException")),
                    Story::done),
            Case.of(
                    "CLAIM-7",
                    "it sends the refused nonce again",
                    ClaimingCases::rivalWins,
                    it -> it.acknowledge("j1", "#n1", refused(INVALID_NONCE)),
                    Story::done),
            Case.of(
                    "CLAIM-8",
                    "it runs the work for each offer",
                    () -> offeredTwice().acknowledge("j1", "#n2").success("j1", run("run-1")),
                    it -> it.success("j1", run("run-2"), refused("InvalidJobStateException")),
                    Story::done,
                    "REPORT-3"));

    private ClaimingCases() {}

    private static Story rivalWins() {
        return offered()
                .acknowledge("j1", "#n1", refused(INVALID_NONCE), fault("rival"))
                .life("j1", "Dispatched", "InProgress");
    }

    static Story offeredTwice() {
        return offered()
                .mark(Mark.Kind.JUMP, "until the lease of j1 lapses")
                .life("j1", "Dispatched", "Queued")
                .poll(offer("j1", "#n2"))
                .life("j1", "Queued", "Dispatched");
    }

    private static Story thirdParty() {
        return new Story()
                .call("PollForThirdPartyJobs", it -> it.offers = List.of(bare("j1")))
                .call(
                        "GetThirdPartyJobDetails",
                        "j1",
                        with("clientToken", "#t1"),
                        it -> it.offers = List.of(offer("j1", "#n1")));
    }

    private static Twist asClient() {
        return it -> {
            it.member("clientToken", "#t1");
            it.jobStatus = "InProgress";
        };
    }
}
