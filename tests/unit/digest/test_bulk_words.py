"""The words of digests that go many at a time are those of a digest alone."""

from dataclasses import replace

import pytest

from throughline.adapters.digest_paper import JinjaDigestPaper
from throughline.domain.bundle import Copy
from throughline.usecases.send_digest import digest_mail
from unit.digest.hall import Hall, crowd
from unit.digest.rooms import (
    WEEK,
)


def test_each_copy_says_what_a_mail_alone_would_say() -> None:
    hall = Hall(crowd(1))
    hall.send()
    [bundle] = hall.bulk.taken
    [copy] = bundle.copies
    alone = digest_mail(week=WEEK, reader=hall.people[0], desk=hall.desk, now=hall.clock.now())
    assert alone
    assert {**bundle.headers, **copy.headers} == alone.headers
    assert copy.tags == {**alone.tags, "chunk": hall.planned.id}
    assert filled(bundle.printed.text, copy).replace("\u2060", "") == alone.text
    assert copy.fills["choice"] in alone.html


def filled(words: str, copy: Copy) -> str:
    for name, value in copy.fills.items():
        words = words.replace("{{{" + name + "}}}", value)
    return words


@pytest.mark.parametrize("place", ["North", "", "Quay & Mill <3>", "{{choice}} {{{door}}}", "سوق الميناء"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_whatever_their_place_is_called_the_words_are_those_of_a_mail_alone(place: str, language: str) -> None:
    placed = zip(crowd(2), ("South", place), strict=True)
    hall = Hall([replace(one, place=where, language=language) for one, where in placed])
    hall.desk.editor.places.add("South", 30)
    hall.desk = replace(hall.desk, paper=JinjaDigestPaper())
    hall.send()
    copies = {copy.person: (bundle.printed, copy) for bundle in hall.bulk.taken for copy in bundle.copies}
    reader = hall.people[1]
    printed, copy = copies[reader.id]
    alone = digest_mail(week=WEEK, reader=reader, desk=hall.desk, now=hall.clock.now())
    assert alone
    assert filled(printed.subject, copy) == alone.subject
    assert tame(filled(printed.text, copy)) == tame(alone.text)
    assert tame(filled(printed.html, copy)) == tame(alone.html)
    assert len(hall.bulk.taken) == (1 if place else 2)


def tame(words: str) -> str:
    """The same but for how braces and quotes are kept from meaning something."""
    for written, meant in (("\u2060", ""), ("&#x27;", "&#39;"), ("&#123;", "{")):
        words = words.replace(written, meant)
    return words


def test_braces_that_somebody_wrote_open_no_gap() -> None:
    hall = Hall(crowd(1))
    hall.send()
    printed = hall.bulk.taken[0].printed
    assert [words.count("{{") for words in (printed.subject, printed.text, printed.html)] == [0, 1, 1]
