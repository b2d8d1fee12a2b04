"""Amazon Translate is asked over the wire: a server of ours that speaks as it does stands in for it."""

import json
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from e2e.stand_in import Answered, Asked, standing_in
from fakes.translating import GERMAN, MEANT
from throughline.adapters.amazon_translate import ODD, PATIENCE, SILENT, AmazonTranslate, client
from throughline.domain.translating import Translated, Untranslated

ANSWER = {"TranslatedText": MEANT, "SourceLanguageCode": "de", "TargetLanguageCode": "en"}


@dataclass
class Service:
    """What it answers, with which status and how slowly; and what it was asked."""

    body: bytes = b""
    status: int = 200
    seconds: float = 0.0
    asked: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    site: str = ""

    def says(self, said: Any) -> None:
        """That, as JSON."""
        self.body = json.dumps(said).encode()

    def refuses(self, status: int, code: str) -> None:
        """As the service's own pages describe its refusals."""
        self.status = status
        self.says({"__type": code, "Message": f"not this: {GERMAN}"})


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch) -> Iterator[Service]:
    here = Service()
    here.says(ANSWER)

    def answer(asked: Asked) -> Answered:
        here.asked.append((asked.headers["X-Amz-Target"], json.loads(asked.body)))
        time.sleep(here.seconds)
        return Answered(here.status, here.body, {"Content-Type": "application/x-amz-json-1.1"})

    with standing_in(monkeypatch, answer) as here.site:
        yield here


def translate(service: Service, text: str = GERMAN) -> Translated | Untranslated:
    return AmazonTranslate(client(service.site), lambda _many: True).translate(text, "en")


def test_it_is_asked_for_the_words_and_finds_out_their_language(service: Service) -> None:
    assert translate(service) == Translated(MEANT, "de")
    [(target, asked)] = service.asked
    assert target.endswith(".TranslateText")
    assert asked == {"Text": GERMAN, "SourceLanguageCode": "auto", "TargetLanguageCode": "en"}


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (400, "TooManyRequestsException"),
        (400, "UnsupportedLanguagePairException"),
        (400, "DetectedLanguageLowConfidenceException"),
        (500, "InternalServerException"),
        (503, "ServiceUnavailableException"),
    ],
)
def test_whoever_refuses_is_asked_no_second_time(
    service: Service, status: int, code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    service.refuses(status, code)
    assert translate(service) == Untranslated(code)
    assert len(service.asked) == 1
    assert "Lampe" not in capsys.readouterr().out


@pytest.mark.parametrize(
    "said",
    [
        [MEANT],
        MEANT,
        {},
        {**ANSWER, "TranslatedText": ""},
        {**ANSWER, "TranslatedText": [MEANT]},
        {**ANSWER, "TranslatedText": {"a": MEANT}},
        {**ANSWER, "SourceLanguageCode": "<b>"},
        {**ANSWER, "SourceLanguageCode": 7},
        {**ANSWER, "TargetLanguageCode": "fr"},
    ],
)
def test_a_malformed_answer_is_no_translation(service: Service, said: Any) -> None:
    service.says(said)
    assert translate(service) == Untranslated(ODD)


@pytest.mark.parametrize(
    "body", [b"", b"<html>Sorry</html>", json.dumps(ANSWER).encode()[:-3], b"\xff" * 64, b"[" * 5000]
)
def test_what_is_no_answer_at_all_is_no_translation(service: Service, body: bytes) -> None:
    service.body = body
    assert translate(service) == Untranslated(ODD)


def test_a_slow_service_is_not_waited_for(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(PATIENCE, "read_timeout", 0.2)
    service.seconds = 4.0
    begun = time.monotonic()
    assert translate(service) == Untranslated(SILENT)
    assert time.monotonic() - begun < service.seconds
    assert len(service.asked) == 1


def test_a_service_that_is_not_there_costs_nothing(service: Service) -> None:
    gone = replace(service, site="http://127.0.0.1:9")
    assert translate(gone) == Untranslated(SILENT)
