"""A server on this machine that stands in for an AWS service which the local AWS does not have."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import NamedTuple

import pytest


class Asked(NamedTuple):
    """What came over the wire."""

    path: str
    headers: Mapping[str, str]
    body: bytes


class Answered(NamedTuple):
    """What goes back."""

    status: int
    body: bytes
    headers: Mapping[str, str] = {}


@contextmanager
def standing_in(monkeypatch: pytest.MonkeyPatch, answer: Callable[[Asked], Answered]) -> Iterator[str]:
    """Where it listens, for whoever signs as anybody."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            told = answer(Asked(self.path, dict(self.headers), body))
            self.send_response(told.status)
            for name, value in {"Content-Length": str(len(told.body)), **told.headers}.items():
                self.send_header(name, value)
            self.end_headers()
            with suppress(ConnectionError):  # nobody waits any more
                self.wfile.write(told.body)

        def log_message(self, *_said: object) -> None:
            """Nobody reads it."""

    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "pretended")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "eu-west-1")
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
