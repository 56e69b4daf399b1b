package dev.jobport.adapters.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RetryInfo;
import dev.jobport.adapters.grpc.generated.Wire;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.Violation;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What clients are told of a refusal. */
class RefusalsTest {

    private static <M extends Message> Optional<M> detail(StatusRuntimeException told, Class<M> type)
            throws InvalidProtocolBufferException {
        for (Any detail : StatusProto.fromThrowable(told).getDetailsList()) {
            if (detail.is(type)) {
                return Optional.of(detail.unpack(type));
            }
        }
        return Optional.empty();
    }

    @Test
    void every_refusal_has_a_code_and_its_own_name_as_the_reason() throws InvalidProtocolBufferException {
        for (String name : Refusal.names()) {
            StatusRuntimeException told =
                    Refusals.told(Refusal.told(name, "Because.").orElseThrow());

            ErrorInfo info = detail(told, ErrorInfo.class).orElseThrow();
            assertThat(info.getReason()).isEqualTo(name);
            assertThat(info.getDomain()).isEqualTo("jobport");
            assertThat(told.getStatus().getDescription()).isEqualTo("Because.");
            assertThat(told.getStatus().getCode()).isNotIn(Status.Code.UNKNOWN, Status.Code.INTERNAL);
        }
    }

    @Test
    void broken_constraints_are_told_by_field_in_the_names_of_the_proto_files() throws InvalidProtocolBufferException {
        StatusRuntimeException told = Refusals.told(new Refusal.Validation(List.of(
                Violation.missing("actionTypeId.provider"),
                Violation.of("be good").in("inputArtifacts.2.member.location.bucketName"),
                Violation.of("be short").in("configuration.myKey"))));

        assertThat(detail(told, BadRequest.class).orElseThrow().getFieldViolationsList())
                .extracting(BadRequest.FieldViolation::getField, BadRequest.FieldViolation::getDescription)
                .containsExactly(
                        tuple("action_type_id.provider", "must not be null"),
                        tuple("input_artifacts[1].location.bucket_name", "must be good"),
                        tuple("configuration.myKey", "must be short"));
    }

    @Test
    void all_that_is_wrong_with_a_request_is_told_at_once() {
        Wire.ActionInput input = Wire.ActionInput.newBuilder()
                .setPipelineContext(Wire.PipelineContext.newBuilder().setPipelineArn("no arn"))
                .addInputArtifacts(Wire.Artifact.getDefaultInstance())
                .addInputArtifacts(Wire.Artifact.newBuilder().setLocation(Wire.S3Location.getDefaultInstance()))
                .setEncryptionKey(Wire.EncryptionKey.getDefaultInstance())
                .build();

        assertThatExceptionOfType(Refusal.Validation.class)
                .isThrownBy(() -> Requests.actionInput(input))
                .satisfies(refused -> assertThat(detail(Refusals.told(refused), BadRequest.class)
                                .orElseThrow()
                                .getFieldViolationsList())
                        .extracting(BadRequest.FieldViolation::getField)
                        .containsExactly(
                                "pipeline_context.pipeline_arn",
                                "input_artifacts[0].name",
                                "input_artifacts[1].name",
                                "input_artifacts[1].location.bucket_name",
                                "input_artifacts[1].location.object_key",
                                "encryption_key.id",
                                "encryption_key.type"));
    }

    @Test
    void of_very_many_faults_as_many_are_told_as_clients_take() throws InvalidProtocolBufferException {
        StatusRuntimeException told = Refusals.told(
                new Refusal.Validation(Collections.nCopies(10_000, Violation.missing("actionTypeId.provider"))));

        assertThat(detail(told, BadRequest.class).orElseThrow().getFieldViolationsCount())
                .isPositive();
        assertThat(StatusProto.fromThrowable(told).getSerializedSize()).isLessThan(6_000);
    }

    @Test
    void who_may_come_again_is_told_when() throws InvalidProtocolBufferException {
        StatusRuntimeException told = Refusals.told(new Refusal.TooManyWaits("Too many."));

        assertThat(detail(told, RetryInfo.class).orElseThrow().getRetryDelay().getSeconds())
                .isEqualTo(5);
    }

    @Test
    void a_fault_of_the_server_is_not_told() throws InvalidProtocolBufferException {
        StatusRuntimeException told = Refusals.told(new IllegalStateException("a secret"));

        assertThat(told.getStatus().getCode()).isEqualTo(Status.Code.INTERNAL);
        assertThat(told.getStatus().getDescription()).doesNotContain("secret");
        assertThat(detail(told, ErrorInfo.class).orElseThrow().getReason()).isEqualTo("InternalFailure");
    }

    @Test
    void a_message_that_quotes_a_long_value_is_cut() {
        StatusRuntimeException told = Refusals.told(new Refusal.InvalidJobState("x".repeat(100_000)));

        assertThat(told.getStatus().getDescription()).hasSizeLessThan(1_000);
    }
}
