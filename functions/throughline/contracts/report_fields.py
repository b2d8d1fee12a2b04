"""What a report must hold, whichever door it comes in by; all that is wrong is found at once."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from throughline.contracts.fields import one_line, words
from throughline.domain.address import is_address
from throughline.domain.feedback import MAX_SHORT, MAX_TEXT, Channel, Kind, Report, Reporter

KINDS = (Kind.ISSUE.value, Kind.PRAISE.value, Kind.IDEA.value)
SHORT_FIELDS = ("touchpoint", "name", "reference", "to", "value")
NO = ("", "no", "false", "0", "off")
DEFAULT_LANGUAGE = "en"
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: where, what, and what to do now."""

    field: str
    what: str
    do: str


def cleaned(fields: Mapping[str, str]) -> dict[str, str]:
    """The fields of a report as they are kept: the words with their lines, the rest on one line each."""
    others = ("kind", "email", "language", "private", "confide")
    values = {name: one_line(fields.get(name, "")) for name in (*SHORT_FIELDS, *others)}
    return values | {"text": words(fields.get("text", ""))}


def problems_in(values: Mapping[str, str]) -> Iterator[Problem]:
    """Everything that is wrong with cleaned values, in the order of a form."""
    yield from _text_problems(values["text"])
    if values["kind"] and values["kind"] not in KINDS:
        yield Problem("kind", "This kind of note is not known.", "Choose issue, praise or idea, or leave it out.")
    for name in SHORT_FIELDS:
        if len(values[name]) > MAX_SHORT:
            what = f"This has {len(values[name]):,} characters; {MAX_SHORT} fit."
            yield Problem(name, what, "Shorten it, or put it in the note itself.")
    if values["email"] and not is_address(values["email"]):
        do = "Write it like name@example.com, or leave it empty."
        yield Problem("email", "This does not look like an e-mail address.", do)
    yield from _private_problems(values)


def _text_problems(text: str) -> Iterator[Problem]:
    if not text:
        yield Problem("text", "There are no words yet.", "Write what happened, in your own words.")
    if len(text) > MAX_TEXT:
        what = f"The note has {len(text):,} characters; {MAX_TEXT:,} fit."
        yield Problem("text", what, "Shorten it, or send the rest as a second note.")


def _private_problems(values: Mapping[str, str]) -> Iterator[Problem]:
    if values["private"].casefold() in NO:
        return
    if not values["to"]:
        yield Problem("to", "Nobody is named who alone shall read it.", "Write their full name, or let others read it.")
    if values["kind"] not in ("", Kind.PRAISE):
        do = "Say that something went well, or let others read it."
        yield Problem("private", "Only thanks can be for one person alone.", do)


def is_language(tag: str) -> bool:
    """Whether this is a language tag such as en or pt-BR."""
    return _LANGUAGE.fullmatch(tag) is not None


def report_of(values: Mapping[str, str], *, identity: str, channel: Channel, place: str) -> Report:
    """The report that sound values make."""
    return Report(
        identity=identity,
        channel=channel,
        text=values["text"],
        touchpoint=values["touchpoint"],
        kind=Kind(values["kind"]) if values["kind"] else None,
        reporter=Reporter(values["name"], values["email"]),
        reference=values["reference"],
        language=values["language"] if is_language(values["language"]) else DEFAULT_LANGUAGE,
        place=place,
        to=values["to"],
        value=values["value"],
        private=values["private"].casefold() not in NO,
        confided=values["confide"].casefold() not in NO,
    )
