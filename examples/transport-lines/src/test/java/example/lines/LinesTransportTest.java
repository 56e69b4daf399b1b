package example.lines;

import dev.jobport.adapters.persistence.memory.MemoryStore;
import dev.jobport.application.driving.Caller;
import dev.jobport.application.driving.CustomJobWorkers;
import dev.jobport.application.driving.ThirdPartyJobWorkers;
import dev.jobport.contracts.transport.BareWorld;
import dev.jobport.contracts.transport.JobWorkerTransportContract;
import dev.jobport.contracts.worker.JobWorkerWorld;
import java.net.InetSocketAddress;
import java.util.Optional;

/** The transport keeps all that a transport of job workers has to keep. */
class LinesTransportTest extends JobWorkerTransportContract {

    static String tokenOf(Caller caller) {
        return "token-of-" + caller.name();
    }

    @Override
    protected JobWorkerWorld open() {
        return new World();
    }

    private static final class World extends BareWorld {

        private final LinesTransport transport =
                new LinesTransport(ports(), World::callerWith, new InetSocketAddress("127.0.0.1", 0));
        private final LinesClient client = new LinesClient(transport.start());

        World() {
            super(new MemoryStore());
        }

        private static Optional<Caller> callerWith(String token) {
            return callers().stream()
                    .filter(caller -> tokenOf(caller).equals(token))
                    .findFirst();
        }

        @Override
        public ThirdPartyJobWorkers thirdParty() {
            return client;
        }

        @Override
        public CustomJobWorkers custom() {
            return client;
        }

        @Override
        public void close() {
            transport.close();
            super.close();
        }
    }
}
