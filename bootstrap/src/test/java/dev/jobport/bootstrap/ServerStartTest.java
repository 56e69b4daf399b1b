package dev.jobport.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.inject.Module;
import com.google.inject.multibindings.Multibinder;
import dev.jobport.adapters.persistence.StoreModule;
import dev.jobport.adapters.persistence.memory.MemoryStore;
import dev.jobport.application.driving.Transport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** A server starts all of its transports or none, and gives back whatever it took. */
class ServerStartTest {

    private final List<String> told = new ArrayList<>();

    @Test
    void another_transport_starts_beside_http_and_ends_with_the_server() {
        try (Server server = Server.start(memory(), contributing(transport("lines", "lines://127.0.0.1:1")))) {
            assertThat(server.uris()).extracting(URI::getScheme).containsExactlyInAnyOrder("http", "lines");
        }

        assertThat(told).containsExactly("lines started", "lines closed");
    }

    @Test
    void a_transport_that_cannot_listen_takes_down_those_that_have_started_and_the_store() {
        Settings settings = new Settings("127.0.0.1", freePort(), "memory");
        Transport broken = new Transport() {
            @Override
            public String start() {
                throw new CannotListen("Cannot listen on the moon.", null);
            }

            @Override
            public void close() {
                told.add("broken closed");
            }
        };
        MemoryStore store = new MemoryStore();

        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> Server.start(
                        settings,
                        new StoreModule(meters -> store),
                        contributing(transport("lines", "lines://127.0.0.1:1"), broken)))
                .withMessage("Cannot listen on the moon.");

        assertThat(told).contains("lines started", "lines closed");
        assertThat(store.isReady()).isFalse();
        try (Server again = Server.start(settings)) {
            assertThat(again.uri().getPort()).isEqualTo(settings.http().port());
        }
    }

    @Test
    void a_kind_of_transport_is_chosen_by_its_setting() {
        Settings settings = with(new Settings.Listening("lines", "127.0.0.1", 0));
        Map<String, BiFunction<Settings, Settings.Listening, Module>> known =
                Map.of("lines", (all, wanted) -> contributing(transport("lines", "lines://" + wanted.host() + ":1")));

        assertThat(Transports.modules(settings, known)).hasSize(2);
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> Transports.modules(settings, Map.of()))
                .withMessageContaining("There is no transport 'lines'");
    }

    @Test
    void without_credentials_no_transport_may_listen_for_others() {
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> Doorkeepers.hire(with(new Settings.Listening("lines", "0.0.0.0", 0)), null))
                .withMessageContaining("0.0.0.0");
    }

    private static Settings memory() {
        return new Settings("127.0.0.1", 0, "memory");
    }

    private static Settings with(Settings.Listening transport) {
        Settings plain = memory();
        return new Settings(
                plain.store(),
                Optional.empty(),
                Optional.empty(),
                plain.retention(),
                Optional.empty(),
                plain.accounts(),
                plain.http(),
                List.of(transport));
    }

    private Transport transport(String name, String url) {
        return new Transport() {
            @Override
            public String start() {
                told.add(name + " started");
                return url;
            }

            @Override
            public void close() {
                told.add(name + " closed");
            }
        };
    }

    private static Module contributing(Transport... transports) {
        return binder -> {
            for (Transport transport : transports) {
                Multibinder.newSetBinder(binder, Transport.class).addBinding().toInstance(transport);
            }
        };
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
