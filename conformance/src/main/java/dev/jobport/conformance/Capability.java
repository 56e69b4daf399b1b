package dev.jobport.conformance;

/** What a clause may need of an endpoint besides the protocol itself. It is declared by whoever asks, and never guessed. */
public enum Capability {
    /** Actions start when a clause says so. */
    START_ACTIONS("start-actions"),
    /** Actions are stopped when a clause says so. */
    STOP_ACTIONS("stop-actions"),
    /**
     * What only the control API can do: it tells how actions and their jobs stand, and why a start is refused; it starts
     * actions with the context and the artifacts that a clause gives; it sets the times of action types, and registers
     * clients.
     */
    CONTROL("control"),
    /** Time passes when a clause says so, or is waited for. */
    PASS_TIME("pass-time"),
    /** There are third-party actions and clients. */
    THIRD_PARTY("third-party"),
    /** Action types are made, changed and deleted through the protocol. */
    REGISTER_TYPES("register-types"),
    /** There are others with fewer rights, and one who may change action types while the caller may not. */
    SECOND_CALLER("second-caller"),
    /** There is another account, and another region. */
    OTHER_ACCOUNT("other-account"),
    /** Job workers get credentials for artifacts. */
    ARTIFACT_CREDENTIALS("artifact-credentials");

    private final String words;

    Capability(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
