package dev.jobport.wholeserver;

import static dev.jobport.contracts.fixtures.Samples.configuredInput;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.adapters.wire.client.RawClient;
import dev.jobport.adapters.wire.client.RawClient.Heard;
import dev.jobport.domain.actiontype.ActionType;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.actiontype.Timing;
import dev.jobport.lab.Lab;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Without faults, a worker cannot tell a lab from a server: what it hears differs in nothing but names and dates. */
class LabAnswersAsTheServerTest {

    private static final ActionTypeId TYPE =
            ActionTypeId.parse("Custom/Build/Own/1").orElseThrow();

    private static final String POLL =
            "{\"actionTypeId\":{\"owner\":\"Custom\",\"category\":\"Build\",\"provider\":\"Own\",\"version\":\"1\"}}";

    private static final Pattern NAMES =
            Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?<=\"nonce\":\")[^\"]+");

    /** A lab has others for each answer. */
    private static final String CREDENTIALS = "(?<=\"artifactCredentials\":)\\{[^}]*}";

    @Test
    void it_gives_the_same_answers() throws IOException {
        List<String> ofServer;
        try (WholeServer server = new WholeServer("memory")) {
            server.operator().putActionType(server.account(), new ActionType(TYPE, Timing.defaultsFor(TYPE.owner())));
            ofServer = talk(
                    server::connectRaw,
                    () -> server.pipeline()
                            .startActionExecution(
                                    server.account(), TYPE, Optional.empty(), configuredInput(Map.of("a", "b"))));
        }
        List<String> ofLab;
        String key = "AKIDPARTNER";
        String secret = "secret-of-" + key;
        try (Lab lab =
                Lab.builder().actionType(TYPE.toString()).key(key, secret).start()) {
            ofLab = talk(
                    () -> new RawClient(lab.endpoint(), key, secret, InstantSource.system()),
                    () -> lab.start(TYPE.toString(), with -> with.configuration("a", "b")));
        }

        assertThat(ofLab).hasSizeGreaterThan(30).isEqualTo(ofServer);
    }

    private static List<String> talk(Supplier<RawClient> connect, Runnable start) throws IOException {
        List<String> heard = new ArrayList<>();
        try (RawClient client = connect.get()) {
            heard.add(normal(client.call("PollForJobs", POLL)));
            start.run();
            start.run();
            Heard offered = client.call("PollForJobs", POLL);
            heard.add(normal(offered));
            String id = offered.first("\"id\":\"([0-9a-f-]{36})\"");
            String nonce = offered.first("\"nonce\":\"(\\w+)\"");
            for (String[] step : steps(id, nonce)) {
                heard.add(step[0] + " " + step[1].replace(id, "").replace(nonce, "")
                        + normal(client.call(step[0], step[1])));
            }
            for (byte[] request : oddities(client)) {
                heard.add(normal(client.call(request)));
            }
        }
        return heard;
    }

    private static List<String[]> steps(String id, String nonce) {
        String job = "{\"jobId\":\"" + id + "\"";
        return Stream.of(
                        Stream.of("GetJobDetails", job + "}"),
                        Stream.of("PutJobSuccessResult", job + "}"),
                        Stream.of("AcknowledgeJob", job + ",\"nonce\":\"wrong\"}"),
                        Stream.of("AcknowledgeJob", job + "}"),
                        Stream.of("AcknowledgeJob", job + ",\"nonce\":7}"),
                        Stream.of("AcknowledgeJob", job + ",\"nonce\":\"" + "n".repeat(60) + "\"}"),
                        Stream.of("AcknowledgeJob", job + ",\"nonce\":\"" + nonce + "\"}"),
                        Stream.of("AcknowledgeJob", job + ",\"nonce\":\"" + nonce + "\"}"),
                        Stream.of("GetJobDetails", job + ",\"unknown\":[{\"a\":null}]}"),
                        Stream.of("PutJobSuccessResult", job + ",\"executionDetails\":{\"percentComplete\":101}}"),
                        Stream.of("PutJobSuccessResult", job + ",\"executionDetails\":\"done\"}"),
                        Stream.of("PutJobSuccessResult", job + ",\"executionDetails\":{\"summary\":\"größe 日本\"}}"),
                        Stream.of("PutJobSuccessResult", job + ",\"executionDetails\":{\"summary\":\"größe 日本\"}}"),
                        Stream.of("PutJobSuccessResult", job + "}"),
                        Stream.of("PutJobFailureResult", job + "}"),
                        Stream.of(
                                "PutJobFailureResult",
                                job + ",\"failureDetails\":{\"type\":\"JobFailed\",\"message\":\"late\"}}"),
                        Stream.of("GetJobDetails", job + "}"),
                        Stream.of("PollForJobs", POLL),
                        Stream.of("PollForJobs", POLL.replace("Own", "Nobodys")),
                        Stream.of("PollForJobs", POLL.replace("Custom", "ThirdParty")),
                        Stream.of("PollForJobs", POLL.replace("}}", "},\"maxBatchSize\":0}")),
                        Stream.of("PollForJobs", POLL.replace("}}", "},\"queryParam\":{\"a\":\"b\"}}")),
                        Stream.of("PollForThirdPartyJobs", POLL),
                        Stream.of("GetThirdPartyJobDetails", job + ",\"clientToken\":\"t\"}"),
                        Stream.of("GetJobDetails", "{\"jobId\":\"00000000-0000-0000-0000-000000000000\"}"),
                        Stream.of("GetJobDetails", "{\"jobId\":\"no uuid\"}"),
                        Stream.of("GetJobDetails", "{\"jobId\":"),
                        Stream.of("GetJobDetails", "[]"),
                        Stream.of("GetJobDetails", ""),
                        Stream.of("CreatePipeline", "{}"),
                        Stream.of("NoSuchThing", "{}"),
                        Stream.of("GetActionType", POLL.replace("actionTypeId", "id")),
                        Stream.of("ListActionTypes", "{\"actionOwnerFilter\":\"Custom\"}"))
                .map(step -> step.toArray(String[]::new))
                .toList();
    }

    private static List<byte[]> oddities(RawClient client) {
        String signed = new String(client.request("PollForJobs", POLL), UTF_8);
        return Stream.of(
                        signed.replaceFirst("(?i)(?<=\nAuthorization: )[^\r]*", "nonsense"),
                        signed.replaceFirst("(?i)\nAuthorization: [^\r]*\r", ""),
                        signed.replaceFirst("Signature=[0-9a-f]", "Signature=g"),
                        signed.replaceFirst("AKIDPARTNER", "AKIDNOBODY"),
                        signed.replaceFirst("Custom", "Kustom"),
                        signed.replaceFirst("(?i)(?<=\nContent-Type: )[^\r]*", "application/json"),
                        signed.replaceFirst("(?i)(?<=\nContent-Type: )[^\r]*", "text/plain"),
                        signed.replaceFirst("POST / ", "POST /elsewhere "))
                .map(text -> text.getBytes(UTF_8))
                .toList();
    }

    /** The status, the headers by name, and the body, with names and secrets numbered as they come. */
    private static String normal(Heard heard) {
        String text = heard.text();
        int end = text.indexOf("\r\n\r\n");
        String[] head = text.substring(0, end).split("\r\n");
        String headers = Stream.of(head)
                .skip(1)
                .filter(line -> !line.toLowerCase(Locale.ROOT).matches("(date|content-length|x-amzn-requestid):.*"))
                .map(line -> line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT)
                        + line.substring(line.indexOf(':')))
                .sorted()
                .collect(Collectors.joining("\n"));
        Map<String, String> names = new LinkedHashMap<>();
        String body = NAMES.matcher(text.substring(end + 4).replaceAll(CREDENTIALS, ""))
                .replaceAll(it -> names.computeIfAbsent(it.group(), name -> "name" + names.size()));
        return head[0].substring(0, "HTTP/1.1 200".length()) + "\n" + headers + "\n" + body + heard.whole();
    }
}
