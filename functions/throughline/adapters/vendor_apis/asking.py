"""HTTPS to one fixed host: no redirects, time-outs, few retries with jitter; the answer is JSON or a reason."""

import json
import ssl
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from random import SystemRandom
from typing import Any

from throughline.domain.fetching import Later
from throughline.errors import Unavailable

TIMEOUT, TRIES, FIRST_PAUSE = 10, 3, 0.5
LARGEST = 4 * 1024 * 1024
LONGEST_WAIT, USUAL_WAIT = timedelta(days=1), timedelta(minutes=1)
OK, GONE, TOO_MANY, BROKEN = 200, (404, 410), 429, 500
TURNED_AWAY = (401, 403)
SHUT = timedelta(minutes=15)
_random = SystemRandom()


@dataclass(frozen=True, slots=True)
class Said:
    """What a vendor answered: a document, or nothing since it is `gone`, or `later`."""

    document: Mapping[str, Any] = field(default_factory=dict)
    gone: bool = False
    later: Later | None = None


@dataclass(frozen=True, slots=True)
class Api:
    """One vendor's API; `site` is `https://` and its host, in tests of the local stage a server of ours."""

    site: str
    headers: Mapping[str, str] = field(repr=False)
    now: Callable[[], datetime]
    sleep: Callable[[float], None] = time.sleep

    def get(self, path: str, may_call: Callable[[], Later | None]) -> Said:
        """What stands there; each try is a call. Unavailable when the vendor stays broken."""
        for attempt in range(TRIES):
            later = may_call()
            if later:
                return Said(later=later)
            said = self._once(path)
            if said is not None:
                return said
            self.sleep(FIRST_PAUSE * 2**attempt * (1 + _random.random()))
        raise Unavailable("the vendor does not answer just now")

    def _once(self, path: str) -> Said | None:
        """The answer of one try; None when another may help."""
        secure, _, host = self.site.rpartition("://")
        context = ssl.create_default_context() if secure == "https" else None
        line = (
            HTTPSConnection(host, timeout=TIMEOUT, context=context)
            if context
            else HTTPConnection(host, timeout=TIMEOUT)
        )
        try:
            line.request("GET", path, headers={"Accept": "application/json", **self.headers})
            answer = line.getresponse()
            return self._meant(answer.status, answer.getheader("Retry-After") or "", answer.read(LARGEST + 1))
        except (OSError, HTTPException):
            return None
        finally:
            line.close()

    def _meant(self, status: int, retry_after: str, body: bytes) -> Said | None:
        if status == TOO_MANY:
            return Said(later=Later(self.now() + _wait(retry_after), "the vendor asks us to wait"))
        if status in GONE:
            return Said(gone=True)
        if status in TURNED_AWAY:
            return Said(later=Later(self.now() + SHUT, "the vendor does not take our token"))
        if status >= BROKEN:
            return None
        return Said(_document(body)) if status == OK and len(body) <= LARGEST else Said(gone=True)


def _wait(retry_after: str) -> timedelta:
    """Seconds, as vendors send them; a date or nonsense is a minute."""
    if not retry_after.isascii() or not retry_after.isdecimal():
        return USUAL_WAIT
    return min(timedelta(seconds=min(int(retry_after[:9]), 86_400)), LONGEST_WAIT)


def _document(body: bytes) -> Mapping[str, Any]:
    try:
        document = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise Unavailable("the vendor's answer is no JSON") from error
    return document if isinstance(document, dict) else {}
