package dev.jobport.adapters.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.ProtocolMessageEnum;
import dev.jobport.adapters.grpc.generated.ActionTypesWire;
import dev.jobport.adapters.grpc.generated.JobWorkersWire;
import dev.jobport.adapters.grpc.generated.PipelinesWire;
import dev.jobport.adapters.grpc.generated.Wire;
import dev.jobport.contracts.actiontypes.ActionTypeWorld;
import dev.jobport.contracts.worker.JobWorkerWorld;
import dev.jobport.domain.action.ActionExecutionStatus;
import dev.jobport.domain.action.EncryptionKey;
import dev.jobport.domain.actiontype.ActionCategory;
import dev.jobport.domain.actiontype.ActionOwner;
import dev.jobport.domain.actiontype.ConfigurationProperty;
import dev.jobport.domain.actiontype.ExecutorType;
import dev.jobport.domain.job.FailureType;
import dev.jobport.domain.job.JobStatus;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What stands in messages, told without the mapping that the contracts' client shares with the server. */
class WireTest {

    private static final Map<Class<? extends Enum<?>>, Class<? extends Enum<?>>> ENUMS = Map.of(
            Wire.ActionCategory.class, ActionCategory.class,
            Wire.ActionOwner.class, ActionOwner.class,
            Wire.JobStatus.class, JobStatus.class,
            Wire.EncryptionKeyType.class, EncryptionKey.Type.class,
            JobWorkersWire.FailureType.class, FailureType.class,
            ActionTypesWire.ConfigurationPropertyType.class, ConfigurationProperty.Type.class,
            ActionTypesWire.ExecutorType.class, ExecutorType.class,
            PipelinesWire.ActionExecutionStatus.class, ActionExecutionStatus.class);

    @Test
    void every_constant_of_an_enum_has_its_own_on_the_wire_and_comes_back_as_itself() {
        ENUMS.forEach((wire, type) -> {
            for (Enum<?> constant : type.getEnumConstants()) {
                assertThat(told(wire, constant).name().replace("_", ""))
                        .endsWith(constant.name().toUpperCase(Locale.ROOT));
                assertThat(read(type, told(wire, constant))).contains(constant);
            }
            // UNSPECIFIED and UNRECOGNIZED besides
            assertThat(wire.getEnumConstants()).hasSize(type.getEnumConstants().length + 2);
        });
    }

    @Test
    void every_enum_of_the_proto_files_is_one_of_the_domain() {
        assertThat(Stream.of(
                                Wire.getDescriptor(),
                                JobWorkersWire.getDescriptor(),
                                ActionTypesWire.getDescriptor(),
                                PipelinesWire.getDescriptor())
                        .flatMap(file -> file.getEnumTypes().stream())
                        .map(EnumDescriptor::getName))
                .containsExactlyInAnyOrderElementsOf(
                        ENUMS.keySet().stream().map(Class::getSimpleName).toList());
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Enum<?> told(Class wire, Enum<?> constant) {
        return Enums.of(wire, constant);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Optional<Enum<?>> read(Class type, Enum wire) {
        return Enums.optional("field", type, (Enum & ProtocolMessageEnum) wire);
    }

    @Test
    void what_an_action_is_given_is_told_field_by_field() {
        assertThat(Answers.input(JobWorkerWorld.fullInput()).toBuilder()
                        .clearConfiguration()
                        .build()
                        .toString())
                .isEqualTo("""
                    pipeline_context {
                      pipeline_name: "shop-pipeline"
                      stage_name: "Verify"
                      action_name: "SmokeTest"
                      pipeline_arn: "arn:aws:codepipeline:eu-west-1:123456789012:shop-pipeline"
                      pipeline_execution_id: "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee"
                    }
                    input_artifacts {
                      name: "AppSource"
                      revision: "rev-in-1"
                      location {
                        bucket_name: "artifacts-of-appsource"
                        object_key: "source.zip"
                      }
                    }
                    input_artifacts {
                      name: "TestSource"
                      location {
                        bucket_name: "artifacts-of-testsource"
                        object_key: "tests.zip"
                      }
                    }
                    output_artifacts {
                      name: "Report"
                      location {
                        bucket_name: "artifacts-of-report"
                        object_key: "report.zip"
                      }
                    }
                    encryption_key {
                      id: "arn:aws:kms:eu-west-1:123456789012:key/k1"
                      type: ENCRYPTION_KEY_TYPE_KMS
                    }
                    """);
    }

    @Test
    void a_definition_is_told_field_by_field() {
        assertThat(ActionTypeAnswers.definition(ActionTypeWorld.DEFINITION).toString())
                .isEqualTo("""
                    settings {
                      third_party_configuration_url: "https://ci.example/sign-up"
                      entity_url_template: "https://ci.example/{Config:Project}"
                      execution_url_template: "https://ci.example/runs/{ExternalExecutionId}"
                      revision_url_template: "https://ci.example/{Config:Project}/settings"
                    }
                    configuration_properties {
                      name: "Project"
                      required: true
                      key: true
                      queryable: true
                      description: "gr\\303\\266\\303\\237er"
                      type: CONFIGURATION_PROPERTY_TYPE_NUMBER
                    }
                    configuration_properties {
                      name: "Password"
                      secret: true
                      type: CONFIGURATION_PROPERTY_TYPE_STRING
                    }
                    input_artifact_details {
                      maximum_count: 2
                    }
                    output_artifact_details {
                      maximum_count: 1
                    }
                    """);
    }
}
