package dev.jobport.adapters.grpc;

import dev.jobport.application.driving.BatchSize;
import dev.jobport.domain.Account;
import dev.jobport.domain.Refusal;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * Streams that hand out jobs as they become due: for each, the port is polled again and again, as its job worker would.
 * None holds a thread in between. Whoever does not read gets nothing more, and has the stream for a while only.
 */
final class JobStreams implements AutoCloseable {

    static final int MOST = 1000;
    static final int MAX_OF_AN_ACCOUNT = 300;

    private final ScheduledExecutorService alarm;
    private final Executor threads;
    private final Duration pause;
    private final Duration patience;
    private final Set<JobStream<?, ?>> streams = ConcurrentHashMap.newKeySet();

    /**
     * @param threads that ask the ports
     * @param pause between two polls
     * @param patience with a peer that does not read
     */
    JobStreams(ScheduledExecutorService alarm, Executor threads, Duration pause, Duration patience) {
        this.alarm = alarm;
        this.threads = threads;
        this.pause = pause;
        this.patience = patience;
    }

    /**
     * Polls once, and then as long as the peer is there.
     *
     * @param maxJobs after which the stream ends
     * @param poll asks for at most so many jobs
     * @throws Refusal as the first poll is refused
     */
    <J, A> void open(
            Account account, StreamObserver<A> to, int maxJobs, IntFunction<List<J>> poll, Function<J, A> answer) {
        JobStream<J, A> stream = new JobStream<>(account, (ServerCallStreamObserver<A>) to, poll, answer, maxJobs);
        stream.to.setOnCancelHandler(() -> streams.remove(stream));
        enter(stream);
        try {
            stream.turn();
        } finally {
            stream.settle();
        }
    }

    private synchronized void enter(JobStream<?, ?> stream) {
        if (streams.size() >= MOST) {
            throw new Refusal.TooManyWaits(MOST + " streams of jobs are open at this server already; poll instead.");
        }
        if (streams.stream().filter(it -> it.account.equals(stream.account)).count() >= MAX_OF_AN_ACCOUNT) {
            throw new Refusal.TooManyWaits(
                    MAX_OF_AN_ACCOUNT + " streams of jobs of the account are open already; poll instead.");
        }
        streams.add(stream);
    }

    int open() {
        return streams.size();
    }

    /** Ends all streams: the server stops. */
    @Override
    public void close() {
        streams.forEach(JobStream::stop);
    }

    private final class JobStream<J, A> {

        private final Account account;
        private final ServerCallStreamObserver<A> to;
        private final IntFunction<List<J>> poll;
        private final Function<J, A> answer;
        private int left;
        private Duration unread = Duration.ZERO;
        private boolean over;

        JobStream(
                Account account,
                ServerCallStreamObserver<A> to,
                IntFunction<List<J>> poll,
                Function<J, A> answer,
                int left) {
            this.account = account;
            this.to = to;
            this.poll = poll;
            this.answer = answer;
            this.left = left;
        }

        /** Hands out what is due, as far as the peer takes it. */
        private synchronized void turn() {
            over = true; // unless it comes to its end
            unread = to.isReady() ? Duration.ZERO : unread.plus(pause);
            if (unread.compareTo(patience) > 0) {
                throw Status.RESOURCE_EXHAUSTED
                        .withDescription("The jobs are not read; ask again.")
                        .asRuntimeException();
            }
            boolean more = !to.isCancelled();
            while (more && left > 0 && to.isReady() && !to.isCancelled()) {
                int most = Math.min(left, BatchSize.DEFAULT);
                List<J> jobs = poll.apply(most);
                jobs.forEach(job -> to.onNext(answer.apply(job)));
                left -= jobs.size();
                more = jobs.size() == most;
            }
            over = left == 0 || to.isCancelled();
            if (left == 0) {
                to.onCompleted();
            }
        }

        /** Comes back later, unless the stream has ended. */
        private synchronized void settle() {
            if (over) {
                streams.remove(this);
            } else {
                alarm.schedule(() -> threads.execute(this::again), pause.toMillis(), TimeUnit.MILLISECONDS);
            }
        }

        private synchronized void again() {
            if (!over) {
                Refusals.attempt(to, this::turn);
                settle();
            }
        }

        synchronized void stop() {
            if (!over) {
                over = true;
                to.onError(Status.UNAVAILABLE
                        .withDescription("The server stops; ask again.")
                        .asRuntimeException());
            }
        }
    }
}
