"""A week of the whole line on a pretended AWS, with every raw input kept as its function got it."""

import json
from collections import defaultdict
from collections.abc import Mapping
from copy import deepcopy
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

import boto3

from aws import ATLAS, BUCKET, LEDGER, ROOT_WORD, SECRET, messages_in
from crash.survey_scenarios import MAPPED, SHARED, form, sent
from fakes.outside import ROOT
from fakes.values import CARRIED, RIDDLE, SCRATCHED, person
from handlers.events import form_post, json_post, queued, stored_mail
from handlers.live import Live, module
from simulation.kept_managing import Office
from throughline.adapters.dynamo import keys
from throughline.contracts.signature import sign
from throughline.domain.seal import Link, derived, nonce_of, sign_link
from throughline.domain.survey_source import SurveySource

TURNS = keys.sending()[0]
DIGESTS = {"DIGEST_HOUR": "9", "DIGEST_WEEKDAY": "MON", "DIGEST_FEWEST": "1", "DIGEST_SINGLES": "100"}
HUMAN = b"From: tom@drivers.example\nTo: feedback@in.example\nMessage-ID: <m1@drivers.example>\n\nThe driver was late."
AWAY = HUMAN.replace(b"m1", b"m2").replace(b"To: ", b"Auto-Submitted: auto-replied\nTo: ")
ANSWER = {"survey_id": "after", "question_key": "recommend", "metric": "nps", "score": 2, "verbatim": "Crushed box."}
TILL = {"detail-type": "FrontlineFeedback", "source": "shop.tills"}
Given = tuple[str, dict[str, Any]]


class Kept(Live):
    """Notes what each function is given, so that it can be given again."""

    def __init__(self) -> None:
        super().__init__()
        self.given: list[Given] = []
        self.managed: defaultdict[str, list[int]] = defaultdict(list)
        self.atlas.directory.replace([person("ada"), person("bo", email="")])

    def call(self, function: str, event: Mapping[str, Any]) -> Any:
        self.given.append((function, deepcopy(dict(event))))
        return super().call(function, event)

    def week(self) -> None:
        """Everything that a week may bring, up to its digest."""
        self._comes_in()
        self.flows()
        self._department_acts()
        self.flows()
        self._manager_acts()
        self._reports()
        self.call("sweep", {"time": (datetime.now(UTC) + timedelta(hours=3)).isoformat()})
        self.flows()
        for function in ("keep_promises", "tell_themes", "plan_digests"):
            self.call(function, {"time": next_monday().isoformat()})
            self.flows()

    def flows(self, batch: int = 10) -> None:
        super().flows(batch)
        digests = messages_in(self.queues["digest"])
        if digests:
            self.call("send_digest", queued(digests))

    def replay(self, seed: int) -> None:
        """All of it again, in another order."""
        again = deepcopy(self.given)
        Random(seed).shuffle(again)  # noqa: S311 - an order that can be repeated
        for function, event in again:
            super().call(function, event)
        self.flows()

    def state(self) -> str:
        """All that both tables hold, but for how often a turn to send was taken."""
        pages = [boto3.client("dynamodb").get_paginator("scan").paginate(TableName=one) for one in (LEDGER, ATLAS)]
        items = [item for some in pages for page in some for item in page["Items"] if item["pk"]["S"] != TURNS]
        return "\n".join(sorted(json.dumps(item, sort_keys=True) for item in items))

    def _comes_in(self) -> None:
        place = f"/f/{self.place.id}"
        known = {"email": "ros@shop.example", "name": "Ros"}
        for at, (text, more) in enumerate(((SCRATCHED, known), (RIDDLE, {}), (CARRIED, {}), ("", {}))):
            self.call("feedback_form", form_post(place, {"id": f"device-000{at}", "text": text, **more}))
        self.call("feedback_form", form_post("/f/closed", {"id": "device-0009", "text": SCRATCHED}))
        for key, raw in (("inbound/1", HUMAN), ("inbound/2", AWAY)):
            boto3.client("s3").put_object(Bucket=BUCKET, Key=key, Body=raw)
            self.call("feedback_mail", queued([stored_mail(BUCKET, key)]))
        for revision, response in ((1, "r-1"), (2, "r-1"), (1, "r-2")):
            self._answers({**ANSWER, "response_id": response, "revision": revision})
        self._answers({"response_id": "r-3"})
        self._vendor_sends()
        self._export_comes()
        self.call("event_arrived", queued([{**TILL, "detail": {"id": "till-1", "text": SCRATCHED}}]))
        self.call("event_arrived", queued([{**TILL, "detail": "no report"}]))

    def _vendor_sends(self) -> None:
        source = SurveySource("typeform", "typeform", ("k",), (SHARED.decode(),))
        known = {"root": ROOT_WORD, "sources": {source.name: source.as_document()}}
        boto3.client("secretsmanager").put_secret_value(SecretId=SECRET, SecretString=json.dumps(known))
        self.atlas.mappings.put(MAPPED)
        for event in (form(), {"event_type": "form_response"}):
            self.call("survey_delivered", sent("typeform", event))

    def _export_comes(self) -> None:
        said = f"id,q1,q2\nr-7,3,{SCRATCHED}\nr-8,eleven,\n".encode()
        boto3.client("s3").put_object(Bucket=BUCKET, Key="surveys/typeform/a.csv", Body=said)
        self.call("import_answers", queued([stored_mail(BUCKET, "surveys/typeform/a.csv")]))

    def _answers(self, document: Mapping[str, Any]) -> None:
        body = json.dumps({"source": "own", **document}).encode()
        headers = sign(derived(ROOT, "responses"), "msg_1", datetime.now(UTC), body)
        signed = {name.replace("-", "_"): value for name, value in headers.items()}
        self.call("survey_answered", json_post("/v1/responses", body, **signed))

    def _department_acts(self) -> None:
        case = next(self.ledger.cases.inbox("Packing", done=False))
        token = sign_link(ROOT, Link("case", case.subject, datetime.now(UTC) + timedelta(days=9)))
        act = {
            "nonce": nonce_of(ROOT, case.subject, case.version),
            "action": "resolve",
            "text": "We wrap the foot now.",
        }
        self.call("case_page", json_post(f"/c/{token}", act))

    def _manager_acts(self) -> None:
        for function, event in Office(self).given():
            answer = self.call(function, event)
            self.managed[function].append(answer.get("statusCode", answer.get("isAuthorized")))
            self.flows()

    def _reports(self) -> None:
        """The mail service's word of each letter, twice for one."""
        sent = [one for function, event in self.given if function == "send_letter" for one in event["Records"]]
        letters = [json.loads(one["body"]) for one in sent]
        for letter in [*letters, letters[0]]:
            tags = {name: [letter[key].encode().hex()] for name, key in (("line", "pk"), ("letter", "sk"))}
            mail = {"messageId": f"ses {letter['pk']} {letter['sk']}", "tags": tags}
            self.call("mail_outcome", queued([{"eventType": "Send", "mail": mail}]))


def next_monday() -> datetime:
    """The next Monday morning in London."""
    now = datetime.now(UTC)
    day = now + timedelta(days=7 - now.weekday())
    return day.replace(hour=9, minute=5)


def forget_digests() -> None:
    """Start these two cold as well."""
    for function in ("plan_digests", "send_digest"):
        for held in vars(module(function)).values():
            if hasattr(held, "cache_clear"):
                held.cache_clear()
