package dev.jobport.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Server;
import org.junit.jupiter.api.Test;

class ConnectionsTest {

    @Test
    void a_look_that_ends_in_an_error_is_followed_by_the_next() throws Exception {
        CountDownLatch looks = new CountDownLatch(3);
        EndPoint broken = proxy(EndPoint.class, () -> {
            looks.countDown();
            throw new OutOfMemoryError("of a test");
        });
        Connections connections = new Connections(Duration.ofMillis(20));
        connections.onOpened(proxy(Connection.class, () -> broken));
        Server server = new Server();
        server.setHandler(connections);
        server.start();
        try {
            assertThat(looks.await(20, TimeUnit.SECONDS)).isTrue();
        } finally {
            server.stop();
        }
    }

    /** Answers all questions alike, but for those that a map asks. */
    private static <T> T proxy(Class<T> type, Supplier<Object> answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> switch (method.getName()) {
                    case "hashCode" -> System.identityHashCode(self);
                    case "equals" -> self == arguments[0];
                    default -> answer.get();
                }));
    }
}
