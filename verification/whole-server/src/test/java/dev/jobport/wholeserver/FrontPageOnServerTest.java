package dev.jobport.wholeserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.adapters.http.HttpSettings;
import dev.jobport.bootstrap.Server;
import dev.jobport.bootstrap.Settings;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page for people says what runs and where jobs are kept, but not to strangers. */
class FrontPageOnServerTest {

    @TempDir
    Path directory;

    @Test
    void a_server_for_its_own_machine_tells_its_version_and_store() throws Exception {
        assertThat(page(new Settings("127.0.0.1", 0, "memory")))
                .contains("Version " + Server.version() + ", store <code>memory</code>");
    }

    @Test
    void a_server_that_asks_for_credentials_does_not() throws Exception {
        Path credentials = Files.writeString(directory.resolve("credentials.json"), "{\"keys\":[]}");
        Settings settings = new Settings(
                "memory",
                Optional.empty(),
                Optional.empty(),
                Settings.DEFAULT_RETENTION,
                Optional.of(credentials),
                List.of(Settings.DEFAULT_ACCOUNT),
                HttpSettings.on("127.0.0.1", 0),
                List.of());

        assertThat(page(settings)).contains("<h1>Jobport</h1>").doesNotContain("memory", Server.version());
    }

    private static String page(Settings settings) throws Exception {
        try (Server server = Server.start(settings)) {
            HttpRequest request = HttpRequest.newBuilder(server.uri())
                    .header("Accept", "text/html")
                    .build();
            return HttpClient.newHttpClient()
                    .send(request, BodyHandlers.ofString())
                    .body();
        }
    }
}
