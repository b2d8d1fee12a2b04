"""Send one reader's digest of one week, at most once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from throughline.domain.digest import Digest
from throughline.domain.digest_time import kept_out
from throughline.domain.letter import Mail
from throughline.domain.person import Person
from throughline.domain.place import Place
from throughline.domain.seal import Link, sign_link
from throughline.domain.subject import subject_of
from throughline.domain.week import Week
from throughline.errors import Paused, Refused, Unavailable
from throughline.ports import Digests, Directory, Postbox, Secrets, Standings
from throughline.usecases.compose_digest import DigestEditor

CHOICE_LINK = timedelta(days=400)
PURPOSE = "digest"
REPLIES = "feedback"
CAME_BACK = "mail to it came back"


@dataclass(frozen=True, slots=True)
class DigestLinks:
    """Where a digest leads: our site, the form to speak up at, the reader's choice, the same as a page of all stories.

    `page` is empty where no place's link leads to one.
    """

    site: str
    speak: str
    choice: str
    answerable: bool = False
    page: str = ""

    @classmethod
    def at(cls, site: str, place: Place | None, week: Week, choice: str, replies: str = "") -> "DigestLinks":
        """Those of a reader who can speak up at this place, or by a receipt alone."""
        if place is None:
            return cls(site, f"{site}/r", choice, bool(replies))
        return cls(site, f"{site}/f/{place.id}", choice, bool(replies), f"{site}/f/{place.id}/week?week={week}")


class DigestPaper(Protocol):
    """Words for a digest."""

    def write(self, digest: Digest, reader: Person, links: DigestLinks) -> tuple[str, str, str]:
        """Subject, text part and HTML part in the reader's language."""


@dataclass(frozen=True, slots=True)
class DigestDesk:
    """What writing a digest needs; `sender` is whom the list is named after, answers go to `replies` as notes.

    By `standings` those get none whose mail came back for good.
    """

    editor: DigestEditor
    paper: DigestPaper
    secrets: Secrets
    site: str
    sender: str
    replies: str = ""
    standings: Standings | None = None


@dataclass(frozen=True, slots=True)
class DigestEnd:
    """How it ended: sent, skipped, refused or taken, or that it should come again `later`, and why."""

    state: str
    reason: str = ""
    message_id: str = ""

    def __str__(self) -> str:
        return f"{self.state}: {self.reason}" if self.reason else self.state


IN_DOUBT = DigestEnd("in doubt", "tried twice, and nobody can tell whether it went out")
TAKEN = DigestEnd("taken", "it is sent, or somebody is sending it")
LATER = "later"
BUSY = DigestEnd(LATER, "somebody is sending it")
NO_MORE_NOW = "its turn is over"


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
    desk.editor.material(week)  # what the week tells is settled before a claim that may die with its worker
    if not digests.claim(week, person, now):
        return not_claimed(week, person, digests, now)
    try:
        mail = _mail_or_end(week, directory.person(person), desk, now)
    except Exception:
        digests.release(week, person)
        raise
    if isinstance(mail, Mail):
        return posted(mail, week, person, digests, postbox)
    digests.done(week, person, str(mail))
    return mail


def not_claimed(week: Week, person: str, digests: Digests, now: datetime) -> DigestEnd:
    """What became of one that somebody else has taken: it comes again until it is known how it ended."""
    if digests.in_doubt(week, person, now):
        digests.done(week, person, str(IN_DOUBT))
        return IN_DOUBT
    return BUSY if digests.claimed(week, person) else TAKEN


def posted(mail: Mail, week: Week, person: str, digests: Digests, postbox: Postbox) -> DigestEnd:
    """Post one that is claimed, and note how it ended; what the mail service does not take now is given back."""
    try:
        end = DigestEnd("sent", message_id=postbox.post(mail))
    except Refused as refused:
        end = DigestEnd("refused", refused.what)
    except Unavailable as away:
        digests.release(week, person)
        if isinstance(away, Paused):
            raise
        return DigestEnd(LATER, str(away))
    digests.done(week, person, str(end), end.message_id)
    return end


def digest_mail(*, week: Week, reader: Person, desk: DigestDesk, now: datetime) -> Mail | None:
    """The mail as it goes out; None when there is nothing to celebrate."""
    digest = desk.editor.digest(week, department=reader.department, role=reader.role)
    if digest is None:
        return None
    choice = choice_of(desk, reader, now)
    links = links_for(desk, week, desk.editor.door_of(week, reader.place), choice)
    subject, text, html = desk.paper.write(digest, reader, links)
    headers = {**own_headers(links.choice), **list_headers(desk.sender)}
    return Mail(reader.email, subject, text, html, headers, tags_of(desk, week, reader), desk.replies, bulk=True)


def choice_of(desk: DigestDesk, reader: Person, now: datetime) -> str:
    """What opens the page where a reader chooses."""
    return sign_link(desk.secrets.root(), Link(PURPOSE, reader.id, now + CHOICE_LINK))


def links_for(desk: DigestDesk, week: Week, door: Place | None, choice: str) -> DigestLinks:
    """Where a digest leads whose reader can speak up at this place."""
    return DigestLinks.at(desk.site, door, week, f"{desk.site}/u/{choice}", desk.replies)


def replies_at(domain: str) -> str:
    """Where an answer to a digest becomes a note or thanks; empty where no mail comes in."""
    return f"{REPLIES}@{domain}" if domain else ""


def tags_of(desk: DigestDesk, week: Week, reader: Person) -> dict[str, str]:
    """What leads the mail service's reports back to a reader's digest."""
    return {"digest": str(week), "person": reader.id, "subject": subject_of(desk.secrets.root(), reader.email)}


def _mail_or_end(week: Week, reader: Person | None, desk: DigestDesk, now: datetime) -> Mail | DigestEnd:
    against = kept_out(reader) if reader else "is no longer here"
    if reader is None or against:
        return DigestEnd("skipped", against)
    if desk.standings and desk.standings.unreachable(subject_of(desk.secrets.root(), reader.email), staff=False):
        return DigestEnd("skipped", CAME_BACK)
    return digest_mail(week=week, reader=reader, desk=desk, now=now) or _none(desk, week)


def out_of_reach(readers: Iterable[Person], desk: DigestDesk) -> frozenset[str]:
    """Who of them gets none since mail to their address came back for good, by their ids."""
    if desk.standings is None:
        return frozenset()
    codes = {subject_of(desk.secrets.root(), one.email): one.id for one in readers if one.email}
    return frozenset(codes[code] for code in desk.standings.lost_among(codes)) if codes else frozenset()


def _none(desk: DigestDesk, week: Week) -> DigestEnd:
    return DigestEnd("skipped", desk.editor.why_none(week))


def own_headers(choice: str) -> dict[str, str]:
    """The headers that are each reader's own; `choice` is where they leave by one click."""
    return {"List-Unsubscribe": f"<{choice}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}


def list_headers(sender: str) -> dict[str, str]:
    """The headers that every digest has."""
    return {
        "List-Id": f"The good news of the week <digest.{sender.rpartition('@')[2].rstrip('>')}>",
        "Auto-Submitted": "auto-generated",
        "X-Auto-Response-Suppress": "All",
    }
