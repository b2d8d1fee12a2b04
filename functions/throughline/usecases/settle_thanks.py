"""A manager publishes or drops a recognition that waited to be read."""

from datetime import datetime

from throughline.domain.recognition import Publicity
from throughline.errors import Refused
from throughline.ports import Directory, Recognitions
from throughline.usecases.letters import Letterhead
from throughline.usecases.moderate_thanks import found, moderate_thanks

CHOICES = (Publicity.PUBLISHED, Publicity.DROPPED)


def settle_thanks(
    *, ref: str, state: str, recognitions: Recognitions, directory: Directory, head: Letterhead, now: datetime
) -> str:
    """Whether it was decided now, or stood so before; Refused for anything that is not theirs to decide."""
    wanted = next((one for one in CHOICES if one.value == state), None)
    if wanted is None:
        raise Refused("That is no way to decide.", field="state", do="Choose “published” or “dropped”.")
    before = found(ref, recognitions).state
    moderate_thanks(ref=ref, state=wanted, recognitions=recognitions, directory=directory, head=head, now=now)
    return "repeated" if before is wanted else "changed"
