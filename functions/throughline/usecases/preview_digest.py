"""Show the CX manager a week's digest before it goes: what it tells, who is named, what waits and why."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Protocol

from throughline.domain.digest import Digest
from throughline.domain.digest_preview import Preview, preview_due, quiet_departments, told_as
from throughline.domain.digest_time import Rhythm
from throughline.domain.edition import Success, mark_of
from throughline.domain.edition_plan import held_changes
from throughline.domain.letter import Mail
from throughline.domain.person import Person, person_id
from throughline.domain.subject import subject_of
from throughline.domain.week import Week
from throughline.ports import Digests, Directory, MapStore, Postbox, Queue, Recognitions, Secrets
from throughline.usecases.compose_digest import DigestEditor
from throughline.usecases.send_digest import DigestEnd, DigestLinks, not_claimed, posted
from throughline.usecases.settle_edition import past_of

CLAIM = "preview"  # it is claimed like a reader's digest
MOST_UNREAD = 1000


class PreviewPaper(Protocol):
    """Words for a preview."""

    def write_preview(
        self, preview: Preview, digest: Digest, reader: Person, links: DigestLinks
    ) -> tuple[str, str, str]:
        """Subject, text part and HTML part."""


@dataclass(frozen=True, slots=True)
class PreviewDesk:
    """What previewing needs; its editor only looks and settles nothing. `zone` is where the manager's clock stands."""

    editor: DigestEditor
    recognitions: Recognitions
    directory: Directory
    paper: PreviewPaper
    secrets: Secrets
    site: str
    zone: str = "UTC"


def preview_of(week: Week, editor: DigestEditor, recognitions: Recognitions) -> Preview:
    """The week's digest as its editor sees it."""
    material = editor.material(week)
    changes = {mark_of(one): one for one in editor.weeks.changes(week)}
    waiting = held_changes(changes.values(), material.hand, material.journey_map)
    people = (material.names.get(one, "") for one in material.edition.people.named)
    told: tuple[Success, ...] = (*material.thanks, *material.changes)
    past = past_of(week, editor.editions)[:7]
    return Preview(
        week=week,
        stories=tuple(map(told_as, told)),
        held=tuple(told_as(changes[mark], why) for mark, why in waiting.items() if mark not in material.hand.dropped),
        named=(*filter(None, people), *material.edition.departments.named),
        quiet=quiet_departments(material.journey_map, (material.edition, *past)),
        unread=sum(1 for _ in islice(recognitions.held(), MOST_UNREAD)),
        stopped=material.hand.held,
        put_off=material.edition.put_off,
    )


def plan_preview(*, now: datetime, rhythm: Rhythm, zone: str, maps: MapStore, queue: Queue) -> Week | None:
    """Queue the preview that is due at this hour; the claim before the mail makes planning twice harmless."""
    current = maps.current()
    week = preview_due(rhythm, zone, current.holidays if current else (), now)
    if week:
        queue.put([{"id": f"{CLAIM}:{week}", "week": str(week), "person": CLAIM, "at": now.isoformat()}])
    return week


def preview_digest(*, week: Week, desk: PreviewDesk, digests: Digests, postbox: Postbox, now: datetime) -> DigestEnd:
    """Send it to the CX manager, at most once; how it ended.

    What fails before the mail service took the mail gives the claim back, so that another try is no double; so does
    what is not there to be shown yet, since a later hour may have it.
    """
    if not digests.claim(week, CLAIM, now):
        return not_claimed(week, CLAIM, digests, now)
    try:
        mail = _mail_or_why(week, desk)
    except Exception:
        digests.release(week, CLAIM)
        raise
    if isinstance(mail, DigestEnd):
        digests.release(week, CLAIM)
        return mail
    return posted(mail, week, CLAIM, digests, postbox)


def _mail_or_why(week: Week, desk: PreviewDesk) -> Mail | DigestEnd:
    journey_map = desk.editor.maps.current()
    address = journey_map.cx_manager if journey_map else ""
    if not address:
        return DigestEnd("skipped", "the map names no CX manager")
    reader = _manager(address, desk)
    digest = desk.editor.digest(week, department=reader.department, role=reader.role)
    if digest is None:
        return DigestEnd("skipped", desk.editor.why_none(week))
    preview = preview_of(week, desk.editor, desk.recognitions)
    door = desk.editor.door_of(week, reader.place)
    links = DigestLinks.at(desk.site, door, week, desk.site)
    subject, text, html = desk.paper.write_preview(preview, digest, reader, links)
    tags: Mapping[str, str] = {
        "digest": str(week),
        "person": CLAIM,
        "subject": subject_of(desk.secrets.root(), address),
    }
    return Mail(address, subject, text, html, {"Auto-Submitted": "auto-generated"}, tags)


def _manager(address: str, desk: PreviewDesk) -> Person:
    """The manager as a reader: as the staff list knows them, else by their address alone."""
    known = desk.directory.person(person_id(email=address, name="", department=""))
    return known or Person(CLAIM, "", address, "CX manager", timezone=desk.zone)
