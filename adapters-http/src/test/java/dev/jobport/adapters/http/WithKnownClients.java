package dev.jobport.adapters.http;

import static dev.jobport.contracts.fixtures.Samples.JOB_ID;

import dev.jobport.adapters.identity.Doorkeeper;
import dev.jobport.domain.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** One server, which knows whom to let in, for all tests of a class; what gets through to its ports is refused there. */
abstract class WithKnownClients {

    static final String MISSING =
            "{\"__type\":\"MissingAuthenticationTokenException\",\"message\":\"Missing Authentication Token\"}";

    /** What tells that a request got through: at the door it is never said. */
    static final Refusal REFUSAL = new Refusal.JobNotFound(JOB_ID);

    @TempDir
    private static Path directory;

    static TestServer server;
    static volatile Instant now = Instant.parse("2026-11-23T21:00:00Z");

    @BeforeAll
    static void start() throws Exception {
        Path file = Files.writeString(
                directory.resolve("credentials.json"), """
                    {"keys":[
                      {"accessKeyId":"AKIDEXAMPLE","secretAccessKey":"SECRET",
                       "actionTypes":["ThirdParty/Test/Some-Provider/*"]},
                      {"accessKeyId":"AKIDCONTROL","secretAccessKey":"SECRET","control":true}],
                     "controlTokens":["open-sesame-open-sesame","second-second-second"]}
                    """.replace("SECRET", DoorkeeperSamples.SECRET));
        server = new TestServer(Doorkeeper.withCredentials(file, List.of(DoorkeeperSamples.ACCOUNT), () -> now));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void forget() {
        server.ports.reset();
        server.ports.fail(REFUSAL);
    }
}
