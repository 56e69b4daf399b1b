package dev.jobport.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.CyclicBufferAppender;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;
import org.slf4j.LoggerFactory;

/**
 * When a test fails, shows what servers logged last; what they log otherwise goes to files. Written past what catches a
 * test's output, so that it is seen where the failure is. Found by JUnit through META-INF/services.
 */
public final class LogOfFailedTests implements TestWatcher {

    private static final String APPENDER = "last";

    private final PrintStream out;

    public LogOfFailedTests() {
        this(new PrintStream(new FileOutputStream(FileDescriptor.err), true, UTF_8));
    }

    LogOfFailedTests(PrintStream out) {
        this.out = out;
    }

    @Override
    public void testFailed(ExtensionContext context, Throwable cause) {
        show(context.getRequiredTestClass().getName() + ": " + context.getDisplayName());
    }

    void show(String test) {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        if (root.getAppender(APPENDER) instanceof CyclicBufferAppender<ILoggingEvent> last) {
            String lines = IntStream.range(0, last.getLength())
                    .mapToObj(last::get)
                    .map(LogOfFailedTests::line)
                    .collect(joining("\n"));
            out.println("What was logged last when a test failed, " + test + ":\n" + lines);
        }
    }

    private static String line(ILoggingEvent event) {
        String pairs = event.getKeyValuePairs() == null ? "" : " " + event.getKeyValuePairs();
        return "    " + event.getLevel() + " " + event.getLoggerName() + " " + event.getFormattedMessage() + pairs;
    }
}
