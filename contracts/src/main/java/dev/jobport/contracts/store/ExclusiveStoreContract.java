package dev.jobport.contracts.store;

import static dev.jobport.contracts.fixtures.Samples.ACCOUNT;
import static dev.jobport.contracts.fixtures.SomeJobs.aJob;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.application.driven.Store;
import dev.jobport.domain.client.Client;
import dev.jobport.domain.client.ClientId;
import dev.jobport.domain.client.ClientToken;
import dev.jobport.domain.job.Job;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * What a durable {@link Store} must do that one server at a time may have: it lets in no second one, and opens what a crash
 * of its server left. To be implemented beside {@link DurableStoreContract}.
 */
public interface ExclusiveStoreContract extends DurableStoreUnderTest {

    int REGISTERED = 50;

    /** Opens the place of {@link #store()} once more, as another server would. */
    Store another();

    /**
     * Ends the store as a server that is killed does, not closed, changes the end of what it wrote, and opens what is left;
     * {@link #store()} returns the new one from then on.
     *
     * @param end makes of the bytes that were written last, for all that this contract added, those that reached the disk
     */
    void crash(UnaryOperator<byte[]> end);

    @Test
    default void whoever_opens_the_store_while_it_is_open_is_refused_and_disturbs_nobody() {
        Job before = given(aJob()).get(0);

        assertThatThrownBy(this::another).isInstanceOf(UncheckedIOException.class);

        assertThat(store().isReady()).isTrue();
        Job after = given(aJob()).get(0);
        assertThat(stored(before)).isEqualTo(before);
        assertThat(stored(after)).isEqualTo(after);
    }

    @Test
    default void a_crash_loses_nothing_that_was_answered() {
        assertThat(leftovers(written -> written)).isEqualTo(REGISTERED);
    }

    /** As after a power failure: what had not reached the disk is gone, and then nobody had been answered for it. */
    @Test
    default void an_end_that_was_cut_off_by_a_byte_loses_only_what_was_cut() {
        assertThat(leftovers(written -> Arrays.copyOf(written, written.length - 1)))
                .isBetween(1, REGISTERED - 1);
    }

    @Test
    default void an_end_that_was_cut_off_in_the_middle_loses_only_what_was_cut() {
        assertThat(leftovers(written -> Arrays.copyOf(written, written.length / 2)))
                .isBetween(1, REGISTERED - 1);
    }

    @Test
    default void a_torn_end_loses_only_what_was_torn() {
        assertThat(leftovers(written -> {
                    byte[] noise = noise(written.length / 10);
                    System.arraycopy(noise, 0, written, written.length - noise.length, noise.length);
                    return written;
                }))
                .isBetween(1, REGISTERED - 1);
    }

    @Test
    default void noise_after_the_end_is_no_damage() {
        assertThat(leftovers(written -> {
                    byte[] noise = noise(10_000);
                    byte[] more = Arrays.copyOf(written, written.length + noise.length);
                    System.arraycopy(noise, 0, more, written.length, noise.length);
                    return more;
                }))
                .isEqualTo(REGISTERED);
    }

    /** How many clients, of those that were registered one after another, are there after the crash: the first ones. */
    private int leftovers(UnaryOperator<byte[]> end) {
        List<ClientId> registered = new ArrayList<>();
        for (int i = 1; i <= REGISTERED; i++) {
            registered.add(register(new ClientId(new UUID(0, i).toString())));
        }
        crash(end);

        List<ClientId> left = clients();
        assertThat(left).isEqualTo(registered.subList(0, left.size()));
        assertThat(store().isReady()).isTrue();
        List<ClientId> andMore = new ArrayList<>(left);
        andMore.add(register(new ClientId(new UUID(1, 1).toString())));
        assertThat(clients()).isEqualTo(andMore);
        reopen();
        assertThat(clients()).isEqualTo(andMore);
        return left.size();
    }

    private ClientId register(ClientId id) {
        assertThat(store().clients().addIfAbsent(ACCOUNT, Client.register(id, new ClientToken("any"))))
                .isTrue();
        return id;
    }

    private List<ClientId> clients() {
        return store().clients().list(ACCOUNT, "", REGISTERED + 2);
    }

    private static byte[] noise(int length) {
        byte[] noise = new byte[length];
        new Random(length).nextBytes(noise);
        return noise;
    }
}
