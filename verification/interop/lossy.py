"""A proxy on loopback that loses answers: the server has acted, and the client never hears of it."""

import contextlib
import re
import socket
import socketserver
import threading
from collections import namedtuple
from urllib.parse import urlsplit

Request = namedtuple("Request", "operation invocation lost")

# One of HTTP/2 (RFC 9113, section 4.1); bytes are all of it.
Frame = namedtuple("Frame", "type flags stream bytes")
PREFACE = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"
HEADERS, END_STREAM = 1, 1


class LossyProxy:
    """Passes every byte on unchanged, but closes the connection instead of the first answer to each of some operations."""

    def __init__(self, server, operations):
        """server is a URL; operations are the names whose first answer is lost."""
        server = urlsplit(server)
        self._server = server.hostname, server.port
        self._to_lose = set(operations)
        self._lock = threading.Lock()
        self.requests = []  # every Request that came, in order
        proxy = self

        class Connection(socketserver.StreamRequestHandler):
            def handle(self):
                proxy._serve(self)

        self._listener = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Connection)
        self._listener.daemon_threads = True
        threading.Thread(target=self._listener.serve_forever, daemon=True).start()
        self.url = "%s://127.0.0.1:%d" % (server.scheme, self._listener.server_address[1])

    def close(self):
        self._listener.shutdown()
        self._listener.server_close()

    def _serve(self, client):
        while self._exchange(client.rfile, client.wfile):
            pass

    def _exchange(self, requests, answers):
        """One request and its answer; false if the connection is to be closed."""
        headers, request = _message(requests)
        if not request:
            return False
        with socket.create_connection(self._server) as server:
            server.sendall(request)
            _, answer = _message(server.makefile("rb"))
        operation = headers.get("x-amz-target", "").rpartition(".")[2]
        if self._loses(operation, headers.get("amz-sdk-invocation-id")):
            return False
        answers.write(answer)
        return True

    def _loses(self, operation, invocation):
        with self._lock:
            lost = operation in self._to_lose
            self._to_lose.discard(operation)
            self.requests.append(Request(operation, invocation, lost))
        return lost


class LossyGrpcProxy(LossyProxy):
    """The same for gRPC. It reads the headers of a client that does not compress their text, as grpc-java does not."""

    def _serve(self, client):
        lost = set()  # streams: in HTTP/2 each is one request and its answer
        # Whoever hangs up ends the connection.
        with contextlib.suppress(OSError), socket.create_connection(self._server) as server:
            threading.Thread(target=self._pass_requests, args=(client.rfile, server, lost), daemon=True).start()
            for frame in _frames(server.makefile("rb")):
                if frame.stream not in lost:
                    client.wfile.write(frame.bytes)
                elif frame.flags & END_STREAM:  # now the server has acted
                    break
        with contextlib.suppress(OSError):
            client.connection.shutdown(socket.SHUT_RDWR)

    def _pass_requests(self, requests, server, lost):
        with contextlib.suppress(OSError):
            server.sendall(requests.read(len(PREFACE)))
            for frame in _frames(requests):
                if frame.type == HEADERS and self._loses(*_call(frame.bytes)):
                    lost.add(frame.stream)
                server.sendall(frame.bytes)
            server.shutdown(socket.SHUT_RDWR)


def _frames(stream):
    while len(head := stream.read(9)) == 9:
        payload = stream.read(int.from_bytes(head[:3], "big"))
        yield Frame(head[3], head[4], int.from_bytes(head[5:], "big"), head + payload)


def _call(headers):
    """The operation and the invocation. Each text of headers has its length before it (RFC 7541, section 5.2)."""
    start = headers.find(b"/jobport.v1.")
    path = headers[start : start + headers[start - 1]]
    invocation = re.search(rb"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", headers)
    return path.rpartition(b"/")[2].decode("latin-1"), invocation and invocation[0].decode()


def _message(stream):
    """The headers of an HTTP message with lower-case names, and all its bytes; no bytes at the stream's end."""
    raw, headers = b"", {}
    for line in iter(stream.readline, b"\r\n"):
        if not line:
            return {}, b""
        raw += line
        name, _, value = line.decode("latin-1").partition(":")
        headers[name.strip().lower()] = value.strip()
    return headers, raw + b"\r\n" + stream.read(int(headers.get("content-length", 0)))
