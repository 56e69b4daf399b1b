package dev.jobport.adapters.wire.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Looking through a body finds what reading it finds, and costs no more than a few times its bytes. */
class JsonTest {

    private static final String NESTED =
            "{\"a\":[{\"b\":\"c\\u00e4\",\"d\":[1,-2.5e3,true,null,{}]},[[\"x\"]]],\"e\":{\"a\":{}}}";

    static Stream<byte[]> bodies() {
        List<String> texts = new ArrayList<>(List.of(
                "",
                " ",
                "{}",
                " {} ",
                "[]",
                "[",
                "{",
                "}",
                "1",
                "\"a\"",
                "null",
                "nul",
                "{}{}",
                "{} x",
                "{},",
                "[] []",
                "{\"a\":1,\"a\":2}",
                "{\"a\":{\"b\":1},\"b\":2}",
                "{\"a\":[{\"b\":1},{\"b\":2}]}",
                "{\"a\":[{\"b\":1,\"b\":2}]}",
                "{\"a\":{\"a\":1},\"a\":2}",
                "{\"\":1,\"\":2}",
                "{\"a\":1,\"\\u0061\":2}",
                "[{\"a\":1,\"a\":2}]",
                "{\"a\":\"\\ud800\"}",
                "{\"\\udfff\":1}",
                "{\"a\":\"\\ud83d\\ude00\"}",
                "{\"a\":\"\\u12\"}",
                "{\"a\":\"\\x\"}",
                "[\"\\ud800\"]",
                "{\"a\":\"\\ud800\"} x",
                "{\"a\":\"\n\"}",
                "{\"a\":01}",
                "{\"a\":+1}",
                "{\"a\":1.}",
                "{\"a\":NaN}",
                "{\"a\":1e999999999}",
                "{\"a\":" + "9".repeat(400) + "}",
                "{\"a\":" + "9".repeat(1_001) + "}",
                "{\"a\":0." + "9".repeat(1_001) + "}",
                "{a:1}",
                "{'a':1}",
                "{\"a\":1,}",
                "{\"a\"}",
                "{\"a\":}",
                "//\n{}",
                "{\"a\":" + "[".repeat(99) + "]".repeat(99) + "}",
                "{\"a\":" + "[".repeat(100) + "]".repeat(100) + "}",
                "{\"a\":".repeat(101) + "1" + "}".repeat(101),
                "[".repeat(50_000),
                "\uFEFF{}",
                "{\"a\":\"\uFFFD\"}",
                "{\"a\":\"ä😀\"}",
                "{\"" + "n".repeat(50_000) + "\":1}",
                "{\"" + "n".repeat(50_001) + "\":1}",
                "{\"a\":\"\\u0000\"}",
                NESTED));
        Random random = new Random(20261126);
        for (int i = 0; i < 500; i++) {
            StringBuilder damaged = new StringBuilder(NESTED);
            for (int hit = random.nextInt(3); hit >= 0; hit--) {
                int place = random.nextInt(damaged.length());
                String other = String.valueOf("{}[]\",:\\u0aeb1 ".charAt(random.nextInt(15)));
                damaged.replace(place, place + random.nextInt(2), other);
            }
            texts.add(damaged.toString());
        }
        return Stream.concat(
                texts.stream().map(text -> text.getBytes(UTF_8)),
                Stream.of("{\"a\":\"ä\"}".getBytes(ISO_8859_1), "{}".getBytes(UTF_16BE), new byte[] {
                    '{', '"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"', ':', '1', '}'
                }));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void a_look_finds_what_reading_finds(byte[] body) {
        assertThat(outcome(() -> Json.check(body))).isEqualTo(outcome(() -> Json.read(body)));
    }

    @Test
    void members_of_the_same_name_are_found_among_thousands() {
        String members =
                IntStream.range(0, 30_000).mapToObj(i -> "\"n" + i + "\":0").collect(Collectors.joining(","));

        Json.check(("{" + members + "}").getBytes(UTF_8));
        Json.check(("{\"a\":{" + members + "},\"b\":{\"n7\":0}}").getBytes(UTF_8));
        assertThatThrownBy(() -> Json.check(("{" + members + ",\"n7\":0}").getBytes(UTF_8)))
                .isInstanceOf(Unreadable.NotJson.class);
    }

    /** A tree of each would take some 30 MiB. */
    @Test
    void a_body_of_more_parts_than_any_request_has_is_not_read() {
        for (String part : List.of("{}", "[]", "{\"\":0}", "\"\"", "0")) {
            byte[] body = ("{\"a\":[" + (part + ",").repeat(110_000) + part + "]}").getBytes(UTF_8);

            assertThat(outcome(() -> Json.check(body))).as(part).contains("NotJson");
            assertThat(outcome(() -> Json.read(body))).as(part).contains("NotJson");
        }
    }

    private static String outcome(Runnable work) {
        try {
            work.run();
            return "fine";
        } catch (Unreadable.NotJson e) {
            return "NotJson: " + e.getMessage().replaceFirst(": line .*", ""); // a second member is told at its value
        }
    }
}
