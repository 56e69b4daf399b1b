package dev.jobport.adapters.http;

import static dev.jobport.adapters.http.FuzzRequest.joined;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** The ways in which requests are damaged. */
enum Damage {
    /** Bytes are lost, repeated, changed or put in; the length still tells the truth. */
    BodyBytes(true) {
        @Override
        byte[] of(FuzzRequest request, Random random) {
            return request.withBody(some(request.body(), random)).bytes();
        }
    },
    /** The body is JSON, but members are lost, doubled, of another type, out of all proportion or deep down. */
    JsonStructure(true) {
        @Override
        byte[] of(FuzzRequest request, Random random) {
            try {
                JsonNode body = JSON.readTree(request.body());
                if (!body.isObject()) {
                    return BodyBytes.of(request, random);
                }
                for (int times = 1 + random.nextInt(3); times > 0; times--) {
                    restructure((ObjectNode) body, random);
                }
                String text = JSON.writeValueAsString(body);
                if (random.nextInt(4) == 0) { // a tree holds no member twice
                    text = text.replaceFirst("\"([^\"]+)\":", "\"$1\":null,\"$1\":");
                }
                return request.withBody(text.getBytes(UTF_8)).bytes();
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    },
    ContentType(true) {
        @Override
        byte[] of(FuzzRequest request, Random random) {
            return request.withContentType(printable(request.contentType(), random))
                    .bytes();
        }
    },
    Target(true) {
        @Override
        byte[] of(FuzzRequest request, Random random) {
            return request.withTarget(printable(request.target(), random)).bytes();
        }
    },
    /** Method, path, query, version. */
    RequestLine(false) {
        @Override
        byte[] of(FuzzRequest request, Random random) {
            byte[] line = some(request.line().getBytes(UTF_8), random);
            byte[] rest = request.bytes();
            return joined(line, Arrays.copyOfRange(rest, request.line().length(), rest.length));
        }
    },
    HeaderLines(false) {
        @Override
        byte[] of(FuzzRequest request, Random random) {
            byte[] head =
                    request.head("Content-Length: " + request.body().length).getBytes(ISO_8859_1);
            return joined(some(head, random), request.body());
        }
    },
    /** What tells where the body ends: missing, lying, contradicting itself or broken. */
    Framing(false) {
        @Override
        byte[] of(FuzzRequest request, Random random) {
            int length = request.body().length;
            String framing = pick(
                    random,
                    "Content-Length: " + random.nextInt(2 * length + 2),
                    "Content-Length: -" + length,
                    "Content-Length: " + length + "\r\nContent-Length: " + (length + random.nextInt(2)),
                    "Content-Length: 99999999999999999999",
                    "Content-Length: " + length + "\r\nTransfer-Encoding: chunked",
                    "Transfer-Encoding: chunked",
                    "Transfer-Encoding: chunked, gzip",
                    "Transfer-Encoding: \u000bchunked",
                    "Content-Length: " + length + "\r\nExpect: 100-continue",
                    "Content-Length: " + length + "\r\nConnection: Upgrade\r\nUpgrade: h2c",
                    "X: none");
            byte[] chunked = joined(
                    (Integer.toHexString(length) + "\r\n").getBytes(ISO_8859_1),
                    request.body(),
                    "\r\n0\r\n\r\n".getBytes(ISO_8859_1));
            byte[] body = framing.contains("chunked") ? chunked : request.body();
            return joined(request.head(framing).getBytes(ISO_8859_1), random.nextBoolean() ? some(body, random) : body);
        }
    },
    /** Anything anywhere. */
    WholeRequest(false) {
        @Override
        byte[] of(FuzzRequest request, Random random) {
            return some(request.bytes(), random);
        }
    };

    private static final JsonMapper JSON = new JsonMapper();

    /** Pieces that have broken servers before. */
    private static final List<String> PIECES = List.of(
            "\"",
            "\\u0000",
            "\\ud800",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "null",
            "true",
            "1e999",
            "-0",
            "9".repeat(400),
            "\0",
            "\uFFFF",
            "\uFEFF",
            "%00",
            "%2e%2e/",
            "?",
            "#",
            "\r\n",
            "\n",
            "\r",
            " ",
            "\t",
            ";",
            "é",
            "; charset=nonsense",
            "; charset",
            "; boundary=x",
            "Transfer-Encoding: chunked\r\n",
            "Content-Length: 1\r\n",
            "[".repeat(500),
            "{\"a\":".repeat(200));

    /** Whether the request is still whole HTTP, so that another may follow on the same connection. */
    final boolean keepsHttpWhole;

    Damage(boolean keepsHttpWhole) {
        this.keepsHttpWhole = keepsHttpWhole;
    }

    abstract byte[] of(FuzzRequest request, Random random);

    private static byte[] some(byte[] bytes, Random random) {
        byte[] damaged = bytes;
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            damaged = once(damaged, random);
        }
        return damaged;
    }

    private static byte[] once(byte[] bytes, Random random) {
        int from = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, from + random.nextInt(20));
        byte[] before = Arrays.copyOf(bytes, from);
        byte[] some = Arrays.copyOfRange(bytes, from, to);
        byte[] after = Arrays.copyOfRange(bytes, to, bytes.length);
        byte[] piece = PIECES.get(random.nextInt(PIECES.size())).getBytes(UTF_8);
        return switch (random.nextInt(6)) {
            case 0 -> joined(before, after);
            case 1 -> joined(before, some, some, after);
            case 2 -> before;
            case 3 -> joined(before, new byte[] {(byte) random.nextInt(256)}, some, after);
            case 4 -> joined(before, piece, after);
            default -> joined(before, piece, some, after);
        };
    }

    /** Damaged, but nothing in it ends a header or is not allowed in one. */
    private static String printable(String text, Random random) {
        return new String(some(text.getBytes(UTF_8), random), ISO_8859_1).replaceAll("[^ -~]", "~");
    }

    private static void restructure(ObjectNode object, Random random) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        if (names.isEmpty()) {
            object.set("x", strange(random));
            return;
        }
        String name = names.get(random.nextInt(names.size()));
        JsonNode member = object.get(name);
        if (member instanceof ObjectNode inner && random.nextInt(4) > 0) {
            restructure(inner, random);
            return;
        }
        switch (random.nextInt(5)) {
            case 0 -> object.remove(name);
            case 1 -> object.putNull(name);
            case 2 -> object.set(name + name, object.remove(name));
            case 3 ->
                object.set(
                        name, JsonNodeFactory.instance.arrayNode().add(member).add(member));
            default -> object.set(name, strange(random));
        }
    }

    private static JsonNode strange(Random random) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return switch (random.nextInt(9)) {
            case 0 -> json.numberNode(random.nextLong());
            case 1 -> json.numberNode(random.nextGaussian() * 1e300);
            case 2 -> json.textNode(PIECES.get(random.nextInt(PIECES.size())));
            case 3 -> json.textNode("x".repeat(random.nextInt(3_000)));
            case 4 -> json.booleanNode(random.nextBoolean());
            case 5 -> json.textNode(String.valueOf((char) random.nextInt(0x10000)));
            case 6 -> deep(json, 1 + random.nextInt(150));
            case 7 -> json.objectNode();
            default -> json.numberNode(random.nextInt(200) - 50);
        };
    }

    private static JsonNode deep(JsonNodeFactory json, int depth) {
        ArrayNode outermost = json.arrayNode();
        ArrayNode innermost = outermost;
        for (int i = 0; i < depth; i++) {
            innermost = innermost.addArray();
        }
        return outermost;
    }

    private static String pick(Random random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
