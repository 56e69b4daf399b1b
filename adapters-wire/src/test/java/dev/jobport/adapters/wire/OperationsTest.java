package dev.jobport.adapters.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.adapters.wire.model.ServiceModel;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OperationsTest {

    /** The model contract asks the server for each operation of the model, so it misses none of these. */
    @Test
    void every_operation_is_one_of_the_published_model() {
        assertThat(ServiceModel.published().operations()).containsAll(new Operations(null, null, null).names());
    }

    @Test
    void every_other_operation_of_the_published_model_is_known_not_to_be_served() {
        Set<String> served = new Operations(null, null, null).names();

        assertThat(OtherOperations.NAMES).doesNotContainAnyElementsOf(served);
        assertThat(ServiceModel.published().operations())
                .filteredOn(name -> !served.contains(name))
                .isNotEmpty()
                .allMatch(OtherOperations.NAMES::contains);
    }
}
