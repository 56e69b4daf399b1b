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
        {"accounts": {"123456789012": {"buckets": ["b"], "assumeRole":
         {"roleArn": "arn:aws:iam::1:role/r", "accessKeyId": "a", "secretAccessKey": "hunter2"MORE}}}}\
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
        {"accounts": hunter2 | : it is not JSON
        [] | : there are no accounts in it
        {} | : there are no accounts in it
        {"accounts": {}} | : there are no accounts in it
        {"session": {"accessKeyId": "a", "secretAccessKey": "hunter2", "sessionToken": "t"}} | : it has credentials for everybody, and each account needs its own
        {"accounts": {"1234": {}}} | : an account id has 12 digits
        {"accounts": {"123456789012": {}}} | at 123456789012: there must be either session or assumeRole in it
        {"accounts": {"123456789012": {"session": {}, "assumeRole": {}}}} | at 123456789012: there must be either session or assumeRole in it
        {"accounts": {"123456789012": {"session": {}}}} | at 123456789012: buckets must list names of buckets, or their beginnings with a * at the end
        {"accounts": {"123456789012": {"buckets": ["*"], "session": {}}}} | at 123456789012: buckets must list names of buckets, or their beginnings with a * at the end
        {"accounts": {"123456789012": {"buckets": ["b"], "session": "hunter2"}}} | at 123456789012: there is no session in it
        {"accounts": {"123456789012": {"buckets": ["b"], "session": {"accessKeyId": "a", "secretAccessKey": "hunter2"}}}} | at 123456789012: sessionToken is missing
        {"accounts": {"123456789012": {"buckets": ["b"], "assumeRole": {"roleArn": "hunter2"}}}} | at 123456789012: roleArn is no ARN
        """)
    void a_malformed_file_is_refused(String content, String why) {
        assertThatThrownBy(() -> open(content))
                .isInstanceOf(ArtifactCredentials.Unavailable.class)
                .hasMessageStartingWith("The artifact credentials file " + file + " is malformed"
                        + (why.startsWith(":") ? "" : " ") + why + ". It must be like {")
                .message()
                .doesNotContain("hunter2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://sts.example.com", "ftp://127.0.0.1", "sts.example.com", "https:", "https://a b"})
    void credentials_come_over_tls_only(String endpoint) {
        assertThatThrownBy(() -> open(ROLE.replace("MORE", ", \"endpoint\": \"" + endpoint + "\"")))
                .isInstanceOf(ArtifactCredentials.Unavailable.class)
                .hasMessageContaining(" is malformed at 123456789012: endpoint is no https URL. ");
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
