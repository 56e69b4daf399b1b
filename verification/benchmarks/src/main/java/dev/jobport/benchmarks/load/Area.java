package dev.jobport.benchmarks.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A part of the server that takes processor time. A sample belongs to the area of its innermost frame that has one: a
 * map that the store looks into is the store's, and a socket that Jetty writes to is Jetty's.
 */
enum Area {
    COMPILERS("JIT compilers", "CompileBroker::"),
    JETTY("Jetty", "org/eclipse/jetty/"),
    JAVALIN("Javalin", "io/javalin/"),
    SQLITE("SQLite and its driver", "org/sqlite/"),
    POSTGRESQL("PostgreSQL's driver", "org/postgresql/", "com/zaxxer/"),
    STORE("store", "dev/jobport/adapters/persistence/"),
    WIRE("wire and JSON", "dev/jobport/adapters/wire/", "dev/jobport/adapters/http/", "com/fasterxml/jackson/"),
    IDENTITY("identity", "dev/jobport/adapters/identity/"),
    CORE("domain and application", "dev/jobport/domain/", "dev/jobport/application/"),
    LOGGING(
            "logging",
            "ch/qos/logback/",
            "org/slf4j/",
            "dev/jobport/bootstrap/logging/",
            "dev/jobport/bootstrap/LoggingJobObserver",
            "dev/jobport/cli/Legible"),
    THREADS("virtual threads", "java/lang/VirtualThread", "java/util/concurrent/ForkJoin"),
    COLLECTOR("garbage collection", "WorkerThread::", "GangWorker::", "ConcurrentGCThread::", "VMThread::"),
    OTHER("other");

    private final String title;
    private final List<String> beginnings;

    Area(String title, String... beginnings) {
        this.title = title;
        this.beginnings = List.of(beginnings);
    }

    /**
     * Counts samples.
     *
     * @param collapsed a line for each stack: its frames, the outermost first, with semicolons between them; a blank,
     *     and how many samples there are of it
     */
    static Map<Area, Long> count(Path collapsed) throws IOException {
        Map<Area, Long> samples = new EnumMap<>(Area.class);
        try (Stream<String> lines = Files.lines(collapsed)) {
            lines.forEach(line -> {
                int end = line.lastIndexOf(' ');
                samples.merge(of(line.substring(0, end)), Long.parseLong(line.substring(end + 1)), Long::sum);
            });
        }
        return samples;
    }

    private static Area of(String stack) {
        String[] frames = stack.split(";");
        for (int i = frames.length - 1; i >= 0; i--) {
            for (Area area : values()) {
                if (area.beginnings.stream().anyMatch(frames[i]::startsWith)) {
                    return area;
                }
            }
        }
        return OTHER;
    }

    @Override
    public String toString() {
        return title;
    }
}
