package dev.jobport.adapters.grpc;

import java.net.SocketAddress;
import java.util.HashMap;
import java.util.Map;

/** Holds those who are let in without a token to few open calls: by one connection, and by all together. */
final class Strangers {

    static final int MOST_OF_A_CONNECTION = 8;

    private final int most;
    private final Map<SocketAddress, Integer> open = new HashMap<>();
    private int all;

    Strangers(int most) {
        this.most = most;
    }

    /** @return whether there was a place */
    synchronized boolean enter(SocketAddress connection) {
        if (all >= most || open.getOrDefault(connection, 0) >= MOST_OF_A_CONNECTION) {
            return false;
        }
        open.merge(connection, 1, Integer::sum);
        all++;
        return true;
    }

    synchronized void leave(SocketAddress connection) {
        open.computeIfPresent(connection, (peer, calls) -> calls == 1 ? null : calls - 1);
        all--;
    }
}
