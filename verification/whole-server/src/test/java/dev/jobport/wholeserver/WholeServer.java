package dev.jobport.wholeserver;

import dev.jobport.adapters.http.HttpSettings;
import dev.jobport.adapters.wire.client.RawClient;
import dev.jobport.adapters.wire.client.SdkClients;
import dev.jobport.adapters.wire.client.SdkJobWorker;
import dev.jobport.application.AwsSessionCredentials;
import dev.jobport.application.driving.ActionTypes;
import dev.jobport.application.driving.Caller;
import dev.jobport.application.driving.CustomJobWorkers;
import dev.jobport.application.driving.Operators;
import dev.jobport.application.driving.Pipelines;
import dev.jobport.application.driving.ThirdPartyJobWorkers;
import dev.jobport.bootstrap.Server;
import dev.jobport.bootstrap.Settings;
import dev.jobport.conformance.control.ControlApi;
import dev.jobport.contracts.ManualTime;
import dev.jobport.contracts.fixtures.Samples;
import dev.jobport.contracts.worker.JobWorkerWorld;
import dev.jobport.domain.Account;
import dev.jobport.domain.actiontype.ActionTypePattern;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.codepipeline.CodePipelineClient;

/**
 * A whole server on a store, reached over a real socket by the AWS SDK, whose signatures it verifies, and the control API, in a
 * time of its own.
 */
public class WholeServer implements JobWorkerWorld, AutoCloseable {

    private static final Account ACCOUNT = new Account("000000000000", "us-east-1");
    private static final Account OTHER_REGION = new Account(ACCOUNT.id(), "eu-west-1");
    private static final Caller PARTNER = caller("AKIDPARTNER", ACCOUNT, ActionTypePattern.ANY);
    private static final Caller PARTNER_ELSEWHERE = caller(PARTNER.name(), OTHER_REGION, ActionTypePattern.ANY);
    private static final Caller STRANGER = caller("AKIDSTRANGER", ACCOUNT, STRANGERS);
    private static final Caller FOREIGNER =
            caller("AKIDFOREIGNER", new Account("210987654321", ACCOUNT.region()), ActionTypePattern.ANY);
    private static final Caller ADMINISTRATOR =
            new Caller("AKIDADMINISTRATOR", ACCOUNT, Set.of(), true, Optional.empty());

    private final String store;
    private final List<Settings.Listening> transports;
    private final Path credentials = credentials();
    private final Path artifactCredentials = file("artifact-credentials", session(CREDENTIALS));
    private final Path secretsKey = file("secrets-key", "c2VjcmV0cyBhcmUgc2VhbGVkIGluIHRlc3RzIHRvby4=");
    private final ManualTime time = new ManualTime(Samples.START);
    private Server server;
    private SdkJobWorker worker;
    private ControlApi control;

    public WholeServer(String store) {
        this(store, List.of());
    }

    /** One that has other transports too. */
    WholeServer(String store, List<Settings.Listening> transports) {
        this.store = store;
        this.transports = transports;
        start();
    }

    /** Where a transport besides HTTP listens. */
    URI uri(String scheme) {
        return server.uris().stream()
                .filter(uri -> uri.getScheme().equals(scheme))
                .findFirst()
                .orElseThrow();
    }

    /** The token of whoever controls an account. */
    static String tokenOf(Account account) {
        return "control-of-" + account.id();
    }

    /** The token of whom gRPC knows by one. */
    static String tokenOf(Caller caller) {
        return caller.control() && caller.actionTypes().contains(ActionTypePattern.ANY)
                ? tokenOf(caller.account())
                : "a-long-token-of-" + caller.name();
    }

    /** Which passes only when a test says so. */
    InstantSource time() {
        return time;
    }

    private void start() {
        Settings settings = new Settings(
                store,
                Optional.of(secretsKey),
                Optional.of(artifactCredentials),
                Settings.DEFAULT_RETENTION,
                Optional.of(credentials),
                List.of(ACCOUNT, OTHER_REGION),
                HttpSettings.on("127.0.0.1", 0),
                transports);
        server = Server.start(
                settings, binder -> binder.bind(InstantSource.class).toInstance(time));
        worker = new SdkJobWorker(SdkClients.connect(server.uri(), time, PARTNER));
        control = new ControlApi(server.uri(), account -> Optional.of(tokenOf(account)));
    }

    private static Caller caller(String accessKeyId, Account account, ActionTypePattern actionTypes) {
        return new Caller(accessKeyId, account, Set.of(actionTypes), false, Optional.empty());
    }

    private static Path credentials() {
        return file("credentials", """
            {"keys":[%s,%s,%s,%s],
             "tokens":[%s,%s,%s,%s],
             "controlTokens":["%s",{"token":"%s","accountId":"%s"}]}
            """.formatted(
                        key(PARTNER),
                        key(STRANGER),
                        key(FOREIGNER),
                        key(ADMINISTRATOR),
                        token(PARTNER),
                        token(STRANGER),
                        token(FOREIGNER),
                        token(ADMINISTRATOR),
                        tokenOf(ACCOUNT),
                        tokenOf(FOREIGNER.account()),
                        FOREIGNER.account().id()));
    }

    private static Path file(String name, String content) {
        try {
            Path file = Files.createTempFile(name, "");
            file.toFile().deleteOnExit();
            return Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String session(AwsSessionCredentials keys) {
        return """
            {"accounts":{"%s":{"buckets":["bucket-*"],
             "session":{"accessKeyId":"%s","secretAccessKey":"%s","sessionToken":"%s"}}}}\
            """.formatted(ACCOUNT.id(), keys.accessKeyId(), keys.secretAccessKey(), keys.sessionToken());
    }

    private static String rights(Caller caller) {
        return caller.control()
                ? "\"control\":true"
                : "\"actionTypes\":[\"" + caller.actionTypes().iterator().next() + "\"]";
    }

    private static String token(Caller caller) {
        return "{\"name\":\"%s\",\"token\":\"%s\",\"accountId\":\"%s\",%s}"
                .formatted(caller.name(), tokenOf(caller), caller.account().id(), rights(caller));
    }

    private static String key(Caller caller) {
        return "{\"accessKeyId\":\"%s\",\"secretAccessKey\":\"%s\",\"accountId\":\"%s\",%s}"
                .formatted(
                        caller.name(),
                        SdkClients.secretOf(caller),
                        caller.account().id(),
                        rights(caller));
    }

    /** A client of the AWS SDK of one's own, in the name of {@link #caller()}. */
    public CodePipelineClient connect() {
        return SdkClients.connect(server.uri(), time, PARTNER);
    }

    /** A client that sees every byte. */
    RawClient connectRaw(Caller caller) {
        return new RawClient(server.uri(), caller.name(), SdkClients.secretOf(caller), time);
    }

    /** What job workers are to reach artifacts with from now on. */
    public void putArtifactCredentials(AwsSessionCredentials keys) {
        try {
            Files.writeString(artifactCredentials, session(keys));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops the server and starts another on the same store. */
    void restart() {
        close();
        start();
    }

    @Override
    public ThirdPartyJobWorkers thirdParty() {
        return worker;
    }

    @Override
    public CustomJobWorkers custom() {
        return worker;
    }

    @Override
    public Caller caller() {
        return PARTNER;
    }

    @Override
    public Caller stranger() {
        return STRANGER;
    }

    @Override
    public List<Caller> foreigners() {
        return List.of(FOREIGNER, PARTNER_ELSEWHERE);
    }

    @Override
    public Pipelines pipeline() {
        return control;
    }

    @Override
    public Operators operator() {
        return control;
    }

    @Override
    public ActionTypes actionTypes() {
        return worker.actionTypes();
    }

    @Override
    public Caller administrator() {
        return ADMINISTRATOR;
    }

    @Override
    public void pass(Duration duration) {
        time.pass(duration);
        server.clock().tick();
    }

    @Override
    public void close() {
        worker.close();
        server.close();
    }
}
