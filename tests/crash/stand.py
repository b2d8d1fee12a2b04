"""One world for all scenarios of a module: clients and tables are made once, state is set back."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from aws_lambda_powertools import Logger
from botocore.loaders import Loader

from aws import ATLAS, BUCKET, BUS, LEDGER, REGION, SECRET, make_tables
from crash.pool import POOL, sign_in_page_answers
from crash.wire import lay, tables
from crash.world import Snapshot, World
from fakes.values import SITE, person, small_map
from handlers.live import module
from operate.local.template_file import read_template
from throughline.adapters import cognito
from throughline.adapters.clock import WallClock
from throughline.adapters.vendor_apis.asking import Api, Said
from throughline.adapters.wiring import AtlasRoom, LedgerRoom

QUEUES = ("route", "letters", "tally", "digest", "read", "fetch", "import", "meaning")
ENVIRONMENT = {
    "AWS_ACCESS_KEY_ID": "pretended",
    "AWS_SECRET_ACCESS_KEY": "pretended",
    "AWS_REGION": REGION,
    "AWS_DEFAULT_REGION": REGION,
    "POWERTOOLS_LOG_LEVEL": "CRITICAL",
    "LEDGER_TABLE": LEDGER,
    "ATLAS_TABLE": ATLAS,
    "SECRET_ID": SECRET,
    "MAIL_BUCKET": BUCKET,
    "MODEL_BUCKET": BUCKET,
    "BUS_NAME": BUS,
    "SITE_URL": SITE,
    "SMALLEST_GROUP": "5",
    "TIME_ZONE": "Europe/London",
    "SENDER": "line@shop.example",
    "INBOUND_DOMAIN": "in.example",
    "CONFIGURATION_SET": "cases",
    "CASE_MAILS_A_DAY": "3",
    "NOTES_A_LINK_AN_HOUR": "20",
    "NOTES_A_SENDER_A_DAY": "10",
    "QUIET_MINUTES": "0",
    "STAGE": "test",
    "VENDOR_SITE": "",
    "BEDROCK_MODEL": "",
    "BEDROCK_A_DAY": "200",
    "TRANSLATIONS": "false",
    "TRANSLATED_A_DAY": "100000",
    "DIGEST_HOUR": "9",
    "COUNT_READINGS": "true",
    "DIGEST_FEWEST": "1",
    "DIGEST_WEEKDAY": "SUN",
    "DIGEST_SINGLES": "100",
    **POOL,
    **{f"{name.upper()}_QUEUE": f"https://sqs.{REGION}.amazonaws.com/1/{name}" for name in QUEUES},
}
TEMPLATE = Path(__file__).parents[2] / "template.yaml"


def functions() -> list[str]:
    """Every function that the template deploys."""
    resources: dict[str, Any] = read_template(TEMPLATE)["Resources"]
    kinds = [one for one in resources.values() if one["Type"] == "AWS::Serverless::Function"]
    return sorted(str(one["Properties"]["Handler"]).partition(".")[0] for one in kinds)


class Stand:
    """The world, its rooms for a look inside, and the empty beginning to come back to."""

    def __init__(self, world: World) -> None:
        self.world = world
        make_tables()
        self.ledger = LedgerRoom(LEDGER)
        self.atlas = AtlasRoom(ATLAS)
        self.atlas.maps.replace(small_map())
        self.place = self.atlas.places.add("North", 15)
        self.atlas.directory.replace([person("ada"), person("ben")])
        self.beginning: Snapshot = world.snapshot()


@contextmanager
def standing(loader: Loader) -> Iterator[Stand]:
    """A stand on a wire of its own; on leaving, everything is as it was."""
    with pytest.MonkeyPatch.context() as patch:
        for name, value in ENVIRONMENT.items():
            patch.setenv(name, value)
        patch.setattr("botocore.session.create_loader", lambda _path: loader)
        world = World(lay(patch), functions=tuple(functions()))
        patch.setattr(WallClock, "now", lambda _clock: world.now)
        patch.setattr(Api, "_once", lambda _api, path: vendors_answer(path))
        patch.setattr(cognito, "fetched", sign_in_page_answers)
        silence(patch)
        forget()
        tables().clear()
        yield Stand(world)
        tables().clear()
        forget()


def vendors_answer(path: str) -> Said:
    """What SurveyMonkey says of its survey, and of each response."""
    answered = {"id": "q1", "answers": [{"choice_id": "c3"}]}
    if "/responses/" in path:
        return Said({"id": path.split("/")[5], "survey_id": "5", "pages": [{"questions": [answered]}]})
    known = {"id": "q1", "headings": [{"heading": "How was it?"}], "answers": {"choices": [{"id": "c3", "text": "3"}]}}
    return Said({"pages": [{"questions": [known]}]})


def silence(patch: pytest.MonkeyPatch) -> None:
    """Functions log each of many thousand deliveries; here nobody reads it."""
    for name in ("info", "warning", "exception", "error"):
        patch.setattr(Logger, name, lambda *_said, **_more: None)


def forget() -> None:
    """Starts every function cold."""
    for function in functions():
        for kept in vars(module(function)).values():
            if hasattr(kept, "cache_clear"):
                kept.cache_clear()


def as_json(document: object) -> str:
    return json.dumps(document, sort_keys=True, default=str)
