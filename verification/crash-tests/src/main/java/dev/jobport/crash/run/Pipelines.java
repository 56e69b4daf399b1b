package dev.jobport.crash.run;

import dev.jobport.crash.history.Answer.Started;
import dev.jobport.crash.history.Request.Look;
import dev.jobport.crash.history.Request.Start;
import dev.jobport.crash.history.Request.Stop;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Starts actions, now and then so many at once that workers do not keep up, looks how some of them stand, and stops a few.
 */
final class Pipelines implements Caller {

    private static final int CROWD = 60;

    /** One of so many looks is a stop instead. */
    private static final int STOPS = 15;

    private final String name;
    private final Random random;
    private final Recorder recorder;
    private final List<String> actionTypes;
    private final List<String> started = new ArrayList<>();
    private int starts;

    Pipelines(String name, Random random, Recorder recorder, List<String> actionTypes) {
        this.name = name;
        this.random = random;
        this.recorder = recorder;
        this.actionTypes = actionTypes;
    }

    @Override
    public void work() throws InterruptedException {
        int crowd = random.nextInt(50) == 0 ? CROWD : 1;
        for (int i = 0; i < crowd; i++) {
            Start start = new Start(actionTypes.get(random.nextInt(actionTypes.size())), name + "-" + ++starts);
            if (recorder.ask(name, random, start) instanceof Started answer) {
                started.add(answer.actionId());
            }
        }
        if (!started.isEmpty()) {
            int recent = Math.min(started.size(), 2 * CROWD);
            String one = started.get(started.size() - 1 - random.nextInt(recent));
            recorder.ask(name, random, random.nextInt(STOPS) == 0 ? new Stop(one) : new Look(one));
        }
        Thread.sleep(random.nextInt(60));
    }
}
