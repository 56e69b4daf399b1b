package dev.jobport.lab.faults.real;

import dev.jobport.adapters.wire.Answer;
import dev.jobport.application.driven.ArtifactCredentials;
import dev.jobport.application.driving.DrivingPorts;
import dev.jobport.domain.job.Job;
import dev.jobport.domain.job.JobStatus;
import dev.jobport.lab.faults.Fault;
import dev.jobport.lab.faults.Held;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** Turns of events: they really happen, while a request is held or before its answer goes out. */
public final class Turns {

    /** A worker with one thread does not poll while it waits for an answer. */
    private static final Duration FOR_THE_NEXT_POLL = Duration.ofSeconds(2);

    private Turns() {}

    /** What happens before. */
    private static Fault before(String id, Predicate<Held> fits, BiConsumer<Stagehand, Held> turn) {
        return new Fault(id) {
            @Override
            protected boolean fits(Held held) {
                return fits.test(held);
            }

            @Override
            protected void before(Held held) {
                turn.accept(new Stagehand(held), held);
            }
        };
    }

    /** What happens after. */
    private static Fault after(String id, Predicate<Held> fits, BiConsumer<Stagehand, Held> turn) {
        return new Fault(id) {
            @Override
            protected boolean fits(Held held) {
                return fits.test(held);
            }

            @Override
            protected void after(Held held) {
                turn.accept(new Stagehand(held), held);
            }
        };
    }

    /** The request finds the application before something else than its store and its credentials. */
    private static Fault finding(String id, Function<Held, DrivingPorts> ports) {
        return new Fault(id) {
            @Override
            protected Answer carryOut(Held held) {
                return held.carryOut(held.world().front(ports.apply(held)));
            }
        };
    }

    public static Fault rival() {
        return before("rival", Stagehand::couldBeAcknowledged, Stagehand::acknowledge);
    }

    public static Fault lapsedLease() {
        return before("lapsed-lease", Stagehand::isDispatched, (stage, held) -> stage.lapse(job(held)));
    }

    public static Fault lapsedAndReoffered() {
        return before("lapsed-and-reoffered", Stagehand::isDispatched, Turns::reoffer);
    }

    public static Fault staleDetails() {
        return after("stale-details", Stagehand::isDispatched, Turns::reoffer);
    }

    private static void reoffer(Stagehand stage, Held held) {
        Job job = job(held);
        if (job.status() == JobStatus.Dispatched) {
            stage.lapse(job);
            stage.offerToRival(job);
        }
    }

    public static Fault duplicateOffer() {
        return before("duplicate-offer", Stagehand::isDispatched, (stage, held) -> {
            Job job = job(held);
            stage.lapse(job);
            held.await(() -> !stage.hasItsNonceStill(job), FOR_THE_NEXT_POLL);
        });
    }

    public static Fault jobTimeout() {
        return before("job-timeout", Stagehand::isInProgress, (stage, held) -> stage.timeOut(job(held)));
    }

    public static Fault actionTimeout() {
        return after(
                "action-timeout",
                held -> held.job().isPresent(),
                (stage, held) -> stage.timeOut(job(held).action()));
    }

    public static Fault clientTokenRotated() {
        return before(
                "client-token-rotated",
                held -> held.job().flatMap(job -> job.action().clientId()).isPresent(),
                (stage, held) -> stage.rotateToken(job(held).action().clientId().orElseThrow()));
    }

    /** After a call, so that the next request for an artifact finds it so; before such a request itself. */
    public static Fault credentialsExpire() {
        return new Fault("credentials-expire") {
            @Override
            protected boolean fits(Held held) {
                return held.job()
                        .flatMap(job ->
                                held.world().credentialsExpire(job.action().id()))
                        .isPresent();
            }

            @Override
            protected void before(Held held) {
                if (!held.isCall()) {
                    new Stagehand(held).expireCredentials(job(held));
                }
            }

            @Override
            protected void after(Held held) {
                if (held.isCall()) {
                    new Stagehand(held).expireCredentials(job(held));
                }
            }
        };
    }

    public static Fault typeDeleted() {
        return before(
                "type-deleted",
                held -> Stagehand.polledType(held).isPresent(),
                (stage, held) -> stage.deleteType(Stagehand.polledType(held).orElseThrow()));
    }

    public static Fault failure() {
        return finding(
                "500",
                held -> held.world()
                        .ports(
                                StoreInFront.thatIsAway(held.world().store()),
                                held.world().credentials()));
    }

    public static Fault failureAfterwards() {
        return finding(
                "500-after",
                held -> PortsInFront.thatFailAfterwards(held.world().ports()));
    }

    public static Fault emptyPolls() {
        return finding("empty-polls", Turns::holdingBack);
    }

    /** Jobs are held back until so many are due; then one poll gets as many as it asks for, and it is over. */
    public static Fault batch(int jobs) {
        AtomicBoolean isOver = new AtomicBoolean();
        return new Fault("batch") {
            @Override
            protected boolean fits(Held held) {
                return !isOver.get() && Stagehand.due(held) > 0;
            }

            @Override
            protected Answer carryOut(Held held) {
                if (Stagehand.due(held) >= jobs) {
                    isOver.set(true);
                    return super.carryOut(held);
                }
                return held.carryOut(held.world().front(holdingBack(held)));
            }
        };
    }

    private static DrivingPorts holdingBack(Held held) {
        return held.world()
                .ports(
                        StoreInFront.thatHoldsJobsBack(held.world().store()),
                        held.world().credentials());
    }

    public static Fault credentialsUnavailable() {
        return finding(
                "credentials-unavailable",
                held -> held.world().ports(held.world().store(), action -> {
                    throw new ArtifactCredentials.Unavailable("The lab has no credentials now.", null);
                }));
    }

    private static Job job(Held held) {
        return held.job().orElseThrow();
    }
}
