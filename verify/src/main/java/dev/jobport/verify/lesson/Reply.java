package dev.jobport.verify.lesson;

import dev.jobport.lab.record.Members;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What came back.
 *
 * @param status 0 if nothing came
 * @param members of its body, flat: {@code jobs.0.id}
 */
record Reply(int status, Map<String, String> members) {

    private static final int OK = 200;
    private static final int LONG = 20;
    private static final int TAIL = 6;

    /** The last part of the names that are shown. */
    private static final Set<String> SHOWN = Set.of("id", "jobId", "nonce", "status", "continuationToken");

    private static final Pattern NOT_THE_JOBS = Pattern.compile("jobs\\.\\d+\\.data\\.(?!continuationToken).*");

    static Reply of(int status, byte[] body) {
        return new Reply(status, Members.of(body));
    }

    static Reply none(String why) {
        return new Reply(0, Map.of("message", why));
    }

    boolean isOk() {
        return status == OK;
    }

    boolean isMissing() {
        return status == 0;
    }

    /** An empty text, if there is no such member. */
    String get(String member) {
        return members.getOrDefault(member, "");
    }

    boolean isError(String name) {
        return get("__type").endsWith(name);
    }

    /** The members that matter. */
    @Override
    public String toString() {
        if (isMissing()) {
            return "no answer: " + get("message");
        }
        if (!isOk()) {
            return status + " " + get("__type") + ": " + get("message");
        }
        return (status + " " + shown(members)).strip();
    }

    static String shown(Map<String, String> members) {
        return members.entrySet().stream()
                .filter(it -> SHOWN.contains(last(it.getKey()))
                        && !NOT_THE_JOBS.matcher(it.getKey()).matches())
                .map(it -> last(it.getKey()) + "=" + brief(it.getValue()))
                .collect(Collectors.joining(" "));
    }

    private static String last(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** Long ids differ at their ends. */
    static String brief(String value) {
        return value.length() > LONG ? "…" + value.substring(value.length() - TAIL) : value;
    }
}
