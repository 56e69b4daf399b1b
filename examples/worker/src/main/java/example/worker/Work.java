package example.worker;

import java.util.Map;

/**
 * The work itself: put your own in its place.
 *
 * <p>Called once a job, by several threads and perhaps by several workers. It keeps nothing between two calls: what it
 * must remember, it hands back in {@link Progress.StillGoing#state()}, and CodePipeline brings it along with the next job.
 *
 * <p>Throw {@link WorkFailed} to say what is wrong; anything else that is thrown fails the action too.
 */
interface Work {

    /** Starts the work of an action. Quick, because people get their link to it when this has returned. */
    Progress start(Map<String, String> configuration) throws Exception;

    /** Does the next piece of the work that {@code state} names. Takes minutes rather than hours: a job times out. */
    Progress goOn(String state, Map<String, String> configuration) throws Exception;
}
