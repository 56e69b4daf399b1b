package dev.jobport.adapters.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.application.AwsSessionCredentials;
import dev.jobport.application.driven.ArtifactCredentials;
import dev.jobport.contracts.credentials.ArtifactCredentialsContract;
import dev.jobport.contracts.fixtures.SomeJobs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Credentials are those that stand in the file when they are asked for. */
class ConfiguredCredentialsTest implements ArtifactCredentialsContract {

    @TempDir
    Path directory;

    private Path file;
    private ArtifactCredentials credentials;
    private int written;

    @BeforeEach
    void open() {
        file = directory.resolve("artifact-credentials.json");
        letThemBecomeStale();
        credentials = ArtifactCredentialsFile.open(file, "eu-west-1");
    }

    @Override
    public ArtifactCredentials credentials() {
        return credentials;
    }

    @Override
    public void letThemBecomeStale() {
        written++;
        try {
            Files.writeString(file, """
                {"accounts": {"123456789012": {"buckets": ["bucket-*"], "session":
                 {"accessKeyId": "ASIA%1$d", "secretAccessKey": "secret/%1$d", "sessionToken": "token+%1$d="}}}}
                """.formatted(written));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void breakDown() {
        try {
            Files.writeString(
                    file,
                    "{\"accounts\": {\"123456789012\": {\"session\": {\"accessKeyId\": \"ASIA9\", \"secretAccessKey\":"
                            + " \"secr");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void they_are_those_in_the_file() {
        assertThat(credentials.forAction(SomeJobs.aJob().first().action()))
                .contains(new AwsSessionCredentials("ASIA1", "secret/1", "token+1="));
    }
}
