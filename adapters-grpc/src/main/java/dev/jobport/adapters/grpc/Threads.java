package dev.jobport.adapters.grpc;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** All threads of one server: a few for the network, a bounded number that ask the ports, and one that keeps the time. */
final class Threads implements AutoCloseable {

    /** More would only wait for the store. */
    private static final int WORKERS = 64;

    private static final long KEPT_SECONDS = 60;

    private final EventLoopGroup acceptor =
            new MultiThreadIoEventLoopGroup(1, named("grpc-accept"), NioIoHandler.newFactory());
    private final EventLoopGroup network =
            new MultiThreadIoEventLoopGroup(0, named("grpc-network"), NioIoHandler.newFactory());
    private final ThreadPoolExecutor workers = new ThreadPoolExecutor(
            WORKERS, WORKERS, KEPT_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), named("grpc"));
    private final ScheduledThreadPoolExecutor alarm = new ScheduledThreadPoolExecutor(
            1, named("grpc-alarm"), new ThreadPoolExecutor.DiscardPolicy()); // whatever comes after the end

    Threads() {
        workers.allowCoreThreadTimeOut(true);
        workers.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
        alarm.setRemoveOnCancelPolicy(true);
    }

    private static ThreadFactory named(String name) {
        return new DefaultThreadFactory(name, true);
    }

    EventLoopGroup acceptor() {
        return acceptor;
    }

    EventLoopGroup network() {
        return network;
    }

    Executor workers() {
        return workers;
    }

    ScheduledExecutorService alarm() {
        return alarm;
    }

    @Override
    public void close() {
        alarm.shutdownNow();
        workers.shutdown();
        acceptor.shutdownGracefully(0, 1, TimeUnit.SECONDS);
        network.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }
}
