"""Time, keys, queues and mail, held in memory."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from throughline.domain.letter import Mail
from throughline.domain.survey_source import SurveySource
from throughline.errors import Refused

ROOT = b"a root for tests"
URL_KEY, SHARED = "k" * 32, "a secret that both sides know"
SOURCES = {name: SurveySource(name, name, (URL_KEY,), (SHARED,)) for name in ("typeform", "qualtrics", "delighted")}


@dataclass
class FixedClock:
    """Stands still until it is set."""

    moment: datetime = datetime(2026, 11, 23, 10, tzinfo=UTC)

    def now(self) -> datetime:
        return self.moment

    def passes(self, **time: float) -> datetime:
        self.moment += timedelta(**time)
        return self.moment


class Root:
    def root(self) -> bytes:
        return ROOT

    def source_keys(self, source: str) -> Sequence[bytes]:
        return [b"a key for tests"] if source == "own" else []

    def survey_source(self, name: str, *, fresh: bool = False) -> SurveySource | None:  # noqa: ARG002 - always fresh
        return SOURCES.get(name)


@dataclass
class MemoryQueue:
    """Keeps the messages; raises what it is told to instead of taking any."""

    messages: list[Mapping[str, Any]] = field(default_factory=list)
    fails: Exception | None = None

    def put(self, messages: Sequence[Mapping[str, Any]]) -> None:
        if self.fails:
            raise self.fails
        self.messages += messages


@dataclass
class MemoryPostbox:
    """Keeps the mails; raises what it is told to instead of taking one."""

    sent: list[Mail] = field(default_factory=list)
    fails: Exception | None = None

    def post(self, mail: Mail) -> str:
        if self.fails:
            raise self.fails
        self.sent.append(mail)
        return f"ses-{len(self.sent)}"


class PlainPaper:
    """Writes down what it was given."""

    def write(self, kind: str, fields: Mapping[str, Any], language: str) -> tuple[str, str, str]:
        return f"{kind} in {language}", repr(dict(fields)), f"<p>{kind}</p>"


@dataclass
class MemoryMails:
    """The bucket."""

    held: dict[str, bytes] = field(default_factory=dict)

    def read(self, key: str) -> bytes:
        if key not in self.held:
            raise Refused("The stored mail is gone: erased, or at the end of its time.", status=404)
        return self.held[key]

    def keep(self, key: str, raw: bytes) -> None:
        self.held[key] = raw

    def drop(self, key: str) -> None:
        self.held.pop(key, None)
