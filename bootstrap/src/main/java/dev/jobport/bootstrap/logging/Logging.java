package dev.jobport.bootstrap.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sets up the log of the command, on standard error. It is done in code, because a configuration in the jar would become
 * that of every program that uses the jar as a library.
 */
public final class Logging {

    private static final String CONFIGURED_BY_A_FILE = "logback.configurationFile";
    /** The property of the context that is the server's name. */
    static final String SERVER = "server";

    /** The names of our own loggers begin with one of these. */
    private static final List<String> OURS = List.of("dev.jobport", "jobs", "audit");

    /** How an event is written. */
    public enum Format {
        text,
        json
    }

    /** The least that is written of our own events; of the libraries', warnings are. */
    public enum Least {
        error,
        warn,
        info,
        debug,
        trace
    }

    private Logging() {}

    /** As the other, for a command that keeps no eye on the database. */
    public static void setUp(Format format, Least least, String server) {
        setUp(format, least, server, new Outage());
    }

    /**
     * Does nothing if the JVM's property {@code logback.configurationFile} names a configuration.
     *
     * @param server the name of the server, which each line tells
     * @param outage what is told when the database is away, instead of each failure
     */
    public static void setUp(Format format, Least least, String server, Outage outage) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        if (System.getProperty(CONFIGURED_BY_A_FILE) != null) {
            return;
        }
        context.reset();
        ConsoleAppender<ILoggingEvent> stderr = new ConsoleAppender<>();
        stderr.setContext(context);
        stderr.setTarget("System.err");
        stderr.setEncoder(encoder(format, context));
        name(server);
        RepeatedFailures filter = new RepeatedFailures(outage, System::nanoTime);
        filter.start();
        stderr.addFilter(filter);
        stderr.start();
        var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.addAppender(stderr);
        Level level = Level.toLevel(least.name());
        root.setLevel(level.isGreaterOrEqual(Level.WARN) ? level : Level.WARN);
        // what these warn of shows what strangers sent
        context.getLogger("org.eclipse.jetty").setLevel(Level.ERROR);
        context.getLogger("io.grpc").setLevel(Level.ERROR);
        context.getLogger("com.zaxxer.hikari").setLevel(Level.ERROR); // it repeats what an outage's line tells
        OURS.forEach(name -> context.getLogger(name).setLevel(level));
    }

    /** Tells another name of the server from now on. */
    public static void name(String server) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.putProperty(SERVER, server);
    }

    private static Encoder<ILoggingEvent> encoder(Format format, LoggerContext context) {
        Encoder<ILoggingEvent> encoder = format == Format.json ? new JsonLine() : text(context);
        encoder.setContext(context);
        encoder.start();
        return encoder;
    }

    private static Encoder<ILoggingEvent> text(LoggerContext context) {
        TextLine layout = new TextLine();
        layout.setContext(context);
        layout.start();
        LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
        encoder.setLayout(layout);
        return encoder;
    }
}
