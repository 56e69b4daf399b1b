package dev.jobport.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.domain.action.ActionInput;
import dev.jobport.domain.action.Artifact;
import dev.jobport.domain.action.CurrentRevision;
import dev.jobport.domain.action.EncryptionKey;
import dev.jobport.domain.action.ExecutionDetails;
import dev.jobport.domain.action.PipelineContext;
import dev.jobport.domain.actiontype.ActionCategory;
import dev.jobport.domain.actiontype.ActionOwner;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.actiontype.ActionTypeSettings;
import dev.jobport.domain.actiontype.ArtifactDetails;
import dev.jobport.domain.actiontype.ConfigurationProperty;
import dev.jobport.domain.actiontype.ProviderDeclaration;
import dev.jobport.domain.actiontype.Timing;
import dev.jobport.domain.actiontype.UrlTemplate;
import dev.jobport.domain.client.ClientId;
import dev.jobport.domain.client.ClientToken;
import dev.jobport.domain.job.ContinuationToken;
import dev.jobport.domain.job.FailureDetails;
import dev.jobport.domain.job.FailureType;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.Nonce;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every limit that the values have, at it and one beyond. */
class LimitsTest {

    private static final String UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
    private static final String A_UUID = "01234567-89ab-cdef-0123-456789abcdef";

    static Stream<Arguments> lengths() {
        return Stream.of(
                length("job id", 1, 512, JobId::new),
                length("nonce", 1, 50, Nonce::new),
                length("continuation token", 1, 2048, ContinuationToken::new),
                length("client token", 1, 256, ClientToken::new),
                length("failure message", 1, 5000, LimitsTest::failure),
                length(
                        "failure's external id",
                        1,
                        1500,
                        id -> new FailureDetails(FailureType.JobFailed, "m", Optional.of(id))),
                length("summary", 1, 2048, summary -> details(summary, "id", 1)),
                length("external execution id", 1, 1500, id -> details("s", id, 1)),
                length("revision", 1, 1500, revision -> revision(revision, "c", "s")),
                length("change identifier", 1, 100, change -> revision("r", change, "s")),
                length("revision summary", 1, 2048, summary -> revision("r", "c", summary)),
                length(
                        "artifact's revision",
                        1,
                        1500,
                        revision -> new Artifact("a", Optional.of(revision), Optional.empty())),
                length("bucket name", 3, 63, bucket -> new Artifact.S3Location(bucket, "k")),
                length("object key", 1, 1024, key -> new Artifact.S3Location("own", key)),
                length("encryption key id", 1, 400, id -> new EncryptionKey(id, EncryptionKey.Type.KMS)),
                length("configuration key", 1, 50, key -> configuration(key, "v")),
                length("configuration value", 1, 50_000, value -> configuration("k", value)),
                length("property's name", 1, 50, name -> property(name, "d")),
                length("property's description", 1, 250, description -> property("n", description)),
                length("sign-up URL", 1, 2048, LimitsTest::signUp),
                length("URL template", 1, 2048, UrlTemplate::new),
                length("type's description", 1, 1024, text -> declaration(text, "s", "p")),
                length("service principal", 1, 128, principal -> declaration("d", principal, "p")),
                length("policy statements", 1, 2048, policy -> declaration("d", "s", policy)),
                length("provider", 1, 35, provider -> type(provider, "1")),
                length("version", 1, 9, version -> type("p", version)),
                length("artifact name", 1, 100, LimitsTest::artifact),
                length("pipeline name", 1, 100, name -> names(name, "s", "a")),
                length("stage name", 1, 100, name -> names("p", name, "a")),
                length("action name", 1, 100, name -> names("p", "s", name)));
    }

    @ParameterizedTest(name = "{0}: {1} to {2} characters")
    @MethodSource("lengths")
    void a_text_is_good_up_to_its_limits_and_refused_beyond(
            String what, int min, int max, Function<String, Object> construct) {
        assertThatCode(() -> construct.apply("x".repeat(min))).doesNotThrowAnyException();
        assertThatCode(() -> construct.apply("x".repeat(max))).doesNotThrowAnyException();
        assertThat(refusal(() -> construct.apply("x".repeat(min - 1))).violations())
                .extracting(Violation::constraint)
                .contains("have length greater than or equal to " + min);
        assertThat(refusal(() -> construct.apply("x".repeat(max + 1))).violations())
                .extracting(Violation::constraint)
                .containsExactly("have length less than or equal to " + max);
    }

    static Stream<Arguments> patterns() {
        String name = "[A-Za-z0-9.@\\-_]+";
        String arn = "arn:aws:codepipeline:eu-west-1:123456789012:shop";
        return Stream.of(
                pattern(
                        "provider",
                        "[0-9A-Za-z_-]+",
                        List.of("My_Tool-2"),
                        List.of("a.b", "ä", "a\n"),
                        p -> type(p, "1")),
                pattern("version", "[0-9A-Za-z_-]+", List.of("1_0-a"), List.of("1.0"), v -> type("p", v)),
                pattern(
                        "client id",
                        UUID,
                        List.of(A_UUID),
                        List.of("", A_UUID.toUpperCase(), A_UUID + "\n"),
                        ClientId::new),
                pattern("execution id", UUID, List.of(A_UUID), List.of("x" + A_UUID), LimitsTest::executionId),
                pattern(
                        "artifact name",
                        "[a-zA-Z0-9_\\-]+",
                        List.of("App_Source-1"),
                        List.of("a.zip"),
                        LimitsTest::artifact),
                pattern(
                        "bucket name",
                        "[a-z0-9][a-z0-9.-]*[a-z0-9]",
                        List.of("a.b-9"),
                        List.of("", "b/", "own\n", "Own", "own*", "-own", "own."),
                        bucket -> new Artifact.S3Location(bucket, "k")),
                pattern(
                        "encryption key id",
                        "[0-9A-Za-z:/_-]+",
                        List.of("alias/the-key_1", "arn:aws:kms:eu-west-1:123456789012:key/" + A_UUID),
                        List.of("", "*", "arn:aws:kms:*:*:key/*", "x:key/\"", "key/?", "key/${aws:username}"),
                        id -> new EncryptionKey(id, EncryptionKey.Type.KMS)),
                pattern("pipeline name", name, List.of("a.b@c-d_e"), List.of("a b"), n -> names(n, "s", "a")),
                pattern(
                        "allowed account",
                        "[0-9]{12}|\\*",
                        List.of("*", "123456789012"),
                        List.of("", "12", "123456789012*", "*\n"),
                        account -> accounts(account, "123456789012")),
                pattern(
                        "polling account",
                        "[0-9]{12}",
                        List.of("123456789012"),
                        List.of("", "*", "1234567890123"),
                        account -> accounts("*", account)),
                pattern("stage name", name, List.of("a.b@c-d_e"), List.of("a/b"), n -> names("p", n, "a")),
                pattern("action name", name, List.of("a.b@c-d_e"), List.of("a:b"), n -> names("p", "s", n)),
                pattern(
                        "pipeline ARN",
                        "arn:aws(-[\\w]+)*:codepipeline:.+:[0-9]{12}:.+",
                        List.of(arn, arn.replace("aws", "aws-us-gov")),
                        List.of("", arn.replace("codepipeline", "s3"), arn.replace("123456789012", "12")),
                        LimitsTest::arn));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("patterns")
    void a_text_matches_its_pattern_as_a_whole_or_is_refused(
            String what, String pattern, List<String> good, List<String> bad, Function<String, Object> construct) {
        assertThat(good).allSatisfy(construct::apply);
        assertThat(bad)
                .allSatisfy(value -> assertThat(
                                refusal(() -> construct.apply(value)).violations())
                        .extracting(Violation::constraint)
                        .contains("satisfy regular expression pattern: " + pattern));
    }

    @Test
    void an_object_key_is_limited_by_its_bytes() {
        assertThatCode(() -> new Artifact.S3Location("own", "ä".repeat(512))).doesNotThrowAnyException();
        assertThat(refusal(() -> new Artifact.S3Location("own", "ä".repeat(513))))
                .hasMessageContaining("1024 bytes");
    }

    static Stream<Arguments> ranges() {
        return Stream.of(
                range("percent complete", 0, 100, percent -> details("s", "i", (int) percent)),
                range("minimum of artifacts", 0, 10, count -> new ArtifactDetails((int) count, 10)),
                range("maximum of artifacts", 0, 10, count -> new ArtifactDetails(0, (int) count)),
                range("dispatch lease", 0, 43_200, s -> timing(s, 1, 1, 1)),
                range("job timeout", 0, 43_200, s -> timing(1, s, 1, 1)),
                range("action timeout", 0, 604_800, s -> timing(1, 1, s, 1)),
                range("continuation delay", 0, 43_200, s -> timing(1, 1, 1, s)));
    }

    @ParameterizedTest(name = "{0}: {1} to {2}")
    @MethodSource("ranges")
    void a_number_is_good_up_to_its_limits_and_refused_beyond(String what, long min, long max, LongConsumer construct) {
        assertThatCode(() -> construct.accept(min)).doesNotThrowAnyException();
        assertThatCode(() -> construct.accept(max)).doesNotThrowAnyException();
        assertThat(refusal(() -> construct.accept(min - 1)))
                .hasMessageContaining("Value at '")
                .hasMessageEndingWith("Member must have value greater than or equal to " + min);
        assertThat(refusal(() -> construct.accept(max + 1)))
                .hasMessageContaining("Value at '")
                .hasMessageEndingWith("Member must have value less than or equal to " + max);
    }

    private static Refusal.Validation refusal(ThrowingCallable call) {
        var caught = new Refusal.Validation[1];
        assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.Validation.class, it -> caught[0] = it);
        return caught[0];
    }

    private static Arguments length(String what, int min, int max, Function<String, Object> construct) {
        return Arguments.of(what, min, max, construct);
    }

    private static Arguments pattern(
            String what, String pattern, List<String> good, List<String> bad, Function<String, Object> construct) {
        return Arguments.of(what, pattern, good, bad, construct);
    }

    private static Arguments range(String what, long min, long max, LongConsumer construct) {
        return Arguments.of(what, min, max, construct);
    }

    private static FailureDetails failure(String message) {
        return new FailureDetails(FailureType.JobFailed, message, Optional.empty());
    }

    private static ExecutionDetails details(String summary, String id, int percent) {
        return new ExecutionDetails(Optional.of(summary), Optional.of(id), Optional.of(percent));
    }

    private static CurrentRevision revision(String revision, String change, String summary) {
        return new CurrentRevision(revision, change, Optional.empty(), Optional.of(summary));
    }

    private static ActionInput configuration(String key, String value) {
        return new ActionInput(Map.of(key, value), PipelineContext.NONE, List.of(), List.of(), Optional.empty());
    }

    private static ConfigurationProperty property(String name, String description) {
        return new ConfigurationProperty(
                name, false, false, false, false, Optional.of(description), ConfigurationProperty.Type.String);
    }

    private static ActionTypeSettings signUp(String url) {
        return new ActionTypeSettings(Optional.of(url), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static ProviderDeclaration declaration(String description, String principal, String policy) {
        return new ProviderDeclaration(
                Optional.of(description), List.of(), List.of(), List.of(principal), Optional.of(policy));
    }

    private static ProviderDeclaration accounts(String allowed, String polling) {
        return new ProviderDeclaration(
                Optional.empty(), List.of(allowed), List.of(polling), List.of(), Optional.empty());
    }

    private static ActionTypeId type(String provider, String version) {
        return new ActionTypeId(ActionCategory.Build, ActionOwner.ThirdParty, provider, version);
    }

    private static Artifact artifact(String name) {
        return new Artifact(name, Optional.empty(), Optional.empty());
    }

    private static PipelineContext names(String pipeline, String stage, String action) {
        return new PipelineContext(
                Optional.of(pipeline), Optional.of(stage), Optional.of(action), Optional.empty(), Optional.empty());
    }

    private static PipelineContext arn(String arn) {
        return new PipelineContext(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(arn), Optional.empty());
    }

    private static PipelineContext executionId(String id) {
        return new PipelineContext(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(id));
    }

    private static Timing timing(long lease, long job, long action, long delay) {
        return new Timing(
                Duration.ofSeconds(lease),
                Duration.ofSeconds(job),
                Duration.ofSeconds(action),
                Duration.ofSeconds(delay));
    }
}
