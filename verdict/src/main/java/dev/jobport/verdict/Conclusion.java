package dev.jobport.verdict;

/** What a verdict comes to. */
public enum Conclusion {
    KEPT(0),
    BROKEN(1),
    /** Nothing is broken, and that proves too little. */
    INCONCLUSIVE(3);

    private final int exitCode;

    Conclusion(int exitCode) {
        this.exitCode = exitCode;
    }

    /** Of a process that judges. 2 stands for wrong arguments, 4 for a worker that could not be run. */
    public int exitCode() {
        return exitCode;
    }
}
