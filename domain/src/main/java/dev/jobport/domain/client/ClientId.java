package dev.jobport.domain.client;

import dev.jobport.domain.TextConstraint;

/** The public name of a customer's link to a partner: a lower-case uuid. */
public record ClientId(String value) {

    public static final TextConstraint FORM = TextConstraint.UUID;

    public ClientId {
        FORM.require(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
