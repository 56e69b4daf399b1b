package dev.jobport.lab;

import static dev.jobport.lab.SoundWorker.TYPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Labs share nothing with each other, need nothing of their surroundings, and leave nothing behind. */
class LabsApartTest {

    @Test
    void two_labs_do_not_feel_each_other() {
        try (Lab one = Lab.builder().actionType(TYPE).seed(7).start();
                Lab other = Lab.builder().actionType(TYPE).seed(7).start();
                SoundWorker worker = new SoundWorker(one)) {
            other.time().advance(Duration.ofDays(1));
            other.faults().add("500@*");

            assertThat(one.start(TYPE).await().status()).isEqualTo(Action.Status.SUCCEEDED);

            assertThat(one.time().ahead()).isZero();
            assertThat(one.faults().all()).isEmpty();
            assertThat(other.history().events()).hasSize(1);
            assertThat(worker.started()).isEqualTo(1);
        }
    }

    @Test
    void the_same_seed_gives_the_same_names() {
        try (Lab one = Lab.builder().actionType(TYPE).seed(7).start();
                Lab other = Lab.builder().actionType(TYPE).seed(7).start();
                Lab another = Lab.builder().actionType(TYPE).seed(8).start()) {
            Action build = one.start(TYPE);

            assertThat(other.start(TYPE)).extracting(Action::id, Action::job).containsExactly(build.id(), build.job());
            assertThat(another.start(TYPE).id()).isNotEqualTo(build.id());
        }
    }

    @Test
    void after_the_end_no_thread_and_no_socket_is_left_and_the_verdict_can_still_be_asked_for() {
        Lab lab = Lab.builder().actionType(TYPE).start();
        lab.faults().add("hang@AcknowledgeJob");
        SoundWorker worker = new SoundWorker(lab);
        lab.start(TYPE);
        while (!lab.faults().missed().isEmpty()) {
            Thread.onSpinWait();
        }

        lab.close();

        assertThat(threads()).isEmpty();
        assertThatThrownBy(() -> new Socket("127.0.0.1", lab.endpoint().getPort()))
                .isInstanceOf(ConnectException.class);
        assertThat(lab.verdict().judgements()).isNotEmpty();
        lab.close();
        worker.close();
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("jobport-lab"))
                .toList();
    }

    /** A class path of nothing but these: no logging, no Guice, no SQL, no web server, not even a test library. */
    @Test
    void it_needs_nothing_but_itself_and_jackson() throws Exception {
        URL[] needed = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(LabsApartTest::isNeeded)
                .map(LabsApartTest::url)
                .toArray(URL[]::new);
        assertThat(needed).hasSizeLessThan(15);
        try (URLClassLoader alone = new URLClassLoader(needed, ClassLoader.getPlatformClassLoader())) {
            assertThatThrownBy(() -> alone.loadClass("org.slf4j.Logger")).isInstanceOf(ClassNotFoundException.class);
            assertThatThrownBy(() -> alone.loadClass("io.micrometer.core.instrument.MeterRegistry"))
                    .isInstanceOf(ClassNotFoundException.class);
            Class<?> type = alone.loadClass(Lab.class.getName());

            try (AutoCloseable lab = (AutoCloseable) type.getMethod("start").invoke(null)) {
                URI endpoint = (URI) type.getMethod("endpoint").invoke(lab);
                HttpResponse<String> answer = HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(endpoint)
                                        .header("Content-Type", "application/x-amz-json-1.1")
                                        .header("X-Amz-Target", "CodePipeline_20150709.PollForJobs")
                                        .POST(HttpRequest.BodyPublishers.ofString("{}"))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());

                assertThat(answer.body()).contains("MissingAuthenticationTokenException");
                assertThat(type.getMethod("verdict").invoke(lab).toString()).contains("SEC-3");
            }
        }
    }

    private static boolean isNeeded(String entry) {
        String name = entry.replace('\\', '/');
        return name.matches(".*/jackson-[a-z]+-[0-9.]+\\.jar")
                || name.matches(
                        ".*[/-](domain|application|adapters-wire|adapters-identity|adapters-persistence|verdict|lab)"
                                + "(/target/classes/?|-[0-9][^/]*\\.jar)");
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (java.net.MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
