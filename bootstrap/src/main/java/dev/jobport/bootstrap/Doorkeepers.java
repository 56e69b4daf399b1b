package dev.jobport.bootstrap;

import dev.jobport.adapters.identity.Doorkeeper;
import dev.jobport.adapters.identity.UnusableCredentials;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.Arrays;

/** Decides who may be let in without credentials: everybody, but only if nobody but this machine can come. */
final class Doorkeepers {

    private Doorkeepers() {}

    /** @throws CannotStart if there are no credentials although others can come, or they cannot be used */
    static Doorkeeper hire(Settings settings, InstantSource time) {
        if (settings.credentials().isEmpty()) {
            settings.hosts().forEach(Doorkeepers::requireLoopback);
            return Doorkeeper.withoutCredentials(settings.http().host(), settings.accounts());
        }
        try {
            return Doorkeeper.withCredentials(settings.credentials().get(), settings.accounts(), time);
        } catch (UnusableCredentials e) {
            throw new CannotStart(e.getMessage(), e);
        }
    }

    private static void requireLoopback(String host) {
        boolean loopback;
        try {
            loopback = Arrays.stream(InetAddress.getAllByName(host)).allMatch(InetAddress::isLoopbackAddress);
        } catch (UnknownHostException e) {
            loopback = false; // and might be known a moment later
        }
        if (!loopback) {
            throw new CannotStart(
                    "Without credentials everybody who reaches " + host + " could use the server: register access keys"
                            + " in a file and name it with --credentials"
                            + " (or JOBPORT_CREDENTIALS), or listen on"
                            + " 127.0.0.1.");
        }
    }
}
