package example.worker;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.codepipeline.model.CurrentRevision;
import software.amazon.awssdk.services.codepipeline.model.ExecutionDetails;
import software.amazon.awssdk.services.codepipeline.model.FailureDetails;
import software.amazon.awssdk.services.codepipeline.model.JobStatus;

/**
 * The jobs of one action type, and how CodePipeline is spoken to about them: all that differs between the two families of job
 * workers.
 */
interface Jobs {

    /** @param maxBatchSize 1 to 100 */
    List<Offer> poll(int maxBatchSize);

    /** Claims the job; only who is answered InProgress may work on it. */
    JobStatus acknowledge(Job job);

    /** The action goes on in another job. */
    void goOn(Job job, String continuationToken, ExecutionDetails details);

    /** The action is complete. */
    void finish(Job job, CurrentRevision revision, ExecutionDetails details, Map<String, String> outputVariables);

    /** The action failed. */
    void fail(Job job, FailureDetails failure);
}
