package dev.jobport.conformance.wire;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks an endpoint of which nothing is known: its answer has to end in time, and to be no larger than a few MB. */
public final class Answering {

    /** Far more than any answer of the protocol. */
    static final int LARGEST_BYTES = 8 * 1024 * 1024;

    private Answering() {}

    /**
     * The answer, read to its end.
     *
     * @throws IOException if there is none, or it has not ended in time, or is too large
     */
    public static HttpResponse<String> of(HttpClient http, HttpRequest request, Duration patience)
            throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<String>> answer = http.sendAsync(request, head -> new Limited());
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new HttpTimeoutException("the answer has not ended after " + patience.toSeconds() + " seconds");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        } finally {
            answer.cancel(true); // does nothing to one that is complete
        }
    }

    /** Gives up on a body that is too large. */
    private static final class Limited implements BodySubscriber<String> {

        private final BodySubscriber<String> whole = BodySubscribers.ofString(StandardCharsets.UTF_8);
        private Subscription subscription;
        private long bytes;

        @Override
        public CompletionStage<String> getBody() {
            return whole.getBody();
        }

        @Override
        public void onSubscribe(Subscription given) {
            subscription = given;
            whole.onSubscribe(given);
        }

        @Override
        public void onNext(List<ByteBuffer> part) {
            bytes += part.stream().mapToLong(ByteBuffer::remaining).sum();
            if (bytes > LARGEST_BYTES) {
                subscription.cancel();
                onError(new IOException("the answer is larger than " + LARGEST_BYTES + " bytes"));
            } else {
                whole.onNext(part);
            }
        }

        @Override
        public void onError(Throwable why) {
            whole.onError(why);
        }

        @Override
        public void onComplete() {
            whole.onComplete();
        }
    }
}
