package dev.jobport.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads a file that an option names. */
final class GivenFile {

    private GivenFile() {}

    /** @throws CommandFailed if it cannot be read, with the reason */
    static byte[] read(String file) {
        try {
            return Files.readAllBytes(Path.of(file));
        } catch (NoSuchFileException e) {
            throw cannotRead(file, "no such file");
        } catch (AccessDeniedException e) {
            throw cannotRead(file, "permission denied");
        } catch (IOException | InvalidPathException e) {
            throw cannotRead(file, e.getMessage());
        }
    }

    private static CommandFailed cannotRead(String file, String why) {
        return new CommandFailed("cannot read " + file + ": " + why);
    }
}
