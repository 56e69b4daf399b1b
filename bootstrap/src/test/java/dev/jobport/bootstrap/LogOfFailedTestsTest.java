package dev.jobport.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LogOfFailedTestsTest {

    @Test
    void what_was_logged_last_is_shown() {
        LoggerFactory.getLogger("jobs").atError().addKeyValue("jobId", "j-1").log("a line {}", 42);
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        new LogOfFailedTests(new PrintStream(out, true, UTF_8)).show("SomeTest: a_test");

        assertThat(out.toString(UTF_8))
                .startsWith("What was logged last when a test failed, SomeTest: a_test:")
                .contains("ERROR jobs a line 42 [jobId=\"j-1\"]");
    }
}
