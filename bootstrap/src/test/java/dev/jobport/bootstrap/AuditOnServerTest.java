package dev.jobport.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.google.inject.Guice;
import dev.jobport.adapters.http.HttpSettings;
import dev.jobport.adapters.persistence.StoreModule;
import dev.jobport.adapters.persistence.memory.MemoryStore;
import dev.jobport.application.driven.ArtifactCredentials;
import dev.jobport.application.driving.ActionTypes;
import dev.jobport.application.driving.Caller;
import dev.jobport.application.driving.DrivingPorts;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.actiontype.ActionCategory;
import dev.jobport.domain.actiontype.ActionOwner;
import dev.jobport.domain.actiontype.ActionTypeDefinition;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.actiontype.Tags;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** The log and the metrics of a whole server tell of who was refused, and of who changed action types. */
class AuditOnServerTest {

    private static final ActionTypeId TYPE = new ActionTypeId(ActionCategory.Test, ActionOwner.Custom, "Own", "1");

    @TempDir
    private Path directory;

    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final Logger audit = (Logger) LoggerFactory.getLogger("audit");

    @BeforeEach
    void listen() {
        lines.start();
        audit.addAppender(lines);
        audit.setLevel(Level.INFO); // another test may have set up a log that tells less
    }

    @AfterEach
    void stopListening() {
        audit.detachAppender(lines);
        audit.setLevel(null);
    }

    @Test
    void a_refused_caller_is_in_the_log_and_in_the_metrics() throws Exception {
        Path credentials = Files.writeString(
                directory.resolve("credentials.json"), "{\"controlTokens\":[\"open-sesame-open-sesame\"]}");
        Settings settings = new Settings(
                "memory",
                Optional.empty(),
                Optional.empty(),
                Settings.DEFAULT_RETENTION,
                Optional.of(credentials),
                List.of(Settings.DEFAULT_ACCOUNT),
                HttpSettings.on("127.0.0.1", 0),
                List.of());
        try (Server server = Server.start(settings)) {
            assertThat(metrics(server, "another-token-another").statusCode()).isEqualTo(401);

            assertThat(metrics(server, "open-sesame-open-sesame").body())
                    .contains("jobport_callers_refused_total{reason=\"UnrecognizedClient\"} 1.0");
        }
        assertThat(lines.list).extracting(ILoggingEvent::getMessage).containsExactly("refused");
    }

    @Test
    void a_change_of_an_action_type_is_told_with_the_key_whether_it_is_done_or_not() {
        ActionTypes actionTypes = Guice.createInjector(
                        new MetricsModule(),
                        new StoreModule(meters -> new MemoryStore()),
                        binder -> binder.bind(ArtifactCredentials.class).toInstance(ArtifactCredentials.NONE),
                        new ApplicationModule(Settings.DEFAULT_RETENTION))
                .getInstance(DrivingPorts.class)
                .actionTypes();
        ActionTypeDefinition definition = ActionTypeDefinition.DEFAULT;

        actionTypes.createCustomActionType(caller("AKIDCONTROL", true), TYPE, definition, new Tags(Map.of()));
        assertThatExceptionOfType(Refusal.AccessDenied.class)
                .isThrownBy(() -> actionTypes.deleteCustomActionType(caller("AKIDWORKER", false), TYPE));

        assertThat(lines.list)
                .extracting(line -> line.getKeyValuePairs().toString())
                .satisfiesExactly(
                        created -> assertThat(created)
                                .contains("AKIDCONTROL", "CreateCustomActionType", "Custom/Test/Own/1", "ok"),
                        refused -> assertThat(refused).contains("AKIDWORKER", "DeleteCustomActionType", "not done"));
    }

    private static Caller caller(String name, boolean control) {
        return new Caller(name, Settings.DEFAULT_ACCOUNT, Set.of(), control, Optional.empty());
    }

    private static HttpResponse<String> metrics(Server server, String token) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(server.uri().resolve("/metrics"))
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        BodyHandlers.ofString());
    }
}
