"""One customer's answer to one survey question, in the shape that all vendors are brought to."""

import hashlib
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any


class Metric(StrEnum):
    """What a question measures; an unmapped question has none."""

    NPS = "nps"
    CSAT = "csat"
    CES = "ces"
    OTHER = "other"


class Band(StrEnum):
    """How a customer felt, on any scale."""

    PROMOTER = "promoter"
    PASSIVE = "passive"
    DETRACTOR = "detractor"


CONTACT_WANTED = "contact_wanted"  # the hint of an answer whose customer asked to be contacted
SCALES = {Metric.NPS: (0, 10), Metric.CSAT: (1, 5), Metric.CES: (1, 7)}


@dataclass(frozen=True, slots=True)
class Answer:
    """A canonical survey response.

    `score` lies between `scale_min` and `scale_max`; `direction` says which end is better;
    `revision` grows with each change at the vendor; `customer_ref` is opaque.
    """

    source: str
    survey_id: str
    response_id: str
    question_key: str
    event_id: str = ""
    metric: Metric | None = None
    score: float | None = None
    scale_min: float | None = None
    scale_max: float | None = None
    direction: str = "higher"
    verbatim: str = ""
    answered_at: datetime | None = None
    received_at: datetime | None = None
    revision: int = 0
    finished: bool = True
    customer_ref: str = ""
    touchpoint_hint: str = ""
    hints: dict[str, Any] = field(default_factory=dict)

    @property
    def line(self) -> str:
        """The key of the response in the ledger: the same response is the same line, as short as any other."""
        named = f"{self.source}\n{self.response_id}".encode("utf-8", "surrogatepass")
        return f"S#{hashlib.sha256(named).hexdigest()[:32]}"

    def band(self) -> Band | None:
        """Promoter, passive or detractor; None without a score on a known scale.

        NPS by its own bounds (9 and 7 of 10); other scales by share of the way up: the top quarter
        promotes, the lower half detracts.
        """
        if self.score is None or self.metric in (None, Metric.OTHER):
            return None
        if self.metric is Metric.NPS:
            return Band.PROMOTER if self.score >= 9 else Band.PASSIVE if self.score >= 7 else Band.DETRACTOR  # noqa: PLR2004 - NPS's own bounds
        height = self._height(*SCALES[self.metric])
        return Band.PROMOTER if height >= 0.75 else Band.PASSIVE if height > 0.5 else Band.DETRACTOR  # noqa: PLR2004 - as the docstring says

    def _height(self, default_min: float, default_max: float) -> float:
        low = default_min if self.scale_min is None else self.scale_min
        high = default_max if self.scale_max is None else self.scale_max
        height = ((self.score or 0) - low) / ((high - low) or 1)
        return 1 - height if self.direction == "lower" else height
