"""`throughline erase` and `export`: privacy requests, over every store; `mail raw`: what is sealed."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from operate.commands.tell import say, show_json
from operate.stack import Stack, find_stack, stack_options
from throughline.adapters.dynamo.codec import packed, unpacked
from throughline.domain.seal import RECEIPT_DIGITS, line_of
from throughline.domain.subject import Erasure, Held, Kept, Opened, subject_of
from throughline.errors import Refused, Unavailable
from throughline.usecases.erase_subject import Stores, erase_again, erase_subject
from throughline.usecases.export_digests import DigestBooks
from throughline.usecases.export_subject import export_subject
from throughline.usecases.find_subject import find_subject
from throughline.usecases.open_raw_mail import open_raw_mail

SUBJECT = "A receipt, an e-mail address, a customer's reference, a survey response, or the id of a line or of an aside."

STAYS = "A choice to have no digest, or to be kept out, stays under a code, so that no list undoes it."
AGAIN = "Erase it again in a quarter of an hour: throughline erase --replay"


@dataclass(frozen=True)
class Rooms:
    """Every store of a stack that may hold something about somebody."""

    subjects: Any
    stores: Stores
    erasures: Any
    audit: Any
    mails: Any
    journey_map: Any
    books: DigestBooks
    by: str

    def held(self, reference: str) -> Held:
        """Everything about somebody."""
        known, staff = self.stores.root, self.stores.staff
        return find_subject(
            reference=reference, root=known, subjects=self.subjects, staff=staff, journey_map=self.journey_map
        )


def rooms_of(stack: Stack) -> Rooms:
    """The stores of a stack, and who asks."""
    from operate.wire import open_atlas, open_ledger, open_secrets
    from throughline.adapters.dynamo.staff import DynamoStaff
    from throughline.adapters.dynamo.subjects import DynamoAudit, DynamoErasures, DynamoSubjects
    from throughline.adapters.s3_mail import StoredMail

    ledger, atlas = open_ledger(stack), open_atlas(stack)
    mails = StoredMail(stack.outputs["MailBucket"], stack.client("s3"))
    root, staff = open_secrets(stack).root(), DynamoStaff(atlas.record)
    return Rooms(
        subjects=DynamoSubjects(ledger.record, ledger.items),
        stores=Stores(root, ledger.erasing, mails, staff),
        erasures=DynamoErasures(ledger.record, atlas.record, ledger.clock),
        audit=DynamoAudit(ledger.record, ledger.clock),
        mails=mails,
        journey_map=atlas.maps.current(),
        books=DigestBooks(ledger.chunks, ledger.editions, ledger.items.today()),
        by=str(stack.client("sts").get_caller_identity()["Arn"]),
    )


@click.command(epilog='Example: throughline export --subject "1234 5678 9012 3456"')
@click.option("--subject", "reference", required=True, metavar="REF", help=SUBJECT)
@click.option("--json", "as_json", is_flag=True, help="One JSON line a thing.")
@stack_options
def export(reference: str, *, as_json: bool, stack: str | None, region: str | None, profile: str | None) -> None:
    """Give out everything that is kept about somebody; that it was given out is written down."""
    rooms = rooms_of(find_stack(stack, region, profile))
    held = rooms.held(reference)
    what = f"export of {subject_of(rooms.stores.root, reference)}"
    rooms.audit.note(Opened(rooms.by, datetime.now(UTC), what, "a privacy request"))
    staff, root = rooms.stores.staff, rooms.stores.root
    for one in export_subject(held=held, kept=rooms.subjects, staff=staff, books=rooms.books, root=root):
        _show(one, as_json=as_json)
    say("That is all. A raw mail, where one is kept, is read with: throughline mail raw ID --reason ...")


@click.command(epilog='Example: throughline erase --subject "1234 5678 9012 3456"')
@click.option("--subject", "reference", metavar="REF", help=SUBJECT)
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option("--list", "listing", is_flag=True, help="Print every erasure, to be kept outside of the tables.")
@click.option("--replay", is_flag=True, help="After a restore, before anything else: erase again what was erased.")
@click.option("--from", "source", type=click.Path(path_type=Path, exists=True), help="A file of --list to replay.")
@stack_options
def erase(
    reference: str | None,
    source: Path | None,
    *,
    yes: bool,
    listing: bool,
    replay: bool,
    stack: str | None,
    region: str | None,
    profile: str | None,
) -> None:
    """Take the words and the identity of somebody out of every store; states, counts and history stay."""
    if [bool(reference), listing, replay].count(True) != 1 or (source and not replay):
        raise click.UsageError("name one: --subject REF, --list, or --replay (with --from FILE if you like)")
    rooms = rooms_of(find_stack(stack, region, profile))
    if listing:
        for erasure in rooms.erasures.all():
            show_json(packed(erasure))
    elif replay:
        known = _read(source) if source else rooms.erasures.all()
        with _told_when_busy():
            click.echo(f"{erase_again(erasures=known, stores=rooms.stores)} erasures were done again.")
    elif reference:
        _erase(reference, rooms, yes=yes)


@contextmanager
def _told_when_busy() -> Iterator[None]:
    """Somebody else works on it just now: what is left to do is done by a repeat."""
    try:
        yield
    except Unavailable as busy:
        raise Refused(f"It is erased in part only: {busy}.", do=AGAIN, status=503) from busy


def _erase(reference: str, rooms: Rooms, *, yes: bool) -> None:
    held = rooms.held(reference)
    if held == Held(choice=held.choice):
        say(f"There is nothing to erase. {STAYS}")
        sys.exit(1)
    if not yes:
        click.confirm(f"This erases {_counted(held)} for good. Go on?", abort=True, err=True)
    today = datetime.now(UTC).date()
    with _told_when_busy():
        erasure = erase_subject(
            reference=reference, held=held, by=rooms.by, today=today, erasures=rooms.erasures, stores=rooms.stores
        )
    click.echo(f"Erased: {_counted(held)}.")
    if erasure.staff:
        say("Take them off the list that you import as well: throughline people import brings back who is on it.")
        say(STAYS)
    if held.mapped:
        say(f"The journey map names this mailbox ({', '.join(held.mapped)}); mails to it are kept until it does not.")
        say("Change the map, then erase again: throughline journey import FILE")
        sys.exit(1)


def raw_mail_of(reference: str, reason: str, rooms: Rooms) -> bytes:
    """The raw mail of a line, an aside, or a receipt."""
    digits = reference.replace(" ", "")
    is_receipt = len(digits) == RECEIPT_DIGITS and digits.isascii() and digits.isdecimal()
    return open_raw_mail(
        line=line_of(rooms.stores.root, digits) if is_receipt else reference,
        reason=reason,
        by=rooms.by,
        now=datetime.now(UTC),
        sealed=rooms.stores.erasing,
        audit=rooms.audit,
        mails=rooms.mails,
    )


@click.command("raw", epilog='Example: throughline mail raw F#..... --reason "the photo is missing"')
@click.argument("reference", metavar="ID")
@click.option("--reason", required=True, help="Why you have to read it; kept with your name.")
@stack_options
def raw_mail(reference: str, reason: str, *, stack: str | None, region: str | None, profile: str | None) -> None:
    """Open the mail that a note came by, as it arrived; who opened it, and why, is written down."""
    rooms = rooms_of(find_stack(stack, region, profile))
    sys.stdout.buffer.write(raw_mail_of(reference, reason, rooms))
    sys.stdout.flush()


@click.command("audit", epilog="Example: throughline mail audit")
@stack_options
def audit(*, stack: str | None, region: str | None, profile: str | None) -> None:
    """Who opened what is sealed, or exported somebody's data, when and why: one JSON line each."""
    for opened in rooms_of(find_stack(stack, region, profile)).audit.all():
        show_json(packed(opened))


def _read(source: Path) -> Iterator[Erasure]:
    with source.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            try:
                yield unpacked(Erasure, json.loads(line))
            except (ValueError, TypeError, AttributeError) as error:
                do = "Give the file that throughline erase --list wrote."
                raise Refused(f"Line {number} is no erasure.", field=str(source), do=do) from error


def _show(one: Kept, *, as_json: bool) -> None:
    if as_json:
        show_json({"kind": one.kind, "where": one.where, "what": one.document})
        return
    click.echo(f"{one.kind} ({one.where})")
    for name, value in one.document.items():
        shown = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        click.echo(f"  {name}: {shown}")


def _counted(held: Held) -> str:
    counts = {"line": len(held.lines), "mail": len(held.letters), "thing set aside": len(held.asides)}
    said = [f"{count} {name}{'' if count == 1 else 's'}" for name, count in counts.items() if count]
    said += ["one person of the staff list"] if held.person else []
    return ", ".join(said) or "nothing"
