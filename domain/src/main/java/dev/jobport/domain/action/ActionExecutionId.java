package dev.jobport.domain.action;

import static java.util.Objects.requireNonNull;

/** The name of one run of an action. The server mints it; any text may be asked for. */
public record ActionExecutionId(String value) {

    public ActionExecutionId {
        requireNonNull(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
