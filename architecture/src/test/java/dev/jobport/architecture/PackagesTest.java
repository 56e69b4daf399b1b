package dev.jobport.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PackagesTest {

    private static final Path ROOT = Path.of("..");

    @Test
    void each_package_says_what_it_is_for() throws IOException {
        List<Path> packages;
        try (Stream<Path> files = Files.walk(ROOT)) {
            packages = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file ->
                            ROOT.relativize(file).toString().replace('\\', '/').contains("src/main/java/"))
                    .map(Path::getParent)
                    .filter(folder -> !folder.endsWith("java"))
                    .distinct()
                    .toList();
        }

        assertThat(packages).hasSizeGreaterThan(20);
        assertThat(packages)
                .filteredOn(folder -> !Files.exists(folder.resolve("package-info.java")))
                .as("packages without a package-info.java of a sentence or two")
                .isEmpty();
    }
}
