"""What the digest's commands work on: readers, what became of their digests, and the desk that writes them."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from operate.stack import Stack
from throughline.domain.digest_time import Rhythm, due_day, hour_of, is_known, last_out, why_not
from throughline.domain.letter import Mail, Posted
from throughline.domain.person import Person
from throughline.domain.sending import BOUNCE, COMPLAINT
from throughline.domain.week import Week
from throughline.errors import Refused
from throughline.ports import Digests, Directory, Editions, Queue, Readings
from throughline.usecases.compose_digest import HELD
from throughline.usecases.count_reading import read_by_many
from throughline.usecases.digest_messages import message_for, message_of, put_all, queue_all
from throughline.usecases.monthly_digest import is_months_one
from throughline.usecases.plan_chunks import Crowd, at_own_hours, plan_chunks, queue_left_over
from throughline.usecases.plan_digests import OPEN
from throughline.usecases.read_inbox import DeskRooms
from throughline.usecases.settle_week import EVERYBODY

if TYPE_CHECKING:
    from throughline.usecases.send_digest import DigestDesk

SMALLEST_GROUP, USUAL_HOUR, FEWEST, SINGLES = 5, 9, 1, 2000
PREVIEW = "preview"
BOUNCED = "bounced: it came back for good"
QUEUED = "is queued"
UNDER_WAY = {Posted.CLAIMED.value: "is being sent", Posted.WAITING.value: "waits: the mail service was away"}
STILL = OPEN | {QUEUED}


@dataclass(frozen=True)
class DigestRooms:
    """What these commands work on; `zone` is where the organisation's clock stands."""

    directory: Directory
    digests: Digests
    rhythm: Rhythm
    crowd: Crowd | None = None
    editions: Editions | None = None
    zone: str = "UTC"
    readings: Readings | None = None
    smallest_group: int = SMALLEST_GROUP

    def noted(self, week: Week) -> Iterator[tuple[str, str]]:
        """Person and outcome of each digest of the week, whether it went alone or with others."""
        yield from ((person, outcome) for person, outcome in self.digests.report(week) if person != PREVIEW)
        for chunk in self.crowd.chunks.of(week) if self.crowd else ():
            waits = QUEUED if chunk.fresh else Posted.WAITING.value
            told = chunk.outcomes()
            yield from ((person, waits if outcome == Posted.WAITING.value else outcome) for person, outcome in told)

    def readers(self, week: Week) -> Iterator[Person]:
        """Everyone who is still to get the digest of a week."""
        ended = {person for person, outcome in self.noted(week) if outcome not in STILL}
        monthly = is_months_one(week, self.rhythm, self.editions)
        people = self.directory.people()
        return (one for one in people if one.id not in ended and not why_not(one, monthly=monthly))

    def overdue(self, week: Week, now: datetime) -> Iterator[Person]:
        """Those among them whose hour has passed."""
        day = due_day(week, self.rhythm)

        def passed(one: Person) -> bool:
            due = datetime.combine(day, time(hour_of(one, self.rhythm)))
            return now.astimezone(ZoneInfo(one.timezone)).replace(tzinfo=None) >= due

        return filter(passed, self.readers(week))


def outcomes(rooms: DigestRooms, week: Week) -> Iterator[tuple[str, str, str]]:
    """Person, address and what became of their digest; those who have left come last."""
    noted, monthly = dict(rooms.noted(week)), is_months_one(week, rooms.rhythm, rooms.editions)
    noted |= dict.fromkeys(came_back(rooms, week) & noted.keys(), BOUNCED)
    for one in rooms.directory.people():
        against = why_not(one, monthly=monthly)
        unplanned = f"skipped: {against}" if against else "not planned yet"
        outcome = noted.pop(one.id, unplanned)
        yield one.id, one.email, UNDER_WAY.get(outcome, outcome)
    for person, outcome in noted.items():
        yield person, "", UNDER_WAY.get(outcome, outcome)


def came_back(rooms: DigestRooms, week: Week) -> frozenset[str]:
    """Those whose digest went and came back for good."""
    news = rooms.crowd.chunks.bad_news_in(week) if rooms.crowd else ()
    return frozenset(person for kind, person in news if kind == BOUNCE)


def why_it_waits(rooms: DigestRooms, week: Week, now: datetime) -> str:
    """How the week's digests fare, and what keeps the others from going."""
    if rooms.crowd is None:
        return ""
    held = HELD if rooms.editions and rooms.editions.of(week)[1].held else ""
    why = held or rooms.crowd.sending.waits(now)
    news = Counter(kind for kind, _ in rooms.crowd.chunks.bad_news_in(week))
    told = f"{news[BOUNCE]} came back for good, {news[COMPLAINT]} readers complained"
    return f"{told}. None goes now: {why}. Next: throughline digest release --week {week}" if why else told


def how_read(rooms: DigestRooms, week: Week) -> str:
    """How often the week's page was read to its end; empty where nobody counts, or too few read it to be told of."""
    count = read_by_many(week, rooms.readings, rooms.smallest_group) if rooms.readings else 0
    return f"Its page was read to the end {count} times." if count else ""


def refuse_early(rooms: DigestRooms, week: Week, now: datetime) -> None:
    """Refused while a week's own hour is still to come: what it tells would be settled before it is over."""
    latest = last_out(rooms.zone, rooms.rhythm, now)
    if week > latest:
        begins = f"{due_day(week, rooms.rhythm)}, {rooms.rhythm.hour}:00 ({rooms.zone})"
        do = f"It goes by itself on {begins}. The last that is out: --week {latest}"
        raise Refused(f"The digest of {week} is not due yet.", field="--week", do=do)


def refuse_forgotten(rooms: DigestRooms, week: Week, now: datetime) -> None:
    """Refused once it is forgotten who had a week's digest."""
    if not is_known(week, rooms.rhythm, now.date()):
        what = f"It is forgotten who had the digest of {week}: everybody would get it once more."
        raise Refused(what, field="--week", do="Take one of the last eight weeks.")


def queue_rest(rooms: DigestRooms, week: Week, now: datetime, queue: Queue, *, overdue: bool = False) -> int:
    """Queue whatever is still to go, or what is overdue of it; how many readers it is for."""
    if not overdue or week <= last_out(rooms.zone, rooms.rhythm, now):
        queue.put([message_for(EVERYBODY, week, now)])
    readers = rooms.overdue(week, now) if overdue else rooms.readers(week)
    if rooms.crowd is None or not rooms.crowd.together(week, rooms.directory):
        return queue_all(readers, week, now, queue)
    crowd, by_zone = rooms.crowd, defaultdict[str, list[Person]](list)
    waiting = [chunk for chunk in crowd.chunks.of(week) if chunk.state in OPEN and chunk.waiting]
    planned = {person for chunk in crowd.chunks.of(week) for person in chunk.people}
    for one in readers:
        group = one.timezone if one.hour is None else at_own_hours(one.timezone)
        by_zone[group] += [] if one.id in planned else [one]
    put_all((message_of(chunk, week, now) for chunk in waiting), queue)
    fresh = sum(plan_chunks(zone, some, week, now, crowd, queue) for zone, some in by_zone.items() if some)
    queue_left_over(week, now, crowd, rooms.digests, queue)
    return fresh + sum(len(chunk.waiting) for chunk in waiting)


def preview_mail(stack: Stack, week: Week, address: str) -> Mail:
    """The mail that this reader would get; Refused when there is no such reader or nothing to tell."""
    from throughline.usecases.send_digest import digest_mail

    people = rooms_of(stack).directory.people()
    reader = next((one for one in people if one.email and one.email.casefold() == address.casefold()), None)
    if reader is None:
        do = "See who is: throughline people export"
        raise Refused(f"Nobody with the address {address} is on the staff list.", field="--to", do=do)
    mail = digest_mail(week=week, reader=reader, desk=desk_of(stack), now=datetime.now(UTC))
    if mail is None:
        raise Refused(f"There is nothing to celebrate in {week}.", field="--week", do="No mail goes out then.")
    return mail


def write_preview(mail: Mail, sender: str, folder: Path) -> list[Path]:
    """The three files of a mail."""
    from throughline.adapters.ses import raw_mail

    contents = {"mail.eml": raw_mail(mail, sender), "mail.html": mail.html.encode(), "mail.txt": mail.text.encode()}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in contents.items():
            (folder / name).write_bytes(content)
    except OSError as error:
        reason = error.strerror or "no reason given"
        raise Refused(f"{folder} can't be written: {reason}.", field="-o", do="Name another folder.") from error
    return [folder / name for name in contents]


def rooms_of(stack: Stack) -> DigestRooms:
    """The staff list of a stack, and who has had which digest."""
    from operate.wire import open_atlas, open_ledger

    rhythm = Rhythm(stack.outputs.get("DigestWeekday", "MON"), int(stack.outputs.get("DigestHour", USUAL_HOUR)))
    room, singles = open_ledger(stack), int(stack.outputs.get("DigestSingleUpTo", SINGLES))
    crowd, zone = Crowd(room.chunks, room.sending, singles), stack.outputs.get("TimeZone", "UTC")
    smallest = int(stack.outputs.get("SmallestGroup", SMALLEST_GROUP))
    people = open_atlas(stack).directory
    return DigestRooms(people, room.digests, rhythm, crowd, room.editions, zone, room.readings, smallest)


def desk_of(stack: Stack) -> "DigestDesk":
    """Where digests of a stack are written."""
    from operate.wire import open_atlas, open_ledger, open_secrets
    from throughline.adapters.digest_desks import editor_of
    from throughline.adapters.digest_paper import JinjaDigestPaper
    from throughline.usecases.send_digest import DigestDesk, replies_at

    ledger, atlas, told = open_ledger(stack), open_atlas(stack), stack.outputs
    smallest = int(told.get("SmallestGroup", SMALLEST_GROUP))
    fewest = int(told.get("DigestFewest", FEWEST))
    editor = editor_of(ledger, atlas, smallest_group=smallest, fewest=fewest, settles=False)
    sender = told.get("SenderAddress", "")
    replies = replies_at(told.get("InboundDomain", ""))
    return DigestDesk(editor, JinjaDigestPaper(), open_secrets(stack), told["SiteUrl"], sender, replies)


def inbox_rooms(stack: Stack) -> DeskRooms:
    """What the inboxes of a stack's departments are read from."""
    from operate.wire import open_ledger

    room = open_ledger(stack)
    return DeskRooms(room.cases, room.facts, room.letters, room.weeks)


def queue_of(stack: Stack) -> Queue:
    """The queue of digests to be sent."""
    from throughline.adapters.queue import SqsQueue

    return SqsQueue(stack.outputs["DigestQueueUrl"], stack.client("sqs"))
