package dev.jobport.adapters.grpc;

import static dev.jobport.contracts.fixtures.Samples.DEFINITION;
import static dev.jobport.contracts.fixtures.Samples.FULL_INPUT;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.ProtocolMessageEnum;
import dev.jobport.adapters.grpc.generated.ActionTypesWire;
import dev.jobport.adapters.grpc.generated.JobWorkersWire;
import dev.jobport.adapters.grpc.generated.PipelinesWire;
import dev.jobport.adapters.grpc.generated.Wire;
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
        assertThat(Answers.input(FULL_INPUT).toBuilder()
                        .clearConfiguration()
                        .build()
                        .toString())
                .isEqualTo("""
                    pipeline_context {
                      pipeline_name: "Pipeline.Name"
                      stage_name: "Stage-Name"
                      action_name: "Action_Name"
                      pipeline_arn: "arn:aws:codepipeline:eu-central-1:123456789012:Pipeline.Name"
                      pipeline_execution_id: "5f1ed000-1111-4222-8333-444444444444"
                    }
                    input_artifacts {
                      name: "InputOne"
                      revision: "revision-one"
                      location {
                        bucket_name: "bucket-in-one"
                        object_key: "key/in/eins-\\303\\244.zip"
                      }
                    }
                    input_artifacts {
                      name: "InputTwo"
                    }
                    output_artifacts {
                      name: "OutputOne"
                      location {
                        bucket_name: "bucket-out-one"
                        object_key: "key/out/one"
                      }
                    }
                    output_artifacts {
                      name: "OutputTwo"
                      revision: "revision-two"
                    }
                    encryption_key {
                      id: "alias/the-key"
                      type: ENCRYPTION_KEY_TYPE_KMS
                    }
                    """);
    }

    @Test
    void a_definition_is_told_field_by_field() {
        assertThat(ActionTypeAnswers.definition(DEFINITION).toString()).isEqualTo("""
                    settings {
                      third_party_configuration_url: "https://example.com/sign-up"
                      entity_url_template: "https://example.com/{Config:Apple}"
                      execution_url_template: "https://example.com/run/{ExternalExecutionId}"
                      revision_url_template: "https://example.com/revision/{RevisionId}"
                    }
                    configuration_properties {
                      name: "Apple"
                      required: true
                      key: true
                      queryable: true
                      description: "l\\303\\244uft \\360\\237\\217\\203"
                      type: CONFIGURATION_PROPERTY_TYPE_NUMBER
                    }
                    configuration_properties {
                      name: "Schl\\303\\274ssel"
                      key: true
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
