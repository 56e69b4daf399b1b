package dev.jobport.adapters.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoomTest {

    private static final int SIZE = 100 * Room.SMALL_BYTES;

    private final Room room = new Room(SIZE);

    @Test
    void a_quarter_is_kept_for_what_is_small() {
        Room.Share large = room.new Share();
        assertThat(large.take(SIZE / 4 * 3)).isTrue();
        assertThat(large.take(1)).isFalse();
        assertThat(room.new Share().take(Room.SMALL_BYTES + 1)).isFalse();

        for (int i = 0; i < 25; i++) {
            assertThat(room.new Share().take(Room.SMALL_BYTES)).isTrue();
        }
        assertThat(room.new Share().take(1)).isFalse();
        assertThat(room.taken()).isEqualTo(SIZE);
    }

    @Test
    void what_grows_to_be_large_counts_as_large() {
        room.new Share().take(SIZE / 4 * 3);
        Room.Share growing = room.new Share();

        assertThat(growing.take(Room.SMALL_BYTES)).isTrue();
        assertThat(growing.take(1)).isFalse();
    }

    @Test
    void nothing_is_kept_for_what_waits_however_small_and_however_many() {
        for (int i = 0; i < 75; i++) {
            Room.Share slow = room.new Share();
            slow.waits();
            assertThat(slow.take(Room.SMALL_BYTES)).isTrue();
        }
        Room.Share slow = room.new Share();
        slow.waits();

        assertThat(slow.take(1)).isFalse();
        assertThat(room.new Share().take(Room.SMALL_BYTES)).isTrue();
    }

    @Test
    void what_ended_has_given_back_all_and_takes_no_more() {
        Room.Share share = room.new Share();
        share.take(5);
        share.take(7);
        share.end();

        assertThat(share.take(1)).isFalse();
        share.end();
        assertThat(room.taken()).isZero();
    }
}
