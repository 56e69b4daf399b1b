package dev.jobport.adapters.grpc;

import java.util.logging.Logger;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** What grpc-java logs, which it does with the JDK's own logging, belongs in the server's log. */
final class LibraryLog {

    /** Kept, because the JDK forgets a logger that nobody keeps. */
    private static final Logger GRPC = Logger.getLogger("io.grpc");

    private LibraryLog() {}

    /** Once is enough. */
    static synchronized void join() {
        if (GRPC.getHandlers().length == 0) {
            GRPC.setUseParentHandlers(false);
            GRPC.addHandler(new SLF4JBridgeHandler());
        }
    }
}
