"""A proxy on loopback that loses answers: the server has acted, and the client never hears of it."""

import socket
import socketserver
import threading
from collections import namedtuple

Request = namedtuple("Request", "operation invocation lost")


class LossyProxy:
    """Passes every byte on unchanged, but closes the connection instead of the first answer to each of some operations."""

    def __init__(self, server, operations):
        """server is (host, port); operations are the names whose first answer is lost."""
        self._server = server
        self._to_lose = set(operations)
        self._lock = threading.Lock()
        self.requests = []  # every Request that came, in order
        proxy = self

        class Connection(socketserver.StreamRequestHandler):
            def handle(self):
                while proxy._exchange(self.rfile, self.wfile):
                    pass

        self._listener = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Connection)
        self._listener.daemon_threads = True
        threading.Thread(target=self._listener.serve_forever, daemon=True).start()
        self.url = "http://127.0.0.1:%d" % self._listener.server_address[1]

    def close(self):
        self._listener.shutdown()
        self._listener.server_close()

    def _exchange(self, requests, answers):
        """One request and its answer; false if the connection is to be closed."""
        headers, request = _message(requests)
        if not request:
            return False
        with socket.create_connection(self._server) as server:
            server.sendall(request)
            _, answer = _message(server.makefile("rb"))
        if self._loses(headers):
            return False
        answers.write(answer)
        return True

    def _loses(self, headers):
        operation = headers.get("x-amz-target", "").rpartition(".")[2]
        with self._lock:
            lost = operation in self._to_lose
            self._to_lose.discard(operation)
            self.requests.append(Request(operation, headers.get("amz-sdk-invocation-id"), lost))
        return lost


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
