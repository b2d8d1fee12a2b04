"""The week's digest as a page that is opened by a place's link."""

from typing import Any

from throughline.adapters.digest_paper import digest_fields
from throughline.adapters.paper import languages
from throughline.domain.digest import Digest
from throughline.domain.person import Person
from throughline.domain.place import Place
from throughline.usecases.send_digest import DigestLinks

TOLD = (
    *("week", "mantra", "headline", "praises", "changes", "also", "more", "note", "by"),
    *("scores", "lesson", "recalls", "speak_url"),
)


def week_fields(digest: Digest, place: Place, language: str, reading: str = "") -> dict[str, Any]:
    """The page's context: what the digest tells everybody, worded for nobody in particular.

    `reading` is what this look at it is counted as, once it was read to its end; empty where nothing is counted.
    """
    nobody = Person("", "", "", "", place=place.name, language=language)
    fields = digest_fields(digest, nobody, DigestLinks("", _form_of(place), ""))
    return {name: fields[name] for name in TOLD} | _around(place, str(digest.week)) | {"reading": reading}


def quiet_fields(place: Place, mantra: str) -> dict[str, Any]:
    """The same before there is anything to read."""
    return {"week": "", "mantra": mantra, "speak_url": _form_of(place), **_around(place), "reading": ""}


def _around(place: Place, week: str = "") -> dict[str, Any]:
    tongues = [{"tag": one.tag, "name": one.name} for one in languages()]
    return {"place": place.name, "of_week": week, "languages": tongues}


def _form_of(place: Place) -> str:
    return f"/f/{place.id}"
