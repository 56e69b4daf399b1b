package example.worker;

import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.codepipeline.model.FailureType;

/**
 * Sample work: a pretended test run, one step a job.
 *
 * <p>Its configuration: {@code steps} (1 to 100, by default 3), {@code stepMillis} (how long each takes, 0 to 60,000, by
 * default 300) and {@code fail} ({@code true} lets the last step fail). Its state is the run's name and the number of
 * steps that are done: {@code run-1b9d6bcd/2}.
 */
final class TestRun implements Work {

    @Override
    public Progress start(Map<String, String> configuration) throws WorkFailed {
        int steps = steps(configuration);
        String run = "run-" + UUID.randomUUID().toString().substring(0, 8);
        return new Progress.StillGoing(run, "Test run started: 0 of " + steps + " steps passed", run + "/0", 0);
    }

    @Override
    public Progress goOn(String state, Map<String, String> configuration) throws Exception {
        int steps = steps(configuration);
        int slash = state.lastIndexOf('/');
        String run = state.substring(0, slash);
        int step = Integer.parseInt(state.substring(slash + 1)) + 1;

        Thread.sleep(number(configuration, "stepMillis", 300, 0, 60_000));
        if (step < steps) {
            String summary = "Step " + step + " of " + steps + " passed";
            return new Progress.StillGoing(run, summary, run + "/" + step, 100 * step / steps);
        }
        if (Boolean.parseBoolean(configuration.get("fail"))) {
            throw new WorkFailed(FailureType.JOB_FAILED, "Step " + step + " of " + steps + " of " + run + " failed");
        }
        return new Progress.Finished(
                run, steps + " of " + steps + " steps passed", run, Map.of("Run", run, "StepsPassed", "" + steps));
    }

    private static int steps(Map<String, String> configuration) throws WorkFailed {
        return number(configuration, "steps", 3, 1, 100);
    }

    private static int number(Map<String, String> configuration, String key, int absent, int min, int max)
            throws WorkFailed {
        String text = configuration.getOrDefault(key, Integer.toString(absent));
        if (text.matches("\\d{1,9}")) {
            int number = Integer.parseInt(text);
            if (number >= min && number <= max) {
                return number;
            }
        }
        throw new WorkFailed(
                FailureType.CONFIGURATION_ERROR, key + " must be a whole number from " + min + " to " + max);
    }
}
