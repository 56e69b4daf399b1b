package dev.jobport.benchmarks.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Locale;

/** A kept-alive HTTP/1.1 connection that has one request under way at a time, and does as little as that takes. */
final class Connection implements AutoCloseable {

    private static final int LARGEST_ANSWER = 64 * 1024;

    private final SocketChannel channel;
    private final Conversation conversation;
    private final ByteBuffer in = ByteBuffer.allocate(LARGEST_ANSWER);
    private long sentAt;

    Connection(SocketAddress server, Conversation conversation, Selector selector) throws IOException {
        this.conversation = conversation;
        this.channel = SocketChannel.open(server);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, this);
    }

    /** Sends the next request; false if there is none. */
    boolean speak() throws IOException {
        byte[] request = conversation.next();
        if (request == null) {
            return false;
        }
        sentAt = System.nanoTime();
        ByteBuffer out = ByteBuffer.wrap(request);
        while (out.hasRemaining()) { // small enough for the socket's buffer, so this goes round once
            channel.write(out);
        }
        return true;
    }

    /** Takes what has come, and if that ends the answer, goes on; false if there is nothing more to say. */
    boolean listen() throws IOException {
        if (channel.read(in) < 0) {
            throw new EOFException("the server closed a connection");
        }
        Answer answer = whole();
        if (answer == null) {
            return true;
        }
        conversation.answered(answer, System.nanoTime() - sentAt);
        in.clear();
        return speak();
    }

    private Answer whole() throws ProtocolException {
        byte[] bytes = in.array();
        int end = in.position();
        int body = bodyStart(bytes, end);
        if (body < 0) {
            return null;
        }
        String head = new String(bytes, 0, body, ISO_8859_1);
        int length = contentLength(head);
        if (body + length > end) {
            return null;
        }
        return new Answer(Integer.parseInt(head, 9, 12, 10), new String(bytes, body, length, ISO_8859_1));
    }

    private static int bodyStart(byte[] bytes, int end) {
        for (int i = 3; i < end; i++) {
            if (bytes[i] == '\n' && bytes[i - 1] == '\r' && bytes[i - 2] == '\n') {
                return i + 1;
            }
        }
        return -1;
    }

    private static int contentLength(String head) throws ProtocolException {
        int name = head.indexOf("Content-Length: ");
        if (name < 0) {
            name = head.toLowerCase(Locale.ROOT).indexOf("content-length: ");
        }
        if (name < 0) {
            throw new ProtocolException("an answer without a length: " + head);
        }
        int start = name + "Content-Length: ".length();
        return Integer.parseInt(head, start, head.indexOf('\r', start), 10);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
