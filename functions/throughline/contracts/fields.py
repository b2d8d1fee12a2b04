"""Reads a JSON object field by field, strictly; what is wrong is refused by its name."""

import re
import unicodedata
from collections.abc import Collection, Mapping
from datetime import UTC, datetime
from typing import Any, NoReturn

from throughline.errors import Refused

EARLIEST_YEAR = 2000
LARGEST = 2**53  # beyond it, numbers lose their last digits on the way
SHOWN = 64
_KEPT_CONTROLS = "\n\t"
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})", re.ASCII)


def words(text: str) -> str:
    """Words as they are kept: as written, without what no page or mail can show."""
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    lines = whole.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(one for one in lines if unicodedata.category(one) != "Cc" or one in _KEPT_CONTROLS).strip()


def one_line(text: str) -> str:
    """Words on one line, single spaces between them."""
    return " ".join(words(text).split())


def object_of(value: object, at: str) -> Mapping[str, Any]:
    """The JSON object found at `at`; Refused when it is something else."""
    if isinstance(value, Mapping):
        return value
    raise Refused("This is not a JSON object.", field=at, do="Send an object: names and values in braces.")


class Fields:
    """The fields of one object; `at` leads its names in messages ("responses[2].")."""

    def __init__(self, document: Mapping[str, Any], at: str = "") -> None:
        self._document = document
        self._at = at

    def refuse(self, name: str, what: str, do: str) -> NoReturn:
        """Raise what is wrong with a field."""
        raise Refused(what, field=self._at + name, do=do)

    def only(self, known: Collection[str]) -> None:
        """Refuse a field that has no meaning here."""
        for name in self._document:
            if name not in known:
                do = f"Leave it out; known are {', '.join(known)}."
                self.refuse(str(name)[:SHOWN], "There is no such field.", do)

    def text(self, name: str, *, most: int) -> str:
        """Text of at most `most` characters, empty where it is absent."""
        value = self._document.get(name)
        if value is None:
            return ""
        if not isinstance(value, str):
            self.refuse(name, "This is not text.", "Write it in quotes.")
        if len(value) > most:
            self.refuse(name, f"This has {len(value):,} characters; {most:,} fit.", "Shorten it.")
        return value

    def key(self, name: str, *, most: int, required: bool = True) -> str:
        """A name that something is known by: printable, nothing blank around it."""
        value = self.text(name, most=most)
        if required and not value:
            self.refuse(name, "This is missing.", "Send it: it tells one from another.")
        if not value.isprintable() or value != value.strip():
            self.refuse(name, "This holds blanks at an end or signs that can't be printed.", "Send it without them.")
        return value

    def choice(self, name: str, choices: Collection[str], default: str | None) -> str | None:
        """One of a few words, or the default where it is absent or null."""
        value = self._document.get(name)
        if value is None:
            return default
        if not isinstance(value, str) or value not in choices:
            self.refuse(name, "This word is not known.", f"Send one of {', '.join(choices)}.")
        return value

    def number(self, name: str) -> float | None:
        """A number, or None where it is absent or null."""
        value = self._document.get(name)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float):
            self.refuse(name, "This is not a number.", "Send a number without quotes.")
        if not -LARGEST <= value <= LARGEST:  # which is false of NaN too
            self.refuse(name, "This number is out of all bounds.", f"Send one between -{LARGEST} and {LARGEST}.")
        return float(value)

    def count(self, name: str) -> int:
        """A whole number from 0 on; 0 where it is absent."""
        value = self.number(name) or 0.0
        if value < 0 or not value.is_integer():
            self.refuse(name, "This is not a count.", "Send a whole number, 0 or more.")
        return int(value)

    def flag(self, name: str, *, default: bool) -> bool:
        """Yes or no."""
        value = self._document.get(name)
        if value is None:
            return default
        if not isinstance(value, bool):
            self.refuse(name, "This is neither true nor false.", "Send true or false without quotes.")
        return value

    def moment(self, name: str) -> datetime | None:
        """A time in UTC, or None where it is absent or null."""
        value = self.text(name, most=40)
        if not value:
            return None
        try:
            if _MOMENT.fullmatch(value) and int(value[:4]) >= EARLIEST_YEAR:
                return datetime.fromisoformat(value).astimezone(UTC)
        except (ValueError, OverflowError):
            pass
        return self.refuse(name, "This is not a time with its zone.", "Write it like 2026-11-23T09:30:00Z.")
