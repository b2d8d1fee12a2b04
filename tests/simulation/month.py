"""A month of twelve departments and five thousand people: notes come, departments answer or forget, clocks strike."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from random import Random

from fakes import FixedClock, MemoryLedger, MemoryPostbox, PlainPaper
from fakes.outside import ROOT
from fakes.values import HEAD, part
from throughline.domain.act import Act
from throughline.domain.case import Action, Case
from throughline.domain.feedback import Channel, Report, Reporter
from throughline.domain.journey import Department, JourneyMap, versioned
from throughline.domain.letter import RECALLING, Letter
from throughline.domain.promise import calendar_of
from throughline.domain.routing import Router
from throughline.domain.seal import nonce_of
from throughline.usecases.act_on_case import act_on_case
from throughline.usecases.keep_promises import PromiseDesk, keep_promises
from throughline.usecases.record_feedback import record_feedback
from throughline.usecases.route_fact import route_fact
from throughline.usecases.send_letter import send_letter

BEGIN = datetime(2026, 11, 30, tzinfo=UTC)
DAYS, STAFF, NOTES_A_DAY = 31, 5_000, 80
HOLIDAYS = (date(2026, 12, 25), date(2026, 12, 28))
MANAGER = "cx@shop.example"
HOURS = ("Mon-Fri 09:00-17:00", "Mon-Sat 08:00-14:00", "Mon-Sun 22:00-06:00", "Sat-Sun 10:00-16:00")
ZONES = ("Europe/London", "Europe/Berlin", "Asia/Kolkata", "America/St_Johns")
TROUBLES = ("lamp", "sofa", "till", "queue", "label", "invoice", "door", "ladder", "paint", "carpet", "oven", "key")
WITHIN = ("4h", "1d", "2d", "5d")


def organisation() -> JourneyMap:
    """Twelve departments in four zones, some of them at night or at weekends only."""
    names = [trouble.capitalize() for trouble in TROUBLES]
    departments = tuple(
        Department(name, f"{name.lower()}@shop.example", ZONES[at % 4], HOURS[at // 3], names[at - 1] if at % 3 else "")
        for at, name in enumerate(names)
    )
    parts = tuple(
        part(f"The moment of the {trouble}", name, f"{trouble}!", reply_within=WITHIN[at % 4])
        for at, (trouble, name) in enumerate(zip(TROUBLES, names, strict=True))
    )
    return versioned(JourneyMap("", parts, departments, holidays=HOLIDAYS, cx_manager=MANAGER))


@dataclass(frozen=True)
class Went:
    """A mail that went out, and as of when it was written."""

    letter: Letter
    at: datetime


@dataclass
class Month:
    """Everything that happens, hour by hour."""

    seed: int = 7
    clock: FixedClock = field(default_factory=lambda: FixedClock(BEGIN))
    went: list[Went] = field(default_factory=list)
    meant: dict[tuple[str, str], datetime] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Everybody is there; a fifth of the departments' notes are left lying."""
        self.rng = Random(self.seed)  # noqa: S311 - chance that can be repeated is what this is for
        self.ledger, self.map, self.postbox = MemoryLedger(self.clock), organisation(), MemoryPostbox()
        self.router = Router(self.map)
        self.calendars = {one.name: calendar_of(one, HOLIDAYS) for one in self.map.departments}
        self.staff = [Reporter(f"Person {at}", f"p{at}@shop.example") for at in range(STAFF)]
        self.lines: list[str] = []
        self.open: dict[str, list[str]] = defaultdict(list)

    # ── what happens ──
    def passes(self) -> None:
        """The whole month, and a week in which nothing new comes."""
        for hour in range((DAYS + 7) * 24):
            self.clock.moment = BEGIN + timedelta(hours=hour)
            self._strikes()
            if hour < DAYS * 24:
                for _ in range(self._notes()):
                    self._note()
            self._answers()
            self._sends()

    def _notes(self) -> int:
        busy = 3 if self.clock.moment.day % 10 == 5 else 1  # some days bring three times as many
        return sum(self.rng.random() < busy * NOTES_A_DAY / 24 / 10 for _ in range(10))

    def _note(self) -> None:
        at, trouble = len(self.lines), self.rng.choice(TROUBLES)
        reporter = self.rng.choice(self.staff) if self.rng.random() < 0.5 else Reporter()
        said = Report(f"device-{at:06}", Channel.FORM, f"Something is wrong with the {trouble}.", reporter=reporter)
        room, now = self.ledger, self.clock.now()
        receipt = record_feedback(report=said, now=now, root=ROOT, facts=room.facts)
        line = next(reversed(room.lines))
        assert receipt
        route_fact(line=line, fact="fact", facts=room.facts, cases=room.cases, router=self.router, head=HEAD, now=now)
        self.lines.append(line)
        for case in room.lines[line].cases:
            self.open[case.department].append(line)

    def _strikes(self) -> None:
        """The schedule, which is sometimes missing, late or doubled."""
        desk = PromiseDesk(self.ledger.promises, self.ledger.standings, self.map, HEAD)
        chance, now = self.rng.random(), self.clock.now()
        times = [] if chance < 0.03 else [now, now] if chance < 0.1 else [now]
        times += [now - timedelta(hours=3)] if chance > 0.97 else []
        for meant in times:
            before = set(self.ledger.waits)
            keep_promises(now=meant, desk=desk)
            self.meant |= dict.fromkeys(set(self.ledger.waits) - before, meant)

    def _answers(self) -> None:
        """Whoever is at work takes on some, answers some, and never looks at others."""
        for name, lines in self.open.items():
            if not self.calendars[name].today(self.clock.now()):
                continue
            for line in list(lines):
                case = self.ledger.lines[line].cases[0]
                forgotten = int(case.code, 36) % 5 == 0
                if forgotten or self.rng.random() > 0.15:
                    continue
                resolves = self.rng.random() < 0.5
                self._act(case, Action.RESOLVE if resolves else Action.ACKNOWLEDGE)
                if resolves:
                    lines.remove(line)

    def _act(self, case: Case, action: Action) -> None:
        nonce = nonce_of(ROOT, case.subject, case.version)
        act_on_case(
            act=Act(action, nonce, "It is mended." if action is Action.RESOLVE else ""),
            case=case,
            line=self.ledger.facts.line(case.line),
            cases=self.ledger.cases,
            journey_map=self.map,
            head=HEAD,
            now=self.clock.now(),
        )

    def _sends(self) -> None:
        letters = self.ledger.letters
        for line, name in [key for key in self.ledger.waits if key[1].startswith("letter#")]:
            self.went.append(Went(letters.written[line, name], self.meant.get((line, name), self.clock.now())))
            send_letter(
                line=line,
                name=name,
                letters=letters,
                facts=self.ledger.facts,
                standings=self.ledger.standings,
                paper=PlainPaper(),
                postbox=self.postbox,
                now=self.clock.now(),
            )

    # ── what came of it ──
    def cases(self) -> Iterator[Case]:
        """All of them."""
        return (case for line in self.lines for case in self.ledger.lines[line].cases)

    def mails_a_day(self) -> dict[str, Counter[tuple[str, date]]]:
        """How many mails of each kind a department had, or was written about, on each of its days."""
        found: dict[str, Counter[tuple[str, date]]] = defaultdict(Counter)
        for one in self.went:
            name = str(one.letter.fields.get("department", ""))
            if name in self.calendars and not one.letter.name.startswith(("letter#heard", "letter#changed")):
                workday = self.calendars[name].today(one.at) if one.letter.kind in RECALLING else None
                day = workday.day if workday else one.at.astimezone(self.calendars[name].zone).date()
                found[_kind(one.letter)][name, day] += 1
        return found


def _kind(letter: Letter) -> str:
    kind = letter.kind.value
    return letter.name.split("#")[2] if kind == "escalated" else kind
