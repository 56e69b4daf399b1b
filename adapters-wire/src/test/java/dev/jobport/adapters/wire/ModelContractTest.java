package dev.jobport.adapters.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.jobport.adapters.identity.Doorkeeper;
import dev.jobport.adapters.identity.SentBody;
import dev.jobport.adapters.identity.SentHeaders;
import dev.jobport.adapters.identity.SentRequest;
import dev.jobport.adapters.wire.model.AcrossMembers;
import dev.jobport.adapters.wire.model.Deviation;
import dev.jobport.adapters.wire.model.Expectation;
import dev.jobport.adapters.wire.model.Requests;
import dev.jobport.adapters.wire.model.ServiceModel;
import dev.jobport.adapters.wire.model.Shape;
import dev.jobport.domain.Account;
import dev.jobport.domain.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every operation that the server offers, held to the model that AWS publishes: each member missing, null, of every
 * JSON type, at its limits and beyond them, alone and with others. An operation is offered if it is not answered as
 * unknown, so a new one is held to the model from its first day.
 */
class ModelContractTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final ServiceModel PUBLISHED = ServiceModel.published();
    private static final ServiceModel MODEL = PUBLISHED.with(Deviation.ALL);

    private static final long SEED = 20150709;
    private static final int RANDOM_REQUESTS = 300;
    private static final int SHOWN_MISMATCHES = 20;

    /** What the port says to whatever gets through to it. */
    private static final Refusal GOT_THROUGH = new Refusal.InvalidJobState("got through");

    private static final RefusingPorts PORTS = new RefusingPorts();

    private static final AwsJson AWS_JSON = new AwsJson(
            PORTS.drivingPorts(),
            Doorkeeper.withoutCredentials("localhost", List.of(new Account("000000000000", "us-east-1"))),
            caller -> true,
            (requestId, failure) -> {
                throw new AssertionError(failure);
            });

    private static int cases;

    private record Mismatch(String operation, String request, String expected, String answer) {
        @Override
        public String toString() {
            return "\n%s %s\n  expected %s\n  but was  %s".formatted(operation, request, expected, answer);
        }
    }

    @TestFactory
    Stream<DynamicTest> every_member_of_every_offered_operation_keeps_to_the_model() {
        return offered().stream()
                .map(operation -> DynamicTest.dynamicTest(operation, () -> {
                    Set<JsonNode> requests = requests(MODEL.input(operation));
                    cases += requests.size();

                    assertThat(mismatches(operation, MODEL, requests)).isEmpty();
                }));
    }

    @TestFactory
    Stream<DynamicTest> every_deviation_is_still_needed() {
        return Deviation.ALL.stream()
                .map(deviation -> DynamicTest.dynamicTest(deviation.toString(), () -> {
                    List<Deviation> others = Deviation.ALL.stream()
                            .filter(other -> other != deviation)
                            .toList();
                    ServiceModel without = PUBLISHED.with(others);

                    assertThat(PUBLISHED.attributes(deviation.shape()).get(deviation.attribute()))
                            .as("what the model itself says")
                            .isNotEqualTo(deviation.value());
                    assertThat(offered())
                            .as("some operation differs from the model without it")
                            .anySatisfy(operation -> assertThat(
                                            mismatches(operation, without, requests(without.input(operation))))
                                    .isNotEmpty());
                }));
    }

    /** So that the suite is ready for whatever the server offers next. */
    @Test
    void a_good_request_can_be_made_for_every_operation_of_the_model() {
        assertThat(MODEL.operations()).allSatisfy(operation -> {
            Shape input = MODEL.input(operation);
            assertThat(Expectation.of(input, Requests.full(input))).isEmpty();
        });
    }

    @AfterAll
    static void tell() {
        System.out.printf(
                "Model-driven contract: %,d cases; of the model's %d operations the server offers %d: %s%n",
                cases, MODEL.operations().size(), offered().size(), String.join(", ", offered()));
    }

    private static List<String> offered() {
        return MODEL.operations().stream()
                .filter(operation -> !answer(operation, "{}").contains("UnknownOperationException"))
                .toList();
    }

    private static Set<JsonNode> requests(Shape input) {
        Set<JsonNode> requests = new LinkedHashSet<>(Requests.atAndBeyondEachLimit(input));
        Random random = new Random(SEED);
        for (int i = 0; i < RANDOM_REQUESTS; i++) {
            requests.add(Requests.random(input, random));
        }
        return requests;
    }

    /** The first few differences between what the model says and what the server does. */
    private static List<Mismatch> mismatches(String operation, ServiceModel model, Set<JsonNode> requests) {
        List<Mismatch> mismatches = new ArrayList<>();
        for (JsonNode request : requests) {
            var expected =
                    Expectation.of(model.input(operation), request).or(() -> AcrossMembers.of(operation, request));
            PORTS.fail(GOT_THROUGH);
            String answer = answer(operation, request.toString());

            JsonNode wanted = expected.orElseGet(() -> JSON.createObjectNode()
                    .put("__type", "InvalidJobStateException")
                    .put("message", GOT_THROUGH.getMessage()));
            boolean asExpected = wanted.equals(read(answer)) && PORTS.calls() == (expected.isPresent() ? 0 : 1);
            if (!asExpected && mismatches.size() < SHOWN_MISMATCHES) {
                mismatches.add(new Mismatch(
                        operation,
                        request.toString(),
                        wanted.toString(),
                        answer + " after " + PORTS.calls() + " calls of the port"));
            }
        }
        return mismatches;
    }

    /** The body of the answer; what is no refusal has another. */
    private static String answer(String operation, String body) {
        Answer answer = AWS_JSON.answer(new SentRequest(
                "POST",
                "/",
                "",
                SentHeaders.of(each -> {
                    each.accept("Content-Type", AwsJson.CONTENT_TYPE);
                    each.accept("X-Amz-Target", "CodePipeline_20150709." + operation);
                    each.accept("Host", "localhost");
                }),
                "",
                SentBody.of(body.getBytes(UTF_8)),
                ""));
        return answer.status() == 400 ? new String(answer.body(), UTF_8) : "\"status " + answer.status() + "\"";
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
