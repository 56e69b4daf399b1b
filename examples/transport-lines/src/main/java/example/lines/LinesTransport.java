package example.lines;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jobport.application.driving.Caller;
import dev.jobport.application.driving.DrivingPorts;
import dev.jobport.application.driving.Transport;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.job.Invocation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Job workers over a socket: a JSON object a line, and for each line one in answer. So many connections are served at once
 * as there are threads; further ones wait.
 */
public final class LinesTransport implements Transport {

    private static final int THREADS = 32;
    private static final int MAX_BYTES_A_LINE = 1024 * 1024;
    private static final int PATIENCE_MILLIS = 60_000;
    private static final int GRACE_MILLIS = 5_000;

    private final Operations operations;
    private final Function<String, Optional<Caller>> callers;
    private final InetSocketAddress address;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS + 1);
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private ServerSocket listener;

    /**
     * @param callers tells who has a token
     * @param address where to listen; port 0 for any free one
     */
    public LinesTransport(DrivingPorts ports, Function<String, Optional<Caller>> callers, InetSocketAddress address) {
        this.operations = new Operations(ports);
        this.callers = callers;
        this.address = address;
    }

    @Override
    public String start() {
        try {
            listener = new ServerSocket();
            listener.bind(address);
        } catch (IOException e) {
            close();
            throw new CannotListen("Cannot listen on " + address + ": " + e.getMessage(), e);
        }
        threads.execute(this::accept);
        return "lines://" + address.getHostString() + ":" + listener.getLocalPort();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket connection = listener.accept();
                connections.add(connection);
                threads.execute(() -> serve(connection));
            } catch (IOException e) {
                // closed, or a client that went away before it was served
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            connection.setSoTimeout(PATIENCE_MILLIS);
            InputStream in = connection.getInputStream();
            for (byte[] line = readLine(in); line != null; line = readLine(in)) {
                connection.getOutputStream().write((answer(line) + "\n").getBytes(UTF_8));
            }
        } catch (IOException e) {
            // the client went away, was silent for too long, or sent a line without end
        } finally {
            connections.remove(connection);
        }
    }

    private static byte[] readLine(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                return null;
            }
            if (line.size() == MAX_BYTES_A_LINE) {
                throw new IOException("a line is longer than " + MAX_BYTES_A_LINE + " bytes");
            }
            line.write(next);
        }
        return line.toByteArray();
    }

    /** The one place where refusals are translated: into their names. */
    private ObjectNode answer(byte[] line) {
        ObjectNode answer = Operations.JSON.createObjectNode();
        try {
            JsonNode in = Operations.JSON.readTree(line);
            String operation = in.path("operation").asText();
            Caller caller = callers.apply(in.path("token").asText())
                    .orElseThrow(() -> new Refusal.Validation("token", "The token is not known."));
            Optional<Invocation> invocation =
                    Optional.ofNullable(in.get("invocation")).map(id -> new Invocation(id.asText()));
            return answer.set(
                    "answer", Operations.JSON.valueToTree(operations.run(operation, caller.in(invocation), in)));
        } catch (Refusal refusal) {
            return answer.put("refusal", refusal.name()).put("message", refusal.getMessage());
        } catch (JsonProcessingException e) {
            return answer.put("refusal", "Validation").put("message", "The line is no JSON object.");
        } catch (IOException | RuntimeException e) {
            return answer.put("failure", "The server failed.");
        }
    }

    @Override
    public void close() {
        try {
            if (listener != null) {
                listener.close();
            }
            threads.shutdown();
            connections.forEach(LinesTransport::takeNothingNew);
            if (!threads.awaitTermination(GRACE_MILLIS, TimeUnit.MILLISECONDS)) {
                for (Socket connection : connections) {
                    connection.close();
                }
            }
        } catch (IOException e) {
            // they are closed all the same
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A command that runs is still answered. */
    private static void takeNothingNew(Socket connection) {
        try {
            connection.shutdownInput();
        } catch (IOException e) {
            // the client went away
        }
    }
}
