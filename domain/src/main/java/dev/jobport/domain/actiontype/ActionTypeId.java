package dev.jobport.domain.actiontype;

import static java.util.Objects.requireNonNull;

import dev.jobport.domain.TextConstraint;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The name of an action type.
 *
 * @param provider 1 to 35 characters of {@code [0-9A-Za-z_-]}
 * @param version 1 to 9 characters of {@code [0-9A-Za-z_-]}
 */
public record ActionTypeId(ActionCategory category, ActionOwner owner, String provider, String version) {

    public static final TextConstraint PROVIDER = TextConstraint.length(1, 35).matching("[0-9A-Za-z_-]+");
    public static final TextConstraint VERSION = TextConstraint.length(1, 9).matching("[0-9A-Za-z_-]+");

    /** The owners of the action types that have a declaration (CodePipeline API Reference, ActionTypeIdentifier). */
    public static final TextConstraint DECLARED_OWNER = TextConstraint.pattern("AWS|ThirdParty");

    public ActionTypeId {
        requireNonNull(category);
        requireNonNull(owner);
        PROVIDER.require(provider);
        VERSION.require(version);
    }

    /**
     * Reads {@code owner/category/provider/version}.
     *
     * @return empty if the text is not of this form
     */
    public static Optional<ActionTypeId> parse(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != 4 || !PROVIDER.accepts(parts[2]) || !VERSION.accepts(parts[3])) {
            return Optional.empty();
        }
        return constant(ActionCategory.values(), parts[1])
                .flatMap(category -> constant(ActionOwner.values(), parts[0])
                        .map(owner -> new ActionTypeId(category, owner, parts[2], parts[3])));
    }

    private static <E extends Enum<E>> Optional<E> constant(E[] constants, String name) {
        return Stream.of(constants).filter(it -> it.name().equals(name)).findFirst();
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
