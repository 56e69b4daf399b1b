package example.worker;

import java.util.Map;
import software.amazon.awssdk.services.codepipeline.model.ActionConfiguration;

/**
 * A job with all that it takes to carry it out.
 *
 * @param clientToken what proves the customer's trust; null in the custom family, where there is no need of it
 * @param nonce good for one acknowledgement
 * @param continuationToken what an earlier job of the action left for this one; null in the first
 */
record Job(String id, String clientToken, String nonce, String continuationToken, Map<String, String> configuration) {

    /** What an action is configured with, which may be nothing. */
    static Map<String, String> configuration(ActionConfiguration given) {
        return given == null ? Map.of() : given.configuration();
    }

    /** Keeps secrets out of logs. */
    @Override
    public String toString() {
        return "job " + id;
    }
}
