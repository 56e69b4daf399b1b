package example.worker;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.services.codepipeline.model.CurrentRevision;
import software.amazon.awssdk.services.codepipeline.model.ExecutionDetails;
import software.amazon.awssdk.services.codepipeline.model.FailureDetails;
import software.amazon.awssdk.services.codepipeline.model.JobStatus;

/** Jobs of no family, of which all that is asked and reported is written down. */
final class RecordingJobs implements Jobs {

    static final String CLIENT_TOKEN = "a-well-kept-secret";
    static final String NONCE = "7";

    final Deque<List<String>> polls = new ArrayDeque<>();
    final List<Integer> batchSizes = new CopyOnWriteArrayList<>();
    final List<Job> acknowledged = new CopyOnWriteArrayList<>();
    final List<Result> results = new CopyOnWriteArrayList<>();
    Map<String, String> configuration = Map.of();
    String continuationToken;
    JobStatus acknowledgedAs = JobStatus.IN_PROGRESS;
    RuntimeException atPoll;
    Exception atDetails;
    RuntimeException atAcknowledge;
    RuntimeException atResult;

    /** What was reported of a job; what does not belong to it is null. */
    record Result(
            String jobId,
            String continuationToken,
            ExecutionDetails details,
            CurrentRevision revision,
            Map<String, String> outputVariables,
            FailureDetails failure) {}

    @Override
    public List<Offer> poll(int maxBatchSize) {
        batchSizes.add(maxBatchSize);
        failAt(atPoll);
        List<String> ids = polls.isEmpty() ? List.of() : polls.pop();
        return ids.stream().map(this::offer).toList();
    }

    Offer offer(String id) {
        return new Offer(id, "somebody", () -> {
            if (atDetails != null) {
                throw atDetails;
            }
            return new Job(id, CLIENT_TOKEN, NONCE, continuationToken, configuration);
        });
    }

    @Override
    public JobStatus acknowledge(Job job) {
        acknowledged.add(job);
        failAt(atAcknowledge);
        return acknowledgedAs;
    }

    @Override
    public void goOn(Job job, String token, ExecutionDetails details) {
        results.add(new Result(job.id(), token, details, null, null, null));
        failAt(atResult);
    }

    @Override
    public void finish(
            Job job, CurrentRevision revision, ExecutionDetails details, Map<String, String> outputVariables) {
        results.add(new Result(job.id(), null, details, revision, outputVariables, null));
        failAt(atResult);
    }

    @Override
    public void fail(Job job, FailureDetails failure) {
        results.add(new Result(job.id(), null, null, null, null, failure));
        failAt(atResult);
    }

    private static void failAt(RuntimeException failure) {
        if (failure != null) {
            throw failure;
        }
    }
}
