"""What the domain says in English, a reason or a moment in time, said in the reader's language."""

import re
from collections.abc import Callable
from datetime import date
from gettext import NullTranslations

Filter = Callable[[object], str]


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for "collected here, translated later"
    """Marks a string for translation and leaves it as it is."""
    return message


REASONS = (
    N_("it was reported at “%(touchpoint)s”, and the map names %(department)s for %(words)s"),
    N_("it was reported at “%(touchpoint)s”"),
    N_("the map says that “%(words)s” always goes to %(department)s"),
    N_("the map names %(department)s for %(words)s"),
    N_("several departments fit equally well"),
    N_("no words of the map fit well enough"),
    N_("there is no journey map yet: import one, then decide"),
    N_("it was said about “%(touchpoint)s”"),
    N_("the words fit “%(touchpoint)s” best"),
    N_("the words fit %(department)s best; the map names it for %(words)s"),
    N_("the words fit %(department)s best"),
    N_("no words of the map or of earlier decisions make it anybody's"),
    N_("it names no moment of the map"),
    N_("far more customers than in the weeks before speak of “%(words)s”"),
    N_("%(department)s handed it on: “%(words)s”"),
    N_("%(department)s handed it on"),
    N_("%(department)s could not tell whose it is"),
    N_("%(departments)s had it, so that a person decides"),
    N_("a person decided that it belongs to %(department)s"),
    N_("whoever wrote it asked for that"),
    N_("the map keeps “%(words)s” in confidence"),
    N_("it may be about the head of a team"),
    N_("somebody may be hurt"),
    N_("somebody may have been harassed or threatened"),
    N_("something may be dangerous"),
    N_("somebody's details may be in the wrong hands"),
    N_("it may be a crime"),
    N_("it was said in confidence, and the map names nobody who may read it"),
    N_("it was not in confidence, and nobody has said yet whose it is"),
    N_("Confidential contact"),
    N_("CX manager"),
    N_("In confidence"),
    N_("a colleague"),
    N_("a customer"),
)
WEEKDAYS = (
    N_("Monday"),
    N_("Tuesday"),
    N_("Wednesday"),
    N_("Thursday"),
    N_("Friday"),
    N_("Saturday"),
    N_("Sunday"),
)
MONTHS = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)

_VALUE = re.compile(r"%\\\((\w+)\\\)s")
_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(?:\[([\w/+-]+)\])?)?")


def pattern_of(message: str) -> re.Pattern[str]:
    """What finds a message again once its values stand in it."""
    return re.compile(_VALUE.sub(r"(?P<\1>.*?)", re.escape(message.replace("%%", "%"))), re.DOTALL)


_KNOWN = tuple((message, pattern_of(message)) for message in REASONS)


def reason_in(words: NullTranslations) -> Filter:
    """A filter that says a known reason in the language; an unknown one stays as it is."""

    def reason(value: object) -> str:
        for message, pattern in _KNOWN:
            if found := pattern.fullmatch(str(value)):
                said = words.gettext(message)
                return str(value) if said == message else said % _listed(found.groupdict())
        return str(value)

    return reason


def _listed(values: dict[str, str]) -> dict[str, str]:
    """The values with their English "and" made a comma, which every language reads."""
    return {name: value.replace("” and “", "”, “") for name, value in values.items()}


def moment_in(words: NullTranslations) -> Filter:
    """A filter that says "2026-11-26T17:00[Europe/London]", or just the day of it, as people do.

    Any other text stays as it is.
    """

    def moment(value: object) -> str:
        found = _MOMENT.fullmatch(str(value))
        try:
            day = date.fromisoformat(found[1] if found else "")
        except ValueError:
            found = None
        if not found:
            return str(value)
        spoken = words.gettext("%(weekday)s %(day)s %(month)s") % {
            "weekday": words.gettext(WEEKDAYS[day.weekday()]),
            "day": day.day,
            "month": words.gettext(MONTHS[day.month - 1]),
        }
        return spoken + (f", {found[2]}" if found[2] else "") + (f" ({found[3]})" if found[3] else "")

    return moment
