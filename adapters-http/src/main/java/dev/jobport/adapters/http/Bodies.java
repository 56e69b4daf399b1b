package dev.jobport.adapters.http;

import dev.jobport.adapters.http.json.RequestBody;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Lets a request in when its body has arrived. Meanwhile no thread waits for it, so however many clients send slowly, the
 * others are served; and it has only so long to arrive.
 */
final class Bodies extends Handler.Wrapper {

    /** How much of a body that is too large is read all the same: a client that still sends would not see the answer. */
    private static final long DISCARDED_AT_MOST = 16L * 1024 * 1024;

    private final int limit;
    private final Duration timeout;

    /** @param limit in bytes */
    Bodies(int limit, Duration timeout) {
        this.limit = limit;
        this.timeout = timeout;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        new Arrival(request, response, callback).run();
        return true;
    }

    /** One body that is on its way. */
    private final class Arrival implements Runnable {

        private final Request request;
        private final Response response;
        private final Callback callback;
        private final ByteArrayOutputStream body = new ByteArrayOutputStream(0);
        private final AtomicBoolean over = new AtomicBoolean();
        private Scheduler.Task alarm;
        private long size;

        Arrival(Request request, Response response, Callback callback) {
            this.request = request;
            this.response = response;
            this.callback = callback;
        }

        /** Takes what is there, and comes back when there is more. */
        @Override
        public void run() {
            while (!over.get()) {
                Content.Chunk chunk = request.read();
                if (chunk == null) {
                    await();
                    return;
                }
                if (Content.Chunk.isFailure(chunk)) {
                    letIn(RequestBody.cutOff());
                    return;
                }
                take(chunk);
                if (chunk.isLast() || size > DISCARDED_AT_MOST) {
                    letIn(size > limit ? RequestBody.tooLarge(limit) : RequestBody.of(body.toByteArray()));
                    return;
                }
            }
        }

        private void take(Content.Chunk chunk) {
            size += chunk.remaining();
            if (size <= limit) {
                byte[] bytes = new byte[chunk.remaining()];
                chunk.getByteBuffer().get(bytes);
                body.writeBytes(bytes);
            }
            chunk.release();
        }

        private void await() {
            if (alarm != null) {
                request.demand(this);
                return;
            }
            alarm = request.getComponents()
                    .getScheduler()
                    .schedule(this::giveUp, timeout.toMillis(), TimeUnit.MILLISECONDS);
            if (request.getHeaders().contains(HttpHeader.EXPECT, HttpHeaderValue.CONTINUE.asString())) {
                response.writeInterim(HttpStatus.CONTINUE_100, HttpFields.EMPTY)
                        .whenComplete((sent, failure) -> request.demand(this)); // which tells of the failure
            } else {
                request.demand(this);
            }
        }

        /** On a thread of its own, because the scheduler's is for all. */
        private void giveUp() {
            request.getComponents().getExecutor().execute(() -> letIn(RequestBody.cutOff()));
        }

        private void letIn(RequestBody whatCame) {
            if (!over.compareAndSet(false, true)) {
                return; // the alarm and the last byte came at the same time
            }
            if (alarm != null) {
                alarm.cancel();
            }
            request.setAttribute(RequestBody.ATTRIBUTE, whatCame);
            try {
                if (!Bodies.super.handle(request, response, callback)) {
                    Response.writeError(request, response, callback, 404);
                }
            } catch (Exception | Error e) {
                Response.writeError(request, response, callback, e);
            }
        }
    }
}
