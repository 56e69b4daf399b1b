package dev.jobport.verify.lab;

import dev.jobport.cli.CommandFailed;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/** Where the token of a lab is kept, for its owner alone. */
final class TokenFile {

    private static final int BYTES = 32;
    private static final String FORM = "[0-9a-f]{" + 2 * BYTES + "}\\R?";

    private TokenFile() {}

    static String newToken() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Of the lab that is controlled at this port, unless somebody chose another. */
    static Path usual(int port) {
        return Optional.ofNullable(System.getenv("XDG_RUNTIME_DIR"))
                .filter(it -> !it.isEmpty())
                .map(it -> Path.of(it, "jobport-lab-" + port))
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".jobport-lab-" + port));
    }

    /** It goes with this process. A token that a process left there is overwritten, and nothing else ever is. */
    static void write(Path file, String token) {
        try {
            if (Files.isRegularFile(file)
                    && Files.size(file) < 100
                    && Files.readString(file).matches(FORM)) {
                Files.delete(file);
            }
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            file.toFile().deleteOnExit();
            Files.writeString(file, token + "\n");
        } catch (FileAlreadyExistsException e) {
            throw new CommandFailed(file + " is there already, and holds no token of a lab; choose another file with"
                    + " --token-file");
        } catch (IOException e) {
            throw new CommandFailed("cannot write " + file + ": " + e + "; choose another file with --token-file");
        } catch (UnsupportedOperationException e) {
            throw new CommandFailed(
                    file + " cannot be kept from other users there; choose another file with --token-file");
        }
    }

    static Optional<String> read(Path file) {
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
        } catch (IOException e) {
            throw new CommandFailed("cannot read " + file + ": " + e.getMessage());
        }
    }
}
