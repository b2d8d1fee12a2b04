"""A reader leaves or chooses, and somebody without a mailbox looks."""

from datetime import timedelta

from crash.answers import Document
from crash.events import ROOT
from crash.scenario import Scenario
from crash.stand import Stand
from crash.world import START
from handlers.events import http, json_post
from throughline.domain.digest_time import Rhythm, last_out
from throughline.domain.edition import Edition
from throughline.domain.seal import Link, sign_link


def _choice(**wanted: str) -> Document:
    token = sign_link(ROOT, Link("digest", "id-ada", START + timedelta(days=9)))
    return json_post(f"/u/{token}", wanted)


def _out(stand: Stand) -> str:
    week = last_out("Europe/London", Rhythm("SUN", 9), stand.world.now)
    stand.ledger.editions.settle(Edition(str(week), whole=True))
    return str(week)


def _read(stand: Stand) -> Document:
    return json_post(f"/f/{stand.place.id}/week", {"week": _out(stand), "reading": "00aa" * 4})


def _week_out(stand: Stand) -> Document:
    """Last week's digest was settled for its readers."""
    _out(stand)
    return http("GET", f"/f/{stand.place.id}/week", accept="text/html")


READER_SCENARIOS = (
    Scenario("digest_choice", "a reader leaves", lambda _stand: _choice(digest="off")),
    Scenario(
        "digest_choice",
        "a reader chooses hour and language",
        lambda _stand: _choice(digest="monthly", hour="14", language="de"),
    ),
    Scenario("week_page", "somebody without a mailbox looks", _week_out),
    Scenario("week_page", "somebody has read it to its end", _read),
)
