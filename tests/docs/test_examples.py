import json
import re
import urllib.request
from base64 import b64encode
from datetime import UTC, datetime
from urllib.request import Request

import pytest

from docs.documents import CATALOGUE, example
from throughline.contracts.envelope import read_json
from throughline.contracts.incoming import read_answers, read_feedback
from throughline.contracts.signature import verify

KEY = b"only-for-tests-0123456789abcdef"


def test_the_signed_call_of_the_catalogue_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[Request] = []
    monkeypatch.setattr(urllib.request, "urlopen", sent.append)
    program = example(CATALOGUE, "python").replace("YOUR-KEY", "whsec_" + b64encode(KEY).decode())
    exec(compile(program, CATALOGUE, "exec"), {})  # noqa: S102 - the example is run as its reader would
    (request,) = sent
    now, body = datetime.now(UTC), request.data
    assert isinstance(body, bytes)
    assert verify([KEY], dict(request.header_items()), body, now) == "msg_1"
    (answer,) = read_answers(read_json(body), source="own", received_at=now)
    assert answer.verbatim == "He carried it upstairs."


def test_the_event_of_the_catalogue_is_taken() -> None:
    entries = re.search(r"--entries '(.*?)'", example(CATALOGUE, "sh"), re.DOTALL)
    assert entries
    (entry,) = json.loads(entries[1])
    assert entry["DetailType"] == "FrontlineFeedback"
    assert read_feedback(json.loads(entry["Detail"]), source=entry["Source"]).identity == "shop.tills|till-4-000871"
