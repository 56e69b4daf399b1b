package dev.jobport.lab.world;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets time pass for jobs also when nobody asks for anything. */
public final class Ticker implements AutoCloseable {

    private static final int PERIOD_MILLIS = 100;

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    public Ticker(Runnable tick) {
        this.thread = new Thread(() -> run(tick), "jobport-lab-clock");
        thread.setDaemon(true);
        thread.start();
    }

    private void run(Runnable tick) {
        try {
            while (!closed.await(PERIOD_MILLIS, TimeUnit.MILLISECONDS)) {
                tick.run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
