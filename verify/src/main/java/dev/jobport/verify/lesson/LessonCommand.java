package dev.jobport.verify.lesson;

import dev.jobport.cli.CommandFailed;
import dev.jobport.verify.Span;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Plays the scenes, and pauses after each step. */
@Command(
        name = "lesson",
        description = {
            "See the protocol happen, told in plain words, with a pause after each step.",
            "Six scenes play in a lab, the last one on a server that is killed. Nothing of yours is touched."
        },
        mixinStandardHelpOptions = true)
final class LessonCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "SCENE",
            completionCandidates = Scenes.Names.class,
            description = "Only these scenes, by number or name: ${COMPLETION-CANDIDATES}.")
    private Set<String> only = new LinkedHashSet<>();

    @Option(
            names = "--pace",
            paramLabel = "D",
            converter = Span.class,
            description = "Pause so long after each step, such as 2s, instead of until Enter is pressed. Without a"
                    + " terminal there is no pause.")
    private Duration pace;

    @Override
    public Integer call() {
        List<Scene> scenes = chosen();
        Pause pause = pace == null ? Pause.untilEnter() : Pause.of(pace);
        Teller teller = new Teller(spec.commandLine().getOut(), pause);
        teller.say("Jobs are handed out by leases, and a job is claimed with the nonce of its offer. Ids and nonces are"
                + " shown by their last six characters.");
        for (Scene scene : scenes) {
            teller.begin(Scenes.number(scene), scene);
            try {
                scene.play().accept(teller);
            } catch (IllegalStateException | CompletionException e) {
                throw new CommandFailed("scene " + scene.name() + ": " + e.getMessage());
            }
            teller.end(scene);
        }
        return 0;
    }

    private List<Scene> chosen() {
        for (String each : only) {
            if (Scenes.ALL.stream().noneMatch(scene -> isMeant(scene, each))) {
                throw new ParameterException(
                        spec.commandLine(),
                        "there is no scene '" + each + "'; there are 1 to " + Scenes.ALL.size() + ", or "
                                + String.join(", ", new Scenes.Names()));
            }
        }
        return Scenes.ALL.stream()
                .filter(scene -> only.isEmpty() || only.stream().anyMatch(it -> isMeant(scene, it)))
                .toList();
    }

    private static boolean isMeant(Scene scene, String given) {
        return scene.name().equals(given)
                || Integer.toString(Scenes.number(scene)).equals(given);
    }
}
