package dev.jobport.adapters.persistence.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.util.LibraryLoaderUtil;

/** SQLite's native code is unpacked once, where nobody else can change it. */
class NativeCodeTest {

    @TempDir
    Path cache;

    @Test
    void the_code_is_unpacked_once_for_its_owner_only() throws IOException {
        Path folder = NativeCode.keptIn(cache).orElseThrow();
        Object first = Files.readAttributes(onlyFile(folder), "unix:ino").get("ino");

        assertThat(NativeCode.keptIn(cache)).contains(folder);

        assertThat(Files.readAttributes(onlyFile(folder), "unix:ino").get("ino"))
                .isEqualTo(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
    }

    @Test
    void the_code_is_the_drivers() throws IOException {
        Path file = onlyFile(NativeCode.keptIn(cache).orElseThrow());

        try (InputStream code = NativeCodeTest.class.getResourceAsStream(
                LibraryLoaderUtil.getNativeLibResourcePath() + "/" + file.getFileName())) {
            assertThat(file).hasBinaryContent(code.readAllBytes());
        }
    }

    @Test
    void a_folder_that_others_can_write_to_is_not_used() throws IOException {
        Path folder = NativeCode.keptIn(cache).orElseThrow();
        Files.setPosixFilePermissions(folder.getParent(), PosixFilePermissions.fromString("rwxrwxrwx"));

        assertThat(NativeCode.keptIn(cache)).isEmpty();
    }

    @Test
    void without_a_folder_the_driver_does_as_it_always_did() throws IOException {
        assertThat(NativeCode.keptIn(Files.createFile(cache.resolve("file")))).isEmpty();
    }

    private static Path onlyFile(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            return all.get(0);
        }
    }
}
