package dev.jobport.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.lab.Faults;
import dev.jobport.lab.Lab;
import dev.jobport.lab.LabTime;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which tests share a lab, and that nothing is left of it. */
class ScopeTest {

    /** Of all labs that the samples were given, in the order in which they were. */
    private static final ConcurrentLinkedQueue<URI> SEEN = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void forget() {
        SEEN.clear();
    }

    @AfterEach
    void nothing_is_left() {
        assertThat(SEEN)
                .isNotEmpty()
                .allSatisfy(endpoint -> assertThat(isOpen(endpoint)).isFalse());
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("jobport"));
    }

    private static boolean isOpen(URI endpoint) {
        try (Socket socket = new Socket(endpoint.getHost(), endpoint.getPort())) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void each_test_has_a_lab_of_its_own_from_before_to_after() {
        Ran ran = Ran.of(InAnInstance.class);

        assertThat(ran.failures()).isEmpty();
        assertThat(ran.succeeded()).isEqualTo(7);
        assertThat(SEEN).hasSize(7).doesNotHaveDuplicates();
    }

    static class InAnInstance {

        @RegisterExtension
        final JobportExtension jobport = JobportExtension.lab();

        Lab before;

        @BeforeEach
        void begin(Lab lab) {
            before = lab;
            SEEN.add(lab.endpoint());
        }

        @Test
        void one(Lab lab) {
            assertThat(lab).isSameAs(before);
        }

        @Test
        void another(Lab lab, LabTime time, Faults faults, @Endpoint URI endpoint) {
            time.advance(Duration.ofHours(1));

            assertThat(lab.time().ahead()).isEqualTo(Duration.ofHours(1));
            assertThat(faults.all()).isEmpty();
            assertThat(endpoint).isEqualTo(lab.endpoint());
        }

        @RepeatedTest(2)
        void repeated(LabTime time) {
            assertThat(time.ahead()).isZero();
            time.advance(Duration.ofHours(1));
        }

        @ParameterizedTest
        @ValueSource(strings = {"a", "b"})
        void parametrised(String text, Lab lab) {
            assertThat(lab).isSameAs(before);
        }

        @Nested
        class Deeper {

            @Nested
            class Deepest {

                @Test
                void nested(Lab lab) {
                    assertThat(lab).isSameAs(before);
                }
            }
        }

        @AfterEach
        void end(Lab lab) {
            assertThat(lab).isSameAs(before);
            assertThat(isOpen(lab.endpoint())).isTrue();
        }
    }

    @Test
    void each_test_has_a_lab_of_its_own_even_if_all_share_an_instance() {
        Ran ran = Ran.of(OneInstance.class);

        assertThat(ran.failures()).isEmpty();
        assertThat(SEEN).hasSize(2).doesNotHaveDuplicates();
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class OneInstance {

        @RegisterExtension
        final JobportExtension jobport = JobportExtension.lab();

        @Test
        void one(Lab lab) {
            SEEN.add(lab.endpoint());
        }

        @Test
        void another(Lab lab) {
            SEEN.add(lab.endpoint());
        }
    }

    @Test
    void a_static_field_is_a_lab_for_the_whole_class_and_those_in_it() {
        Ran ran = Ran.of(InTheClass.class);

        assertThat(ran.failures()).isEmpty();
        assertThat(SEEN).hasSize(6);
        assertThat(Set.copyOf(SEEN)).hasSize(1);
    }

    static class InTheClass {

        @RegisterExtension
        static final JobportExtension JOBPORT = JobportExtension.lab();

        InTheClass(Lab lab) {
            SEEN.add(lab.endpoint());
        }

        @BeforeAll
        static void begin(Lab lab) {
            SEEN.add(lab.endpoint());
        }

        @Test
        void one(Lab lab) {
            SEEN.add(lab.endpoint());
        }

        @Nested
        class Deeper {

            @Nested
            class Deepest {

                @BeforeEach
                void begin(@Endpoint URI endpoint) {
                    SEEN.add(endpoint);
                }

                @Test
                void nested(Lab lab) {
                    SEEN.add(lab.endpoint());
                }
            }
        }
    }

    @Test
    void an_annotation_gives_each_test_a_lab_and_the_nearest_one_holds() {
        Ran ran = Ran.of(Annotated.class);

        assertThat(ran.failures()).isEmpty();
        assertThat(ran.succeeded()).isEqualTo(4);
        assertThat(SEEN).hasSize(4).doesNotHaveDuplicates();
    }

    @JobportTest(actionTypes = Workers.TYPE)
    static class Annotated {

        final Lab ofConstructor;

        Annotated(Lab lab) {
            ofConstructor = lab;
            SEEN.add(lab.endpoint());
        }

        @Test
        void of_the_class(Lab lab) {
            assertThat(lab).isSameAs(ofConstructor);
            assertThat(lab.environment()).containsEntry("JOBPORT_ACTION_TYPE", Workers.TYPE);
        }

        @JobportTest(actionTypes = "ThirdParty/Test/Acme/1")
        void of_the_method(Lab lab) {
            assertThat(lab).isSameAs(ofConstructor);
            assertThat(lab.environment()).containsEntry("JOBPORT_ACTION_TYPE", "ThirdParty/Test/Acme/1");
        }

        @JobportTest(actionTypes = Workers.TYPE, artifacts = true)
        void with_artifacts(Lab lab, @Endpoint(artifacts = true) URI artifacts, @Endpoint URI endpoint) {
            assertThat(artifacts).isEqualTo(lab.artifactEndpoint()).isNotEqualTo(endpoint);
            assertThat(endpoint).isEqualTo(lab.endpoint());
        }

        @Nested
        class Deeper {

            @Test
            void nested(Lab lab) {
                assertThat(lab.environment()).containsEntry("JOBPORT_ACTION_TYPE", Workers.TYPE);
            }
        }
    }

    @Test
    void tests_that_run_at_the_same_time_never_meet() {
        Ran ran = Ran.of(Ran.PARALLEL, Together.class, TogetherToo.class);

        assertThat(ran.failures()).isEmpty();
        assertThat(ran.succeeded()).isEqualTo(4);
        assertThat(SEEN).hasSize(4).doesNotHaveDuplicates();
    }

    /** All four are in their tests at the same time. */
    private static final CountDownLatch FOUR = new CountDownLatch(4);

    static class Together {

        @RegisterExtension
        final JobportExtension jobport = JobportExtension.lab().actionType(Workers.TYPE);

        @Test
        void one(Lab lab) throws InterruptedException {
            meetsNobody(lab);
        }

        @Test
        void another(Lab lab) throws InterruptedException {
            meetsNobody(lab);
        }

        private static void meetsNobody(Lab lab) throws InterruptedException {
            SEEN.add(lab.endpoint());
            lab.time().advance(Duration.ofHours(1));
            FOUR.countDown();
            assertThat(FOUR.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(lab.time().ahead()).isEqualTo(Duration.ofHours(1));
        }
    }

    static class TogetherToo extends Together {}

    @Test
    void a_lab_is_closed_though_a_method_before_the_test_failed() {
        Ran ran = Ran.of(FailsBefore.class);

        assertThat(ran.failure()).isEqualTo("before");
    }

    static class FailsBefore {

        @RegisterExtension
        final JobportExtension jobport = JobportExtension.lab();

        @BeforeEach
        void begin(Lab lab) {
            SEEN.add(lab.endpoint());
            throw new IllegalStateException("before");
        }

        @Test
        void never() {}
    }

    @Test
    void two_labs_are_told_apart_by_their_fields() {
        Ran ran = Ran.of(Two.class);

        assertThat(ran.succeeded()).isEqualTo(1);
        assertThat(SEEN).hasSize(3);
        assertThat(Set.copyOf(SEEN)).hasSize(2);
        assertThat(messages(ran))
                .anySatisfy(it -> assertThat(it).contains("several labs", "mine, yours", "@FromLab(\"mine\")"))
                .anySatisfy(it -> assertThat(it).contains("There is no lab ours", "mine, yours"))
                .hasSize(2);
    }

    private static List<String> messages(Ran ran) {
        return ran.failures().stream().map(Throwable::getMessage).toList();
    }

    static class Two {

        @RegisterExtension
        static final JobportExtension mine = JobportExtension.lab();

        @RegisterExtension
        final JobportExtension yours = JobportExtension.lab();

        @Test
        void both(@FromLab("mine") Lab one, @FromLab("yours") Lab another, @FromLab("mine") @Endpoint URI endpoint) {
            SEEN.add(one.endpoint());
            SEEN.add(another.endpoint());
            SEEN.add(endpoint);
        }

        @Test
        void ambiguous(Lab lab) {}

        @Test
        void unknown(@FromLab("ours") Lab lab) {}
    }

    @Test
    void a_lab_of_a_test_cannot_be_had_before_there_is_a_test() {
        SEEN.add(URI.create("http://127.0.0.1:1"));

        assertThat(Ran.of(TooEarly.class).failure()).contains("There is no lab yet", "static field");
    }

    @JobportTest
    static class TooEarly {

        @BeforeAll
        static void begin(Lab lab) {}

        @Test
        void never() {}
    }
}
