"""All functions on a pretended AWS, driven by their own payloads."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib import import_module
from types import ModuleType
from typing import Any

import boto3
from moto.dynamodb.models import dynamodb_backends
from moto.ses.models import ses_backends

from aws import ATLAS, BUCKET, BUS, LEDGER, REGION, SECRET, make_surroundings, make_tables, messages_in
from calls import Call, count_calls
from fakes.signing import CLIENT, GROUP, ISSUER
from fakes.values import SITE, small_map
from handlers.events import context_of, queued
from throughline.adapters.wiring import AtlasRoom, LedgerRoom
from throughline.domain.place import Place

SENDER, SIGN_IN = "line@shop.example", "https://in.example"
ACCOUNT = "123456789012"
FUNCTIONS = (
    "carry",
    "case_page",
    "confirm_address",
    "desk_page",
    "event_arrived",
    "feedback_form",
    "feedback_mail",
    "fetch_responses",
    "import_answers",
    "keep_promises",
    "mail_outcome",
    "manage_digest",
    "manage_door",
    "manage_map",
    "manage_page",
    "manage_session",
    "manage_thanks",
    "manage_triage",
    "manage_words",
    "map_page",
    "read_delivery",
    "receipt_page",
    "route_issue",
    "send_letter",
    "survey_answered",
    "survey_delivered",
    "sweep",
    "tally_answer",
    "week_page",
    "weigh_meaning",
)
FOLLOWS = {
    "route": "route_issue",
    "letters": "send_letter",
    "tally": "tally_answer",
    "read": "read_delivery",
    "meaning": "weigh_meaning",
}


class Live:
    """The deployed line: its rooms for a look inside, its functions to call."""

    def __init__(self) -> None:
        make_tables()
        self.queues = make_surroundings()
        boto3.client("sesv2").create_email_identity(EmailIdentity=SENDER)
        self.ledger = LedgerRoom(LEDGER)
        self.atlas = AtlasRoom(ATLAS)
        self.atlas.maps.replace(small_map())
        self.place: Place = self.atlas.places.add("North", 15)
        self.calls: list[tuple[str, Call]] = []
        self._seen = 0

    def environment(self) -> dict[str, str]:
        return {
            "LEDGER_TABLE": LEDGER,
            "ATLAS_TABLE": ATLAS,
            "SECRET_ID": SECRET,
            "MAIL_BUCKET": BUCKET,
            "MODEL_BUCKET": BUCKET,
            "BUS_NAME": BUS,
            "SITE_URL": SITE,
            "SMALLEST_GROUP": "5",
            "COUNT_READINGS": "true",
            "SENDER": SENDER,
            "INBOUND_DOMAIN": "in.example",
            "CONFIGURATION_SET": "cases",
            "CASE_MAILS_A_DAY": "1000",
            "NOTES_A_LINK_AN_HOUR": "1000000",
            "NOTES_A_SENDER_A_DAY": "1000000",
            "DIGEST_FEWEST": "1",
            "DIGEST_SINGLES": "2000",
            "DIGEST_WEEKDAY": "MON",
            "DIGEST_HOUR": "9",
            "QUIET_MINUTES": "0",
            "STAGE": "test",
            "TIME_ZONE": "Europe/London",
            "VENDOR_SITE": "",
            "BEDROCK_MODEL": "",
            "BEDROCK_A_DAY": "200",
            "TRANSLATIONS": "false",
            "TRANSLATED_A_DAY": "100000",
            "SIGN_IN_URL": SIGN_IN,
            "POOL_URL": ISSUER,
            "ISSUER": ISSUER,
            "CLIENT_ID": CLIENT,
            "MANAGERS": GROUP,
            **{f"{name.upper()}_QUEUE": url for name, url in self.queues.items()},
        }

    def call(self, function: str, event: Mapping[str, Any]) -> Any:
        """What a function answers; its calls to AWS are kept under its name."""
        with count_calls() as calls:
            answer = module(function).handle(dict(event), context_of(function))
        self.calls += [(function, call) for call in calls]
        return answer

    def announced(self) -> list[dict[str, Any]]:
        """What the stream has for its function since the last look: records that announce something."""
        records = _stream_records(LEDGER)
        fresh, self._seen = records[self._seen :], len(records)
        return [one for one in fresh if "announces" in one["dynamodb"].get("NewImage", {})]

    def stream(self) -> list[dict[str, Any]]:
        """All that the ledger's stream ever had, announced or not."""
        return _stream_records(LEDGER)

    def flows(self, batch: int = 10) -> None:
        """Lets everything run until nothing moves any more."""
        while records := self.announced():
            self.call("carry", {"Records": records})
            for queue, function in FOLLOWS.items():
                for some in _pieces(messages_in(self.queues[queue]), batch):
                    self.call(function, queued(some))

    def mails(self) -> list[str]:
        """The raw mails that went out."""
        return [one.raw_data for one in ses_backends[ACCOUNT][REGION].sent_messages]

    def count(self, act: Callable[[], object]) -> list[tuple[str, Call]]:
        """The calls that an act makes, each with its function."""
        before = len(self.calls)
        act()
        return self.calls[before:]


def module(function: str) -> ModuleType:
    return import_module(f"{function}.handler")


def forget() -> None:
    """Starts every function cold: what a worker keeps between events is gone."""
    for function in FUNCTIONS:
        for kept in vars(module(function)).values():
            if hasattr(kept, "cache_clear"):
                kept.cache_clear()


def _pieces(messages: Sequence[Mapping[str, Any]], size: int) -> Iterable[Sequence[Mapping[str, Any]]]:
    return (messages[at : at + size] for at in range(0, len(messages), size))


def _stream_records(table: str) -> list[dict[str, Any]]:
    shard = dynamodb_backends[ACCOUNT][REGION].tables[table].stream_shard
    return [_as_lambda_gets_it(record.to_json()) for record in shard.items] if shard else []


def _as_lambda_gets_it(record: dict[str, Any]) -> dict[str, Any]:
    created = record["dynamodb"]["ApproximateCreationDateTime"].timestamp()
    return {**record, "dynamodb": {**record["dynamodb"], "ApproximateCreationDateTime": created}}


def body_of(answer: Mapping[str, Any]) -> Any:
    """The JSON that an answer carries."""
    return json.loads(answer["body"])
