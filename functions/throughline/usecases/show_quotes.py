"""Customers' sentences, read where they stand whenever a theme is shown."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from throughline.domain.gathering import Quote, Risen
from throughline.domain.letter import Letter
from throughline.domain.line import Line
from throughline.domain.nameless import without_identity
from throughline.ports import Facts


def with_quotes(letter: Letter, facts: Facts) -> Letter:
    """The letter with its customers' sentences in place of where they stand; those that are gone are left out."""
    fields, outside = dict(letter.fields), bool(letter.fields.get("outside"))
    if "quotes" in fields:
        fields["quote"] = with_sentences(fields["quote"], _told(fields.pop("quotes"), facts, outside=outside))
    if "themes" in fields:
        told = (({**one, "quotes": _told(one["quotes"], facts, outside=outside)}) for one in fields["themes"])
        fields["themes"] = list(told)
    return replace(letter, fields=fields)


def _told(places: Iterable[Mapping[str, Any]], facts: Facts, *, outside: bool) -> list[str]:
    """Their sentences; to a contractor `outside` without whoever they are about."""
    found = sentences(_quotes(places), facts)
    return [without_identity(one) for one in found] if outside else found


def sentences(quotes: Iterable[Quote], facts: Facts) -> list[str]:
    """What stands there now; nothing of what changed, was erased, or is over."""
    found = (one.of(facts.answer(one.line, one.fact)) for one in quotes)
    return [sentence for sentence in found if sentence]


def with_sentences(told: str, quoted: Iterable[str]) -> str:
    """What is told of a theme, with customers' own sentences under it."""
    return "\n\n".join((told, *(f"“{sentence}”" for sentence in quoted)))


def words_of_risen(risen: Risen, facts: Facts) -> str:
    """What the case of a theme that rose shows: how many speak of it, and what some of them said."""
    return with_sentences(risen.told, sentences(risen.quotes, facts))


def with_customers_words(view: Mapping[str, Any], line: Line, facts: Facts) -> dict[str, Any]:
    """What a case's page shows, with the sentences of the theme that the case is about."""
    return {**view, "quote": words_of_risen(line.risen, facts)} if line.risen else dict(view)


def _quotes(places: Iterable[Mapping[str, Any]]) -> list[Quote]:
    return [Quote(**{**one, "start": int(one["start"]), "end": int(one["end"])}) for one in places]
