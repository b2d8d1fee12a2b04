"""Note at which hour and in which language somebody wants to be written to."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from throughline.domain.person import Person
from throughline.errors import Refused
from throughline.ports import Directory
from throughline.usecases.choose_digest import NOBODY, UNCHANGED, Chosen, choose_digest, choose_naming


@dataclass(frozen=True, slots=True)
class Wish:
    """An hour of the reader's own clock and a language; None and an empty tag leave things as they are."""

    hour: int | None = None
    language: str = ""


def read_wish(fields: Mapping[str, str], *, hours: range, languages: Collection[str]) -> Wish:
    """What a form asks for; Refused when we can't write at that hour or in that language."""
    hour, language = fields.get("hour", "").strip(), fields.get("language", "").strip()
    served = {str(one): one for one in hours}
    if hour and hour not in served:
        do = f"Choose an hour from {hours.start} to {hours.stop - 1}."
        raise Refused("We don't write at that hour.", field="hour", do=do)
    if language and language not in languages:
        do = f"Choose one of these: {', '.join(languages)}."
        raise Refused("We can't write in that language yet.", field="language", do=do)
    return Wish(served[hour] if hour else None, language)


def choose_reading(*, person: str, wish: Wish, directory: Directory) -> str:
    """Keep the wish, and say what came of it; the same wish twice changes nothing."""
    reader = directory.person(person)
    if reader is None:
        return NOBODY
    kept = []
    if wish.hour is not None and wish.hour != reader.hour:
        kept.append(directory.choose_hour(person, wish.hour))
    if wish.language and wish.language != reader.language:
        kept.append(directory.choose_language(person, wish.language))
    if not all(kept):
        return NOBODY
    return "changed" if kept else UNCHANGED


def choose_by_form(*, person: str, fields: Mapping[str, str], wish: Wish, directory: Directory) -> Chosen:
    """Keep all that a form asks for, and say what holds now of what it was for."""
    if "naming" in fields and "digest" not in fields:
        return choose_naming(person=person, naming=fields["naming"], directory=directory)
    digest = _digest_asked(fields, wish, directory.person(person))
    chosen = choose_digest(person=person, digest=digest, directory=directory)
    read = choose_reading(person=person, wish=wish, directory=directory)
    return replace(chosen, reason=read) if chosen.reason == UNCHANGED else chosen


def _digest_asked(fields: Mapping[str, str], wish: Wish, reader: Person | None) -> str:
    """How often the form wants the digest; one that is about the hour or the language alone leaves that as it is."""
    if "digest" in fields or wish == Wish():
        return fields.get("digest", "")
    return reader.digest if reader else "off"
