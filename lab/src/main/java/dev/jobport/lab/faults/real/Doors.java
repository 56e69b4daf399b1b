package dev.jobport.lab.faults.real;

import dev.jobport.adapters.identity.AccessKey;
import dev.jobport.adapters.identity.Doorkeeper;
import dev.jobport.adapters.wire.Answer;
import dev.jobport.adapters.wire.AwsJson;
import dev.jobport.lab.faults.Fault;
import dev.jobport.lab.faults.Held;
import dev.jobport.lab.world.World;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Refusals by the real door, for one request: it lets in whom it lets in, by the keys and the clock that it has then. */
public final class Doors {

    private Doors() {}

    private static Fault front(String id, Function<World, AwsJson> front) {
        return new Fault(id) {
            @Override
            protected Answer carryOut(Held held) {
                return held.carryOut(front.apply(held.world()));
            }
        };
    }

    public static Fault throttle() {
        return front("throttle", world -> world.front(world.ports(), door(world, world.keys()), true));
    }

    public static Fault unknownKey() {
        return front("unknown-key", world -> world.front(world.ports(), door(world, List.of()), false));
    }

    /** Its keys may do nothing any more. */
    public static Fault accessDenied() {
        return front("access-denied", world -> {
            List<AccessKey> without = world.keys().stream()
                    .map(key -> new AccessKey(
                            key.accessKeyId(),
                            key.secretAccessKey(),
                            key.sessionToken(),
                            key.accountId(),
                            Set.of(),
                            false))
                    .toList();
            return world.front(world.ports(), door(world, without), false);
        });
    }

    public static Fault clockSkew(Duration off) {
        return new Fault("clock-skew") {
            @Override
            protected Answer carryOut(Held held) {
                World world = held.world();
                held.skew(off);
                Doorkeeper door = world.door(world.keys(), () -> Instant.now().plus(off));
                return held.carryOut(world.front(world.ports(), door, false));
            }
        };
    }

    private static Doorkeeper door(World world, List<AccessKey> keys) {
        return world.door(keys, InstantSource.system());
    }
}
