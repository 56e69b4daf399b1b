package dev.jobport.contracts.transport;

import dev.jobport.application.driving.ActionTypes;
import dev.jobport.application.driving.Caller;
import dev.jobport.application.driving.CustomJobWorkers;
import dev.jobport.application.driving.Operators;
import dev.jobport.application.driving.Pipelines;
import dev.jobport.application.driving.ThirdPartyJobWorkers;
import dev.jobport.contracts.worker.JobWorkerWorld;
import dev.jobport.domain.Refusal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;

/**
 * The one test that a transport of job workers is held to: extend it, and open a world whose job worker ports are clients
 * of the transport. One world serves all tests of a family, and one those of the door.
 *
 * <p>A client translates the transport's errors back into refusals, for instance with {@link Refusal#told}, so a transport
 * that loses an error's name fails here.
 */
public abstract class JobWorkerTransportContract {

    /** A world with a transport of its own that has started; it is closed after the tests if it can be. */
    protected abstract JobWorkerWorld open();

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    public class ThirdParty extends Opened implements ThirdPartyTransportContract {}

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    public class Custom extends Opened implements CustomTransportContract {}

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    public class Door extends Opened implements DoorContract {}

    private abstract class Opened implements JobWorkerWorld {

        private final JobWorkerWorld world = open();

        @AfterAll
        void closeWorld() throws Exception {
            if (world instanceof AutoCloseable closeable) {
                closeable.close();
            }
        }

        @Override
        public ThirdPartyJobWorkers thirdParty() {
            return world.thirdParty();
        }

        @Override
        public CustomJobWorkers custom() {
            return world.custom();
        }

        @Override
        public Caller caller() {
            return world.caller();
        }

        @Override
        public Caller stranger() {
            return world.stranger();
        }

        @Override
        public List<Caller> foreigners() {
            return world.foreigners();
        }

        @Override
        public ActionTypes actionTypes() {
            return world.actionTypes();
        }

        @Override
        public Caller administrator() {
            return world.administrator();
        }

        @Override
        public Pipelines pipeline() {
            return world.pipeline();
        }

        @Override
        public Operators operator() {
            return world.operator();
        }

        @Override
        public void pass(Duration duration) {
            world.pass(duration);
        }
    }
}
