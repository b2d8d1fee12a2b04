"""SurveyMonkey: one response by its details, several by the bulk list, newest first; the survey's details beside."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import quote

from throughline.adapters.vendor_apis.asking import Api, Said
from throughline.domain.fetching import Later, Limits
from throughline.usecases.fetch_responses import Fetched

SITE = "https://api.surveymonkey.com"
LIMITS = Limits(a_minute=120, a_day=500)  # of a private or draft app
A_PAGE, MOST_PAGES = 100, 3
# Who answered is nobody's business here; what an organisation passes along on purpose stays.
DROPPED = frozenset(
    "ip_address email_address first_name last_name metadata logic_path page_path href analyze_url edit_url"
    " recipient_id".split()
)
KNOWN_FOR = timedelta(hours=1)
Ask = Callable[[], Later | None]


@dataclass
class SurveyMonkey:
    """One account; a survey's details are asked for once an hour."""

    api: Api
    limits: Limits = LIMITS
    _definitions: dict[str, Mapping[str, Any]] = field(default_factory=dict)
    _learnt: dict[str, datetime] = field(default_factory=dict)

    def fetch(self, survey: str, responses: Sequence[str], may_call: Ask) -> Fetched:
        """One by its details, several by lists; what the lists don't show, by its details."""
        later = self._learn(survey, may_call)
        if later:
            return Fetched({}, later=later)
        found: dict[str, bytes] = {}
        if len(responses) > 1:
            later = self._listed(survey, frozenset(responses), found, may_call)
        gone = set[str]()
        for one in responses:
            if later or one in found:
                continue
            said = self.api.get(f"{_of(survey)}/responses/{quote(one, safe='')}/details", may_call)
            later = said.later
            gone |= {one} if said.gone else set()
            if said.document:
                found[one] = self._body(survey, said.document)
        return Fetched(found, frozenset(gone), later)

    def _learn(self, survey: str, may_call: Ask) -> Later | None:
        now = self.api.now()
        if survey in self._definitions and now - self._learnt[survey] < KNOWN_FOR:
            return None
        said = self.api.get(f"{_of(survey)}/details", may_call)
        if not said.later:
            self._definitions[survey], self._learnt[survey] = said.document, now
        return said.later

    def _listed(self, survey: str, wanted: frozenset[str], found: dict[str, bytes], may_call: Ask) -> Later | None:
        for page in range(1, MOST_PAGES + 1):
            said = self._page(survey, page, may_call)
            rows = [one for one in said.document.get("data", ()) if isinstance(one, dict)]
            for row in rows:
                if str(row.get("id")) in wanted:
                    found[str(row["id"])] = self._body(survey, row)
            if said.later or wanted <= found.keys() or len(rows) < A_PAGE:
                return said.later
        return None

    def _page(self, survey: str, page: int, may_call: Ask) -> Said:
        asked = f"per_page={A_PAGE}&page={page}&sort_by=date_modified&sort_order=DESC"
        return self.api.get(f"{_of(survey)}/responses/bulk?{asked}", may_call)

    def _body(self, survey: str, response: Mapping[str, Any]) -> bytes:
        kept = {name: value for name, value in response.items() if name not in DROPPED}
        document = {"response": {"survey_id": survey, **kept}, "definition": self._definitions[survey]}
        return json.dumps(document, ensure_ascii=False, sort_keys=True).encode()


def of_account(api: Callable[[str, Mapping[str, str]], Api], token: str, _host: str) -> SurveyMonkey:
    """The account that a token opens."""
    return SurveyMonkey(api(SITE, {"Authorization": f"Bearer {token}"}))


def _of(survey: str) -> str:
    return f"/v3/surveys/{quote(survey, safe='')}"
