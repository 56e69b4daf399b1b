package dev.jobport.adapters.http.control;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import java.util.concurrent.Future;

/** Ends what a request waits for when there is nobody left to be answered. */
record PeerGone(Future<?> answer) implements AsyncListener {

    @Override
    public void onError(AsyncEvent event) {
        answer.cancel(false);
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        answer.cancel(false);
    }

    /** However it came to its end. */
    @Override
    public void onComplete(AsyncEvent event) {
        answer.cancel(false);
    }

    @Override
    public void onStartAsync(AsyncEvent event) {}
}
