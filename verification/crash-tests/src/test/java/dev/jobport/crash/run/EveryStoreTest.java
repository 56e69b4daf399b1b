package dev.jobport.crash.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The crash tests know no code of the server, so they ask it which stores there are. */
class EveryStoreTest {

    /** One that keeps its content has a place: {@code KIND:PLACE}. */
    private static final Pattern WITH_A_PLACE = Pattern.compile("(\\w+):[^,\\s]");

    @Test
    void every_store_that_the_server_offers_and_that_has_a_place_is_crash_tested(@TempDir Path directory)
            throws Exception {
        Path log = directory.resolve("server.log");

        assertThat(ServerProcess.start("nowhere", log)).isEmpty();

        String offered = Files.readString(log).replaceFirst("(?s).*use one of ", "");
        List<String> kinds = WITH_A_PLACE
                .matcher(offered)
                .results()
                .map((MatchResult kind) -> kind.group(1))
                .toList();
        assertThat(kinds).isNotEmpty();
        assertThat(Arrays.stream(Main.Kind.values()).map(Enum::name)).containsExactlyInAnyOrderElementsOf(kinds);
    }
}
