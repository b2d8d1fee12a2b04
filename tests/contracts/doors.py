"""Every door with its function behind it, in memory: what the API's document promises is asked for here."""

import hmac
import json
from base64 import b64encode
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from importlib import import_module
from types import SimpleNamespace
from typing import Any
from urllib.parse import quote

import pytest

from contracts.catalogue import inbound
from fakes import FixedClock, MemoryAtlas, MemoryLedger, Root
from fakes.managers import MemorySignIn
from fakes.outside import ROOT, SHARED, URL_KEY
from fakes.signing import CLIENT, GROUP, ISSUER, MANAGER, claims, signer
from fakes.values import HEAD, NOW, SITE, case, feedback, person, small_map
from throughline.adapters.desk_door import cookie_of
from throughline.adapters.digest_desks import shelf_of
from throughline.contracts.signature import sign
from throughline.domain.device import pass_for
from throughline.domain.edition import Edition
from throughline.domain.flood import Bounds
from throughline.domain.manager import Attempt
from throughline.domain.reach import Asked
from throughline.domain.seal import Link, receipt_of, sign_link
from throughline.domain.week import Week
from throughline.usecases.send_digest import PURPOSE

MANAGERS = {
    "/manage": "manage_page",
    "/manage/shadow": "manage_page",
    "/manage/triage": "manage_triage",
    "/manage/mirror": "manage_map",
    "/manage/thanks": "manage_thanks",
    "/manage/digest": "manage_digest",
    "/manage/mantra": "manage_words",
    "/manage/lessons": "manage_words",
    "/manage/goals": "manage_words",
    "/manage/in": "manage_session",
    "/manage/back": "manage_session",
    "/manage/out": "manage_session",
}
BEHIND = {
    "/f/{place}": "feedback_form",
    "/f/{place}/week": "week_page",
    "/r": "receipt_page",
    "/c/{token}": "case_page",
    "/d/{token}": "desk_page",
    "/a/{token}": "confirm_address",
    "/u/{token}": "digest_choice",
    "/map/{token}": "map_page",
    "/v1/responses": "survey_answered",
    "/s/{source}/{key}": "survey_delivered",
    **MANAGERS,
}
LATER = datetime(2099, 1, 1, tzinfo=UTC)
OUT = Week.of(NOW - timedelta(days=14))
JSON = {"content-type": "application/json", "accept": "application/json"}


class PretendedCognito(MemorySignIn):
    """The sign-in page, in memory."""

    def address(self, attempt: Attempt, root: bytes) -> str:
        return f"https://pool.example/oauth2/authorize?state={attempt.state(root)}"

    def out(self) -> str:
        return "https://pool.example/logout"


@dataclass
class Doors:
    """A shop with one place, one note that became a case, one reader of the digest, one week's digest that is out."""

    ledger: MemoryLedger = field(default_factory=lambda: MemoryLedger(FixedClock()))
    atlas: Any = field(default_factory=MemoryAtlas)

    def __post_init__(self) -> None:
        self.atlas.clock = self.ledger.clock
        self.atlas.maps.replace(small_map())
        self.place = self.atlas.places.add("North shop", 15).id
        self.atlas.directory.replace([person()])
        note = feedback(identity="device-0001")
        self.ledger.facts.record(note)
        self.case = case(note.line)
        self.ledger.change(note.line, cases=(self.case,))
        self.ledger.editions.settle(Edition(str(OUT), whole=True))
        self.asked = Asked("code", "packing@shop.example", ("Packing",), NOW.date())
        self.ledger.addresses.ask(self.asked, None)
        self.receipt = receipt_of(ROOT, "device-0001")
        self.attempt = Attempt("seed-1", NOW)
        self.session = self.attempt.session(ROOT, MANAGER)
        self.atlas.sessions.begin(self.session)

    def stand(self, patch: pytest.MonkeyPatch) -> None:
        """Put the functions into this shop."""
        settings = SimpleNamespace(site_url=SITE, smallest_group=5, inbound_domain="in.example", quiet_minutes=0)
        settings.case_mails_a_day, settings.digest_hour = 3, 9
        settings.translations, settings.translated_a_day = "false", 1
        settings.bounds = Bounds()
        settings.digest_fewest, settings.digest_weekday = 1, "MON"
        settings.time_zone, settings.count_readings = "Europe/London", "true"
        settings.issuer, settings.client_id, settings.managers = ISSUER, CLIENT, GROUP
        given = {"ledger": self.ledger, "atlas": self.atlas, "secrets": Root(), "settings": settings}
        given["cognito"] = self.sign_in_page()
        given["weeks_out"] = shelf_of(self.ledger, self.atlas, settings)  # type: ignore[arg-type]
        for function in BEHIND.values():
            handler = import_module(f"{function}.handler")
            for name in given.keys() & vars(handler).keys():
                patch.setattr(handler, name, lambda name=name: given[name])

    def link(self, path: str) -> str:
        """A link that opens."""
        tokens = {
            "/c/{token}": HEAD.case_url(self.case, NOW).rpartition("/")[2],
            "/d/{token}": sign_link(ROOT, Link("desk", quote("Packing"), LATER)),
            "/a/{token}": sign_link(ROOT, Link("address", self.asked.subject, LATER)),
            "/u/{token}": sign_link(ROOT, Link(PURPOSE, "id-ada", LATER)),
            "/map/{token}": sign_link(ROOT, Link("map", "all", LATER)),
        }
        return path.format(place=self.place, token=tokens.get(path, ""), source="typeform", key=URL_KEY)

    def sign_in_page(self) -> "PretendedCognito":
        """It gives one token, to whoever began the attempt."""
        token = signer().token(claims(self.attempt.nonce(ROOT), NOW))
        return PretendedCognito("good", token, [signer().key()])

    def ask(
        self,
        door: str,
        *,
        link: str = "",
        query: str = "",
        body: Any = None,
        stranger: bool = False,
        **headers: str,
    ) -> tuple[int, Any]:
        """Status and what came back, a page as text; a body that is not text goes as JSON.

        Whoever asks is signed in, or a `stranger`.
        """
        method, path = door.split(" ")
        sent = body if isinstance(body, str) else json.dumps(body)
        given = {**JSON, **{name.replace("_", "-"): value for name, value in headers.items()}}
        event = _event(method, link or self.link(path), query, sent if body is not None else "", given)
        if not stranger:
            self.signed_in(event)
        answer = import_module(f"{BEHIND[path]}.handler").handle(event, None)
        kind = {name.lower(): value for name, value in answer["headers"].items()}["content-type"]
        return answer["statusCode"], json.loads(answer["body"]) if "json" in str(kind) else answer["body"]

    def signed_in(self, event: dict[str, Any]) -> None:
        """Let a manager's browser have sent it, and the door have said so."""
        held = {"manager": self.session.token(ROOT), "sign-in": self.attempt.token(ROOT)}
        held[cookie_of("Packing")] = pass_for(ROOT, "Packing", self.ledger.clock.now())
        event["cookies"] = [f"__Host-{name}={value}" for name, value in held.items()]
        event["requestContext"]["authorizer"] = {"lambda": {"manager": self.session.subject}}

    def signed(self, document: object) -> dict[str, str]:
        """The headers of our own system's answer."""
        body = json.dumps(document).encode()
        signed = sign(b"a key for tests", "msg_1", self.ledger.clock.now(), body)
        return {name.replace("-", "_"): value for name, value in signed.items()}


def proven(document: object) -> dict[str, str]:
    """The header that makes a body one of Typeform's."""
    digest = hmac.digest(SHARED.encode(), json.dumps(document).encode(), "sha256")
    return {"typeform_signature": f"sha256={b64encode(digest).decode()}"}


def _event(method: str, path: str, query: str, body: str, headers: dict[str, str]) -> dict[str, Any]:
    event = inbound("json-post.http")
    event["requestContext"]["http"] |= {"method": method, "path": path}
    pairs = dict(pair.split("=") for pair in query.split("&") if pair)
    return {
        **event,
        "rawPath": path,
        "rawQueryString": query,
        "queryStringParameters": pairs,
        "headers": headers,
        "body": body,
    }
