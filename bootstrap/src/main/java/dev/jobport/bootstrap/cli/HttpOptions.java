package dev.jobport.bootstrap.cli;

import dev.jobport.adapters.http.HttpSettings;
import dev.jobport.adapters.identity.Limits;
import dev.jobport.adapters.identity.Tls;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** TLS, and what the server takes from its clients. Each default stands where the setting is defined. */
final class HttpOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--tls-certificate",
            paramLabel = "FILE",
            description =
                    "Serve HTTPS with this certificate, followed by its chain, in PEM. Or JOBPORT_TLS_CERTIFICATE.")
    private Path tlsCertificate;

    @Option(
            names = "--tls-key",
            paramLabel = "FILE",
            description = "The certificate's private key in PEM, not encrypted. Or JOBPORT_TLS_KEY.")
    private Path tlsKey;

    @Option(
            names = "--max-body-bytes",
            paramLabel = "N",
            description = "Largest body of a request. Or JOBPORT_MAX_BODY_BYTES. Default: ${DEFAULT-VALUE}")
    private int maxBodyBytes = Limits.DEFAULTS.maxBodyBytes();

    @Option(
            names = "--max-bytes-in-flight",
            paramLabel = "N",
            description = "Bodies of all requests together, until they are answered; beyond it, 503."
                    + " Or JOBPORT_MAX_BYTES_IN_FLIGHT. Default: a sixteenth of the heap, at least 4 largest bodies")
    private Long maxBytesInFlight;

    @Option(
            names = "--max-header-bytes",
            paramLabel = "N",
            description = "Largest header of a request. Or JOBPORT_MAX_HEADER_BYTES. Default: ${DEFAULT-VALUE}")
    private int maxHeaderBytes = Limits.DEFAULTS.maxHeaderBytes();

    @Option(
            names = "--max-connections",
            paramLabel = "N",
            description = "Connections at a time; further ones wait. Or JOBPORT_MAX_CONNECTIONS."
                    + " Default: ${DEFAULT-VALUE}")
    private int maxConnections = Limits.DEFAULTS.maxConnections();

    @Option(
            names = "--accept-queue",
            paramLabel = "N",
            description =
                    "Connections that may wait to be accepted. Or JOBPORT_ACCEPT_QUEUE." + " Default: ${DEFAULT-VALUE}")
    private int acceptQueue = Limits.DEFAULTS.acceptQueue();

    @Option(
            names = "--idle-timeout",
            paramLabel = "SECONDS",
            description = "Time for a connection to bring the header of its next request. Or JOBPORT_IDLE_TIMEOUT."
                    + " Default: ${DEFAULT-VALUE}")
    private int idleTimeout = seconds(Limits.DEFAULTS.idleTimeout());

    @Option(
            names = "--body-timeout",
            paramLabel = "SECONDS",
            description = "Time for a request's body to arrive. Or JOBPORT_BODY_TIMEOUT. Default: ${DEFAULT-VALUE}")
    private int bodyTimeout = seconds(Limits.DEFAULTS.bodyTimeout());

    @Option(
            names = "--drain-timeout",
            paramLabel = "SECONDS",
            description = "Time for running requests to end when the server stops. Or JOBPORT_DRAIN_TIMEOUT."
                    + " Default: ${DEFAULT-VALUE}")
    private int drainTimeout = seconds(Limits.DEFAULTS.drainTimeout());

    @Option(
            names = "--max-requests-per-second",
            paramLabel = "N",
            description = "Job workers' requests with the same access key beyond this rate get a ThrottlingException;"
                    + " 0 for any rate. Or JOBPORT_MAX_REQUESTS_PER_SECOND. Default: ${DEFAULT-VALUE}")
    private int maxRequestsPerSecond = Limits.DEFAULTS.maxRequestsPerSecond();

    HttpSettings settings(String host, int port) {
        return new HttpSettings(
                host,
                port,
                new Limits(
                        atLeast(1, "--max-body-bytes", maxBodyBytes),
                        bytesInFlight(),
                        atLeast(1, "--max-header-bytes", maxHeaderBytes),
                        atLeast(1, "--max-connections", maxConnections),
                        atLeast(1, "--accept-queue", acceptQueue),
                        Duration.ofSeconds(atLeast(1, "--idle-timeout", idleTimeout)),
                        Duration.ofSeconds(atLeast(1, "--body-timeout", bodyTimeout)),
                        Duration.ofSeconds(atLeast(0, "--drain-timeout", drainTimeout)),
                        atLeast(0, "--max-requests-per-second", maxRequestsPerSecond)),
                tls());
    }

    private Optional<Tls> tls() {
        if ((tlsCertificate == null) != (tlsKey == null)) {
            throw wrong("--tls-certificate and --tls-key belong together");
        }
        return Optional.ofNullable(tlsCertificate).map(certificate -> new Tls(certificate, tlsKey));
    }

    /** Not less than one body of the largest size needs: a quarter is for small ones. */
    private long bytesInFlight() {
        if (maxBytesInFlight == null) {
            return Limits.bytesInFlight(Runtime.getRuntime().maxMemory(), maxBodyBytes);
        }
        if (maxBytesInFlight / 2 < maxBodyBytes) {
            throw wrong("--max-bytes-in-flight must be at least twice --max-body-bytes");
        }
        return maxBytesInFlight;
    }

    private int atLeast(int least, String option, int value) {
        if (value < least) {
            throw wrong(option + " must be at least " + least);
        }
        return value;
    }

    private ParameterException wrong(String message) {
        return new ParameterException(command.commandLine(), message);
    }

    private static int seconds(Duration duration) {
        return Math.toIntExact(duration.toSeconds());
    }
}
