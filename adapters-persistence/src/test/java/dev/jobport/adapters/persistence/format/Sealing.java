package dev.jobport.adapters.persistence.format;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Keys of any name, and the sealed secrets in what a store keeps. */
public final class Sealing {

    private static final Pattern SEALED = Pattern.compile("(?<=\"sealed\":\")[^\"]*");

    private Sealing() {}

    public static SecretsKeys keys(String... names) {
        return new SecretsKeys(Stream.of(names).map(Sealing::key).toList());
    }

    public static String idOf(String name) {
        return key(name).id();
    }

    private static SecretsKey key(String name) {
        return new SecretsKey(name.repeat(SecretsKey.BYTES / name.length()).getBytes());
    }

    /** The input of an action with others in the place of its sealed secrets. */
    public static String replaced(String input, UnaryOperator<String> change) {
        return SEALED.matcher(input).replaceAll(found -> Matcher.quoteReplacement(change.apply(found.group())));
    }
}
