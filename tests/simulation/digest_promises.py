"""What is promised of digests besides what is promised of all mails: nobody is forgotten, each leaves by themselves."""

from collections.abc import Iterator

from fakes.outside import ROOT
from simulation.world import World
from throughline.domain.digest_chunk import ALONE
from throughline.domain.letter import Posted
from throughline.domain.seal import read_link
from throughline.usecases.send_digest import PURPOSE

OPEN = (Posted.WAITING.value, Posted.CLAIMED.value)


def no_reader_is_forgotten(world: World) -> Iterator[str]:
    """Each reader of a chunk was sent their digest, by itself at the least, or its report says why not."""
    ended = {(str(week), who): lease.state for (week, who), lease in world.ledger.digests._leases.items()}
    for (week, name), chunk in world.ledger.chunks.held.items():
        alone = [who for who, end in chunk.ends.items() if end == ALONE]
        told = {who: ended.get((str(week), who), Posted.WAITING.value) for who in alone}
        for who, outcome in {**dict(chunk.outcomes()), **told}.items():
            if outcome in OPEN:
                yield f"{who} is {outcome} for good in {name} of {week}"
            if outcome == Posted.SENT.value and not world.mail.accepted.get((str(week), who)):
                yield f"{who} is said to have the digest of {week} and never was sent it"


def everyone_leaves_by_themselves(world: World) -> Iterator[str]:
    """Each digest has one link and one header to leave by, both its own reader's, and no gap that nobody filled."""
    for (week, person), accepted in world.mail.mails():
        if not week.startswith("20"):
            continue
        mail = accepted.mail
        link = read_link(ROOT, mail.html.rpartition("/")[2], purpose=PURPOSE, now=accepted.at)
        if link is None or link.subject != person or mail.headers["List-Unsubscribe"] != f"<{mail.html}>":
            yield f"{person} would leave the digest of {week} by {mail.html} and {mail.headers['List-Unsubscribe']}"
        if "{{" in f"{mail.subject}{mail.text}{mail.html}":
            yield f"{person} reads a gap in the digest of {week}"
