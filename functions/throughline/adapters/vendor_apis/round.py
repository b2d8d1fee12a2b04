"""One batch of named responses: those of a survey are asked for together, each message still ends by itself."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from random import SystemRandom
from typing import Any

from throughline.adapters.queue import SqsQueue
from throughline.adapters.surveys.fetched import FETCHED
from throughline.adapters.surveys.vendor import Message
from throughline.domain.delivery import Shape, delivery_of, line_of_response
from throughline.domain.fetching import Later
from throughline.domain.line import Aside
from throughline.domain.survey_mapping import SurveyMap
from throughline.domain.survey_source import SurveySource
from throughline.errors import Refused
from throughline.ports import Facts
from throughline.usecases.fetch_responses import Allowance, Fetched, Vendor, Wanted, delay_of, fetch_responses
from throughline.usecases.read_delivery import Deliveries

_random = SystemRandom()
Asked = tuple[str, str]


@dataclass(frozen=True, slots=True)
class FetchDesk:
    """What fetching needs."""

    deliveries: Deliveries
    facts: Facts
    allowance: Allowance
    queue: SqsQueue
    clock: Callable[[], datetime]
    source: Callable[[str], SurveySource | None]
    vendor: Callable[[SurveySource], Vendor]


@dataclass
class Round:
    """What one batch asks for."""

    desk: FetchDesk
    wanted: Mapping[Asked, tuple[str, ...]]
    _fetched: dict[Asked, Fetched] = field(default_factory=dict)

    def take(self, message: Mapping[str, Any]) -> str:
        """One response: kept as a delivery, gone, or asked for later; in words that are counted."""
        source, survey, response = (str(message[name]) for name in ("source", "survey", "response"))
        named = self.desk.deliveries.find(str(message["pk"]), str(message["sk"]))
        if named is None:
            return "fetched before, or erased"
        try:
            known = self._known(source)
            fetched = self._of(known, survey)
            if fetched.later and response not in fetched.found:
                return self._later(message, fetched.later)
            outcome = self._kept(known, fetched, response)
        except Refused as refused:
            outcome = self._aside(source, survey, response, f"{refused.what} ({refused.field})")
        self.desk.deliveries.done(named, outcome, keep=False)
        return outcome

    def _known(self, source: str) -> SurveySource:
        known = self.desk.source(source)
        if known is None:
            raise Refused("Its source has been taken off.", field="source")
        return known

    def _of(self, source: SurveySource, survey: str) -> Fetched:
        asked = (source.name, survey)
        if asked not in self._fetched:
            desk, wanted = self.desk, Wanted(source.name, survey, self.wanted[asked])
            self._fetched[asked] = fetch_responses(
                wanted=wanted, vendor=desk.vendor(source), allowance=desk.allowance, clock=desk.clock
            )
        return self._fetched[asked]

    def _kept(self, source: SurveySource, fetched: Fetched, response: str) -> str:
        raw, now = fetched.found.get(response), self.desk.clock()
        if raw is None:
            raise Refused("The vendor has no such response any more.", field="response")
        try:
            reading = FETCHED[source.vendor](Message(raw, {}, now), SurveyMap(source.name))
        except Refused:
            reading = None
        self.desk.deliveries.put(delivery_of(source.name, raw, {}, reading, now, Shape.FETCHED))
        return "fetched"

    def _later(self, message: Mapping[str, Any], later: Later) -> str:
        """Back into the queue as a new message, so that waiting never counts as failing."""
        self.desk.queue.put([message], delay=delay_of(later, self.desk.clock(), _random.random()))
        return f"later: {later.reason}"

    def _aside(self, source: str, survey: str, response: str, reason: str) -> str:
        line, on = line_of_response(source, response), self.desk.clock().date()
        where = f"response {response} of survey {survey} at {source}"
        self.desk.facts.set_aside(Aside(f"Q#{line.partition('#')[2]}", reason, "survey", where, on))
        return f"set aside: {reason}"


def asked_in(messages: Iterable[Mapping[str, Any] | None]) -> Mapping[Asked, tuple[str, ...]]:
    """The responses by source and survey, each once."""
    found: dict[Asked, dict[str, None]] = defaultdict(dict)
    for one in messages:
        if one and {"source", "survey", "response"} <= one.keys():
            found[str(one["source"]), str(one["survey"])][str(one["response"])] = None
    return {asked: tuple(responses) for asked, responses in found.items()}
