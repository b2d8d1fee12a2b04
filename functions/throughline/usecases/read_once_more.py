"""Whether a note should be looked at once more before it is sent."""

from throughline.domain.feedback import Report
from throughline.domain.giveaway import Giveaway, giveaways
from throughline.domain.journey import JourneyMap


def read_once_more(*, report: Report, sure: bool, journey_map: JourneyMap | None) -> tuple[Giveaway, ...]:
    """What its writer is shown, before anything is kept; nothing when they are sure, gave their name, or confide it."""
    if sure or report.confided or not report.anonymous:
        return ()
    return giveaways(report.text, journey_map)
