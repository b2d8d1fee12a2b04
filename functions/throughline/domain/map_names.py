"""Names that are no person's: what the map calls its journeys, stages, moments, channels, roles and departments."""

from collections.abc import Iterator

from throughline.domain.journey import JourneyMap


def names_on(journey_map: JourneyMap | None) -> tuple[str, ...]:
    """Each as often as the map says it; none before the first import."""
    return tuple(_names(journey_map)) if journey_map else ()


def _names(journey_map: JourneyMap) -> Iterator[str]:
    for part in journey_map.parts:
        yield from (part.journey, part.stage, part.touchpoint, part.channel, part.role, part.department)
    yield from (one.name for one in journey_map.departments)
