package dev.jobport.verify.lesson;

import dev.jobport.cli.CommandFailed;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Tells people what happens, a step at a time. It can be called by several threads. */
final class Teller {

    private static final int WIDTH = 100;
    private static final int NAME = 10;
    private static final String INDENT = "   ";

    private final PrintWriter out;
    private final Pause pause;

    Teller(PrintWriter out, Pause pause) {
        this.out = out;
        this.pause = pause;
    }

    /** Prints a paragraph. */
    void say(String text) {
        print(wrapped("", text));
    }

    void begin(int number, Scene scene) {
        print(List.of("", number + ". " + scene.title()));
        print(wrapped(INDENT, scene.about()));
        print(List.of(""));
        pause.take();
    }

    /** Prints what somebody did, and what came of it. */
    synchronized void step(String who, String what, String... more) {
        List<String> lines = new ArrayList<>(List.of(INDENT + who + " ".repeat(NAME - who.length()) + what));
        Stream.of(more).map(it -> wrapped(INDENT + " ".repeat(NAME), it)).forEach(lines::addAll);
        print(lines);
        pause.take();
    }

    void end(Scene scene) {
        print(List.of(""));
        print(wrapped(INDENT, scene.learnt()));
        print(List.of(INDENT + "Read: " + scene.read()));
        pause.take();
    }

    /** Nothing is told that did not happen: if a scene goes another way, it ends. */
    static void require(boolean holds, String whatShouldBe) {
        if (!holds) {
            throw new CommandFailed("this should have happened, and did not: " + whatShouldBe);
        }
    }

    private synchronized void print(List<String> lines) {
        lines.forEach(out::println);
        out.flush();
    }

    private static List<String> wrapped(String indent, String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(indent);
        for (String word : text.split(" ")) {
            if (line.length() + word.length() >= WIDTH) {
                lines.add(line.toString().stripTrailing());
                line = new StringBuilder(indent);
            }
            line.append(word).append(' ');
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }
}
