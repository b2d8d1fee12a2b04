"""What the small local servers share: reading a request whole, answering, passing it on."""

import http.client
import json
import threading
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import quote

from operate.local.ports import LOOPBACK, USUAL_FRONT_PORT, PortBusyError

LARGEST_BODY = 40 * 1024 * 1024
CHUNK = 1024 * 1024
HOP_BY_HOP = {"connection", "keep-alive", "proxy-connection", "te", "trailer", "transfer-encoding", "upgrade"}
LONGEST_ANSWER_SECONDS = 900
BODILESS = (HTTPStatus.NO_CONTENT, HTTPStatus.NOT_MODIFIED)
PRINTABLE = "".join(map(chr, range(0x21, 0x7F)))


@dataclass(frozen=True)
class Answer:
    """A whole HTTP answer; header names may repeat."""

    status: int
    headers: list[tuple[str, str]]
    body: bytes

    @property
    def fine(self) -> bool:
        """Tell a success from a refusal."""
        return HTTPStatus.OK <= self.status < HTTPStatus.MULTIPLE_CHOICES


class TooLargeError(Exception):
    """A body is larger than the local AWS takes."""


class Handler(BaseHTTPRequestHandler):
    """A request handler that keeps connections open and keeps quiet."""

    protocol_version = "HTTP/1.1"
    server_version = "Throughline"
    sys_version = ""
    disable_nagle_algorithm = True

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 (the base class names it so)
        """Say nothing: the result of a request is its answer."""

    def read_body(self) -> bytes:
        """Read the whole body, whether its length is told first or comes in chunks."""
        if "chunked" in self.headers.get("Transfer-Encoding", "").lower():
            return self.read_chunks()
        length = int(self.headers.get("Content-Length") or 0)
        if length > LARGEST_BODY:
            self.pass_over(length)
            raise TooLargeError
        return self.rfile.read(length)

    def pass_over(self, length: int) -> None:
        """Read a body without keeping it, so that the client lives to hear why it is refused."""
        self.close_connection = True
        while length > 0 and (read := len(self.rfile.read(min(length, CHUNK)))):
            length -= read

    def read_chunks(self) -> bytes:
        """Read a chunked body."""
        body = bytearray()
        while size := int(self.rfile.readline().split(b";")[0].strip() or b"0", 16):
            if len(body) + size > LARGEST_BODY:
                self.close_connection = True
                raise TooLargeError
            body += self.rfile.read(size)
            self.rfile.readline()
        while self.rfile.readline().strip():
            pass
        return bytes(body)

    def answer(self, answer: Answer) -> None:
        """Send an answer; one to HEAD goes without its body."""
        self.send_response_only(answer.status)
        for name, value in answer.headers:
            self.send_header(name, value)
        if answer.status not in BODILESS and "content-length" not in {name.lower() for name, _ in answer.headers}:
            self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer.body)

    def pass_on(self, port: int, path: str, body: bytes) -> Answer:
        """Send the request on to a server on loopback, untouched but for its path."""
        connection = http.client.HTTPConnection(LOOPBACK, port, timeout=LONGEST_ANSWER_SECONDS)
        try:
            connection.putrequest(self.command, in_ascii(path), skip_host=True, skip_accept_encoding=True)
            for name, value in self.headers.items():
                if name.lower() not in HOP_BY_HOP | {"content-length", "expect"}:
                    connection.putheader(name, value)
            if body or "Content-Length" in self.headers:
                connection.putheader("Content-Length", str(len(body)))
            connection.endheaders(body or None)
            response = connection.getresponse()
            headers = [(name, value) for name, value in response.getheaders() if name.lower() not in HOP_BY_HOP]
            return Answer(response.status, headers, response.read())
        finally:
            connection.close()


class LocalServer(ThreadingHTTPServer):
    """A server on loopback; its port is held from the first moment, its answers come once it is started."""

    daemon_threads = True
    allow_reuse_address = True
    request_queue_size = 128

    def __init__(self, port: int = 0) -> None:
        super().__init__((LOOPBACK, port), Handler)

    @property
    def port(self) -> int:
        """Give the port that it holds."""
        return int(self.server_address[1])

    def start(self, handler: type[Handler], **shared: Any) -> None:
        """Answer with a handler from now on, in the background; `shared` become the handler's attributes."""
        self.RequestHandlerClass = type(handler.__name__, (handler,), shared)
        threading.Thread(target=self.serve_forever, args=(0.1,), daemon=True).start()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Pass over a client that hung up."""


def front_server(wanted: int | None) -> LocalServer:
    """Hold the site's port: the wanted one or a clear refusal, else the usual one, else any free one."""
    if wanted is not None:
        try:
            return LocalServer(wanted)
        except OSError as error:
            raise PortBusyError(wanted) from error
    try:
        return LocalServer(USUAL_FRONT_PORT)
    except OSError:
        return LocalServer()


def in_ascii(path: str) -> str:
    """Escape the raw bytes that some clients leave in a path; http.server reads them as Latin-1."""
    return quote(path.encode("latin-1"), safe=PRINTABLE)


def json_answer(status: int, content: Any, *headers: tuple[str, str]) -> Answer:
    """Make an answer in JSON."""
    return Answer(status, [("Content-Type", "application/json"), *headers], json.dumps(content).encode())
