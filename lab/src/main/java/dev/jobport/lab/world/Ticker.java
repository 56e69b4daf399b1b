package dev.jobport.lab.world;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets time pass for jobs also when nobody asks for anything. */
public final class Ticker implements AutoCloseable {

    private static final int PERIOD_MILLIS = 100;

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;
    private boolean isTold;

    public Ticker(Runnable tick) {
        this.thread = new Thread(() -> run(tick), "jobport-lab-clock");
        thread.setDaemon(true);
        thread.start();
    }

    /** A tick that fails is told once, until one succeeds. It is not the last one: a lab whose time stands still misleads. */
    private boolean succeeds(Runnable tick) {
        try {
            tick.run();
            return true;
        } catch (Throwable e) {
            if (!isTold) {
                thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
            }
            return false;
        }
    }

    private void run(Runnable tick) {
        try {
            while (!closed.await(PERIOD_MILLIS, TimeUnit.MILLISECONDS)) {
                isTold = !succeeds(tick);
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
