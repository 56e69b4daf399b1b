package dev.jobport.lab;

import java.io.IOException;
import java.io.Reader;
import java.util.function.Consumer;

/** Takes what a worker prints apart into lines; one that does not end is cut into several. */
final class OutputText {

    /** In characters. Longer ones would have to be in memory whole. */
    static final int LONGEST_LINE = 64 * 1024;

    private OutputText() {}

    /** Returns when there is no more. */
    static void lines(Reader text, Consumer<String> each) throws IOException {
        StringBuilder line = new StringBuilder();
        boolean afterReturn = false;
        for (int next = text.read(); next >= 0; next = text.read()) {
            boolean ends = next == '\n' || next == '\r';
            if (ends && !(next == '\n' && afterReturn) || line.length() == LONGEST_LINE) {
                each.accept(line.toString());
                line.setLength(0);
            }
            if (!ends) {
                line.append((char) next);
            }
            afterReturn = next == '\r';
        }
        if (!line.isEmpty()) {
            each.accept(line.toString());
        }
    }
}
