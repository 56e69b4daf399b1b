package dev.jobport.benchmarks.load;

import dev.jobport.benchmarks.load.Cycles.Call;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Asks a server for every operation in turn, and remembers how long each answer took. */
final class Questions {

    private static final String EMPTY_TYPE = "/action-types/ThirdParty/Test/Other7/1";

    private static final String TYPE =
            "\"category\":\"Test\",\"owner\":\"ThirdParty\",\"provider\":\"Other7\",\"version\":\"1\"";
    private static final String CUSTOM_TYPE = "\"category\":\"Test\",\"provider\":\"Growth\",\"version\":\"1\"";
    private static final String ARN =
            "\"resourceArn\":\"arn:aws:codepipeline:us-east-1:000000000000:actiontype:Custom/Test/Growth/1\"";
    private static final String ARTIFACTS = "\"inputArtifactDetails\":{\"minimumCount\":0,\"maximumCount\":5},"
            + "\"outputArtifactDetails\":{\"minimumCount\":0,\"maximumCount\":5}";
    private static final String EXECUTOR =
            "\"executor\":{\"configuration\":{\"jobWorkerExecutorConfiguration\":{}},\"type\":\"JobWorker\"}";

    private final Map<String, Latencies> latencies = new LinkedHashMap<>();

    Map<String, Latencies> latencies() {
        return latencies;
    }

    void ask(Target target, int times) {
        LoadGenerator.run(target.address(), List.of(new Round(target, times)));
    }

    private record Question(String name, Supplier<byte[]> request, int status, Consumer<Answer> reader) {}

    /** All the questions once, again and again. */
    private final class Round implements Conversation {

        private final List<Question> questions;
        private int left;
        private int asked;
        private String action;
        private String job;
        private String nonce;

        Round(Target target, int times) {
            Requests requests = target.requests();
            this.left = times;
            this.questions = List.of(
                    new Question(
                            "start an action",
                            () -> requests.control("POST", "/action-executions", Filling.action(target)),
                            201,
                            answer -> action = answer.text("actionExecutionId")),
                    worker(target, Call.Poll, answer -> job = target.family().jobId(answer)),
                    worker(target, Call.Details, answer -> nonce = answer.text("nonce")),
                    worker(target, Call.Acknowledge, answer -> {}),
                    worker(target, Call.Success, answer -> {}),
                    control(requests, "an action", () -> "/action-executions/" + action),
                    control(requests, "a job", () -> "/jobs/" + job),
                    control(requests, "the latest actions", () -> "/action-executions?maxResults=10"),
                    control(requests, "the latest jobs", () -> "/jobs?maxResults=10"),
                    control(requests, "the latest queued jobs", () -> "/jobs?status=Queued&maxResults=10"),
                    control(requests, "the latest succeeded jobs", () -> "/jobs?status=Succeeded&maxResults=10"),
                    control(requests, "an action type", () -> EMPTY_TYPE),
                    // the last deletes what the first creates, so that it comes back in the next round
                    operation(requests, "CreateCustomActionType", CUSTOM_TYPE + "," + ARTIFACTS),
                    operation(requests, "TagResource", ARN + ",\"tags\":[{\"key\":\"team\",\"value\":\"checkout\"}]"),
                    operation(requests, "ListTagsForResource", ARN),
                    operation(requests, "UntagResource", ARN + ",\"tagKeys\":[\"team\"]"),
                    operation(requests, "ListActionTypes", "\"actionOwnerFilter\":\"Custom\""),
                    operation(requests, "GetActionType", TYPE),
                    operation(
                            requests,
                            "UpdateActionType",
                            "\"actionType\":{\"id\":{" + TYPE + "}," + EXECUTOR + "," + ARTIFACTS + "}"),
                    operation(requests, "DeleteCustomActionType", CUSTOM_TYPE));
        }

        private Question worker(Target target, Call call, Consumer<Answer> reader) {
            return new Question(target.family().operation(call), () -> target.request(call, job, nonce), 200, reader);
        }

        /** One that is always asked with the same members. */
        private static Question operation(Requests requests, String name, String members) {
            String head = requests.headOf(name);
            return new Question(name, () -> requests.worker(head, "{" + members + "}"), 200, answer -> {});
        }

        private static Question control(Requests requests, String name, Supplier<String> path) {
            return new Question(name, () -> requests.control("GET", path.get(), ""), 200, answer -> {});
        }

        @Override
        public byte[] next() {
            return left == 0 ? null : questions.get(asked).request().get();
        }

        @Override
        public void answered(Answer answer, long nanos) {
            Question question = questions.get(asked);
            if (answer.status() != question.status()) {
                throw new IllegalStateException(question.name() + " was answered with " + answer);
            }
            question.reader().accept(answer);
            latencies.computeIfAbsent(question.name(), name -> new Latencies()).add(nanos);
            asked = (asked + 1) % questions.size();
            left -= asked == 0 ? 1 : 0;
        }
    }
}
