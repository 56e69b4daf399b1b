package dev.jobport.adapters.grpc;

import dev.jobport.adapters.identity.Doorkeeper;
import dev.jobport.adapters.identity.Limits;
import dev.jobport.adapters.identity.OperatorFile;
import dev.jobport.adapters.identity.Room;
import dev.jobport.adapters.identity.Throttle;
import dev.jobport.adapters.identity.Tls;
import dev.jobport.adapters.identity.Waits;
import dev.jobport.application.driving.DrivingPorts;
import dev.jobport.application.driving.Transport;
import io.grpc.BindableService;
import io.grpc.DecompressorRegistry;
import io.grpc.InsecureServerCredentials;
import io.grpc.Server;
import io.grpc.ServerCredentials;
import io.grpc.ServerInterceptors;
import io.grpc.TlsServerCredentials;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.services.ProtoReflectionServiceV1;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.ChannelOption;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server that job workers, pipelines and those who define action types talk to over gRPC. */
public final class GrpcTransport implements Transport {

    private static final Logger log = LoggerFactory.getLogger(GrpcTransport.class);

    /** What a client may send before it is read, on one call and on all calls of a connection. */
    private static final int WINDOW_BYTES = 64 * 1024;

    /** For each so many bytes that may be in flight, one call may be open: a small heap takes fewer calls. */
    private static final int CALL_BYTES = 2 * 1024;

    /** Of one connection at a time; streams of jobs are such calls. */
    private static final int MAX_CALLS = 100;

    /** How many calls a client may break off. */
    private static final int MAX_RESETS = 400;

    private static final int RESETS_SECONDS = 30;

    /** How often a client may ask whether the server is there. */
    private static final Duration PING_PAUSE = Duration.ofSeconds(10);

    private static final Duration PING_PATIENCE = Duration.ofSeconds(20);

    /** After which a client connects anew, so that one that does not read what it asked for holds it no longer. */
    private static final Duration OLDEST_CONNECTION = Duration.ofHours(1);

    private static final Duration LAST_CALLS = Duration.ofMinutes(1);

    private static final Duration BETWEEN_POLLS = Duration.ofSeconds(1);

    private final DrivingPorts ports;
    private final Doorkeeper doorkeeper;
    private final MeterRegistry registry;
    private final GrpcSettings settings;
    private Running running;

    /** What has been taken, and is given back together. */
    private record Running(Server server, Threads threads, JobStreams streams, Waits waits, Health health) {}

    public GrpcTransport(DrivingPorts ports, Doorkeeper doorkeeper, MeterRegistry registry, GrpcSettings settings) {
        this.ports = ports;
        this.doorkeeper = doorkeeper;
        this.registry = registry;
        this.settings = settings;
    }

    @Override
    public String start() {
        if (running != null) {
            throw new IllegalStateException("the server was started before");
        }
        LibraryLog.join();
        InetSocketAddress address = new InetSocketAddress(settings.host(), settings.port());
        if (address.isUnresolved()) {
            throw new CannotListen(cannotListen() + "the host is unknown", null);
        }
        Threads threads = new Threads();
        try {
            running = start(address, threads);
        } catch (IOException e) {
            threads.close();
            throw new CannotListen(cannotListen() + reason(e), e);
        } catch (RuntimeException e) {
            threads.close();
            // which is how files are refused that hold something else
            throw settings.tls()
                    .filter(files -> e instanceof IllegalArgumentException)
                    .<RuntimeException>map(files -> unusable(files, e))
                    .orElse(e);
        }
        String host = settings.host();
        return (settings.tls().isPresent() ? "grpcs" : "grpc") + "://" + (host.contains(":") ? "[" + host + "]" : host)
                + ":" + running.server().getPort();
    }

    private Running start(InetSocketAddress address, Threads threads) throws IOException {
        JobStreams streams = new JobStreams(
                threads.alarm(),
                threads.workers(),
                BETWEEN_POLLS,
                settings.limits().idleTimeout());
        Waits waits = new Waits(ports.pipelines());
        List<BindableService> services = List.of(
                new ThirdPartyService(ports.thirdParty(), streams),
                new CustomService(ports.custom(), streams),
                new ActionTypesService(ports.actionTypes()),
                new PipelinesService(ports.pipelines(), waits, threads.workers()));
        Health health = new Health(
                ports.operators(),
                services.stream()
                        .map(service ->
                                service.bindService().getServiceDescriptor().getName())
                        .collect(Collectors.toSet()));
        NettyServerBuilder builder = limited(address, threads);
        Stream.concat(services.stream(), Stream.of(health.service(), ProtoReflectionServiceV1.newInstance()))
                // so that messages are read behind the interceptors, which see what goes wrong then
                .map(service -> ServerInterceptors.useInputStreamMessages(service.bindService()))
                .forEach(builder::addService);
        Server server = builder.build().start();
        health.watch(threads.alarm(), threads.workers());
        return new Running(server, threads, streams, waits, health);
    }

    private static String reason(Exception e) {
        return (e.getCause() == null ? e : e.getCause()).getMessage();
    }

    int openStreams() {
        return running.streams().open();
    }

    private String cannotListen() {
        return "Cannot listen on " + settings.host() + ":" + settings.port() + ": ";
    }

    private ServerCredentials credentials() {
        return settings.tls().map(GrpcTransport::credentials).orElseGet(InsecureServerCredentials::create);
    }

    private static ServerCredentials credentials(Tls files) {
        try {
            return TlsServerCredentials.create(
                    new ByteArrayInputStream(OperatorFile.read(files.certificate())),
                    new ByteArrayInputStream(OperatorFile.read(files.key())));
        } catch (IOException e) {
            throw unusable(files, e);
        }
    }

    private static CannotListen unusable(Tls files, Exception cause) {
        return new CannotListen(
                "The TLS files " + files.certificate() + " and " + files.key()
                        + " cannot be read as a certificate and its key, both in PEM.",
                cause);
    }

    private NettyServerBuilder limited(InetSocketAddress address, Threads threads) {
        Limits limits = settings.limits();
        Connections connections = new Connections(limits.maxConnections());
        long bytes = Math.max(limits.maxBytesInFlight(), InFlight.ofOne(limits.maxBodyBytes()));
        int mostCalls = (int) Math.min(bytes / CALL_BYTES, Integer.MAX_VALUE / 2);
        return NettyServerBuilder.forAddress(address, credentials())
                .bossEventLoopGroup(threads.acceptor())
                .workerEventLoopGroup(threads.network())
                .channelFactory(connections::listener)
                .withOption(ChannelOption.SO_BACKLOG, limits.acceptQueue())
                .executor(threads.workers())
                .maxInboundMessageSize(limits.maxBodyBytes())
                .maxInboundMetadataSize(limits.maxHeaderBytes())
                // a small message could become a large one
                .decompressorRegistry(DecompressorRegistry.emptyInstance())
                .addStreamTracerFactory(new InFlight.Factory(new Room(bytes), mostCalls))
                .flowControlWindow(WINDOW_BYTES)
                .maxConcurrentCallsPerConnection(MAX_CALLS)
                .maxRstFramesPerWindow(MAX_RESETS, RESETS_SECONDS)
                .handshakeTimeout(limits.bodyTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .maxConnectionIdle(limits.idleTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .maxConnectionAge(OLDEST_CONNECTION.toMillis(), TimeUnit.MILLISECONDS)
                .maxConnectionAgeGrace(LAST_CALLS.toMillis(), TimeUnit.MILLISECONDS)
                .keepAliveTime(limits.idleTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .keepAliveTimeout(PING_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .permitKeepAliveTime(PING_PAUSE.toMillis(), TimeUnit.MILLISECONDS)
                .permitKeepAliveWithoutCalls(true)
                // the last one is the first that a call comes to
                .intercept(new Arrivals(threads.alarm(), limits.bodyTimeout()))
                .intercept(
                        new Door(doorkeeper, new Throttle(limits.maxRequestsPerSecond()), new Strangers(mostCalls / 4)))
                .intercept(new Refusals(doorkeeper))
                .intercept(new Meters(registry))
                .intercept(new Departures(threads.alarm(), limits.bodyTimeout(), connections));
    }

    /** Takes no new call, ends all streams and waits, lets running calls end within the drain timeout, then stops. */
    @Override
    public void close() {
        if (running == null || running.server().isShutdown()) {
            return;
        }
        running.health().end();
        running.server().shutdown();
        running.streams().close();
        running.waits().end();
        try {
            if (!running.server()
                    .awaitTermination(settings.limits().drainTimeout().toMillis(), TimeUnit.MILLISECONDS)) {
                log.warn(
                        "calls that still ran after {} were cut off",
                        settings.limits().drainTimeout());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            running.server().shutdownNow();
            running.threads().close();
        }
    }
}
