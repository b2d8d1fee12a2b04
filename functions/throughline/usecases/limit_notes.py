"""Whether a link or a sender has brought as many notes as are taken; what is said in confidence is always taken."""

from datetime import datetime

from throughline.domain.confided import confided_because
from throughline.domain.feedback import Report, Reporter
from throughline.domain.flood import Bounds, By, Limit, limits_of, sender_of
from throughline.domain.journey import JourneyMap
from throughline.errors import TooMany

BY_LINK = "Many notes came over this link within the hour. Nothing was sent."
BY_SENDER = "Many notes came with this e-mail address today. Nothing was sent."
IF_IT_CANNOT_WAIT = "If it can't wait, tell a colleague or your manager."


def limits_on(
    *,
    report: Report,
    bounds: Bounds,
    root: bytes,
    now: datetime,
    journey_map: JourneyMap | None,
    link: str = "",
    writer: Reporter | None = None,
) -> tuple[Limit, ...]:
    """What a note is counted by; nothing where it is for the confidential contact, so that no flood can silence it.

    `writer` is who wrote a report that does not say so.
    """
    if report.confided or confided_because(report.text, journey_map):
        return ()
    sender = sender_of(report.channel, writer or report.reporter)
    return limits_of(bounds, root, now, link=link, sender=sender)


def too_many(limit: Limit, now: datetime) -> TooMany:
    """What whoever sends one more is told."""
    after = max(1, int((limit.ends - now).total_seconds()))
    if limit.by is By.SENDER:
        do = f"Leave the address out, or send it tomorrow. {IF_IT_CANNOT_WAIT}"
        return TooMany(BY_SENDER, field="email", do=do, after=after)
    return TooMany(BY_LINK, do=f"Send it again within the next hour. {IF_IT_CANNOT_WAIT}", after=after)
