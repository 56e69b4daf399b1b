package dev.jobport.wholeserver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jobport.adapters.wire.client.RawClient.Heard;
import dev.jobport.adapters.wire.model.AcrossMembers;
import dev.jobport.adapters.wire.model.Deviation;
import dev.jobport.adapters.wire.model.Expectation;
import dev.jobport.adapters.wire.model.Requests;
import dev.jobport.adapters.wire.model.ServiceModel;
import dev.jobport.adapters.wire.model.Shape;
import dev.jobport.wholeserver.Side.Family;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Without faults, a worker cannot tell a lab from a server: what it hears differs in nothing but names and dates. */
class LabAnswersAsTheServerTest {

    private static final ServiceModel MODEL = ServiceModel.published().with(Deviation.ALL);
    private static final JsonMapper JSON = new JsonMapper();

    private static final long SEED = 20150709;
    private static final int LIMITS_OF_EACH_OPERATION = 40;
    private static final int RANDOM_OF_EACH_OPERATION = 20;

    @ParameterizedTest
    @EnumSource
    void it_gives_the_same_answers(Family family) throws IOException {
        try (Side server = Side.ofServer();
                Side lab = Side.ofLab()) {
            talk(server, family);
            talk(lab, family);

            assertThat(lab.heard()).hasSizeGreaterThan(50).isEqualTo(server.heard());
        }
    }

    private static void talk(Side side, Family family) throws IOException {
        side.ask(family.poll(), question(family));
        side.start(family);
        side.start(family);
        side.take(family);
        for (String[] step : steps(family, side.named(family), side.nonce())) {
            side.ask(step[0], step[1]);
        }
        for (byte[] request : oddities(side, family)) {
            side.ask(request);
        }
        side.start(family);
        side.take(family);
        side.ask(family.acknowledge(), side.named(family) + ",\"nonce\":\"" + side.nonce() + "\"}");
        side.ask(family.succeed(), side.named(family) + ",\"continuationToken\":\"step-2\"}");
        side.ask(family.succeed(), side.named(family) + ",\"continuationToken\":\"step-3\"}");
        side.pass(Duration.ofMinutes(1));
        side.take(family);
        side.pass(Duration.ofMinutes(10));
        side.ask(family.acknowledge(), side.named(family) + ",\"nonce\":\"" + side.nonce() + "\"}");
        side.take(family);
        side.ask(family.acknowledge(), side.named(family) + ",\"nonce\":\"" + side.nonce() + "\"}");
        side.ask(
                family.fail(),
                side.named(family) + ",\"failureDetails\":{\"type\":\"JobFailed\",\"message\":\"2 tests are red\"}}");
        side.ask(family.details(), side.named(family) + "}");
        side.ask(family.poll(), question(family));
    }

    private static String question(Family family) {
        return "{\"actionTypeId\":" + family.actionTypeId() + "}";
    }

    private static List<String[]> steps(Family family, String job, String nonce) {
        String poll = question(family);
        return Stream.of(
                        Stream.of(family.details(), job + "}"),
                        Stream.of(family.succeed(), job + "}"),
                        Stream.of(family.acknowledge(), job + ",\"nonce\":\"wrong\"}"),
                        Stream.of(family.acknowledge(), job + "}"),
                        Stream.of(family.acknowledge(), job + ",\"nonce\":7}"),
                        Stream.of(family.acknowledge(), job + ",\"nonce\":\"" + "n".repeat(60) + "\"}"),
                        Stream.of(family.acknowledge(), job + ",\"nonce\":\"" + nonce + "\"}"),
                        Stream.of(family.acknowledge(), job + ",\"nonce\":\"" + nonce + "\"}"),
                        Stream.of(family.details(), job + ",\"unknown\":[{\"a\":null}]}"),
                        Stream.of(family.succeed(), job + ",\"executionDetails\":{\"percentComplete\":101}}"),
                        Stream.of(family.succeed(), job + ",\"executionDetails\":\"done\"}"),
                        Stream.of(family.succeed(), job + ",\"executionDetails\":{\"summary\":\"größe 日本\"}}"),
                        Stream.of(family.succeed(), job + ",\"executionDetails\":{\"summary\":\"größe 日本\"}}"),
                        Stream.of(family.succeed(), job + "}"),
                        Stream.of(family.fail(), job + "}"),
                        Stream.of(
                                family.fail(),
                                job + ",\"failureDetails\":{\"type\":\"JobFailed\",\"message\":\"late\"}}"),
                        Stream.of(family.details(), job + "}"),
                        Stream.of(family.details(), job + ",\"clientToken\":\"of-nobody\"}"),
                        Stream.of(family.poll(), poll.replace("Own", "Nobodys")),
                        Stream.of(family.poll(), poll.replace("\"owner\":\"", "\"owner\":\"AWS")),
                        Stream.of(family.poll(), poll.replace("}}", "},\"maxBatchSize\":0}")),
                        Stream.of(family.poll(), poll.replace("}}", "},\"queryParam\":{\"a\":\"b\"}}")),
                        Stream.of(family.poll(), question(family.other())),
                        Stream.of(family.other().poll(), poll),
                        Stream.of(family.other().details(), job + ",\"clientToken\":\"t\"}"),
                        Stream.of(
                                family.details(),
                                "{\"jobId\":\"00000000-0000-0000-0000-000000000000\",\"clientToken\":\"t\"}"),
                        Stream.of(family.details(), "{\"jobId\":\"no uuid\"}"),
                        Stream.of(family.details(), "{\"jobId\":"),
                        Stream.of(family.details(), "[]"),
                        Stream.of(family.details(), ""),
                        Stream.of("CreatePipeline", "{}"),
                        Stream.of("NoSuchThing", "{}"),
                        Stream.of("GetActionType", poll),
                        Stream.of("ListActionTypes", "{\"actionOwnerFilter\":\"Custom\"}"))
                .map(step -> step.toArray(String[]::new))
                .toList();
    }

    private static List<byte[]> oddities(Side side, Family family) {
        String signed = new String(side.signed(family.poll(), question(family)), UTF_8);
        return Stream.of(
                        signed.replaceFirst("(?i)(?<=\nAuthorization: )[^\r]*", "nonsense"),
                        signed.replaceFirst("(?i)\nAuthorization: [^\r]*\r", ""),
                        signed.replaceFirst("Signature=[0-9a-f]", "Signature=g"),
                        signed.replaceFirst("AKIDPARTNER", "AKIDNOBODY"),
                        signed.replaceFirst("Build", "Guild"),
                        signed.replaceFirst("(?i)(?<=\nContent-Type: )[^\r]*", "application/json"),
                        signed.replaceFirst("(?i)(?<=\nContent-Type: )[^\r]*", "text/plain"),
                        signed.replaceFirst("POST / ", "POST /elsewhere "))
                .map(text -> text.getBytes(UTF_8))
                .toList();
    }

    /** The server's module is held to the model alone; here both are, over sockets and with jobs in hand. */
    @Test
    void it_keeps_to_the_model_as_the_server_does() throws IOException {
        try (Side server = Side.ofServer();
                Side lab = Side.ofLab()) {
            for (String operation : MODEL.operations()) {
                String ofServer = server.ask(operation, "{}").error();
                lab.ask(operation, "{}");
                if (!ofServer.equals("UnknownOperationException")) {
                    compare(server, lab, operation);
                }
            }

            assertThat(lab.heard()).hasSizeGreaterThan(1000).isEqualTo(server.heard());
            assertThat(lab.heard())
                    .as("what got through")
                    .filteredOn(it -> it.contains("\nHTTP/1.1 200"))
                    .hasSizeGreaterThan(40);
        }
    }

    private static void compare(Side server, Side lab, String operation) throws IOException {
        prepare(server, operation);
        prepare(lab, operation);
        Shape input = MODEL.input(operation);
        for (JsonNode request : requests(input)) {
            server.ask(operation, alive(request, Requests.full(input), server, operation));
            Heard answer = lab.ask(operation, alive(request, Requests.full(input), lab, operation));

            Optional<JsonNode> refusal = Expectation.of(input, request).or(() -> AcrossMembers.of(operation, request));
            if (refusal.isPresent()) {
                assertThat(JSON.readTree(answer.body()))
                        .as(operation + " " + request)
                        .isEqualTo(refusal.get());
            }
        }
    }

    /** So that there is a job that a good request is about. */
    private static void prepare(Side side, String operation) throws IOException {
        Family family = operation.contains("ThirdParty") ? Family.THIRD_PARTY : Family.CUSTOM;
        if (operation.contains("Job")) {
            side.start(family);
            side.take(family);
        }
        if (operation.startsWith("Put")) {
            side.ask(family.acknowledge(), side.named(family) + ",\"nonce\":\"" + side.nonce() + "\"}");
        }
    }

    private static List<JsonNode> requests(Shape input) {
        Random random = new Random(SEED);
        List<JsonNode> limits = new ArrayList<>(Requests.atAndBeyondEachLimit(input));
        Collections.shuffle(limits, random);
        return Stream.of(
                        Stream.of(Requests.full(input)),
                        limits.stream().limit(LIMITS_OF_EACH_OPERATION),
                        Stream.generate(() -> Requests.random(input, random)).limit(RANDOM_OF_EACH_OPERATION))
                .flatMap(it -> it)
                .toList();
    }

    /** The request, about the job in hand where the model's good one is about none. */
    private static String alive(JsonNode request, JsonNode good, Side side, String operation) throws IOException {
        if (!request.isObject()) {
            return request.toString();
        }
        Family family = operation.contains("ThirdParty") ? Family.THIRD_PARTY : Family.CUSTOM;
        ObjectNode alive = request.deepCopy();
        Map<String, JsonNode> members = Map.of(
                "jobId", JSON.valueToTree(side.job()),
                "nonce", JSON.valueToTree(side.nonce()),
                "clientToken", JSON.valueToTree(side.clientToken()),
                "actionTypeId", JSON.readTree(family.actionTypeId()));
        members.forEach((name, value) -> {
            if (good.has(name) && good.get(name).equals(request.get(name))) {
                alive.set(name, value);
            }
        });
        return alive.toString();
    }
}
