package example.worker;

import software.amazon.awssdk.services.codepipeline.model.FailureType;

/** The work came to a bad end, and this is what to tell CodePipeline. */
final class WorkFailed extends Exception {

    private static final long serialVersionUID = 1;

    private final FailureType type;

    /** @param message for people, 1 to 5,000 characters */
    WorkFailed(FailureType type, String message) {
        super(message);
        this.type = type;
    }

    FailureType type() {
        return type;
    }
}
