"""The deployed stack with translations switched on: a department has a note in its own language, with the original."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml

from e2e.line import PAGE, SAMPLE, Line, case_link, token
from e2e.stand_in import Answered, Asked, standing_in
from e2e.test_safe_voice import TRUST, hidden, page_of
from fakes.translating import GERMAN, MEANT
from fakes.values import SCRATCHED
from operate.demo.doors import ask, flowing, send_form

TRANSLATING = ("send_letter", "case_page")
PARCEL = "Opening the parcel"
FROM, BELOW = "Translated by a machine from German:", "As it was written:"
IN_GERMAN = "Die Lampe war zerkratzt, als die Kundin den Karton öffnete."
KIND = {"Content-Type": "application/x-amz-json-1.1"}


@dataclass
class Service:
    """Knows two notes, and what it was asked."""

    refuses: bool = False
    asked: list[dict[str, str]] = field(default_factory=list)

    def answer(self, asked: Asked) -> Answered:
        """As Amazon Translate does."""
        said = json.loads(asked.body)
        self.asked.append(said)
        if self.refuses:
            return Answered(400, json.dumps({"__type": "TooManyRequestsException"}).encode(), KIND)
        text, source = said["Text"], "de" if GERMAN in said["Text"] else "en"
        told = text.replace(GERMAN, MEANT) if source == "de" else text.replace(SCRATCHED, IN_GERMAN)
        body = {"TranslatedText": told, "SourceLanguageCode": source, "TargetLanguageCode": said["TargetLanguageCode"]}
        return Answered(200, json.dumps(body).encode(), KIND)

    def languages(self, word: str) -> list[str]:
        """What it was asked to put words into, in turn."""
        return [said["TargetLanguageCode"] for said in self.asked if word in said["Text"]]


@pytest.fixture
def service(line: Line, monkeypatch: pytest.MonkeyPatch) -> Iterator[Service]:
    here = Service()
    with standing_in(monkeypatch, here.answer) as site, wanted_at(line, site):
        yield here


@contextmanager
def wanted_at(line: Line, site: str) -> Iterator[None]:
    """Let what translates want it, and ask a service of ours."""
    lambdas, standing = line.stack.client("lambda"), dict[str, dict[str, str]]()
    line.until_queues_empty()
    for name in (f"{line.stack.name}-{one}" for one in TRANSLATING):
        standing[name] = lambdas.get_function_configuration(FunctionName=name)["Environment"]["Variables"]
        told = {**standing[name], "TRANSLATIONS": "true", "AWS_ENDPOINT_URL_TRANSLATE": site}
        lambdas.update_function_configuration(FunctionName=name, Environment={"Variables": told})
    try:
        yield
    finally:
        line.until_queues_empty()
        for name, variables in standing.items():
            lambdas.update_function_configuration(FunctionName=name, Environment={"Variables": variables})


@pytest.fixture
def german_packers(line: Line, tmp_path: Path) -> Iterator[None]:
    """A map whose packers read German."""
    sample: dict[str, Any] = yaml.safe_load((SAMPLE / "journey.yaml").read_text(encoding="utf-8"))
    told = [one | ({"language": "de"} if one["name"] == "Packing" else {}) for one in sample["departments"]]
    changed = tmp_path / "journey.yaml"
    changed.write_text(yaml.safe_dump({**sample, "departments": told}), encoding="utf-8")
    line.tell_map(changed)
    yield
    line.tell_map()


def test_the_mail_and_the_page_have_both_and_what_is_said_later_too(line: Line, service: Service) -> None:
    first, later = token(), token()
    receipt = line.note(f"{GERMAN} {first}.", touchpoint=PARCEL).document()["receipt"]
    mail = line.mail(first, to="packing@")
    assert in_order(flowing(mail["text"]), FROM, f"{MEANT} {first}", BELOW, f"{GERMAN} {first}")
    assert service.languages(first) == ["en"]

    fields = {**hidden(page_of(line, receipt)), "action": "reply", "text": f"{GERMAN} {later}.", "sure": "yes"}
    assert send_form(f"{line.site}/r", **fields).status == 200
    assert in_order(flowing(line.mail(later, to="packing@")["text"]), FROM, f"{MEANT} {later}", f"{GERMAN} {later}")
    page = looked(mail, "en")
    assert in_order(page, f"{MEANT} {first}", f"{GERMAN} {first}", f"{MEANT} {later}", f"{GERMAN} {later}")
    assert MEANT not in looked(mail, "de")
    assert (service.languages(first), service.languages(later)) == (["en"] * 2, ["en"] * 2)
    assert not any(word in "\n".join(line.logs()) for word in (first, later))


@pytest.mark.usefixtures("german_packers")
def test_a_department_reads_the_language_that_the_map_names(line: Line, service: Service) -> None:
    english, german = token(), token()
    line.note(f"{SCRATCHED} {english}.", touchpoint=PARCEL)
    line.note(f"{GERMAN} {german}.", touchpoint=PARCEL)
    text = flowing(line.mail(english, to="packing@")["text"])
    assert in_order(text, "Maschinell übersetzt", f"{IN_GERMAN} {english}", f"{SCRATCHED} {english}")
    assert "Maschinell" not in line.mail(german, to="packing@")["text"]
    assert (service.languages(english), service.languages(german)) == (["de"], [])


def test_what_is_said_in_confidence_is_asked_of_nobody(line: Line, service: Service) -> None:
    word = token()
    line.note(f"{GERMAN} {word}.", confide="yes")
    mail = line.mail(word, to=TRUST)
    assert GERMAN in flowing(mail["text"])
    assert f"{GERMAN} {word}" in looked(mail, "en")
    line.quiet()
    assert service.languages(word) == []


def test_a_service_that_refuses_costs_the_translation_alone(line: Line, service: Service) -> None:
    service.refuses, word = True, token()
    line.note(f"{GERMAN} {word}.", touchpoint=PARCEL)
    mail = line.mail(word, to="packing@")
    page = looked(mail, "en")
    line.quiet()
    assert len(line.mails(word, to="packing@")) == 1
    for words in (flowing(mail["text"]), page):
        assert f"{GERMAN} {word}" in words
        assert "by a machine" not in words
    assert service.languages(word) == ["en"] * 2


def looked(mail: dict[str, Any], language: str) -> str:
    """The case's page as somebody sees it who reads that language."""
    page = ask(case_link(mail), headers={**PAGE, "Accept-Language": language})
    assert page.status == 200
    return page.body


def in_order(words: str, *parts: str) -> bool:
    """Whether each stands somewhere behind the one before."""
    place = 0
    for part in parts:
        found = words.find(part, place)
        if found < 0:
            return False
        place = found + len(part)
    return True
