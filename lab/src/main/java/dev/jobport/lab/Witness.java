package dev.jobport.lab;

import dev.jobport.lab.record.Recorder;
import dev.jobport.verdict.history.Mark;
import dev.jobport.verdict.history.OutputLine;
import dev.jobport.verdict.history.ProcessEvent;
import dev.jobport.verdict.history.Vantage;
import java.util.Map;

/** For whoever sees more of the worker than the lab does: its output, its process, and what part of a test it is in. */
public final class Witness {

    private final Recorder recorder;
    private final Map<String, String> users;

    /** @param users the names of those that use the lab, by their ids */
    Witness(Recorder recorder, Map<String, String> users) {
        this.recorder = recorder;
        this.users = users;
    }

    /** A test uses the lab from now on. While several do, its time does not jump. */
    public void enters(String id, String name) {
        users.put(id, name);
    }

    /** It does no more. */
    public void leaves(String id) {
        users.remove(id);
    }

    /** From now on the worker is seen from there too. */
    public void watches(Vantage... others) {
        recorder.watches(others);
    }

    /**
     * The worker printed a line. Secrets in it are masked before it is kept.
     *
     * @param stream {@code stdout} or {@code stderr}
     */
    public void printed(String stream, String line) {
        watches(Vantage.OUTPUT);
        recorder.add(number ->
                new OutputLine(number, recorder.now(), stream, recorder.tags().mask(line)));
    }

    /**
     * Something happened to the worker's process.
     *
     * @param process which one
     * @param detail the command, the exit code, or the signal that was sent to it
     */
    public void process(ProcessEvent.Kind kind, String process, String detail) {
        watches(Vantage.PROCESS);
        recorder.add(number -> new ProcessEvent(
                number, recorder.now(), kind, process, recorder.tags().mask(detail)));
    }

    /** A part of the test begins or ends. */
    public void mark(Mark.Kind kind, String text) {
        recorder.add(number -> new Mark(number, recorder.now(), kind, text));
    }

    /** A text with tags in the place of all secrets of the lab. */
    public String masked(String text) {
        return recorder.tags().mask(text);
    }
}
