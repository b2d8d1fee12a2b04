"""Send one reader's digest of one week, at most once."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from throughline.domain.digest import Digest
from throughline.domain.digest_time import kept_out
from throughline.domain.letter import Mail
from throughline.domain.person import Person
from throughline.domain.seal import Link, sign_link
from throughline.domain.subject import subject_of
from throughline.domain.week import Week
from throughline.errors import Refused, Unavailable
from throughline.ports import Digests, Directory, Postbox, Secrets
from throughline.usecases.compose_digest import DigestEditor

CHOICE_LINK = timedelta(days=400)
PURPOSE = "digest"


@dataclass(frozen=True, slots=True)
class DigestLinks:
    """Where a digest leads: our site, the form to speak up at, the reader's choice."""

    site: str
    speak: str
    choice: str


class DigestPaper(Protocol):
    """Words for a digest."""

    def write(self, digest: Digest, reader: Person, links: DigestLinks) -> tuple[str, str, str]:
        """Subject, text part and HTML part in the reader's language."""


@dataclass(frozen=True, slots=True)
class DigestDesk:
    """What writing a digest needs; `sender` is whom the list is named after."""

    editor: DigestEditor
    paper: DigestPaper
    secrets: Secrets
    site: str
    sender: str


@dataclass(frozen=True, slots=True)
class DigestEnd:
    """How it ended: sent, skipped, refused or taken, and why."""

    state: str
    reason: str = ""
    message_id: str = ""

    def __str__(self) -> str:
        return f"{self.state}: {self.reason}" if self.reason else self.state


def send_digest(
    *,
    week: Week,
    person: str,
    desk: DigestDesk,
    digests: Digests,
    directory: Directory,
    postbox: Postbox,
    now: datetime,
) -> DigestEnd:
    """Claim it, write it, post it, note how it ended.

    What fails before the mail service took the mail gives the claim back, so that another try is no
    double. What fails later keeps it: the mail service's own report, or the lease's end, settles it.
    """
    if not digests.claim(week, person, now):
        return _not_claimed(week, person, digests, now)
    try:
        mail = _mail_or_end(week, directory.person(person), desk, now)
    except Exception:
        digests.release(week, person)
        raise
    end = mail if isinstance(mail, DigestEnd) else _posted(mail, week, person, digests, postbox)
    digests.done(week, person, str(end), end.message_id)
    return end


def _not_claimed(week: Week, person: str, digests: Digests, now: datetime) -> DigestEnd:
    if not digests.in_doubt(week, person, now):
        return DigestEnd("taken", "it is sent, or somebody is sending it")
    end = DigestEnd("in doubt", "tried twice, and nobody can tell whether it went out")
    digests.done(week, person, str(end))
    return end


def digest_mail(*, week: Week, reader: Person, desk: DigestDesk, now: datetime) -> Mail | None:
    """The mail as it goes out; None when there is nothing to celebrate."""
    digest = desk.editor.digest(week, department=reader.department, role=reader.role)
    if digest is None:
        return None
    token = sign_link(desk.secrets.root(), Link(PURPOSE, reader.id, now + CHOICE_LINK))
    place = desk.editor.door_of(week, reader.place)
    speak = f"{desk.site}/f/{place.id}" if place else f"{desk.site}/r"
    links = DigestLinks(desk.site, speak, f"{desk.site}/u/{token}")
    subject, text, html = desk.paper.write(digest, reader, links)
    tags = {"digest": str(week), "person": reader.id, "subject": subject_of(desk.secrets.root(), reader.email)}
    return Mail(reader.email, subject, text, html, _headers(links, desk.sender), tags, bulk=True)


def _mail_or_end(week: Week, reader: Person | None, desk: DigestDesk, now: datetime) -> Mail | DigestEnd:
    against = kept_out(reader) if reader else "is no longer here"
    if reader is None or against:
        return DigestEnd("skipped", against)
    return digest_mail(week=week, reader=reader, desk=desk, now=now) or DigestEnd("skipped", "nothing to celebrate")


def _posted(mail: Mail, week: Week, person: str, digests: Digests, postbox: Postbox) -> DigestEnd:
    try:
        return DigestEnd("sent", message_id=postbox.post(mail))
    except Refused as refused:
        return DigestEnd("refused", refused.what)
    except Unavailable:
        digests.release(week, person)
        raise


def _headers(links: DigestLinks, sender: str) -> Mapping[str, str]:
    return {
        "List-Unsubscribe": f"<{links.choice}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "List-Id": f"The good news of the week <digest.{sender.rpartition('@')[2].rstrip('>')}>",
        "Auto-Submitted": "auto-generated",
        "X-Auto-Response-Suppress": "All",
    }
