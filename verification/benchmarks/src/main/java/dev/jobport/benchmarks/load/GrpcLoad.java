package dev.jobport.benchmarks.load;

import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.SocketAddress;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** As {@link LoadGenerator}, over gRPC: many connections on one thread. */
final class GrpcLoad {

    private static final long PATIENCE_SECONDS = 120;

    private GrpcLoad() {}

    /** @return the seconds that it took */
    static double run(SocketAddress server, Target target, List<Cycle> cycles) {
        EventLoopGroup thread = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
        List<ManagedChannel> channels = cycles.stream()
                .map(cycle -> (ManagedChannel) NettyChannelBuilder.forAddress(server)
                        .usePlaintext()
                        .eventLoopGroup(thread)
                        .channelType(NioSocketChannel.class)
                        .directExecutor()
                        .build())
                .toList();
        try {
            CountDownLatch talking = new CountDownLatch(cycles.size());
            long start = System.nanoTime();
            for (int i = 0; i < channels.size(); i++) {
                var connection = new GrpcConnection(channels.get(i), cycles.get(i), target, talking::countDown);
                thread.execute(connection::speak);
            }
            if (!talking.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("no end after " + PATIENCE_SECONDS + " s");
            }
            return (System.nanoTime() - start) / (double) TimeUnit.SECONDS.toNanos(1);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            channels.forEach(ManagedChannel::shutdownNow);
            thread.shutdownGracefully(0, 1, TimeUnit.SECONDS);
        }
    }
}
