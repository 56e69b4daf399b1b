package dev.jobport.lab;

import dev.jobport.adapters.wire.client.RawClient;
import dev.jobport.adapters.wire.client.RawClient.Heard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;

/** What a worker says to a lab, a connection for each request, and hears back byte for byte. */
record Talk(Lab lab) {

    private static final String TYPE =
            "{\"actionTypeId\":{\"owner\":\"%s\",\"category\":\"%s\",\"provider\":\"%s\",\"version\":\"1\"}}";

    /** Of {@link SoundWorker#TYPE}. */
    static final String POLL = TYPE.formatted("Custom", "Build", "Own");

    static final String POLL_THIRD_PARTY = TYPE.formatted("ThirdParty", "Test", "Acme");

    static RawClient client(Lab lab) {
        return new RawClient(lab.endpoint(), lab.accessKeyId(), lab.secretAccessKey(), InstantSource.system());
    }

    /** @throws UncheckedIOException if the wire breaks */
    Heard call(String operation, String json) {
        try (RawClient client = client(lab)) {
            return client.call(operation, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Heard poll() {
        return call("PollForJobs", POLL);
    }

    /** The input of an acknowledgement of the first job that was heard of. */
    static String acknowledgement(Heard offered) {
        return "{\"jobId\":\"%s\",\"nonce\":\"%s\"}".formatted(job(offered), nonce(offered));
    }

    static String job(Heard heard) {
        return heard.first("\"(?:id|jobId)\":\"([0-9a-f-]{36})\"");
    }

    static String nonce(Heard heard) {
        return heard.first("\"nonce\":\"(\\w+)\"");
    }
}
