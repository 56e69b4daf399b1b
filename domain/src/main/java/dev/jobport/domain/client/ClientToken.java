package dev.jobport.domain.client;

import dev.jobport.domain.TextConstraint;

/** The secret half of a customer's link to a partner: 1 to 256 characters. It never shows itself. */
public record ClientToken(String value) {

    public static final TextConstraint FORM = TextConstraint.length(1, 256);

    public ClientToken {
        FORM.require(value);
    }

    @Override
    public String toString() {
        return "ClientToken[****]";
    }
}
