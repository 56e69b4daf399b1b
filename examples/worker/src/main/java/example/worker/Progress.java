package example.worker;

import java.util.Map;

/** How the work of an action stands after a job. */
sealed interface Progress {

    /** The name of this work in the worker's own system, which people find behind the action's link. */
    String externalExecutionId();

    /** One line for people. */
    String summary();

    /**
     * There is more to do, in another job.
     *
     * @param state what the next job needs to know, 1 to 2,048 characters; becomes the continuation token
     * @param percentComplete 0 to 100
     */
    record StillGoing(String externalExecutionId, String summary, String state, int percentComplete)
            implements Progress {}

    /**
     * All is done and well.
     *
     * @param revision what the work was done on or what it has made, 1 to 1,500 characters
     * @param outputVariables what later actions of the pipeline may use; the third-party family has none
     */
    record Finished(String externalExecutionId, String summary, String revision, Map<String, String> outputVariables)
            implements Progress {}
}
