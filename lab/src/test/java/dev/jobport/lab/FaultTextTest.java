package dev.jobport.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FaultTextTest {

    private final Lab lab = Lab.start();

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void a_fault_is_told_as_it_was_written() {
        lab.faults()
                .add("lost-answer@AcknowledgeJob#1")
                .add("throttle@Poll*#1-3")
                .add("500@*%0.05")
                .add("slow-answer(2s)@PutJobSuccessResult|PutJobFailureResult#/2!job=j!caller=k");
        lab.faults().on(Operation.ACKNOWLEDGE_JOB).nth(2).aRivalIsFaster();

        assertThat(lab.faults().all())
                .containsExactly(
                        "lost-answer@AcknowledgeJob#1",
                        "throttle@PollForJobs|PollForThirdPartyJobs#1-3",
                        "500@*%0.05",
                        "slow-answer(2s)@PutJobFailureResult|PutJobSuccessResult#/2!job=j!caller=k",
                        "rival@AcknowledgeJob#2");
        assertThat(lab.faults().missed()).hasSize(5);
    }

    @Test
    void what_cannot_be_is_told_at_once() {
        assertThat(messageOf("lost-anser@AcknowledgeJob")).startsWith("There is no fault lost-anser");
        assertThat(messageOf("lost-answer@AcknowledgeJobs")).startsWith("There is no operation AcknowledgeJobs");
        assertThat(messageOf("lost-answer@AcknowledgeJob#0")).startsWith("Calls are counted from 1");
        assertThat(messageOf("lost-answer@AcknowledgeJob%2")).startsWith("A probability is from 0 to 1");
        assertThat(messageOf("slow-answer(soon)@AcknowledgeJob")).startsWith("A duration is written like 2s");
        assertThat(messageOf("lost-answer(2s)@AcknowledgeJob")).startsWith("The fault lost-answer takes no argument");
        assertThat(messageOf("lost-answer")).startsWith("A fault is written like");
        assertThat(messageOf("lost-answer@AcknowledgeJob!moon=full")).startsWith("A fault is for an action, a job");
    }

    @Test
    void a_name_of_stars_is_read_at_once() {
        assertThat(messageOf("500@" + "*".repeat(60) + "Nothing")).startsWith("There is no operation ***");
    }

    @Test
    void no_fault_lasts_longer_than_a_clock_can_count() {
        for (String text : List.of(
                "slow-answer(P999999999D)", "trickle(P400D)", "restart(9223372036854775807ms)", "clock-skew(-P400D)")) {
            assertThat(messageOf(text + "@AcknowledgeJob")).startsWith("A duration is of 365 days at the most");
        }
    }

    private String messageOf(String text) {
        try {
            lab.faults().add(text);
            return "";
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
    }
}
