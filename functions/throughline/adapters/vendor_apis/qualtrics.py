"""Qualtrics: one response after the other, from the data centre that the account is in."""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from throughline.adapters.vendor_apis.asking import Api
from throughline.domain.fetching import Later, Limits
from throughline.errors import Refused
from throughline.usecases.fetch_responses import Fetched

LIMITS = Limits(a_minute=60, a_day=20_000)  # our own: no page that we know tells them
DATA_CENTRE = re.compile(r"[a-z0-9-]{2,30}", re.ASCII)
DROPPED = frozenset(
    "ipAddress recipientEmail recipientFirstName recipientLastName locationLatitude locationLongitude"
    " recipientID".split()
)


@dataclass
class Qualtrics:
    """One account."""

    api: Api
    limits: Limits = LIMITS

    def fetch(self, survey: str, responses: Sequence[str], may_call: Callable[[], Later | None]) -> Fetched:
        """Each by a call of its own."""
        found, gone = dict[str, bytes](), set[str]()
        for one in responses:
            path = f"/API/v3/surveys/{quote(survey, safe='')}/responses/{quote(one, safe='')}"
            said = self.api.get(path, may_call)
            if said.later:
                return Fetched(found, frozenset(gone), said.later)
            if said.gone:
                gone.add(one)
            else:
                found[one] = _body(survey, said.document)
        return Fetched(found, frozenset(gone))


def of_account(api: Callable[[str, Mapping[str, str]], Api], token: str, host: str) -> Qualtrics:
    """The account that a token opens, in its data centre."""
    if not DATA_CENTRE.fullmatch(host):
        do = "Name it: throughline survey source rotate NAME --host fra1, as the address of your Qualtrics begins."
        raise Refused("Nobody said in which data centre this account is.", field="host", do=do)
    return Qualtrics(api(f"https://{host}.qualtrics.com", {"X-API-TOKEN": token}))


def _body(survey: str, document: Mapping[str, Any]) -> bytes:
    result = document.get("result")
    response = dict(result) if isinstance(result, dict) else {}
    values = response.get("values")
    if isinstance(values, dict):
        response["values"] = {name: value for name, value in values.items() if name not in DROPPED}
    kept = {"survey_id": survey, "response": {"result": response}}
    return json.dumps(kept, ensure_ascii=False, sort_keys=True).encode()
