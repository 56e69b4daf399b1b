package dev.jobport.verdict.rules;

import static dev.jobport.verdict.rules.Story.offer;
import static dev.jobport.verdict.rules.Twist.over;
import static dev.jobport.verdict.rules.Twist.refused;

import dev.jobport.verdict.history.Mark;
import java.util.List;

final class PollingCases {

    static final List<Case> ALL = List.of(
            Case.of(
                    "POLL-1",
                    "it polls again at once",
                    () -> new Story()
                            .poll()
                            .at(100)
                            .poll()
                            .at(6_100)
                            .poll()
                            .at(12_100)
                            .poll(),
                    it -> it.insteadOf("PollForJobs 4").at(6_200).poll(),
                    () -> new Story().poll().at(100).poll().at(200).poll()),
            Case.of(
                    "POLL-2",
                    "two pollers poll together five times",
                    () -> pollsOf(1, 0, 5)
                            .call("PollForJobs", over(2))
                            .at(27_000)
                            .call("PollForJobs", over(2)),
                    it -> it.insteadOf("PollForJobs 10").at(24_050).call("PollForJobs", over(2)),
                    () -> new Story().poll()),
            Case.of(
                    "POLL-3",
                    "it drops a job that it was given",
                    Story::taken,
                    it -> it.insteadOf("AcknowledgeJob").life("j1", "Dispatched", "Queued"),
                    () -> new Story().poll()),
            Case.of(
                    "POLL-4",
                    "it acknowledges after the lease",
                    Story::taken,
                    it -> it.after("life").life("j1", "Dispatched", "Queued"),
                    Story::offered),
            Case.of(
                    "POLL-5",
                    "it polls without the value of the queryable property",
                    () -> new Story().poll(),
                    it -> it.insteadOf("PollForJobs")
                            .call(
                                    "PollForJobs",
                                    refused("ValidationException", "The type must be polled with queryParam.")),
                    Story::new),
            Case.of(
                    "POLL-6",
                    "it polls no more after an error",
                    () -> pollsThenError().at(3_000).poll().at(20_000).mark(Mark.Kind.SCENARIO_ENDS, "a job"),
                    it -> it.without("PollForJobs 4"),
                    Story::taken),
            Case.of(
                    "POLL-7",
                    "it polls eleven times in two seconds, all refused",
                    () -> refusedPolls(10).at(5_000).call("PollForJobs", refused("AccessDeniedException")),
                    it -> it.insteadOf("PollForJobs 11")
                            .at(1_600)
                            .call("PollForJobs", refused("AccessDeniedException")),
                    () -> new Story().poll()));

    private PollingCases() {}

    /** Two connections, of which the second has not polled for the fifth time yet. */
    private static Story pollsOf(long connection, long from, int rounds) {
        Story story = new Story();
        for (int round = 0; round < rounds; round++) {
            story.at(from + round * 6_000L).call("PollForJobs", over(connection));
        }
        for (int round = 0; round < rounds - 2; round++) {
            story.at(from + 50 + round * 6_000L).call("PollForJobs", over(connection + 1));
        }
        return story.at(from + 50 + (rounds - 2) * 6_000L);
    }

    private static Story pollsThenError() {
        return new Story()
                .poll(offer("j1", "#n1"))
                .at(1_000)
                .poll()
                .at(2_000)
                .call("PollForJobs", refused("ThrottlingException"));
    }

    private static Story refusedPolls(int count) {
        Story story = new Story();
        for (int i = 0; i < count; i++) {
            story.at(i * 150L).call("PollForJobs", refused("AccessDeniedException"));
        }
        return story;
    }
}
