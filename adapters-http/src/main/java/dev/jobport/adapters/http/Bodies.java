package dev.jobport.adapters.http;

import dev.jobport.adapters.http.javalin.RequestRecord;
import dev.jobport.adapters.identity.Limits;
import dev.jobport.adapters.identity.NotReceived;
import dev.jobport.adapters.identity.Room;
import dev.jobport.adapters.identity.SentBody;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.http.HttpField;
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
 * others are served; and it has only so long to arrive. All that are in memory at a time share one {@link Room}, until
 * their requests have been answered.
 */
final class Bodies extends Handler.Wrapper {

    /** How much of a body that is too large is read all the same: a client that still sends would not see the answer. */
    private static final long DISCARDED_AT_MOST = 16L * 1024 * 1024;

    private static final byte[] NOTHING = {};

    /** Of a request without a header. */
    private static final int BYTES_A_REQUEST = 1024;

    private final int limit;
    private final int headerLimit;
    private final Duration timeout;
    private final Room room;

    Bodies(Limits limits) {
        this.limit = limits.maxBodyBytes();
        this.headerLimit = limits.maxHeaderBytes();
        this.timeout = limits.bodyTimeout();
        this.room = new Room(limits.maxBytesInFlight());
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        new Arrival(request, response, callback).begin();
        return true;
    }

    /** Whoever asks for the body is told why there is none. */
    private static SentBody none(NotReceived why) {
        return SentBody.of(
                () -> {
                    throw why;
                },
                more -> {});
    }

    private static NotReceived.CutOff cutOff() {
        return new NotReceived.CutOff("The body did not arrive whole.");
    }

    private static NotReceived.NoRoom noRoom() {
        return new NotReceived.NoRoom("The server is handling too many large requests: send it again.");
    }

    /** One body that is on its way. */
    private final class Arrival implements Runnable {

        private final Request request;
        private final Response response;
        private final Callback callback;
        private final Room.Share share = room.new Share();
        private final AtomicBoolean over = new AtomicBoolean();
        private byte[] body = NOTHING;
        private Scheduler.Task alarm;
        private long size;
        private boolean fits = true;

        Arrival(Request request, Response response, Callback callback) {
            this.request = request;
            this.response = response;
            this.callback = callback;
            Request.addCompletionListener(request, failure -> share.end());
        }

        /** Before anybody sends what will not be taken: whoever asks is answered at once. */
        void begin() {
            if (expectsToGoOn() && request.getLength() > limit) {
                letIn(none(new NotReceived.TooLarge(limit)));
            } else {
                run();
            }
        }

        private boolean expectsToGoOn() {
            return request.getHeaders().contains(HttpHeader.EXPECT, HttpHeaderValue.CONTINUE.asString());
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
                    letIn(none(cutOff()));
                    return;
                }
                take(chunk);
                if (chunk.isLast() || size > DISCARDED_AT_MOST) {
                    letIn(whatCame());
                    return;
                }
            }
        }

        private SentBody whatCame() {
            if (size > limit) {
                return none(new NotReceived.TooLarge(limit));
            }
            if (!fits) {
                return none(noRoom());
            }
            byte[] whole = body.length == size ? body : Arrays.copyOf(body, (int) size);
            return SentBody.of(() -> whole, this::reserve);
        }

        private void reserve(int more) {
            if (!share.take(more)) {
                throw noRoom();
            }
        }

        private void take(Content.Chunk chunk) {
            int length = chunk.remaining();
            if (fits && size + length <= limit && hasRoomUpTo((int) size + length)) {
                chunk.getByteBuffer().get(body, (int) size, length);
            }
            size += length;
            if (size > limit) {
                drop();
            }
            chunk.release();
        }

        /** Whether the body may grow to this length. It doubles, but for the last time where its length is known. */
        private boolean hasRoomUpTo(int length) {
            if (length > body.length) {
                int announced = request.getLength() < length ? limit : (int) Math.min(limit, request.getLength());
                int capacity = Math.min(announced, Math.max(length, 2 * body.length));
                if (takes(capacity - body.length)) {
                    body = Arrays.copyOf(body, capacity);
                }
            }
            return fits;
        }

        /** About how much memory a request takes without its body; what it holds is what its client has sent. */
        private int headerBytes() {
            int characters = 0;
            for (HttpField header : request.getHeaders()) {
                characters += header.getName().length()
                        + (header.getValue() == null ? 0 : header.getValue().length());
            }
            return BYTES_A_REQUEST + Math.min(characters, headerLimit);
        }

        private boolean takes(int bytes) {
            fits = share.take(bytes);
            if (!fits) {
                drop();
            }
            return fits;
        }

        private void drop() {
            body = NOTHING;
            share.end();
        }

        private void await() {
            if (alarm != null) {
                request.demand(this);
                return;
            }
            share.waits();
            if (fits) { // whoever waits holds its headers meanwhile
                takes(headerBytes());
            }
            alarm = request.getComponents()
                    .getScheduler()
                    .schedule(this::giveUp, timeout.toMillis(), TimeUnit.MILLISECONDS);
            boolean asks = expectsToGoOn();
            if (asks && !fits) {
                letIn(none(noRoom()));
            } else if (asks) {
                response.writeInterim(HttpStatus.CONTINUE_100, HttpFields.EMPTY)
                        .whenComplete((sent, failure) -> request.demand(this)); // which tells of the failure
            } else {
                request.demand(this);
            }
        }

        /** On a thread of its own, because the scheduler's is for all. */
        private void giveUp() {
            request.getComponents().getExecutor().execute(() -> letIn(none(cutOff())));
        }

        private void letIn(SentBody whatCame) {
            if (!over.compareAndSet(false, true)) {
                return; // the alarm and the last byte came at the same time
            }
            if (alarm != null) {
                alarm.cancel();
            }
            request.setAttribute(RequestRecord.BODY, whatCame);
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
