package dev.jobport.verify.lesson;

import java.io.Console;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Help.Ansi;

/** Time for the reader. */
interface Pause {

    void take();

    static Pause of(Duration time) {
        return () -> LockSupport.parkNanos(time.toNanos());
    }

    /** None, where nobody sits at a terminal. */
    static Pause untilEnter() {
        Console console = System.console();
        if (console == null || !isTerminal(console)) {
            return () -> {};
        }
        String erase = Ansi.AUTO.enabled() ? "\033[1A\033[2K" : "";
        return () -> {
            console.readLine("[Enter] ");
            console.printf("%s", erase);
            console.flush();
        };
    }

    /** From Java 22 on, there is a console without a terminal too. */
    private static boolean isTerminal(Console console) {
        try {
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }
}
