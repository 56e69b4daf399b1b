package dev.jobport.adapters.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.application.driven.ArtifactCredentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that says nothing usable is refused with what is wrong and what it must be like, and never shown. */
class ArtifactCredentialsFileTest {

    private static final String ROLE = """
        {"assumeRole": {"roleArn": "arn:aws:iam::1:role/r", "accessKeyId": "a", "secretAccessKey": "hunter2"MORE}}\
        """;

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void name_the_file() {
        file = directory.resolve("artifact-credentials.json");
    }

    private void open(String content) throws IOException {
        Files.writeString(file, content);
        ArtifactCredentialsFile.open(file, "eu-west-1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"session": hunter2 | it is not JSON
        [] | there must be either session or assumeRole in it
        {} | there must be either session or assumeRole in it
        {"session": {}, "assumeRole": {}} | there must be either session or assumeRole in it
        {"session": "hunter2"} | there is no session in it
        {"session": {"accessKeyId": "a", "secretAccessKey": "hunter2"}} | sessionToken is missing
        {"session": {"accessKeyId": "a", "secretAccessKey": 7, "sessionToken": "t"}} | secretAccessKey is missing
        {"assumeRole": {"roleArn": "hunter2"}} | roleArn is no ARN
        {"assumeRole": {"roleArn": "arn:aws:iam::1:role/r", "accessKeyId": " "}} | accessKeyId is missing
        """)
    void a_malformed_file_is_refused(String content, String why) {
        assertThatThrownBy(() -> open(content))
                .isInstanceOf(ArtifactCredentials.Unavailable.class)
                .hasMessageStartingWith(
                        "The artifact credentials file " + file + " is malformed: " + why + ". It must be like {")
                .message()
                .doesNotContain("hunter2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://sts.example.com", "ftp://127.0.0.1", "sts.example.com", "https:", "https://a b"})
    void credentials_come_over_tls_only(String endpoint) {
        assertThatThrownBy(() -> open(ROLE.replace("MORE", ", \"endpoint\": \"" + endpoint + "\"")))
                .isInstanceOf(ArtifactCredentials.Unavailable.class)
                .hasMessageContaining(" is malformed: endpoint is no https URL. ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://sts.example.com:8443/path", "http://127.0.0.1:9000", "http://[::1]:9000"})
    void or_do_not_leave_the_machine(String endpoint) throws IOException {
        open(ROLE.replace("MORE", ", \"endpoint\": \"" + endpoint + "\""));
    }

    @Test
    void the_endpoint_and_region_need_not_be_named() throws IOException {
        open(ROLE.replace("MORE", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "eu-west-1, https://sts.eu-west-1.amazonaws.com",
        "us-gov-west-1, https://sts.us-gov-west-1.amazonaws.com",
        "cn-north-1, https://sts.cn-north-1.amazonaws.com.cn"
    })
    void it_is_then_the_one_of_the_region_in_its_own_cloud(String region, String endpoint) {
        assertThat(ArtifactCredentialsFile.defaultEndpoint(region)).isEqualTo(endpoint);
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_pipe_is_refused_and_not_waited_for() throws Exception {
        assertThat(new ProcessBuilder("mkfifo", file.toString()).start().waitFor())
                .isZero();

        assertThatThrownBy(() -> ArtifactCredentialsFile.open(file, "eu-west-1"))
                .isInstanceOf(ArtifactCredentials.Unavailable.class)
                .hasMessageContaining(" is malformed: it is no regular file. ");
    }

    @Test
    void a_missing_file_is_refused() {
        assertThatThrownBy(() -> ArtifactCredentialsFile.open(file, "eu-west-1"))
                .isInstanceOf(ArtifactCredentials.Unavailable.class)
                .hasMessage("The artifact credentials file " + file + " cannot be read (NoSuchFileException): make it a"
                        + " file that the server's user may read.");
    }
}
