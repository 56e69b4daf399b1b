package dev.jobport.adapters.http.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.jobport.adapters.http.DoorkeeperSamples;
import dev.jobport.adapters.wire.json.Members;
import dev.jobport.adapters.wire.json.Shape;
import dev.jobport.application.driving.DrivingPorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The document in the repository is the one that the server shows, and tools can use it. */
class OpenApiTest {

    /** Writes the document anew instead of looking whether it is up to date. */
    private static final boolean WRITES = Boolean.getBoolean("jobport.openapi.write");

    private static final Path FILE = Path.of("../docs/openapi.json");

    private static final String PRINT = OpenApi.print(new ControlApi(
                    new DrivingPorts(null, null, null, null, null, null), DoorkeeperSamples.LETS_EVERYBODY_IN, null)
            .routes());

    @Test
    void it_is_what_the_code_prints() throws IOException {
        if (WRITES) {
            Files.writeString(FILE, PRINT);
        }

        assertThat(Files.readString(FILE))
                .as("docs/openapi.json; mvn -pl adapters-http -am test -Dtest=OpenApiTest -Djobport.openapi.write=true"
                        + " -Dsurefire.failIfNoSpecifiedTests=false writes it anew")
                .isEqualTo(PRINT);
    }

    @Test
    void whatever_it_refers_to_is_there() throws IOException {
        JsonNode document = new JsonMapper().readTree(PRINT);

        assertThat(document.findValuesAsText("$ref"))
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                document.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    @Test
    void every_operation_has_a_name_of_its_own() throws IOException {
        assertThat(new JsonMapper().readTree(PRINT).findValuesAsText("operationId"))
                .hasSizeGreaterThan(10)
                .doesNotHaveDuplicates();
    }

    @Test
    void what_a_request_is_written_as_is_read_again() {
        assertIsReadAgain(RegisteredTypeShapes.definition(Examples.ACTION_TYPE.id()), Examples.ACTION_TYPE);
        assertIsReadAgain(StartShapes.START, Examples.START);
        assertIsReadAgain(ClientShapes.REGISTRATION, Examples.REGISTRATION);
    }

    private static <T> void assertIsReadAgain(Shape<T> shape, T value) {
        assertThat(shape.read(Members.strict(shape.write(value)))).isEqualTo(value);
    }
}
