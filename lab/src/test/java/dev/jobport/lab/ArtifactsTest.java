package dev.jobport.lab;

import static dev.jobport.lab.SoundWorker.TYPE;
import static dev.jobport.lab.SoundWorker.TYPE_ID;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.verdict.history.ArtifactRequest;
import dev.jobport.verdict.history.HistoryLines;
import dev.jobport.verdict.history.InjectedFault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.codepipeline.CodePipelineClient;
import software.amazon.awssdk.services.codepipeline.model.Artifact;
import software.amazon.awssdk.services.codepipeline.model.Job;
import software.amazon.awssdk.services.codepipeline.model.S3ArtifactLocation;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Artifacts are read and stored with AWS's own client of S3, which knows of the lab no more than where it is. */
class ArtifactsTest {

    private final Lab lab = Lab.builder().actionType(TYPE).artifacts().seed(7).start();
    private final CodePipelineClient codePipeline = SoundWorker.client(lab);

    @AfterEach
    void close() {
        codePipeline.close();
        lab.close();
    }

    private S3Client s3(AwsCredentials credentials) {
        return S3Client.builder()
                .endpointOverride(lab.artifactEndpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(Duration.ofSeconds(2)))
                .build();
    }

    private S3Client s3(Job job) {
        var given = job.data().artifactCredentials();
        return s3(AwsSessionCredentials.create(given.accessKeyId(), given.secretAccessKey(), given.sessionToken()));
    }

    private Job taken() {
        Job job =
                codePipeline.pollForJobs(it -> it.actionTypeId(TYPE_ID)).jobs().get(0);
        codePipeline.acknowledgeJob(it -> it.jobId(job.id()).nonce(job.nonce()));
        return job;
    }

    private static S3ArtifactLocation place(List<Artifact> artifacts, String name) {
        return artifacts.stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow()
                .location()
                .s3Location();
    }

    private static byte[] read(S3Client s3, S3ArtifactLocation place) {
        return s3.getObjectAsBytes(it -> it.bucket(place.bucketName()).key(place.objectKey()))
                .asByteArray();
    }

    private static void store(S3Client s3, S3ArtifactLocation place, String content) {
        s3.putObject(it -> it.bucket(place.bucketName()).key(place.objectKey()), RequestBody.fromString(content));
    }

    private List<ArtifactRequest> requests() {
        return lab.history().events().stream()
                .filter(ArtifactRequest.class::isInstance)
                .map(ArtifactRequest.class::cast)
                .toList();
    }

    @Test
    void inputs_are_read_and_outputs_are_stored_and_read_again() {
        Action build = lab.start(
                TYPE,
                with -> with.inputArtifact("Source", "the source".getBytes(UTF_8))
                        .inputArtifact("Tools")
                        .outputArtifact("App"));
        Job job = taken();
        S3ArtifactLocation app = place(job.data().outputArtifacts(), "App");
        try (S3Client s3 = s3(job)) {
            assertThat(read(s3, place(job.data().inputArtifacts(), "Source")))
                    .asString()
                    .isEqualTo("the source");
            assertThat(read(s3, place(job.data().inputArtifacts(), "Tools"))).startsWith('P', 'K');
            assertThat(build.stored("App")).isEmpty();
            assertThatThrownBy(() -> read(s3, app)).isInstanceOf(NoSuchKeyException.class);

            store(s3, app, "the app");

            assertThat(read(s3, app)).asString().isEqualTo("the app");
            assertThat(s3.headObject(it -> it.bucket(app.bucketName()).key(app.objectKey()))
                            .contentLength())
                    .isEqualTo(7);
        }
        assertThat(build.stored("App")).hasValue("the app".getBytes(UTF_8));
        assertThat(requests())
                .extracting(it -> it.method() + " " + it.artifact().orElse("?") + " " + it.status())
                .containsExactly(
                        "GET Source 200", "GET Tools 200", "GET App 404", "PUT App 200", "GET App 200", "HEAD App 200");
        assertThat(requests()).allMatch(it -> it.job().equals(Optional.of(job.id())));
        assertThat(requests()).extracting(ArtifactRequest::credentials).containsOnly(Optional.of("#c2"));
    }

    @Test
    void an_object_of_several_chunks_arrives_whole() {
        Action build = lab.start(TYPE, with -> with.outputArtifact("App"));
        Job job = taken();
        String content = "0123456789abcdef".repeat(20_000);
        try (S3Client s3 = s3(job)) {
            store(s3, place(job.data().outputArtifacts(), "App"), content);
        }
        assertThat(build.stored("App")).hasValue(content.getBytes(UTF_8));
    }

    @Test
    void a_body_may_come_in_chunks_of_the_connection_with_chunks_of_s3_in_them_after_a_leave() throws IOException {
        Action build = lab.start(TYPE, with -> with.outputArtifact("App", "own-bucket", "some key"));
        String inner = "5;chunk-signature=abc\r\nhello\r\n6\r\n world\r\n0\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n";
        String head = "PUT /own-bucket/some%20key?x-id=PutObject HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\n"
                + "Authorization: AWS4-HMAC-SHA256 Credential=" + lab.accessKeyId() + "/20260101/x/s3/aws4_request\r\n"
                + "X-Amz-Content-Sha256: STREAMING-UNSIGNED-PAYLOAD-TRAILER\r\nTransfer-Encoding: chunked\r\n"
                + "Connection: close\r\n\r\n";
        String answer;
        try (Socket socket = new Socket("127.0.0.1", lab.artifactEndpoint().getPort())) {
            socket.getOutputStream().write(head.getBytes(UTF_8));
            byte[] leave = socket.getInputStream().readNBytes(25);
            assertThat(leave).asString(UTF_8).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
            String body = Integer.toHexString(inner.length()) + "\r\n" + inner + "\r\n0\r\n\r\n";
            socket.getOutputStream().write(body.getBytes(UTF_8));
            answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
        assertThat(answer).startsWith("HTTP/1.1 200 OK").contains("ETag: \"");
        assertThat(build.stored("App")).hasValue("hello world".getBytes(UTF_8));
    }

    @Test
    void zip_files_are_told_apart_by_what_is_in_them() throws IOException {
        lab.start(TYPE, with -> with.outputArtifact("App"));
        Job job = taken();
        S3ArtifactLocation app = place(job.data().outputArtifacts(), "App");
        try (S3Client s3 = s3(job)) {
            for (byte[] zip : List.of(zip("a", 0), zip("a", 100_000_000_000L), zip("b", 0))) {
                s3.putObject(it -> it.bucket(app.bucketName()).key(app.objectKey()), RequestBody.fromBytes(zip));
            }
        }
        List<Optional<String>> digests =
                requests().stream().map(ArtifactRequest::digest).toList();
        assertThat(digests.get(0)).isPresent().isEqualTo(digests.get(1)).isNotEqualTo(digests.get(2));
    }

    private static byte[] zip(String content, long millis) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            ZipEntry entry = new ZipEntry("app.txt");
            entry.setTime(millis);
            zip.putNextEntry(entry);
            zip.write(content.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void credentials_are_good_for_15_minutes_and_details_bring_fresh_ones() {
        Action build = lab.start(TYPE, with -> with.inputArtifact("Source"));
        Job job = taken();
        S3ArtifactLocation source = place(job.data().inputArtifacts(), "Source");
        lab.time().advance(Duration.ofMinutes(14));
        try (S3Client s3 = s3(job)) {
            read(s3, source);
            lab.time().untilCredentialsExpire(build.job());

            assertThatThrownBy(() -> read(s3, source))
                    .isInstanceOfSatisfying(
                            S3Exception.class,
                            it -> assertThat(it.awsErrorDetails().errorCode()).isEqualTo("ExpiredToken"));
        }
        var fresh = codePipeline
                .getJobDetails(it -> it.jobId(job.id()))
                .jobDetails()
                .data()
                .artifactCredentials();
        try (S3Client s3 =
                s3(AwsSessionCredentials.create(fresh.accessKeyId(), fresh.secretAccessKey(), fresh.sessionToken()))) {
            assertThat(read(s3, source)).isNotEmpty();
        }
        codePipeline.putJobSuccessResult(it -> it.jobId(job.id()));
        lab.verdict().assertKept("CRED-1", "CRED-2", "CLAIM-1");
    }

    @Test
    void strangers_and_wrong_tokens_are_refused_and_no_secret_is_in_the_history() {
        lab.start(TYPE, with -> with.inputArtifact("Source"));
        Job job = taken();
        S3ArtifactLocation source = place(job.data().inputArtifacts(), "Source");
        var given = job.data().artifactCredentials();

        assertThat(refusal(AwsBasicCredentials.create("AKIASTRANGER", "x"), source))
                .isEqualTo("InvalidAccessKeyId");
        assertThat(refusal(AwsSessionCredentials.create(given.accessKeyId(), "x", "another"), source))
                .isEqualTo("InvalidToken");
        try (S3Client own = s3(AwsBasicCredentials.create(lab.accessKeyId(), lab.secretAccessKey()))) {
            assertThat(read(own, source)).isNotEmpty();
        }

        assertThat(String.join("\n", HistoryLines.of(lab.history()).toList()))
                .contains("#c2")
                .doesNotContain(given.accessKeyId(), given.sessionToken(), lab.secretAccessKey());
    }

    private String refusal(AwsCredentials credentials, S3ArtifactLocation place) {
        try (S3Client s3 = s3(credentials)) {
            read(s3, place);
            return "";
        } catch (S3Exception e) {
            return e.awsErrorDetails().errorCode();
        }
    }

    @Test
    void what_is_no_artifact_of_an_action_and_what_only_s3_can_do_is_not_offered() {
        lab.start(TYPE, with -> with.outputArtifact("App"));
        Job job = taken();
        S3ArtifactLocation app = place(job.data().outputArtifacts(), "App");
        try (S3Client s3 = s3(job)) {
            assertThatThrownBy(() -> s3.putObject(it -> it.bucket("elsewhere").key("x"), RequestBody.fromString("x")))
                    .hasMessageContaining("This is no S3");
            assertThatThrownBy(() -> s3.listObjectsV2(it -> it.bucket(app.bucketName())))
                    .hasMessageContaining("This is no S3");
            assertThatThrownBy(() -> s3.createMultipartUpload(
                            it -> it.bucket(app.bucketName()).key(app.objectKey())))
                    .hasMessageContaining("This is no S3");
            assertThatThrownBy(() ->
                            s3.deleteObject(it -> it.bucket(app.bucketName()).key(app.objectKey())))
                    .hasMessageContaining("This is no S3");
        }
        assertThat(requests()).extracting(ArtifactRequest::status).containsOnly(501);
    }

    @Test
    void an_output_is_told_at_another_place_in_the_list_each_time() {
        List<List<String>> orders = List.of(outputsTold(), outputsTold(), outputsTold());

        assertThat(orders).contains(List.of("App", "Docs"), List.of("Docs", "App"));
        assertThat(orders.get(0)).isNotEqualTo(orders.get(1));
        assertThat(orders.get(1)).isNotEqualTo(orders.get(2));
    }

    private List<String> outputsTold() {
        lab.start(TYPE, with -> with.outputArtifact("App").outputArtifact("Docs"));
        return taken().data().outputArtifacts().stream().map(Artifact::name).toList();
    }

    @Test
    void faults_apply_to_the_requests_for_artifacts_that_are_named_and_to_no_others() {
        Action build = lab.start(
                TYPE,
                with -> with.inputArtifact("Source")
                        .outputArtifact("App")
                        .fault("cut@PutObject#1")
                        .fault("slow-answer(1ms)@*"));
        Job job = taken();
        try (S3Client s3 = s3(job)) {
            read(s3, place(job.data().inputArtifacts(), "Source"));
            store(s3, place(job.data().outputArtifacts(), "App"), "the app"); // the SDK tries again
        }
        assertThat(build.stored("App")).isPresent();
        lab.faults().requireAllHappened();
        assertThat(requests())
                .extracting(it -> it.fault().map(InjectedFault::toString).orElse(""))
                .containsExactly("", "cut/1", "");
        assertThatThrownBy(() -> lab.faults().add("throttle@GetObject"))
                .hasMessageContaining("does not apply to requests for artifacts; 503, credentials-expire, cut");
    }

    @Test
    void credentials_expire_when_the_first_request_arrives() {
        lab.start(TYPE, with -> with.inputArtifact("Source").fault("credentials-expire@GetObject#1"));
        Job job = taken();
        assertThat(refusal(
                        AwsSessionCredentials.create(
                                job.data().artifactCredentials().accessKeyId(),
                                job.data().artifactCredentials().secretAccessKey(),
                                job.data().artifactCredentials().sessionToken()),
                        place(job.data().inputArtifacts(), "Source")))
                .isEqualTo("ExpiredToken");
    }

    @Test
    void a_lab_without_artifacts_says_so() {
        try (Lab plain = Lab.builder().actionType(TYPE).start()) {
            assertThatThrownBy(plain::artifactEndpoint).hasMessageContaining("artifacts()");
            assertThat(plain.environment()).doesNotContainKey("AWS_ENDPOINT_URL_S3");
        }
        assertThat(lab.environment())
                .containsEntry("AWS_ENDPOINT_URL_S3", lab.artifactEndpoint().toString());
    }
}
