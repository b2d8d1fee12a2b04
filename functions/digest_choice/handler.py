"""GET and POST /u/{token}: how often, when and how a reader wants the digest, and whether they may be named."""

from functools import cache
from typing import Any

from aws_lambda_powertools.event_handler import Response

from digest_choice.settings import Settings
from throughline.adapters.choice_page import choice_told, choice_view, wish_in
from throughline.adapters.described import FIELDS, described
from throughline.adapters.digest_paper import choice_notice
from throughline.adapters.environment import from_env
from throughline.adapters.http import body_bytes, data, door, fields_of, page, wants_page
from throughline.adapters.links import read_or_refuse
from throughline.adapters.one_click import is_one_click
from throughline.adapters.secrets import StackSecrets
from throughline.adapters.wiring import AtlasRoom
from throughline.domain.digest_time import Rhythm
from throughline.domain.person import Person
from throughline.errors import Refused
from throughline.usecases.choose_digest import choose_digest
from throughline.usecases.choose_reading import Wish, choose_by_form
from throughline.usecases.send_digest import PURPOSE

app = door()
settings = cache(lambda: from_env(Settings))
atlas = cache(lambda: AtlasRoom(settings().atlas_table))
secrets = cache(lambda: StackSecrets(settings().secret_id))


@app.get("/u/<token>", **described("How often the digest comes", "readers", 200, 403))
def show(token: str) -> Response[str]:
    """The choice; looking changes nothing."""
    reader = _reader(_person(token))
    return page("choice", choice_view(reader, _rhythm(), f"/u/{token}"), language=reader.language)


@app.post("/u/<token>", **described("Choose how often, or leave", "readers", 200, 403, *FIELDS, data="Chosen"))
def choose(token: str) -> Response[str]:
    """Keep the choice that a form makes, all of it or nothing, or leave at one click of a mail program."""
    person, wish = _person(token), Wish()
    if is_one_click(app.current_event.headers.get("content-type", ""), body_bytes(app)):
        chosen, asks = choose_digest(person=person, digest="off", directory=atlas().directory), False
    else:
        fields, asks = fields_of(app), wants_page(app)
        wish = wish_in(fields, _rhythm())
        chosen = choose_by_form(person=person, fields=fields, wish=wish, directory=atlas().directory)
    if not asks:
        return data(choice_told(atlas().directory.person(person), _rhythm(), chosen.reason))
    reader = _reader(person)
    notice = choice_notice(chosen.choice, reader.language, wish.hour)
    return page("choice", choice_view(reader, _rhythm(), f"/u/{token}", notice), language=reader.language)


def _rhythm() -> Rhythm:
    return Rhythm(hour=settings().digest_hour)


def _person(token: str) -> str:
    return read_or_refuse(secrets().root(), token, purpose=PURPOSE, now=atlas().clock.now()).subject


def _reader(person: str) -> Person:
    reader = atlas().directory.person(person)
    if reader is None:
        raise Refused("Nobody is written to under this link any more.", do="You need do nothing.", status=403)
    return reader


def handle(event: dict[str, Any], context: Any) -> dict[str, Any]:
    return app.resolve(event, context)
