package dev.jobport.adapters.http.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.adapters.http.model.ServiceModel;
import org.junit.jupiter.api.Test;

class OperationsTest {

    /** The model contract asks the server for each operation of the model, so it misses none of these. */
    @Test
    void every_operation_is_one_of_the_published_model() {
        assertThat(ServiceModel.published().operations()).containsAll(new Operations(null, null, null).names());
    }
}
