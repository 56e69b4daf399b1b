package dev.jobport.domain.actiontype;

import dev.jobport.domain.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** The action types of which somebody may touch the jobs: {@code owner/category/provider/version}, {@code *} for any. */
public record ActionTypePattern(String owner, String category, String provider, String version) {

    public static final ActionTypePattern ANY = parse("*/*/*/*");

    private static final String ANYTHING = "*";

    public ActionTypePattern {
        requireConstant(owner, ActionOwner.values());
        requireConstant(category, ActionCategory.values());
        requirePart(provider, ActionTypeId.PROVIDER::require);
        requirePart(version, ActionTypeId.VERSION::require);
    }

    /**
     * Reads {@code owner/category/provider/version}.
     *
     * @throws Refusal.Validation if the text is not of this form or one of its parts can never match
     */
    public static ActionTypePattern parse(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != 4) {
            throw new Refusal.Validation(
                    "",
                    "'" + text + "' is no pattern of action types; write owner/category/provider/version, * for any");
        }
        return new ActionTypePattern(parts[0], parts[1], parts[2], parts[3]);
    }

    public boolean matches(ActionTypeId id) {
        return matches(owner, id.owner().name())
                && matches(category, id.category().name())
                && matches(provider, id.provider())
                && matches(version, id.version());
    }

    private static boolean matches(String part, String value) {
        return part.equals(ANYTHING) || part.equals(value);
    }

    private static void requireConstant(String part, Enum<?>[] constants) {
        List<String> names = Arrays.stream(constants).map(Enum::name).toList();
        if (!part.equals(ANYTHING) && !names.contains(part)) {
            throw new Refusal.Validation("", "'" + part + "' is none of * and " + names);
        }
    }

    private static void requirePart(String part, Function<String, String> constraint) {
        if (!part.equals(ANYTHING)) {
            constraint.apply(part);
        }
    }

    /** As it is read. */
    @Override
    public String toString() {
        return owner + "/" + category + "/" + provider + "/" + version;
    }
}
