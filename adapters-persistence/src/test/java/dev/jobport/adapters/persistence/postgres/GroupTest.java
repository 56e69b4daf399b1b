package dev.jobport.adapters.persistence.postgres;

import static dev.jobport.contracts.store.StoreUnderTest.atOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class GroupTest {

    private final List<List<Integer>> groups = Collections.synchronizedList(new ArrayList<>());

    private List<String> answer(List<Integer> questions) {
        groups.add(questions);
        if (questions.contains(13)) {
            throw new StatementRejected("13 is rejected", null);
        }
        if (questions.contains(99)) {
            throw new IllegalStateException("the database is away");
        }
        return questions.stream().map(question -> "to " + question).toList();
    }

    @Test
    void a_caller_that_is_alone_is_answered_on_its_own_thread() {
        Group<Integer, Thread> group =
                new Group<>(questions -> Collections.nCopies(questions.size(), Thread.currentThread()));

        assertThat(group.ask(1)).isSameAs(Thread.currentThread());
    }

    @Test
    void whoever_comes_while_others_are_answered_shares_the_next_group() {
        AtomicInteger came = new AtomicInteger();
        Group<Integer, String> group = new Group<>(questions -> {
            await().until(() -> came.get() == 5);
            return answer(questions);
        });
        List<Callable<String>> callers = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            int question = i;
            callers.add(() -> {
                came.incrementAndGet();
                return group.ask(question);
            });
        }

        assertThat(atOnce(callers)).containsExactly("to 1", "to 2", "to 3", "to 4", "to 5");
        assertThat(groups.stream().mapToInt(List::size).sum()).isEqualTo(5);
        assertThat(groups).hasSizeLessThan(5);
    }

    @Test
    void each_of_very_many_gets_its_own_answer() {
        Group<Integer, String> group = new Group<>(this::answer);
        AtomicInteger number = new AtomicInteger(100);

        assertThat(atOnce(32, () -> {
                    for (int i = 0; i < 500; i++) {
                        int question = number.incrementAndGet();
                        assertThat(group.ask(question)).isEqualTo("to " + question);
                    }
                    return true;
                }))
                .hasSize(32);
        assertThat(groups).allSatisfy(one -> assertThat(one).hasSizeBetween(1, 64));
    }

    @Test
    void one_that_is_rejected_spoils_no_other() {
        Group<Integer, String> group = new Group<>(this::answer);
        List<Callable<String>> callers = new ArrayList<>();
        for (int i = 1; i <= 30; i++) {
            int question = i;
            callers.add(() -> {
                try {
                    return group.ask(question);
                } catch (StatementRejected e) {
                    return e.getMessage();
                }
            });
        }
        List<String> answers = atOnce(callers);

        assertThat(answers.get(12)).isEqualTo("13 is rejected");
        assertThat(answers).filteredOn(answer -> answer.startsWith("to ")).hasSize(29);
    }

    @Test
    void whatever_else_goes_wrong_is_told_and_the_next_is_answered() {
        Group<Integer, String> group = new Group<>(this::answer);

        assertThatThrownBy(() -> group.ask(99)).hasMessage("the database is away");
        assertThat(group.ask(1)).isEqualTo("to 1");
        assertThat(groups).hasSize(2);
    }

    @Test
    void an_interrupted_caller_gets_its_answer_and_stays_interrupted() {
        Group<Integer, String> group = new Group<>(this::answer);
        Thread.currentThread().interrupt();

        assertThat(group.ask(7)).isEqualTo("to 7");
        assertThat(Thread.interrupted()).isTrue();
    }
}
