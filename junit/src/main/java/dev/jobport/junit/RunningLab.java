package dev.jobport.junit;

import dev.jobport.lab.Lab;
import dev.jobport.verdict.Demands;
import dev.jobport.verdict.history.Mark;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A lab, whose it is, and what was made for it. */
final class RunningLab implements AutoCloseable {

    private final Lab lab;
    private final Demands demands;
    private final String owner;
    private SdkClient client;

    RunningLab(Lab lab, Demands demands, String owner) {
        this.lab = lab;
        this.demands = demands;
        this.owner = owner;
    }

    Lab lab() {
        return lab;
    }

    Demands demands() {
        return demands;
    }

    /** Whether it ends with this test or class. */
    boolean isOf(ExtensionContext context) {
        return owner.equals(context.getUniqueId());
    }

    void begin(String test) {
        lab.witness().mark(Mark.Kind.SCENARIO_BEGINS, test);
    }

    /** The same for all that ask. */
    synchronized Object client() {
        if (client == null) {
            client = new SdkClient(lab);
        }
        return client.client();
    }

    @Override
    public synchronized void close() {
        try {
            if (client != null) {
                client.close();
            }
        } finally {
            lab.close();
        }
    }
}
