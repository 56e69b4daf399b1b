package dev.jobport.lab;

import static dev.jobport.lab.SoundWorker.TYPE;
import static dev.jobport.lab.Talk.acknowledgement;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.adapters.wire.client.RawClient.Heard;
import dev.jobport.verdict.history.Event;
import dev.jobport.verdict.history.Exchange;
import dev.jobport.verdict.history.LifeEvent;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DoorAndForgeriesTest {

    private final Lab lab = Lab.builder().actionType(TYPE).seed(7).start();

    @AfterEach
    void close() {
        lab.close();
    }

    private Heard poll() {
        return new Talk(lab).poll();
    }

    @Test
    void the_door_refuses_as_it_would() {
        lab.faults()
                .add("throttle@PollForJobs#1")
                .add("unknown-key@PollForJobs#2")
                .add("access-denied@PollForJobs#3")
                .add("clock-skew(10m)@PollForJobs#4");

        assertThat(poll().error()).isEqualTo("ThrottlingException");
        assertThat(poll().error()).isEqualTo("UnrecognizedClientException");
        assertThat(poll().error()).isEqualTo("AccessDeniedException");
        Heard skewed = poll();
        assertThat(skewed.error()).isEqualTo("InvalidSignatureException");
        assertThat(skewed.text()).contains("Signature expired");
        assertThat(poll().status()).isEqualTo(200);
        assertThat(exchanges()).extracting(it -> it.request().signed()).containsExactly(true, false, true, false, true);
    }

    @Test
    void forged_answers_are_marked_as_such() {
        lab.start(TYPE);
        lab.faults()
                .add("garbage@PollForJobs#1")
                .add("503@PollForJobs#2")
                .add("unknown-members@PollForJobs#3")
                .add("not-in-progress(Failed)@AcknowledgeJob");

        assertThat(poll().body()).isEqualTo("<<no}JSON");
        assertThat(poll().text()).contains("503 Service Unavailable", "<html>");
        lab.time().advance(Duration.ofMinutes(2));
        Heard grown = poll();
        assertThat(grown.body()).contains("memberOfTomorrow", "nonce");
        assertThat(new Talk(lab).call("AcknowledgeJob", acknowledgement(grown)).body())
                .isEqualTo("{\"status\":\"Failed\"}");
        assertThat(exchanges())
                .hasSize(4)
                .allMatch(it -> it.fault().orElseThrow().forged());
        assertThat(life()).last().extracting(LifeEvent::to).isEqualTo("Dispatched");
    }

    private List<LifeEvent> life() {
        return of(LifeEvent.class);
    }

    private List<Exchange> exchanges() {
        return of(Exchange.class);
    }

    private <T extends Event> List<T> of(Class<T> type) {
        return lab.history().events().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
