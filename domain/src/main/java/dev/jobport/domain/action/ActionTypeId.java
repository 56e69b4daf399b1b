package dev.jobport.domain.action;

import static java.util.Objects.requireNonNull;

import dev.jobport.domain.TextConstraint;

/**
 * The name of an action type.
 *
 * @param provider 1 to 35 characters of {@code [0-9A-Za-z_-]}
 * @param version 1 to 9 characters of {@code [0-9A-Za-z_-]}
 */
public record ActionTypeId(ActionCategory category, ActionOwner owner, String provider, String version) {

    public static final TextConstraint PROVIDER = TextConstraint.length(1, 35).matching("[0-9A-Za-z_-]+");
    public static final TextConstraint VERSION = TextConstraint.length(1, 9).matching("[0-9A-Za-z_-]+");

    public ActionTypeId {
        requireNonNull(category);
        requireNonNull(owner);
        PROVIDER.require(provider);
        VERSION.require(version);
    }

    /** As AWS names an action type in its messages. */
    public String description() {
        return "ActionType (Category: '%s', Owner: '%s', Provider: '%s', Version: '%s')"
                .formatted(category, owner, provider, version);
    }

    /** {@code owner/category/provider/version}. */
    @Override
    public String toString() {
        return owner + "/" + category + "/" + provider + "/" + version;
    }
}
