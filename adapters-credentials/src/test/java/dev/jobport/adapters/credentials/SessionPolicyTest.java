package dev.jobport.adapters.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.jobport.domain.Account;
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

    private static final Account ACCOUNT = new Account("123456789012", "eu-west-1");

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
        assertThat(json.readTree(SessionPolicy.of(input, ACCOUNT, "aws")))
                .isEqualTo(json.readTree("{\"Version\":\"2012-10-17\",\"Statement\":[" + statements + "]}"));
    }

    @Test
    void inputs_can_be_read_outputs_written_and_their_key_used() throws IOException {
        assertPolicy(
                input(
                        List.of(artifact("the-in", "a/1.zip"), artifact("the-in", "b/2.zip")),
                        List.of(artifact("the-out", "c/3.zip")),
                        "arn:aws:kms:eu-west-1:1:key/k1"),
                """
                {"Effect":"Allow","Action":["s3:GetObject","s3:GetObjectVersion"],
                 "Resource":["arn:aws:s3:::the-in/a/1.zip","arn:aws:s3:::the-in/b/2.zip"]},
                {"Effect":"Allow","Action":["s3:PutObject"],"Resource":["arn:aws:s3:::the-out/c/3.zip"]},
                {"Effect":"Allow","Action":["kms:Decrypt","kms:GenerateDataKey"],
                 "Resource":["arn:aws:kms:eu-west-1:1:key/k1"]}\
                """);
    }

    @Test
    void a_key_without_an_arn_is_the_accounts_own_and_no_other() throws IOException {
        assertPolicy(input(List.of(artifact("the-in", "a")), List.of(), "0b1c-k1"), """
            {"Effect":"Allow","Action":["s3:GetObject","s3:GetObjectVersion"],"Resource":["arn:aws:s3:::the-in/a"]},
            {"Effect":"Allow","Action":["kms:Decrypt","kms:GenerateDataKey"],
             "Resource":["arn:aws:kms:eu-west-1:123456789012:key/0b1c-k1"]}\
            """);
    }

    @Test
    void an_alias_is_a_condition_on_the_accounts_keys() throws IOException {
        String condition = """
            "Condition":{"ForAnyValue:StringEquals":{"kms:ResourceAliases":"alias/mine"}}}\
            """;
        for (String id : List.of("alias/mine", "arn:aws:kms:eu-west-1:123456789012:alias/mine")) {
            assertPolicy(input(List.of(artifact("the-in", "a")), List.of(), id), """
                     {"Effect":"Allow","Action":["s3:GetObject","s3:GetObjectVersion"],"Resource":["arn:aws:s3:::the-in/a"]},
                     {"Effect":"Allow","Action":["kms:Decrypt","kms:GenerateDataKey"],
                      "Resource":["arn:aws:kms:eu-west-1:123456789012:key/*"],\
                     """ + condition);
        }
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
                input(List.of(), List.of(artifact("the-out", "*/${aws:username}?"))),
                "{\"Effect\":\"Allow\",\"Action\":[\"s3:PutObject\"],"
                        + "\"Resource\":[\"arn:aws:s3:::the-out/${*}/${$}{aws:username}${?}\"]}");
    }

    @Test
    void a_policy_that_is_too_long_names_buckets() throws IOException {
        List<Artifact> many = IntStream.range(0, 5)
                .mapToObj(i -> artifact("the-in", "x".repeat(500) + i))
                .toList();

        assertPolicy(input(many, List.of(artifact("the-out", "b"))), """
            {"Effect":"Allow","Action":["s3:GetObject","s3:GetObjectVersion"],"Resource":["arn:aws:s3:::the-in/*"]},
            {"Effect":"Allow","Action":["s3:PutObject"],"Resource":["arn:aws:s3:::the-out/*"]}\
            """);
    }

    @Test
    void other_clouds_have_names_of_their_own() {
        assertThat(SessionPolicy.of(input(List.of(artifact("the-in", "a")), List.of()), ACCOUNT, "aws-cn"))
                .contains("\"arn:aws-cn:s3:::the-in/a\"");
    }
}
