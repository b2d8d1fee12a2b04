"""A survey vendor's API on this machine, which behaves as the vendors' pages say."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

Fault = tuple[int, dict[str, str]]
CHOICES = [{"id": f"c{at}", "text": str(at), "weight": at} for at in range(11)]
DEFINITION = {
    "id": "5",
    "pages": [
        {
            "questions": [
                {
                    "id": "q1",
                    "family": "matrix",
                    "headings": [{"heading": "How likely?"}],
                    "answers": {"choices": CHOICES},
                },
                {"id": "q2", "family": "open_ended", "headings": [{"heading": "Why?"}]},
            ]
        }
    ],
}


@dataclass
class Stub:
    """What it holds, what it answers before that, and what it was asked."""

    token: str
    responses: dict[str, dict[str, Any]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    site: str = ""

    def answered(self, number: str, score: int, words: str = "", day: int = 20) -> None:
        """A response of SurveyMonkey's, with what it tells of who answered."""
        given = [{"id": "q1", "answers": [{"choice_id": f"c{score}"}]}]
        given += [{"id": "q2", "answers": [{"text": words}]}] if words else []
        self.responses[number] = {
            "id": number,
            "survey_id": "5",
            "response_status": "completed",
            "date_modified": f"2026-11-{day:02}T10:00:00+00:00",
            "ip_address": "203.0.113.7",
            "email_address": "canary@customers.example",
            "pages": [{"questions": given}],
        }

    def completed(self, number: str, score: int, words: str = "") -> None:
        """A response of Qualtrics'."""
        values = {"endDate": "2026-11-20T10:00:00Z", "QID1": score, "QID2_TEXT": words, "ipAddress": "203.0.113.7"}
        self.responses[number] = {"responseId": number, "values": {**values, "finished": 1}}

    def meant(self, path: str, query: dict[str, list[str]]) -> tuple[int, Any]:
        """What stands under a path."""
        parts = path.strip("/").split("/")
        number = parts[parts.index("responses") + 1] if "responses" in parts else ""
        if not number:
            return 200, DEFINITION
        if number == "bulk":
            size, page = int(query["per_page"][0]), int(query["page"][0])
            newest = sorted(self.responses.values(), key=lambda one: one["date_modified"], reverse=True)
            return 200, {"data": newest[(page - 1) * size : page * size], "page": page, "per_page": size}
        found = self.responses.get(number)
        if found is None:
            return 404, {"error": {"id": "1020", "name": "Resource Not Found"}}
        return 200, {"result": found} if parts[0] == "API" else found


@contextmanager
def vendor(token: str = "local-test-token") -> Iterator[Stub]:  # noqa: S107 - a test's own
    """A stub that answers on this machine while it is held."""
    stub = Stub(token)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            stub.asked.append(self.path)
            told = (self.headers.get("Authorization", ""), self.headers.get("X-API-TOKEN", ""))
            status, more, document = 401, dict[str, str](), {"error": "token"}
            if stub.faults:
                (status, more), document = stub.faults.pop(0), {"error": "as it was told to"}
            elif told in ((f"Bearer {stub.token}", ""), ("", stub.token)):
                parts = urlsplit(self.path)
                status, document = stub.meant(parts.path, parse_qs(parts.query))
            body = json.dumps(document).encode()
            self.send_response(status)
            for name, value in {**more, "Content-Length": str(len(body))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_told: object) -> None:
            """Nobody reads it."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    stub.site = f"http://127.0.0.1:{server.server_port}"
    try:
        yield stub
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
