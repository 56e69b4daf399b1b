package dev.jobport.application.driven;

import dev.jobport.application.AwsSessionCredentials;
import dev.jobport.domain.action.ActionExecution;
import java.util.Optional;

/**
 * Hands out what job workers reach an action's artifacts with. It is asked anew for each answer to a worker, and nobody
 * keeps what it says, because such credentials are good for minutes only.
 */
@FunctionalInterface
public interface ArtifactCredentials {

    /** Where job workers have credentials of their own. */
    ArtifactCredentials NONE = action -> Optional.empty();

    /**
     * Credentials that are good from now on. Answers within seconds.
     *
     * @return empty if there never are any
     * @throws Unavailable if there are none now
     */
    Optional<AwsSessionCredentials> forAction(ActionExecution action);

    /** There are credentials, but they cannot be had now. To whoever asked for a job it is the server's fault. */
    final class Unavailable extends RuntimeException {

        public Unavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
