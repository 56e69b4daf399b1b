package dev.jobport.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The list of versions that others import. */
class BomTest {

    private static final String ARTIFACT = "<artifactId>(jobport-[a-z-]+)</artifactId>";

    @Test
    void it_names_each_artifact_that_others_can_depend_on() {
        List<String> published =
                all("<module>(?!bom|distribution|architecture|examples/|verification/)(.+)</", read("pom.xml")).stream()
                        .map(module -> all(ARTIFACT, read(module + "/pom.xml")).get(0))
                        .toList();

        assertThat(all(ARTIFACT, read("bom/pom.xml")).stream().skip(1)).containsExactlyInAnyOrderElementsOf(published);
    }

    @Test
    void it_has_the_version_of_what_it_names() {
        String version = "</artifactId>\\s+<version>(.+?)</version>";

        assertThat(all(version, read("bom/pom.xml")).get(0))
                .isEqualTo(all(version, read("pom.xml")).get(0));
    }

    private static List<String> all(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(it -> it.group(1))
                .toList();
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of("..", file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
