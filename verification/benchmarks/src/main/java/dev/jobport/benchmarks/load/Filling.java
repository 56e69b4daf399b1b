package dev.jobport.benchmarks.load;

import java.util.List;
import java.util.stream.IntStream;

/** Starts actions through the control API, so that there is something to poll for. */
final class Filling implements Conversation {

    private static final int CONNECTIONS = 64;

    private static final String INPUT =
            "\"configuration\":{\"suite\":\"smoke\",\"browser\":\"firefox\",\"retries\":\"2\"},"
                    + "\"pipelineContext\":{\"pipelineName\":\"Storefront\",\"stage\":{\"name\":\"Verify\"},"
                    + "\"action\":{\"name\":\"BrowserTests\"}},"
                    + "\"inputArtifacts\":[{\"name\":\"Build\",\"revision\":\"9fceb02\",\"location\":{\"type\":\"S3\","
                    + "\"s3Location\":{\"bucketName\":\"pipeline-artifacts\",\"objectKey\":\"storefront/Build/9fceb02.zip\"}}}],"
                    + "\"outputArtifacts\":[{\"name\":\"Report\",\"location\":{\"type\":\"S3\","
                    + "\"s3Location\":{\"bucketName\":\"pipeline-artifacts\",\"objectKey\":\"storefront/Report/4711.zip\"}}}]";

    private final byte[] request;
    private final Remaining remaining;

    /** So many actions are still to be started, by whichever connection is free. */
    private static final class Remaining {
        private int count;
    }

    private Filling(byte[] request, Remaining remaining) {
        this.request = request;
        this.remaining = remaining;
    }

    /** Registers the action type and the client that all the load is about. */
    static void prepare(Target target) {
        Requests requests = target.requests();
        String client = "{\"clientId\":\"" + Target.CLIENT_ID + "\",\"clientToken\":\"" + Target.CLIENT_TOKEN + "\"}";
        once(target, requests.control("PUT", "/action-types/" + target.family().actionTypePath(), "{}"), 200);
        once(target, requests.control("POST", "/clients", client), 201, 409);
    }

    /** What starts an action. */
    static String action(Target target) {
        return "{" + target.family().action() + "," + INPUT + "}";
    }

    /** Starts so many actions. */
    static void start(Target target, int actions) {
        Remaining remaining = new Remaining();
        remaining.count = actions;
        byte[] request = target.requests().control("POST", "/action-executions", action(target));
        LoadGenerator.run(
                target.address(),
                IntStream.range(0, Math.min(CONNECTIONS, actions))
                        .mapToObj(i -> new Filling(request, remaining))
                        .toList());
    }

    @Override
    public byte[] next() {
        return remaining.count-- > 0 ? request : null;
    }

    @Override
    public void answered(Answer answer, long nanos) {
        if (answer.status() != 201) {
            throw new IllegalStateException("an action could not be started: " + answer);
        }
    }

    private static void once(Target target, byte[] request, Integer... good) {
        LoadGenerator.run(target.address(), List.of(new Conversation() {
            private boolean said;

            @Override
            public byte[] next() {
                byte[] next = said ? null : request;
                said = true;
                return next;
            }

            @Override
            public void answered(Answer answer, long nanos) {
                if (!List.of(good).contains(answer.status())) {
                    throw new IllegalStateException("the server could not be prepared: " + answer);
                }
            }
        }));
    }
}
