"""A manager's day on the pretended AWS: signs in at a page of ours, sets each thing once, and signs out."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qs, urlencode

from crash.manager_scenarios import GOALS, LESSONS, THANKED
from fakes.outside import ROOT
from fakes.signing import MANAGER, claims, signer
from fakes.values import RIDDLE
from handlers.events import FORM, http, json_post
from handlers.live import Live
from throughline.adapters.dynamo.precedents import taught
from throughline.domain.edition import mark_of
from throughline.domain.manager import Attempt, Session, page_nonce
from throughline.domain.mirror import mirror_of
from throughline.domain.precedent import How, Precedent
from throughline.domain.reach import Asked
from throughline.domain.seal import Link, sign_link
from throughline.domain.week import Week

SEED, CODE = "seed-1", "good"
ADDRESS, NEW = "f" * 32, "packing@shop.example"
Event = tuple[str, dict[str, Any]]


class SignInPage:
    """What stands behind the sign-in page: its keys, and a token for a code, once."""

    def __init__(self) -> None:
        self._codes = {CODE}

    def __call__(self, _url: str, body: bytes | None = None) -> tuple[int, Mapping[str, Any]]:
        if body is None:
            return 200, {"keys": [signer().key()]}
        code = parse_qs(body.decode())["code"][0]
        if code not in self._codes:
            return 400, {"error": "invalid_grant"}
        self._codes.remove(code)
        now = datetime.now(UTC)
        return 200, {"id_token": signer().token(claims(Attempt(SEED, now).nonce(ROOT), now))}


class Office:
    """One manager and their browser; each form is for a thing of its own, so that in no order one undoes another."""

    def __init__(self, live: Live) -> None:
        self._live = live
        self._attempt = Attempt(SEED, datetime.now(UTC))
        self._session: Session = self._attempt.session(ROOT, MANAGER)

    def given(self) -> Iterator[Event]:
        """What a day brings; each is asked for once the ones before it are done."""
        place = f"/f/{self._live.place.id}"
        for at, text in enumerate((f"{RIDDLE} Twice.", THANKED), start=5):
            yield "feedback_form", json_post(place, {"id": f"device-000{at}", "text": text})
        yield (
            "manage_session",
            self._asks("GET", "/manage/back", query=f"code={CODE}&state={self._attempt.state(ROOT)}"),
        )
        yield "manage_door", {**self._asks("GET", "/manage"), "type": "REQUEST"}
        yield "manage_triage", self._sends("triage", id=self._riddle(), choice="Opening the parcel")
        (held,) = self._live.ledger.recognitions.held()
        yield "manage_thanks", self._sends("thanks", id=held.ref, state="published")
        yield "manage_page", self._sends("shadow", department="IT", to="shadow")
        yield "manage_map", self._sends("mirror", code=self._proposed())
        yield from self._words()
        yield from self._digest()
        yield "confirm_address", self._confirms()
        yield "manage_session", self._sends("out")

    def _words(self) -> Iterator[Event]:
        yield "manage_words", self._sends("mantra", text="Every home is ours.")
        yield "manage_words", self._sends("lessons", text=LESSONS)
        yield "manage_words", self._sends("goals", text=GOALS)

    def _digest(self) -> Iterator[Event]:
        week = Week.of(datetime.now(UTC))
        story = mark_of(self._live.ledger.weeks.thanks(week)[0])
        yield "manage_digest", self._sends("digest", week=f"{week}", act="pin", story=story)
        yield "manage_digest", self._sends("digest", week=f"{week}", act="note", words="I read every one.", by="Ida")

    def _riddle(self) -> str:
        lines = (self._live.ledger.facts.line(one.line) for one in self._live.ledger.cases.parked())
        return next(one.feedback.line for one in lines if one.feedback and "Twice" in one.feedback.report.text)

    def _proposed(self) -> str:
        """People have said four times what the map does not say yet."""
        room, current = self._live.ledger, self._live.atlas.map_in_force()
        today = datetime.now(UTC).date()
        said = ("the padding", "Opening the parcel", "Packing")
        for at in range(4):
            lesson = Precedent(f"F#{at}", 1, 1, How.CORRECTED, *said, today, "1", said="Delivery", hits=("sofa",))
            taught(room.record, lesson).save()
        return mirror_of(current, room.precedents.all()).proposals[0].code

    def _confirms(self) -> dict[str, Any]:
        now = datetime.now(UTC)
        self._live.ledger.addresses.ask(Asked(ADDRESS, NEW, ("Packing",), now.date()), None)
        return json_post(f"/a/{sign_link(ROOT, Link('address', ADDRESS, now + timedelta(days=9)))}", {})

    def _sends(self, name: str, **fields: str) -> dict[str, Any]:
        return self._asks("POST", f"/manage/{name}", {"nonce": page_nonce(ROOT, self._session.subject), **fields})

    def _asks(self, method: str, path: str, fields: Mapping[str, str] | None = None, query: str = "") -> dict[str, Any]:
        event = http(method, path, urlencode(fields or {}).encode(), query, content_type=FORM)
        held = {"manager": self._session.token(ROOT), "sign-in": self._attempt.token(ROOT)}
        event["cookies"] = [f"__Host-{name}={value}" for name, value in held.items()]
        event["requestContext"]["authorizer"] = {"lambda": {"manager": self._session.subject}}
        return event
