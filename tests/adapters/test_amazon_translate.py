"""What Amazon Translate answers counts only if it is a translation; anything else leaves the original alone."""

import json
from collections.abc import Iterator
from typing import Any

import boto3
import pytest
from botocore.stub import Stubber

from aws import REGION
from fakes.translating import GERMAN, MEANT, PretendedTranslate
from throughline.adapters.amazon_translate import ODD, READABLE, SILENCE, SILENT, USED_UP, AmazonTranslate
from throughline.domain.translating import MOST_BYTES, Translated, Untranslated

ASKED = {"Text": GERMAN, "SourceLanguageCode": "auto", "TargetLanguageCode": "en"}


def said(text: Any = MEANT, source: Any = "de", target: Any = "en") -> dict[str, Any]:
    """An answer as the service gives it."""
    return {"TranslatedText": text, "SourceLanguageCode": source, "TargetLanguageCode": target}


@pytest.fixture
def service() -> Iterator[Stubber]:
    keys = {"aws_access_key_id": "pretended", "aws_secret_access_key": "pretended"}
    with Stubber(boto3.client("translate", region_name=REGION, **keys)) as stubber:
        yield stubber


def translate(service: Stubber, text: str = GERMAN, to: str = "en") -> Translated | Untranslated:
    return AmazonTranslate(service.client, lambda _many: True).translate(text, to)


def test_a_translation_says_from_which_language_it_is(service: Stubber) -> None:
    service.add_response("translate_text", said(), ASKED)
    assert translate(service) == Translated(MEANT, "de")


def test_countries_are_left_out_on_both_sides(service: Stubber) -> None:
    service.add_response("translate_text", said(source="fr-CA"), ASKED)
    assert translate(service, to="en-GB") == Translated(MEANT, "fr")


def test_a_long_text_is_translated_to_the_end_of_a_sentence(service: Stubber) -> None:
    long = "Der Karton war offen. " * 1000
    whole = int(MOST_BYTES / len("Der Karton war offen. "))
    beginning = ("Der Karton war offen. " * whole).rstrip()
    service.add_response("translate_text", said("The box was open."), {**ASKED, "Text": beginning})
    assert translate(service, long) == Translated("The box was open.", "de", cut=True)


@pytest.mark.parametrize("answer", [said(source="en"), said(source="en-GB"), said(text=f" {GERMAN} ")])
def test_words_that_are_in_that_language_already_stay(
    service: Stubber, answer: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    service.add_response("translate_text", answer)
    assert translate(service) == Untranslated(READABLE)
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    "answer",
    [
        said(text=""),
        said(text=" \n "),
        said(text=None),
        said(text=["The lamp"]),
        said(text="x" * 9 * len(GERMAN) + "x" * 100),
        said(source=""),
        said(source=None),
        said(source="a language"),
        said(source='de" onclick="'),
        said(target="fr"),
        said(target=None),
        {"TranslatedText": MEANT},
        {},
    ],
)
def test_a_malformed_answer_is_no_translation(answer: dict[str, Any]) -> None:
    client = PretendedTranslate()
    client.translate_text = lambda **_asked: answer  # type: ignore[method-assign]
    assert AmazonTranslate(client, lambda _many: True).translate(GERMAN, "en") == Untranslated(ODD)


@pytest.mark.parametrize(
    "code",
    [
        "TooManyRequestsException",
        "UnsupportedLanguagePairException",
        "DetectedLanguageLowConfidenceException",
        "AccessDeniedException",
        "InternalServerException",
    ],
)
def test_a_refusal_is_counted_and_tells_no_word(
    service: Stubber, code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    service.add_client_error("translate_text", code, f"cannot translate: {GERMAN}")
    assert translate(service) == Untranslated(code)
    printed = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [one["NotTranslated"] for one in printed if "NotTranslated" in one] == [[1.0]]
    assert {one["reason"] for one in printed} == {code}
    assert "Lampe" not in json.dumps(printed)


def test_over_budget_nobody_is_asked() -> None:
    client, wanted = PretendedTranslate(), list[int]()

    def may_spend(many: int) -> bool:
        wanted.append(many)
        return False

    assert AmazonTranslate(client, may_spend).translate(GERMAN, "en") == Untranslated(USED_UP)
    assert (wanted, client.asked) == ([len(GERMAN)], [])


def test_a_service_that_does_not_answer_is_left_alone_for_a_minute() -> None:
    now, gone = [100.0], PretendedTranslate(silent=True)
    translator = AmazonTranslate(gone, lambda _many: True, clock=lambda: now[0])
    for passed in (0, SILENCE - 1, 1):
        now[0] += passed
        assert translator.translate(GERMAN, "en") == Untranslated(SILENT)
    assert len(gone.asked) == 2
