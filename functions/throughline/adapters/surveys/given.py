"""One answer as a vendor gave it, before any mapping."""

from dataclasses import dataclass
from enum import Enum

from throughline.adapters.surveys.values import Value
from throughline.domain.survey import Metric


class Keep(Enum):
    """When an answer is kept: always, only where the mapping asks for it, or never since it says who wrote."""

    ALWAYS = 1
    IF_MAPPED = 2
    NEVER = 3


@dataclass(frozen=True, slots=True)
class Given:
    """One answer: the names its question goes by (the first is its id), and the value as it came.

    `declared` is the metric that the vendor itself says it is.
    """

    names: tuple[str, ...]
    value: Value
    keep: Keep = Keep.ALWAYS
    title: str = ""
    declared: Metric | None = None
