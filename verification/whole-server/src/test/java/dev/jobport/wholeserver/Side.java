package dev.jobport.wholeserver;

import static dev.jobport.contracts.fixtures.Samples.configuredInput;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.adapters.wire.client.RawClient;
import dev.jobport.adapters.wire.client.RawClient.Heard;
import dev.jobport.application.driving.Operators.RegisteredClient;
import dev.jobport.domain.actiontype.ActionOwner;
import dev.jobport.domain.actiontype.ActionType;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.actiontype.Timing;
import dev.jobport.lab.Lab;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A server or a lab, with one action type of each family, and all that its job worker heard from it. */
final class Side implements AutoCloseable {

    private static final String WORKER = "AKIDPARTNER";
    private static final Pattern NAMES =
            Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?<=\"nonce\":\")[^\"]+");

    /** A lab has others for each answer. */
    private static final String CREDENTIALS = "(?<=\"artifactCredentials\":)\\{[^}]*}";

    private final List<AutoCloseable> open = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();
    private final Stage stage;
    private String job = "";
    private String nonce = "";

    /** What is behind the sockets. */
    private record Stage(
            RawClient worker,
            RawClient administrator,
            String clientToken,
            Consumer<Family> pipeline,
            Consumer<Duration> time) {}

    /** The life of a job is the same for both, and has other names. */
    enum Family {
        CUSTOM(ActionOwner.Custom, ""),
        THIRD_PARTY(ActionOwner.ThirdParty, "ThirdParty");

        private final ActionTypeId type;
        private final String infix;

        Family(ActionOwner owner, String infix) {
            this.type = ActionTypeId.parse(owner + "/Build/Own/1").orElseThrow();
            this.infix = infix;
        }

        String poll() {
            return "PollFor" + infix + "Jobs";
        }

        String details() {
            return "Get" + infix + "JobDetails";
        }

        String acknowledge() {
            return "Acknowledge" + infix + "Job";
        }

        String succeed() {
            return "Put" + infix + "JobSuccessResult";
        }

        String fail() {
            return "Put" + infix + "JobFailureResult";
        }

        Family other() {
            return this == CUSTOM ? THIRD_PARTY : CUSTOM;
        }

        String actionTypeId() {
            return "{\"owner\":\"%s\",\"category\":\"Build\",\"provider\":\"Own\",\"version\":\"1\"}"
                    .formatted(type.owner());
        }
    }

    static Side ofServer() {
        WholeServer server = new WholeServer("memory");
        for (Family family : Family.values()) {
            server.operator()
                    .putActionType(
                            server.account(), new ActionType(family.type, Timing.defaultsFor(family.type.owner())));
        }
        RegisteredClient client =
                server.operator().registerClient(server.account(), Optional.empty(), Optional.empty());
        return new Side(
                server,
                new Stage(
                        server.connectRaw(server.caller()),
                        server.connectRaw(server.administrator()),
                        client.clientToken().value(),
                        family -> server.pipeline()
                                .startActionExecution(
                                        server.account(),
                                        family.type,
                                        Optional.of(client.clientId()).filter(it -> family == Family.THIRD_PARTY),
                                        configuredInput(Map.of("a", "b"))),
                        server::pass));
    }

    static Side ofLab() {
        String secret = "secret-of-" + WORKER;
        Lab lab = Lab.builder()
                .actionType(Family.CUSTOM.type.toString())
                .actionType(Family.THIRD_PARTY.type.toString())
                .key(WORKER, secret)
                .start();
        return new Side(
                lab,
                new Stage(
                        new RawClient(lab.endpoint(), WORKER, secret, InstantSource.system()),
                        new RawClient(lab.endpoint(), lab.accessKeyId(), lab.secretAccessKey(), InstantSource.system()),
                        lab.client().token(),
                        family -> lab.start(family.type.toString(), with -> with.configuration("a", "b")),
                        lab.time()::advance));
    }

    private Side(AutoCloseable behind, Stage stage) {
        this.stage = stage;
        open.addAll(List.of(stage.worker, stage.administrator, behind));
    }

    /** Each request and its answer, without what differs from one world to the next. */
    List<String> heard() {
        return heard;
    }

    String job() {
        return job;
    }

    String nonce() {
        return nonce;
    }

    String clientToken() {
        return stage.clientToken;
    }

    /** The beginning of each request about the job in hand. */
    String named(Family family) {
        String proof = family == Family.CUSTOM ? "" : ",\"clientToken\":\"" + clientToken() + "\"";
        return "{\"jobId\":\"" + job + "\"" + proof;
    }

    void start(Family family) {
        stage.pipeline.accept(family);
    }

    void pass(Duration duration) {
        stage.time.accept(duration);
    }

    /** The bytes of a request that is signed as it should be. */
    byte[] signed(String operation, String json) {
        return stage.worker.request(operation, json);
    }

    Heard ask(String operation, String json) throws IOException {
        RawClient client = operation.contains("Job") ? stage.worker : stage.administrator;
        return keep(operation + " " + json, client.call(operation, json));
    }

    Heard ask(byte[] request) throws IOException {
        return keep("", stage.worker.call(request));
    }

    /** Polls, and has the job in hand that comes. */
    void take(Family family) throws IOException {
        Heard offered = ask(family.poll(), "{\"actionTypeId\":" + family.actionTypeId() + "}");
        job = offered.first("\"(?:id|jobId)\":\"([0-9a-f-]{36})\"");
        assertThat(job).as("a job of %s", family).isNotEmpty();
        Heard details = ask(family.details(), named(family) + "}");
        nonce = (family == Family.CUSTOM ? offered : details).first("\"nonce\":\"(\\w+)\"");
    }

    private Heard keep(String request, Heard answer) {
        String asked = Stream.of(job, nonce, clientToken())
                .filter(name -> !name.isEmpty())
                .reduce(request, (text, name) -> text.replace(name, ""));
        heard.add(asked + "\n" + normal(answer));
        return answer;
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

    @Override
    public void close() throws IOException {
        for (AutoCloseable each : open) {
            try {
                each.close();
            } catch (Exception e) {
                throw new IOException(e);
            }
        }
    }
}
