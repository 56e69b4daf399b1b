package dev.jobport.wholeserver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** So that a new store cannot be forgotten here. */
class EachStoreTest {

    @Test
    void the_whole_server_is_tested_on_each_store() {
        assertThat(StorePlaces.all()).allSatisfy(name -> {
            String test = "ServerOn" + Character.toUpperCase(name.charAt(0)) + name.substring(1) + "Test";
            assertThat(Class.forName(getClass().getPackageName() + "." + test))
                    .isAssignableTo(JobWorkerContractOnServer.class);
        });
    }
}
