package dev.jobport.lab;

import static dev.jobport.lab.SoundWorker.TYPE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.adapters.wire.client.RawClient;
import dev.jobport.adapters.wire.client.RawClient.Heard;
import dev.jobport.verdict.history.Exchange;
import dev.jobport.verdict.history.InjectedFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each fault of the catalogue happens to a worker that does all that a worker does, and is written down. */
class EveryFaultTest {

    private static final String THIRD_PARTY = "ThirdParty/Test/Acme/1";
    private static final Set<String> FORGED = Set.of("garbage", "503", "not-in-progress", "unknown-members");

    static Set<String> names() {
        return Faults.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void it_happens_and_is_written_down(String name) {
        try (Lab lab = Lab.builder().actionType(TYPE).actionType(THIRD_PARTY).start()) {
            lab.start(TYPE);
            lab.start(THIRD_PARTY);
            lab.faults().add(text(name));

            workOnTheCustomJob(lab);
            workOnTheThirdPartyJob(lab);

            lab.faults().requireAllHappened();
            Optional<InjectedFault> first = lab.history().events().stream()
                    .filter(Exchange.class::isInstance)
                    .flatMap(it -> ((Exchange) it).fault().stream())
                    .findFirst();
            assertThat(first).contains(new InjectedFault(name, 1, FORGED.contains(name)));
        }
    }

    /** Those that take their time take little. */
    private static String text(String name) {
        return switch (name) {
            case "slow-answer", "trickle", "restart" -> name + "(20ms)@*";
            case "hang" -> "hang@PollForJobs";
            case "batch" -> "batch(2)@*";
            case "duplicate-offer" -> "duplicate-offer@AcknowledgeJob";
            default -> name + "@*";
        };
    }

    private static void workOnTheCustomJob(Lab lab) {
        Heard offered = call(lab, "PollForJobs", Talk.POLL);
        String job = "{\"jobId\":\"" + job(offered) + "\"";
        call(lab, "AcknowledgeJob", job + ",\"nonce\":\"" + nonce(offered) + "\"}");
        call(lab, "PutJobSuccessResult", job + "}");
    }

    private static void workOnTheThirdPartyJob(Lab lab) {
        Heard offered = call(lab, "PollForThirdPartyJobs", Talk.POLL_THIRD_PARTY);
        String job = "{\"jobId\":\"" + job(offered) + "\",\"clientToken\":\""
                + lab.client().token() + "\"";
        Heard details = call(lab, "GetThirdPartyJobDetails", job + "}");
        call(lab, "AcknowledgeThirdPartyJob", job + ",\"nonce\":\"" + nonce(details) + "\"}");
        call(lab, "PutThirdPartyJobSuccessResult", job + "}");
    }

    private static String job(Heard heard) {
        String id = Talk.job(heard);
        return id.isEmpty() ? "00000000-0000-0000-0000-000000000000" : id;
    }

    private static String nonce(Heard heard) {
        String nonce = Talk.nonce(heard);
        return nonce.isEmpty() ? "none" : nonce;
    }

    /** Nothing is heard if the wire breaks, or hangs. */
    private static Heard call(Lab lab, String operation, String json) {
        try (RawClient client = Talk.client(lab)) {
            client.giveUpAfter(3000);
            return client.call(operation, json);
        } catch (IOException | UncheckedIOException e) {
            return new Heard(new byte[0], false);
        }
    }
}
