"""What the digest's commands work on: readers, what became of their digests, and the desk that writes them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from operate.stack import Stack
from throughline.domain.digest_time import Rhythm, due_day, why_not
from throughline.domain.letter import Mail, Posted
from throughline.domain.person import Person
from throughline.domain.week import Week
from throughline.errors import Refused
from throughline.ports import Digests, Directory, Queue
from throughline.usecases.plan_digests import OPEN

if TYPE_CHECKING:
    from throughline.usecases.send_digest import DigestDesk

SMALLEST_GROUP = 5
UNDER_WAY = {Posted.CLAIMED.value: "is being sent", Posted.WAITING.value: "waits: the mail service was away"}


@dataclass(frozen=True)
class DigestRooms:
    """What these commands work on."""

    directory: Directory
    digests: Digests
    rhythm: Rhythm

    def readers(self, week: Week) -> Iterator[Person]:
        """Everyone who is still to get the digest of a week."""
        ended = {person for person, outcome in self.digests.report(week) if outcome not in OPEN}
        day = due_day(week, self.rhythm)
        people = self.directory.people()
        return (one for one in people if one.id not in ended and not why_not(one, day))


def outcomes(rooms: DigestRooms, week: Week) -> Iterator[tuple[str, str, str]]:
    """Person, address and what became of their digest; those who have left come last."""
    noted, day = dict(rooms.digests.report(week)), due_day(week, rooms.rhythm)
    for one in rooms.directory.people():
        against = why_not(one, day)
        unplanned = f"skipped: {against}" if against else "not planned yet"
        outcome = noted.pop(one.id, unplanned)
        yield one.id, one.email, UNDER_WAY.get(outcome, outcome)
    for person, outcome in noted.items():
        yield person, "", UNDER_WAY.get(outcome, outcome)


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

    rhythm = Rhythm(stack.outputs.get("DigestWeekday", "MON"))
    return DigestRooms(open_atlas(stack).directory, open_ledger(stack).digests, rhythm)


def desk_of(stack: Stack) -> "DigestDesk":
    """Where digests of a stack are written."""
    from operate.wire import open_atlas, open_ledger, open_secrets
    from throughline.adapters.digest_paper import JinjaDigestPaper
    from throughline.usecases.compose_digest import DigestEditor
    from throughline.usecases.send_digest import DigestDesk

    ledger, atlas, told = open_ledger(stack), open_atlas(stack), stack.outputs
    smallest = int(told.get("SmallestGroup", SMALLEST_GROUP))
    editor = DigestEditor(ledger.weeks, ledger.figures, atlas.maps, atlas.places, ledger.clock, smallest)
    sender = told.get("SenderAddress", "")
    return DigestDesk(editor, JinjaDigestPaper(), open_secrets(stack), told["SiteUrl"], sender)


def queue_of(stack: Stack) -> Queue:
    """The queue of digests to be sent."""
    from throughline.adapters.queue import SqsQueue

    return SqsQueue(stack.outputs["DigestQueueUrl"], stack.client("sqs"))
