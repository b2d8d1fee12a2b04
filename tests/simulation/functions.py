"""The functions as their handlers wire them, over stores that live in memory and may fail at every call."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import SimpleNamespace
from typing import Any

from fakes import FixedClock, MemoryAtlas, MemoryMails, PlainPaper
from fakes.outside import ROOT
from fakes.values import SITE
from simulation.bulkmail import BulkMail
from simulation.digesting import RHYTHM, SENDER, Digesting
from simulation.faults import Nature, Shaken
from simulation.mailservice import MailService
from simulation.organisation import router_of
from simulation.queues import SimQueue
from simulation.stream import StreamedLedger
from throughline.adapters.meaning.sentences import SentenceMeaning
from throughline.adapters.ses_bulk import SesBulkPostbox
from throughline.contracts.outgoing import public_event
from throughline.domain.digest import Digest
from throughline.domain.mail.incoming import Own
from throughline.domain.routing import Router
from throughline.usecases.carry_records import LETTERS, MEANING, ROUTE, TALLY, Announced, carry_records
from throughline.usecases.compose_digest import DigestEditor
from throughline.usecases.letters import Letterhead
from throughline.usecases.mail_desk import MailDesk
from throughline.usecases.note_outcome import OutcomeDesk, note_outcome
from throughline.usecases.route_fact import route_fact
from throughline.usecases.send_letter import send_letter
from throughline.usecases.show_week import Shelf, digest_out
from throughline.usecases.sweep_pending import sweep_pending
from throughline.usecases.tally_answer import tally_answer
from throughline.usecases.tally_case import tally_case
from throughline.usecases.tell_themes import ThemeDesk, tell_themes
from throughline.usecases.weigh_meaning import weigh_meaning

DIGEST, OUTCOME = "digest", "outcome"
SMALLEST_GROUP, QUIET_MINUTES, INBOUND = 5, 60, "in.example"
Body = Mapping[str, Any]


@dataclass
class Bus:
    """Public events that left."""

    published: list[Mapping[str, Any]]

    def publish(self, entries: list[dict[str, Any]]) -> None:
        """Take all."""
        self.published += entries


class Functions:
    """One method a function; each is one run of it for one message, or a batch of records."""

    def __init__(
        self,
        ledger: StreamedLedger,
        atlas: MemoryAtlas,
        mail: MailService,
        queues: Mapping[str, SimQueue],
        clock: FixedClock,
        nature: Nature,
    ) -> None:
        self.standing = ledger
        self.ledger = _shaken(ledger, nature)
        self.atlas = _shaken(atlas, nature)
        self.clock = clock
        self.rng = nature.rng
        self.router_of: Callable[[str], Router] = router_of
        self.bus = Bus([])
        self._bus: Any = Shaken(self.bus, nature)
        self._queues: dict[str, Any] = {name: Shaken(queue, nature) for name, queue in queues.items()}
        self._mails: Any = Shaken(MemoryMails(), nature)
        self._postbox: Any = Shaken(mail, nature, echoes=False)
        self._looks = self._editor(settles=False)
        self._tiers = (SentenceMeaning(),)
        bulk: Any = Shaken(SesBulkPostbox(SENDER, "digests", BulkMail(mail)), nature, echoes=False)
        ways = (self._queues[DIGEST], self._postbox, bulk)
        self.digests = Digesting(self.ledger, self.atlas, *ways, self._editor(), clock, nature.rng)
        self.handling = {
            ROUTE: self.route_issue,
            LETTERS: self.send_letter,
            TALLY: self.tally_answer,
            MEANING: self.weigh_meaning,
            DIGEST: self.digests.send,
            OUTCOME: self.mail_outcome,
        }

    def head(self) -> Letterhead:
        """What mails carry besides their story."""
        current = self.atlas.maps.current()
        mantra = current.mantra if current else ""
        return Letterhead(SITE, ROOT, mantra, INBOUND, QUIET_MINUTES, colleagues=self.atlas.directory)

    def mail_desk(self) -> MailDesk:
        """What taking in a mail works with."""
        room, told = self.ledger, self.atlas
        stores = (room.facts, room.cases, room.letters, room.standings, told.maps, told.directory, self._mails)
        return MailDesk(*stores, root=ROOT, site=SITE, own=Own(SENDER, INBOUND))

    def route_issue(self, message: Body) -> None:
        """One fact."""
        current = self.atlas.maps.current()
        router = self.router_of(current.version) if current else None
        room = self.ledger
        now = self.clock.now()
        route_fact(
            line=message["pk"],
            fact=message["sk"],
            facts=room.facts,
            cases=room.cases,
            router=router,
            head=self.head(),
            now=now,
            revision=message.get("revision"),
        )

    def send_letter(self, message: Body) -> None:
        """One mail."""
        send_letter(
            line=message["pk"],
            name=message["sk"],
            letters=self.ledger.letters,
            facts=self.ledger.facts,
            standings=self.ledger.standings,
            paper=PlainPaper(),
            postbox=self._postbox,
            now=self.clock.now(),
        )

    def tally_answer(self, message: Body) -> None:
        """One answer, or what happened to a case."""
        room, item = self.ledger, message["sk"]
        if item.startswith(("case#", "step#")):
            version, figures = message.get("revision"), room.case_figures
            tally_case(line=message["pk"], item=item, version=version, facts=room.facts, figures=figures)
            return
        tally_answer(line=message["pk"], fact=message["sk"], facts=room.facts, figures=room.figures)

    def weigh_meaning(self, message: Body) -> None:
        """One parked item."""
        room, current = self.ledger, self.atlas.maps.current()
        weigh_meaning(line=message["pk"], suggestions=room.suggestions, journey_map=current, tiers=self._tiers)

    def week_shown(self) -> Digest | None:
        """What everybody may read of the week."""
        return digest_out(Shelf(RHYTHM, "Europe/London", self.ledger.editions, self._looks), self.clock.now())

    def mail_outcome(self, message: Body) -> None:
        """One report."""
        room = self.ledger
        stores = (room.letters, room.facts, room.digests, self.atlas.directory, room.standings)
        desk = OutcomeDesk(*stores, chunks=room.chunks, sending=room.sending)
        note_outcome(report=message, desk=desk, now=self.clock.now())

    def carry(self, records: list[Announced]) -> None:
        """A batch of the stream."""
        queues = {name: self._queues[name] for name in (ROUTE, LETTERS, TALLY, MEANING)}
        carry_records(records=records, queues=queues, publish=self._bus.publish, public_event=_public)

    def tell_themes(self, now: datetime) -> None:
        """As the clock says it is."""
        current = self.atlas.maps.current()
        if current:
            desk = ThemeDesk(self.ledger.themes, current, self.head(), "Europe/London", SMALLEST_GROUP)
            tell_themes(now=now, desk=desk)

    def sweep(self, now: datetime) -> None:
        """As above."""
        queues = {name: self._queues[name] for name in (ROUTE, LETTERS, TALLY, MEANING)}
        sweep_pending(pending=self.ledger.pending.waiting(), queues=queues, now=now)

    def _editor(self, *, settles: bool = True) -> DigestEditor:
        room, told = self.ledger, self.atlas
        stores = (room.weeks, room.figures, told.maps, told.places, self.clock, SMALLEST_GROUP)
        return DigestEditor(*stores, editions=room.editions, directory=told.directory, settles=settles)


def _public(record: Announced) -> dict[str, str] | None:
    return public_event(record.announces, record.document, stage="sim", event_id=record.event_id, on=record.on)


def _shaken(room: object, nature: Nature) -> Any:
    """A room whose every port fails as the weather is."""
    told = "facts cases suggestions letters standings weeks themes figures case_figures digests chunks sending pending"
    names = f"{told} recognitions editions maps places directory".split()
    ports = {name: Shaken(getattr(room, name), nature) for name in names if hasattr(room, name)}
    return SimpleNamespace(**ports)
