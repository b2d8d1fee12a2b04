"""GET and POST /u/{token}: how often a reader wants the digest, and whether they may be named when thanked."""

from functools import cache
from typing import Any

from aws_lambda_powertools.event_handler import Response

from digest_choice.settings import Settings
from throughline.adapters.described import FIELDS, described
from throughline.adapters.digest_paper import choice_notice
from throughline.adapters.environment import from_env
from throughline.adapters.http import body_bytes, data, door, fields_of, page, wants_page
from throughline.adapters.links import read_or_refuse
from throughline.adapters.one_click import is_one_click
from throughline.adapters.secrets import StackSecrets
from throughline.adapters.wiring import AtlasRoom
from throughline.domain.person import KEEP_OUT, Person
from throughline.errors import Refused
from throughline.usecases.choose_digest import Chosen, choose_digest, choose_naming, masked
from throughline.usecases.send_digest import PURPOSE

app = door()
settings = cache(lambda: from_env(Settings))
atlas = cache(lambda: AtlasRoom(settings().atlas_table))
secrets = cache(lambda: StackSecrets(settings().secret_id))


@app.get("/u/<token>", **described("How often the digest comes", "readers", 200, 403))
def show(token: str) -> Response[str]:
    """The choice; looking changes nothing."""
    return _page(_reader(_person(token)), token)


@app.post("/u/<token>", **described("Choose how often, or leave", "readers", 200, 403, *FIELDS, data="Chosen"))
def choose(token: str) -> Response[str]:
    """Keep the choice that a form makes, or leave at one click of a mail program."""
    person = _person(token)
    if is_one_click(app.current_event.headers.get("content-type", ""), body_bytes(app)):
        return _told(person, choose_digest(person=person, digest="off", directory=atlas().directory))
    chosen = _chosen(person, fields_of(app))
    if not wants_page(app):
        return _told(person, chosen)
    reader = _reader(person)
    return _page(reader, token, notice=choice_notice(chosen.choice, reader.language))


def _chosen(person: str, fields: dict[str, str]) -> Chosen:
    """What holds now of what the form was for."""
    if "naming" in fields and "digest" not in fields:
        return choose_naming(person=person, naming=fields["naming"], directory=atlas().directory)
    return choose_digest(person=person, digest=fields.get("digest", ""), directory=atlas().directory)


def _told(person: str, chosen: Chosen) -> Response[str]:
    reader = atlas().directory.person(person)
    holds = {"digest": reader.digest, "naming": reader.naming} if reader else {"digest": "off", "naming": KEEP_OUT}
    return data({**holds, "reason": chosen.reason})


def _person(token: str) -> str:
    return read_or_refuse(secrets().root(), token, purpose=PURPOSE, now=atlas().clock.now()).subject


def _reader(person: str) -> Person:
    reader = atlas().directory.person(person)
    if reader is None:
        raise Refused("Nobody is written to under this link any more.", do="You need do nothing.", status=403)
    return reader


def _page(reader: Person, token: str, notice: str = "") -> Response[str]:
    said = {
        "address": masked(reader.email),
        "digest": reader.digest,
        "naming": reader.naming,
        "nonce": "",
        "action": f"/u/{token}",
        "notice": notice,
    }
    return page("choice", said, language=reader.language)


def handle(event: dict[str, Any], context: Any) -> dict[str, Any]:
    return app.resolve(event, context)
