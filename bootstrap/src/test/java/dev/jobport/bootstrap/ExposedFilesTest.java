package dev.jobport.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.jobport.adapters.http.HttpSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Of each file with secrets that others can read or change, the server's log tells. */
class ExposedFilesTest {

    @TempDir
    private Path directory;

    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger("dev.jobport.adapters");
    private final Level before = logger.getLevel();

    @BeforeEach
    void listen() {
        lines.start();
        logger.addAppender(lines);
        logger.setLevel(Level.WARN);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(lines);
        logger.setLevel(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw--w----", "rw----r--", "rw-----w-"})
    void whoever_else_may_do_something_with_it_the_file_is_named_with_the_remedy(String permissions)
            throws IOException {
        List<Path> files = check(permissions);

        assertThat(lines.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .hasSize(files.size())
                .allSatisfy(line -> assertThat(line).contains("chmod 600 it"));
        assertThat(files)
                .allSatisfy(file -> assertThat(lines.list)
                        .anySatisfy(
                                line -> assertThat(line.getFormattedMessage()).contains(file.toString())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-------", "r--------"})
    void files_of_their_owner_only_are_nothing_to_talk_about(String permissions) throws IOException {
        check(permissions);

        assertThat(lines.list).isEmpty();
    }

    private List<Path> check(String permissions) throws IOException {
        Path keys = file("secrets.key", "b2xkIG9sZCBvbGQgb2xkIG9sZCBvbGQgb2xkIG9sZCE=", permissions);
        Path artifacts = file("artifacts.json", """
            {"accounts": {"000000000000": {"buckets": ["own"],
             "session": {"accessKeyId": "a", "secretAccessKey": "b", "sessionToken": "c"}}}}\
            """, permissions);
        Path credentials = file("credentials.json", "{\"keys\":[]}", permissions);
        Server.check(new Settings(
                "sqlite:" + directory.resolve("jobport.db"),
                Optional.of(keys),
                Optional.of(artifacts),
                Settings.DEFAULT_RETENTION,
                Optional.of(credentials),
                List.of(Settings.DEFAULT_ACCOUNT),
                HttpSettings.on("127.0.0.1", 0),
                List.of()));
        return List.of(keys, artifacts, credentials);
    }

    private Path file(String name, String content, String permissions) throws IOException {
        Path file = Files.writeString(directory.resolve(name), content);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }
}
