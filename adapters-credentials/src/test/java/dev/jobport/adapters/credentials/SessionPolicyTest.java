package dev.jobport.adapters.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.jobport.domain.action.ActionInput;
import dev.jobport.domain.action.Artifact;
import dev.jobport.domain.action.Artifact.S3Location;
import dev.jobport.domain.action.EncryptionKey;
import dev.jobport.domain.action.PipelineContext;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** An action may read what it is given and write what it is to make, and nothing else. */
class SessionPolicyTest {

    private static Artifact artifact(String bucket, String key) {
        return new Artifact("a", Optional.empty(), Optional.of(new S3Location(bucket, key)));
    }

    private static ActionInput input(List<Artifact> in, List<Artifact> out, String... key) {
        return new ActionInput(
                Map.of(),
                PipelineContext.NONE,
                in,
                out,
                List.of(key).stream()
                        .map(id -> new EncryptionKey(id, EncryptionKey.Type.KMS))
                        .findFirst());
    }

    private static void assertPolicy(ActionInput input, String statements) throws IOException {
        ObjectMapper json = new ObjectMapper();
        assertThat(json.readTree(SessionPolicy.of(input, "aws")))
                .isEqualTo(json.readTree("{\"Version\":\"2012-10-17\",\"Statement\":[" + statements + "]}"));
    }

    @Test
    void inputs_can_be_read_outputs_written_and_their_key_used() throws IOException {
        assertPolicy(
                input(
                        List.of(artifact("in", "a/1.zip"), artifact("in", "b/2.zip")),
                        List.of(artifact("out", "c/3.zip")),
                        "arn:aws:kms:eu-west-1:1:key/k1"),
                """
                {"Effect":"Allow","Action":["s3:GetObject","s3:GetObjectVersion"],
                 "Resource":["arn:aws:s3:::in/a/1.zip","arn:aws:s3:::in/b/2.zip"]},
                {"Effect":"Allow","Action":["s3:PutObject"],"Resource":["arn:aws:s3:::out/c/3.zip"]},
                {"Effect":"Allow","Action":["kms:Decrypt","kms:GenerateDataKey"],
                 "Resource":["arn:aws:kms:eu-west-1:1:key/k1"]}""");
    }

    @Test
    void a_key_that_is_not_named_by_its_arn_may_be_any_of_the_roles() throws IOException {
        assertPolicy(input(List.of(artifact("in", "a")), List.of(), "alias/mine"), """
                {"Effect":"Allow","Action":["s3:GetObject","s3:GetObjectVersion"],"Resource":["arn:aws:s3:::in/a"]},
                {"Effect":"Allow","Action":["kms:Decrypt","kms:GenerateDataKey"],"Resource":["*"]}""");
    }

    @Test
    void without_artifacts_nothing_is_allowed() throws IOException {
        Artifact nowhere = new Artifact("a", Optional.empty(), Optional.empty());
        String nothing = "{\"Effect\":\"Deny\",\"Action\":\"*\",\"Resource\":\"*\"}";

        assertPolicy(input(List.of(), List.of()), nothing);
        assertPolicy(input(List.of(nowhere), List.of(nowhere), "alias/mine"), nothing);
    }

    @Test
    void a_name_stands_for_itself_only() throws IOException {
        assertPolicy(
                input(List.of(), List.of(artifact("out", "*/${aws:username}?"))),
                "{\"Effect\":\"Allow\",\"Action\":[\"s3:PutObject\"],"
                        + "\"Resource\":[\"arn:aws:s3:::out/${*}/${$}{aws:username}${?}\"]}");
    }

    @Test
    void a_policy_that_is_too_long_names_buckets() throws IOException {
        List<Artifact> many = IntStream.range(0, 5)
                .mapToObj(i -> artifact("in", "x".repeat(500) + i))
                .toList();

        assertPolicy(input(many, List.of(artifact("out", "b"))), """
                {"Effect":"Allow","Action":["s3:GetObject","s3:GetObjectVersion"],"Resource":["arn:aws:s3:::in/*"]},
                {"Effect":"Allow","Action":["s3:PutObject"],"Resource":["arn:aws:s3:::out/*"]}""");
    }

    @Test
    void other_clouds_have_names_of_their_own() {
        assertThat(SessionPolicy.of(input(List.of(artifact("in", "a")), List.of()), "aws-cn"))
                .contains("\"arn:aws-cn:s3:::in/a\"");
    }
}
