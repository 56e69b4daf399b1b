package example.worker;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * The partner's own records of its customers: the secret client token behind each public client id.
 *
 * <p>A file of {@code clientId=clientToken} lines, read at each look-up, so that a new customer needs no restart.
 */
record ClientTokens(Path file) {

    Optional<String> of(String clientId) throws IOException {
        Properties tokens = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            tokens.load(reader);
        }
        return Optional.ofNullable(tokens.getProperty(clientId));
    }
}
