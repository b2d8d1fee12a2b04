"""A week's digest as a manager sees it on the page: each story with who stands behind it, and the mail's own text."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from throughline.domain.digest import Digest, Material
from throughline.domain.digest_preview import Preview, coming_week
from throughline.domain.digest_time import Rhythm, due_day
from throughline.domain.edition import Success, mark_of
from throughline.domain.journey import JourneyMap
from throughline.domain.person import Person
from throughline.domain.recognition import Thanks
from throughline.domain.week import Week
from throughline.errors import Refused
from throughline.ports import Readings, Recognitions
from throughline.usecases.compose_digest import DigestEditor
from throughline.usecases.count_reading import read_by_many
from throughline.usecases.edit_digest import LONGEST_NAME, LONGEST_NOTE
from throughline.usecases.preview_digest import CLAIM, preview_of
from throughline.usecases.send_digest import DigestLinks, DigestPaper
from throughline.usecases.show_managing import departments_of

LOOKED_BACK = timedelta(days=371)
WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class DigestOffice:
    """What the page is made from; its editor only looks and settles nothing."""

    editor: DigestEditor
    recognitions: Recognitions
    paper: DigestPaper
    rhythm: Rhythm
    zone: str
    site: str
    answerable: bool = False
    readings: Readings | None = None

    def week(self, written: str, now: datetime) -> Week:
        """The week of that name, the coming one without; Refused for one that is none, far past or not begun."""
        if not written:
            return coming_week(self.rhythm, self.zone, now)
        try:
            week = Week.parse(written)
        except ValueError:
            week = None
        if week is None or not timedelta() <= self.begun(now) - week.monday() <= LOOKED_BACK:
            raise Refused("There is no digest of that week.", field="week", do="Choose a week of this year.")
        return week

    def begun(self, now: datetime) -> date:
        """The Monday of the week that has begun."""
        return Week.of(now.astimezone(ZoneInfo(self.zone)).date()).monday()


def digest_view(*, week: Week, department: str, language: str, office: DigestOffice, now: datetime) -> dict[str, Any]:
    """What the week's digest tells a department's readers, or everyone's without one, and what a manager can do."""
    editor, preview = office.editor, preview_of(week, office.editor, office.recognitions)
    material = editor.material(week)
    names = departments_of(material.journey_map) if material.journey_map else []
    reader = _reader(department if department in names else "", language, office)
    digest = editor.digest(week, department=reader.department)
    subject, text = _mail(digest, reader, week, office) if digest else ("", "")
    settled = bool(editor.editions and editor.editions.of(week)[0])
    return {
        **_weeks(week, office, now),
        "department": reader.department,
        "departments": names,
        "held": preview.stopped,
        "put_off": preview.put_off,
        "settled": settled,
        **_stories(preview, digest, editor),
        "note": material.hand.note,
        "by": material.hand.by,
        "longest_note": LONGEST_NOTE,
        "longest_name": LONGEST_NAME,
        "named": list(preview.named),
        "quiet": list(preview.quiet),
        "unread": preview.unread,
        "read": _read(week, office),
        "subject": subject,
        "text": text,
        "mantra": _mantra(material.journey_map),
    }


def _read(week: Week, office: DigestOffice) -> int:
    return read_by_many(week, office.readings, office.editor.smallest_group) if office.readings else 0


def _weeks(week: Week, office: DigestOffice, now: datetime) -> dict[str, Any]:
    ago = office.begun(now) - week.monday()
    after = str(Week.of(week.monday() + WEEK)) if ago > timedelta() else ""
    before = str(week.previous()) if ago + WEEK <= LOOKED_BACK else ""
    goes = {"day": due_day(week, office.rhythm).isoformat(), "hour": f"{office.rhythm.hour:02}:00"}
    return {"week": str(week), "number": week.number, "before": before, "after": after, **goes}


def _stories(preview: Preview, digest: Digest | None, editor: DigestEditor) -> dict[str, Any]:
    """What is told in the order in which the reader meets it, what waits, what was left out, what came too late."""
    material = editor.material(preview.week)
    successes: tuple[Success, ...] = (*material.thanks, *material.changes)
    told = {mark_of(one): one for one in successes}
    given = {mark_of(one): one for of in material.edition.weeks() for one in _given(of, editor)}
    others = {mark: one for mark, one in given.items() if mark not in told}
    waits, dropped = {one.mark: one.why for one in preview.held if one.mark in others}, material.hand.dropped
    known = {**others, **told}

    def listed(marks: Iterable[str]) -> list[dict[str, Any]]:
        return [_listed(mark, known[mark], waits.get(mark, ""), material) for mark in marks]

    order = _order(digest) if digest else []
    return {
        "stories": listed(dict.fromkeys((*(mark for mark in order if mark in told), *told))),
        "shown": len(order),
        "waiting": listed(waits),
        "dropped": listed(mark for mark in others if mark in dropped),
        "left": listed(mark for mark in others if mark not in waits and mark not in dropped),
    }


def _given(week: Week, editor: DigestEditor) -> tuple[Success, ...]:
    return (*editor.weeks.thanks(week), *editor.weeks.changes(week))


def _order(digest: Digest) -> list[str]:
    stories = [digest.headline, *digest.praises] if digest.headline else digest.praises
    return [*(one.mark for one in stories), *(one.mark for one in digest.changes)]


def _listed(mark: str, success: Success, why: str, material: Material) -> dict[str, Any]:
    about = {"story": mark, "pinned": mark in material.hand.pinned, "why": why, "moment": success.touchpoint}
    if isinstance(success, Thanks):
        behind = list(dict.fromkeys(one.department for one in success.behind))
        thanked = material.names.get(success.to, "")
        return {**about, "words": success.words, "change": "", "behind": behind, "thanked": thanked}
    changed = {"words": success.said, "change": success.change}
    return {**about, **changed, "behind": [success.department], "thanked": ""}


def _reader(department: str, language: str, office: DigestOffice) -> Person:
    nobody = Person(CLAIM, "", "", department, timezone=office.zone)
    return replace(nobody, language=language)


def _mail(digest: Digest, reader: Person, week: Week, office: DigestOffice) -> tuple[str, str]:
    """Subject and text; its link to a reader's own choice leads to our site, as this reader is nobody."""
    door = office.editor.door_of(week, "")
    links = replace(DigestLinks.at(office.site, door, week, office.site), answerable=office.answerable)
    return office.paper.write(digest, reader, links)[:2]


def _mantra(journey_map: JourneyMap | None) -> str:
    return journey_map.mantra if journey_map else ""
