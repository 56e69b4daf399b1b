package dev.jobport.adapters.identity;

import static dev.jobport.adapters.identity.Requests.KEY;
import static dev.jobport.adapters.identity.Requests.SESSION_KEY;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.adapters.identity.Requests.Parts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each byte of everything that is signed, changed: in what real clients sent, no other request goes through. */
class SingleByteChangeTest {

    /** For this one all other values of each byte are tried; for the rest the next one, the other case, and no ASCII. */
    private static final String TRIED_WITH_ALL = "java-sdk-v2-2.40.2-url--details-ok-json.req";

    private static final int[] SOME = {0x01, 0x20, 0x80};
    private static final int[] ALL = IntStream.range(1, 256).toArray();

    static List<Path> signedCaptures() {
        return Requests.captures().stream()
                .filter(file -> !file.toString().endsWith("unsigned.req"))
                .toList();
    }

    private record Change(String what, char from, char to, Parts parts) {

        /** Signed is the header with its white space folded, and white space may stand around a parameter's value. */
        boolean isAmongWhiteSpace() {
            return what.startsWith("header ") && Character.isWhitespace(from) && Character.isWhitespace(to);
        }
    }

    @ParameterizedTest
    @MethodSource("signedCaptures")
    void every_change_of_a_byte_is_refused(Path file) {
        Parts parts = Requests.parts(Requests.captured(file));
        SignatureVerifier verifier = verifier(parts);
        int[] differences = file.endsWith(TRIED_WITH_ALL) ? ALL : SOME;

        List<Change> accepted = new ArrayList<>();
        int[] tried = {0};
        changes(parts, differences, change -> {
            tried[0]++;
            if (accepts(verifier, change.parts()) && !change.isAmongWhiteSpace()) {
                accepted.add(change);
            }
        });

        assertThat(accepted).isEmpty();
        assertThat(tried[0]).isGreaterThan(differences.length * (parts.body().length + 300));
    }

    @Test
    void a_change_among_white_space_is_invisible() {
        Parts parts = Requests.parts(Requests.captured(signedCaptures().get(0)));
        SignatureVerifier verifier = verifier(parts);

        assertThat(accepts(
                        verifier,
                        parts.with(
                                "authorization", parts.header("authorization").replace(", ", ",\t"))))
                .isTrue();
        assertThat(accepts(
                        verifier,
                        parts.with(
                                "authorization", parts.header("authorization").replace(", ", ","))))
                .isTrue();
        assertThat(accepts(verifier, parts.with("x-amz-target", " \t" + parts.header("x-amz-target") + "  ")))
                .isTrue();
    }

    @Test
    void the_case_of_a_name_in_the_list_of_signed_headers_is_signed() {
        Parts parts = Requests.parts(Requests.captured(signedCaptures().get(0)));
        String otherCase = parts.header("authorization").replace(";host;", ";Host;");

        assertThat(accepts(verifier(parts), parts.with("authorization", otherCase)))
                .isFalse();
    }

    @Test
    void a_header_that_the_client_did_not_sign_may_change() {
        Parts parts = Requests.parts(Requests.captured(signedCaptures().get(0)));
        assertThat(parts.header("authorization")).doesNotContain("user-agent");

        assertThat(accepts(verifier(parts), parts.with("user-agent", "somebody else")))
                .isTrue();
    }

    private static SignatureVerifier verifier(Parts parts) {
        AccessKey key = parts.headers().containsKey("x-amz-security-token") ? SESSION_KEY : KEY;
        return new SignatureVerifier(
                id -> Optional.of(key).filter(it -> it.accessKeyId().equals(id)), Set.of(Requests.REGION), parts::date);
    }

    private static boolean accepts(SignatureVerifier verifier, Parts parts) {
        try {
            verifier.verify(parts.request());
            return true;
        } catch (NotAuthenticated e) {
            return false;
        }
    }

    private static void changes(Parts parts, int[] differences, Consumer<Change> tried) {
        String[] signed = Authorization.of(parts.request()).signedHeaders().split(";");
        each("method", parts.method(), parts::withMethod, differences, tried);
        each("path", parts.path(), parts::withPath, differences, tried);
        for (String name : signed) {
            each("header " + name, parts.header(name), value -> parts.with(name, value), differences, tried);
            each("name of " + name, name, other -> renamed(parts, name, other), differences, tried);
        }
        each(
                "header authorization",
                parts.header("authorization"),
                value -> parts.with("authorization", value),
                differences,
                tried);
        each(
                "body",
                new String(parts.body(), ISO_8859_1),
                body -> parts.withBody(body.getBytes(ISO_8859_1)),
                differences,
                tried);
    }

    private static Parts renamed(Parts parts, String name, String other) {
        return parts.with(name).with(other, parts.header(name));
    }

    private static void each(
            String what, String original, Function<String, Parts> changed, int[] differences, Consumer<Change> tried) {
        for (int at = 0; at < original.length(); at++) {
            char from = original.charAt(at);
            for (int difference : differences) {
                char to = (char) (from ^ difference);
                String text = original.substring(0, at) + to + original.substring(at + 1);
                if (!(what.startsWith("name") && Character.toLowerCase(to) == from)) { // that is the same name
                    tried.accept(new Change(what, from, to, changed.apply(text)));
                }
            }
        }
    }
}
