package dev.jobport.verdict.history;

/** A line of a history cannot be understood. */
public final class UnreadableHistory extends IllegalArgumentException {

    private final int line;

    UnreadableHistory(int line, String why) {
        super("Line " + line + " of the history cannot be used: " + why + ".");
        this.line = line;
    }

    public int line() {
        return line;
    }
}
