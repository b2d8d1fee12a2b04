"""A department reads words of another language in its own, with the original beside; nobody else reads them."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from fakes.translating import GERMAN, MEANT, MemoryTranslator
from fakes.values import SCRATCHED, small_map
from throughline.domain.journey import Member, as_document, from_document, versioned
from throughline.domain.letter import LetterKind
from throughline.domain.translating import Translated, Untranslated
from throughline.usecases.translate_words import TRANSLATED, TranslatingPaper, with_translation
from unit.usecases.desk import Desk

SHOWN = {"quote": GERMAN, "code": "A7K2"}
BESIDE = {"text": MEANT, "source": "de", "to": "en", "cut": False}


class Sheet:
    """Keeps what is written on it."""

    def __init__(self) -> None:
        self.fields: dict[str, Any] = {}

    def write(self, kind: str, fields: Mapping[str, Any], language: str) -> tuple[str, str, str]:
        self.fields = {**fields, "kind": kind, "language": language}
        return kind, str(fields.get("quote")), language


def test_the_translation_stands_beside_the_original() -> None:
    translator = MemoryTranslator()
    assert with_translation(SHOWN, "en", translator, confidential=False) == {**SHOWN, "translated": BESIDE}
    assert translator.asked == [(GERMAN, "en")]


def test_the_same_language_is_never_given_away() -> None:
    translator = MemoryTranslator()
    assert with_translation({"quote": SCRATCHED}, "en", translator, confidential=False) == {"quote": SCRATCHED}
    assert with_translation({"quote": ""}, "de", translator, confidential=False) == {"quote": ""}
    assert translator.asked == []


def test_what_was_said_in_confidence_is_given_to_no_machine() -> None:
    translator = MemoryTranslator()
    assert with_translation(SHOWN, "en", translator, confidential=True) == SHOWN
    assert translator.asked == []


def test_without_a_translator_or_a_translation_the_original_stands_alone() -> None:
    assert with_translation(SHOWN, "en", None, confidential=False) == SHOWN
    silent = MemoryTranslator(Untranslated("no answer"))
    assert with_translation(SHOWN, "en", silent, confidential=False) == SHOWN


@pytest.mark.parametrize("kind", ["case", "replied"])
def test_what_a_department_is_told_is_translated_when_its_mail_is_written(kind: str) -> None:
    sheet, translator = Sheet(), MemoryTranslator(Translated(MEANT, "de", cut=True))
    paper = TranslatingPaper(sheet, translator)
    paper.write(kind, {**SHOWN, "confidential": False}, "en-GB")
    assert sheet.fields["translated"] == {**BESIDE, "cut": True}
    assert sheet.fields["quote"] == GERMAN
    assert sheet.fields["language"] == "en-GB"


@pytest.mark.parametrize("fields", [{**SHOWN, "confidential": True}, SHOWN])
def test_a_mail_that_may_be_confidential_stays_as_it_is(fields: dict[str, Any]) -> None:
    sheet, translator = Sheet(), MemoryTranslator()
    TranslatingPaper(sheet, translator).write(LetterKind.CASE, fields, "en")
    assert "translated" not in sheet.fields
    assert translator.asked == []


def said(text: str, who: str = "whoever told us") -> dict[str, Any]:
    return {"who": who, "text": text, "told": GERMAN, "on": "2026-11-23", "files": []}


def test_what_was_said_since_has_both_and_the_newest_is_asked_for_first() -> None:
    translator = MemoryTranslator()
    sayings = [said(f"{GERMAN} Eins."), said(SCRATCHED, "Packing"), said(f"{GERMAN} Zwei."), said("")]
    both = with_translation({**SHOWN, "sayings": sayings}, "en", translator, confidential=False)
    assert [one.get("translated") for one in both["sayings"]] == [BESIDE, None, BESIDE, None]
    assert [{**one, "translated": ""} for one in both["sayings"]] == [{**one, "translated": ""} for one in sayings]
    assert [text for text, _ in translator.asked] == [GERMAN, f"{GERMAN} Zwei.", f"{GERMAN} Eins."]


def test_what_was_said_since_in_confidence_is_given_to_no_machine() -> None:
    translator = MemoryTranslator()
    shown = {**SHOWN, "sayings": [said(GERMAN)]}
    assert with_translation(shown, "en", translator, confidential=True) == shown
    assert translator.asked == []


def test_each_quote_of_a_theme_has_both() -> None:
    sheet, translator = Sheet(), MemoryTranslator()
    themes = [{"name": "box", "quotes": [GERMAN, SCRATCHED]}, {"name": "screws", "quotes": []}]
    TranslatingPaper(sheet, translator).write(LetterKind.THEMES, {"themes": themes}, "en")
    assert [one["translated"] for one in sheet.fields["themes"]] == [[BESIDE, None], []]
    assert [one["quotes"] for one in sheet.fields["themes"]] == [[GERMAN, SCRATCHED], []]
    assert translator.asked == [(GERMAN, "en")]


def test_without_a_translator_themes_stay_as_they_are() -> None:
    sheet, themes = Sheet(), [{"name": "box", "quotes": [GERMAN]}]
    TranslatingPaper(sheet, None).write(LetterKind.THEMES, {"themes": themes}, "en")
    assert sheet.fields["themes"] == themes


@pytest.mark.parametrize("kind", [one for one in LetterKind if one not in {*TRANSLATED, LetterKind.THEMES}])
def test_mails_of_other_kinds_are_not_translated(kind: LetterKind) -> None:
    sheet, translator = Sheet(), MemoryTranslator()
    TranslatingPaper(sheet, translator).write(kind, {**SHOWN, "confidential": False}, "en")
    assert "translated" not in sheet.fields
    assert translator.asked == []


def test_a_contractors_words_are_made_plain_before_they_are_translated() -> None:
    known = [replace(one, kind="contract", people=(Member("Ada Moss"),)) for one in small_map().departments]
    desk = Desk(map=small_map(departments=tuple(known)))
    desk.routed("Ada Moss (0131 555 0142) hat das Sofa nicht auf die Treppe und in das Haus getragen.", **AT_DOOR)
    (letter,) = [one for one in desk.letters() if one.kind is LetterKind.CASE]
    translator = MemoryTranslator()
    TranslatingPaper(Sheet(), translator).write(letter.kind, letter.fields, letter.language)
    ((given, _),) = translator.asked
    assert "Sofa" in given
    assert not any(one in given for one in ("Moss", "0131", "0142"))


AT_DOOR = {"touchpoint": "Delivery at the door"}


def test_a_department_gets_its_mail_in_the_language_that_the_map_names() -> None:
    assert [one.language for one in mails_of("de-AT")] == ["de-AT"]
    assert [one.language for one in mails_of("")] == ["en"]


def mails_of(language: str) -> list[Any]:
    desk = Desk(map=small_map(departments=tuple(replace(one, language=language) for one in small_map().departments)))
    desk.routed(SCRATCHED)
    return [one for one in desk.letters() if one.kind is LetterKind.CASE]


def test_a_map_without_languages_keeps_its_version() -> None:
    plain = small_map()
    assert "language" not in str(as_document(plain)["departments"])
    told = versioned(small_map(departments=tuple(replace(one, language="de") for one in plain.departments)))
    assert told.version != plain.version
    assert from_document(as_document(told)) == told
