package dev.jobport.verify.lesson;

import dev.jobport.lab.Lab;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** All scenes, in the order in which they are told. */
final class Scenes {

    static final List<Scene> ALL = List.of(
            new Scene(
                    "lapsed-lease",
                    "A lapsed lease",
                    "A worker is offered a job, and dies before it acknowledges it. Is the job lost?",
                    inLab(LabScenes::lapsedLease),
                    "An offer is a lease of 60 seconds. If nobody acknowledges the job meanwhile, it is offered again:"
                            + " a worker that dies costs a minute, and no job.",
                    "docs/course/06-time-is-handed-in.md"),
            new Scene(
                    "two-pollers",
                    "Two pollers and one job",
                    "Two workers poll at the same moment, and there is one job. Who gets it?",
                    inLab(LabScenes::twoPollers),
                    "A job is offered to one worker at a time, however many ask at once. The store promises it: to"
                            + " find a job and to lease it is one step. Its contract lets 32 workers poll for 2,000 jobs.",
                    "contracts/src/main/java/dev/jobport/contracts/store/JobConcurrencyContract.java"),
            new Scene(
                    "dead-nonce",
                    "A dead nonce",
                    "A worker is so slow to acknowledge its job that another one is offered it. Then both acknowledge.",
                    inLab(LabScenes::deadNonce),
                    "Each offer has a nonce of its own, and only the newest counts. A worker that is told"
                            + " InvalidNonceException drops the job: somebody else has it.",
                    "docs/course/10-judging-a-worker.md"),
            new Scene(
                    "lost-answer",
                    "A lost answer that is repeated",
                    "The server does what a worker asks, and the answer is lost on the way. What may the worker do?",
                    inLab(LabScenes::lostAnswer),
                    "Send it again. The server knows an acknowledgement by its invocation, and a result by its content:"
                            + " the repeat gets the same answer and changes nothing. Another worker, or another result,"
                            + " is refused.",
                    "docs/decisions/22-a-repeated-call-is-known-by-the-job.md"),
            new Scene(
                    "continuation",
                    "A continuation",
                    "The work takes longer than the worker wants to wait. It reports a token instead of an end.",
                    inLab(LabScenes::continuation),
                    "A success with a continuation token ends the job, and not the action. A follow-up job brings the"
                            + " token back, to whichever worker polls then.",
                    "docs/decisions/03-the-last-job-tells-the-action.md"),
            new Scene(
                    "timeout",
                    "A timeout, by travelling in time",
                    "A worker acknowledges a job, and reports nothing for an hour. We do not wait so long.",
                    inLab(LabScenes::timeout),
                    "Time is handed to the core, so a lab can let it jump. What became due happens at once, dated when"
                            + " it was due. A result that comes too late is refused.",
                    "docs/course/06-time-is-handed-in.md"),
            new Scene(
                    "crash",
                    "A crash and a restart",
                    "A real server process with a SQLite file is killed with SIGKILL, twice. What does it remember?",
                    CrashScene::play,
                    "What was answered is on disk before it is answered. A worker that got no answer asks again, and"
                            + " nothing is done twice.",
                    "docs/course/07-what-a-crash-proves.md"));

    private Scenes() {}

    static int number(Scene scene) {
        return ALL.indexOf(scene) + 1;
    }

    private static Consumer<Teller> inLab(BiConsumer<Lab, Teller> play) {
        return teller -> {
            try (Lab lab = Lab.builder().actionType(JobWorker.TYPE).start()) {
                play.accept(lab, teller);
            }
        };
    }

    /** For the command line. */
    static final class Names implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return ALL.stream().map(Scene::name).iterator();
        }
    }
}
