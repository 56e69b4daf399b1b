package dev.jobport.adapters.http;

import static dev.jobport.contracts.fixtures.Samples.JOB_ID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.application.driving.Caller;
import dev.jobport.domain.job.Invocation;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** By what the core knows that an SDK sent a call again. */
class InvocationTest extends WithServer {

    private static final String ID = "f7fba218-9c29-48f4-a9e1-a2eb359ae010";
    private static final String BODY = "{\"jobId\":\"%s\",\"nonce\":\"3\",\"clientToken\":\"t\"}".formatted(JOB_ID);

    @Test
    void the_invocation_has_the_name_that_the_sdk_gave_it() {
        assertThat(acknowledge(ID)).contains(new Invocation(ID));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1234567",
                "no spaces inside",
                "more-than-64-0123456789012345678901234567890123456789012345678901"
            })
    void a_name_that_no_sdk_would_give_counts_as_none(String id) {
        assertThat(acknowledge(id)).isEmpty();
    }

    private Optional<Invocation> acknowledge(String id) {
        server.send(server.to("/")
                .header("Content-Type", "application/x-amz-json-1.1")
                .header("X-Amz-Target", "CodePipeline_20150709.AcknowledgeThirdPartyJob")
                .header("amz-sdk-invocation-id", id)
                .POST(BodyPublishers.ofString(BODY)));
        var callers = server.ports.callers();
        Caller last = callers.get(callers.size() - 1);
        return last.invocation();
    }
}
