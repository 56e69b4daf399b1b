package dev.jobport.crash.run;

import dev.jobport.crash.history.Answer;
import dev.jobport.crash.history.Request;
import java.time.Duration;
import java.util.Optional;

/**
 * Speaks the protocol without any cleverness: each request goes out once, and whatever is not an answer to it is
 * {@link Answer.Unknown}.
 */
interface Wire extends AutoCloseable {

    Duration PATIENCE = Duration.ofSeconds(5);

    /** A client token that nobody has. */
    String WRONG_TOKEN = "made-up";

    /** Absent if nobody was there to connect to, and so nothing was sent. */
    Optional<Answer> send(ServerProcess server, Request request) throws InterruptedException;

    @Override
    default void close() {}
}
