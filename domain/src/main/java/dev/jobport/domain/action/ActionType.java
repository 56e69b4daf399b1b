package dev.jobport.domain.action;

import static java.util.Objects.requireNonNull;

/** A kind of action that pipelines may run and job workers may poll for. */
public record ActionType(ActionTypeId id, Timing timing) {

    public ActionType {
        requireNonNull(id);
        requireNonNull(timing);
    }
}
