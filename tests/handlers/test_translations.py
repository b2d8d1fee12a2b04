"""A note in another language on its way: its department reads it in its own, beside the original."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.message import Message
from typing import Any

import pytest

from aws import LEDGER
from fakes.outside import ROOT
from fakes.translating import GERMAN, MEANT, PretendedTranslate
from fakes.values import SCRATCHED, small_map
from handlers.events import form_post, http, json_post
from handlers.live import Live, body_of, forget, module
from handlers.mails import PACKING, sent
from privacy.story import items_of, logged
from throughline.adapters import amazon_translate
from throughline.domain.case import Case
from throughline.domain.journey import Member
from throughline.domain.seal import Link, line_of, sign_link
from throughline.usecases import translate_sparingly
from throughline.usecases.translate_sparingly import MOST

FROM = "Translated by a machine from German:"
NOTE = {"id": "device-0001", "text": GERMAN, "touchpoint": "Opening the parcel"}


class Shop:
    """A stack that wants translations, and what Amazon Translate was asked."""

    def __init__(self, live: Live) -> None:
        self.live = live
        self.service = PretendedTranslate()
        self.line = self.receipt = ""

    def hears(self, **told: Any) -> None:
        """A note comes in and goes its way."""
        said = self.live.call("feedback_form", json_post(f"/f/{self.live.place.id}", {**NOTE, **told}))
        self.receipt = str(body_of(said)["receipt"])
        self.line = line_of(ROOT, self.receipt)
        self.live.flows()

    def replies(self, text: str) -> None:
        """Whoever wrote it says more on the receipt's page."""
        looked = self.live.call("receipt_page", http("GET", "/r", query=f"receipt={self.receipt}", accept="text/html"))
        fields = dict(re.findall(r'name="(receipt|number|nonce)" value="([^"]+)"', looked["body"]))
        self.live.call("receipt_page", form_post("/r", {**fields, "action": "reply", "text": text, "sure": "yes"}))
        self.live.flows()

    def case(self) -> Case:
        (case,) = self.live.ledger.facts.line(self.line).cases
        return case

    def mail(self, to: str = PACKING) -> list[str]:
        """Text and HTML of the one mail to an address."""
        (found,) = sent(self.live, to)
        return [words_of(part) for part in found.walk() if not part.is_multipart()]

    def page(self, language: str = "", accept: str = "text/html") -> str:
        token = sign_link(ROOT, Link("case", self.case().subject, datetime.now(UTC) + timedelta(days=1)))
        asked = http("GET", f"/c/{token}", accept=accept, accept_language=language)
        return str(self.live.call("case_page", asked)["body"])

    def asked(self) -> list[str]:
        """The languages that were asked for since the last look."""
        found = [str(one["TargetLanguageCode"]) for one in self.service.asked]
        self.service.asked.clear()
        return found


def words_of(part: Message) -> str:
    raw = part.get_payload(decode=True)
    assert isinstance(raw, bytes)
    return " ".join(raw.decode().replace("\n>", "").split())


@pytest.fixture
def shop(live: Live, monkeypatch: pytest.MonkeyPatch) -> Iterator[Shop]:
    here = Shop(live)
    monkeypatch.setenv("TRANSLATIONS", "true")
    monkeypatch.setattr(amazon_translate, "client", lambda: here.service)
    forget()
    yield here
    forget()


def test_the_departments_mail_has_both(shop: Shop) -> None:
    shop.hears()
    for part in shop.mail():
        assert part.index(FROM) < part.index(MEANT) < part.rindex(GERMAN)
    assert shop.asked() == ["en"]


def test_a_department_reads_its_own_language_as_it_was_written(shop: Shop) -> None:
    departments = tuple(replace(one, language="de") for one in small_map().departments)
    shop.live.atlas.maps.replace(small_map(departments=departments))
    shop.hears()
    assert "übersetzt" not in "".join(shop.mail())
    assert shop.asked() == []


@pytest.mark.parametrize("language", ["en", "en-GB,en;q=0.9", "fr"])
def test_its_page_has_both_in_the_readers_language(shop: Shop, language: str) -> None:
    shop.hears()
    shop.asked()
    page = shop.page(language)
    assert page.index(MEANT) < page.index(GERMAN)
    assert shop.asked() == [language[:2]]


@pytest.mark.parametrize(("language", "accept"), [("de-AT", "text/html"), ("en", "application/json")])
def test_whoever_reads_german_and_programs_get_the_original(shop: Shop, language: str, accept: str) -> None:
    shop.hears()
    shop.asked()
    page = shop.page(language, accept)
    assert MEANT not in page
    assert "Unten war nichts drin." in page
    assert shop.asked() == []


@pytest.mark.parametrize("refuses", ["TooManyRequestsException", "UnsupportedLanguagePairException"])
def test_without_a_translation_the_mail_goes_once_with_the_original(shop: Shop, refuses: str) -> None:
    shop.service.refuses = refuses
    with logged() as rows:
        shop.hears()
        assert GERMAN in shop.page()
    for part in shop.mail():
        assert GERMAN in part
        assert "by a machine" not in part
    assert any(refuses in row for row in rows)
    assert "Lampe" not in "".join(rows)


def test_what_is_said_in_confidence_goes_to_no_machine(shop: Shop) -> None:
    shop.live.atlas.maps.replace(small_map(confidential_contact="Ida Berg, trust@shop.example"))
    shop.hears(confide=True)
    assert GERMAN in "".join(shop.mail("trust@shop.example"))
    assert GERMAN in shop.page("en")
    assert shop.asked() == []


def test_a_contractors_translation_is_of_what_it_may_see(shop: Shop) -> None:
    known = [replace(one, kind="contract", people=(Member("Ada Moss"),)) for one in small_map().departments]
    shop.live.atlas.maps.replace(small_map(departments=tuple(known)))
    shop.hears(text=f"{GERMAN} Ada Moss war nicht da, und ich habe es auf 0131 555 0142 gesagt.")
    shop.page()
    given = [str(one["Text"]) for one in shop.service.asked]
    assert len(given) == 2
    assert all("zerkratzt" in one for one in given)
    assert not any(word in one for one in given for word in ("Moss", "0131", "0142"))


def test_nothing_translated_is_kept(shop: Shop) -> None:
    shop.hears()
    shop.page()
    assert not [name for name, item in items_of(LEDGER).items() if "carton" in item]


def test_the_budget_of_a_day_is_counted_in_characters(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRANSLATED_A_DAY", str(len(GERMAN) + 1))
    shop.hears()
    assert MEANT not in shop.page()
    assert shop.asked() == ["en"]
    assert GERMAN in shop.page()


def test_an_english_note_is_given_to_nobody_and_costs_nothing(shop: Shop) -> None:
    shop.hears(text=SCRATCHED)
    made = shop.live.count(lambda: shop.page("en"))
    assert not any("TransactWriteItems" in str(call) for _, call in made)
    assert shop.asked() == []


def test_what_they_write_later_is_translated_too(shop: Shop) -> None:
    shop.hears()
    shop.replies(GERMAN)
    (_, later) = sent(shop.live, PACKING)
    for part in (words_of(part) for part in later.walk() if not part.is_multipart()):
        assert part.index(FROM) < part.index(MEANT) < part.rindex(GERMAN)
    assert shop.asked() == ["en", "en"]


def test_its_page_has_both_of_what_was_said_since(shop: Shop) -> None:
    shop.hears()
    shop.replies(f"{GERMAN} Und der Fuß fehlt.")
    shop.asked()
    page = shop.page("en")
    told = page[page.index("What was said") :]
    assert told.index(FROM) < told.index(MEANT) < told.index("Und der Fuß fehlt.")
    assert [one["Text"] for one in shop.service.asked] == [GERMAN, f"{GERMAN} Und der Fuß fehlt."]


def test_a_long_thread_asks_for_its_newest_words_and_for_the_same_ones_once(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(translate_sparingly, "PATIENCE", timedelta(hours=1))  # a busy machine hurries nobody
    shop.hears()
    for number in range(MOST):
        shop.replies(f"{GERMAN} {number}." if number else GERMAN)
    shop.asked()
    shop.replies(f"{GERMAN} Heute.")
    shop.service.asked.clear()
    page = shop.page("en")
    newest = ["Heute", *range(MOST - 1, 1, -1)]
    assert [one["Text"] for one in shop.service.asked] == [GERMAN, *(f"{GERMAN} {one}." for one in newest)]
    assert page.count(FROM) == MOST + 1  # the first words were said twice


def test_what_they_write_later_in_confidence_goes_to_no_machine(shop: Shop) -> None:
    shop.live.atlas.maps.replace(small_map(confidential_contact="Ida Berg, trust@shop.example"))
    shop.hears(confide=True)
    shop.replies(GERMAN)
    assert len(sent(shop.live, "trust@shop.example")) == 2
    assert shop.page("en").count(GERMAN) == 2
    assert shop.asked() == []


@pytest.mark.parametrize("function", ["send_letter", "case_page"])
def test_without_being_wanted_there_is_no_translator(live: Live, function: str) -> None:
    assert live.environment()["TRANSLATIONS"] == "false"
    assert module(function).translator() is None
