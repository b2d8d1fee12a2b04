"""What Lambda does with a function's role: reads its queue or stream, writes its log, hands over what failed."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any
from uuid import uuid4

from iam.events import told
from iam.scenario import SCENARIOS, Scenario
from iam.stand import Stand, soon

AT_THE_DOOR = told("GET", "/nowhere")
NOTHING = {"id": "probe", "pk": "F#nobody", "sk": "fact"}
# A message for each function with a queue that it is done with at once.
HARMLESS: dict[str, dict[str, Any]] = {
    "feedback_mail": {"Records": []},
    "read_delivery": {**NOTHING, "sk": "delivery#1"},
    "fetch_responses": {**NOTHING, "sk": "delivery#1", "source": "nobody", "survey": "1", "response": "1"},
    "import_answers": {"Records": []},
    "event_arrived": {"detail-type": "Unheard", "source": "shop.till", "detail": {}},
    "route_issue": NOTHING,
    "send_letter": {**NOTHING, "sk": "letter#case#1"},
    "weigh_meaning": {**NOTHING, "sk": "parked"},
    "tally_answer": {**NOTHING, "sk": "fact#recommend"},
    "send_digest": {"id": "probe", "week": "2026-W01", "person": "nobody", "at": "2026-01-05T09:00:00Z"},
    "mail_outcome": {"eventType": "Rendering Failure", "mail": {}},
}
ON_STREAM = "carry"
BY_CLOCK = ("plan_digests", "tell_themes", "learn_routing", "keep_promises", "sweep")
AT_DOORS = (
    "feedback_form",
    "survey_answered",
    "survey_delivered",
    "case_page",
    "desk_page",
    "receipt_page",
    "map_page",
    "digest_choice",
    "week_page",
    "confirm_address",
    "api_document",
    "manage_session",
    "manage_page",
    "manage_triage",
    "manage_map",
    "manage_thanks",
    "manage_digest",
    "manage_words",
)
BEFORE_DOORS = ("manage_door",)


@contextmanager
def awake(stand: Stand, folder: str, **settings: Any) -> Iterator[None]:
    """Let the function's trigger run for a while."""
    mapping = stand.mapping_of(folder)
    stand.lambdas.update_event_source_mapping(UUID=mapping["UUID"], Enabled=True, **settings)
    standing = {name: mapping[name] for name in settings}
    try:
        yield
    finally:
        stand.lambdas.update_event_source_mapping(UUID=mapping["UUID"], Enabled=False, **standing)


def a_message_is_taken_from_its_queue(folder: str, stand: Stand) -> bool:
    url = stand.url_of(stand.mapping_of(folder)["EventSourceArn"])
    stand.sqs.purge_queue(QueueUrl=url)
    stand.sqs.send_message(QueueUrl=url, MessageBody=json.dumps(HARMLESS[folder]))
    with awake(stand, folder):
        taken = soon(lambda: stand.waiting(url) == 0, stand.patience)
    stand.sqs.purge_queue(QueueUrl=url)
    return taken


def what_it_did_is_logged(folder: str, stand: Stand) -> bool:
    before = stand.logged(folder)
    stand.call(folder, AT_THE_DOOR if folder in AT_DOORS else {"Records": []})
    return stand.logged(folder) > before


def the_ledgers_stream_wakes_it(folder: str, stand: Stand) -> bool:
    url, line = stand.stack.outputs["RouteQueueUrl"], stand.note()
    with awake(stand, folder):
        return soon(lambda: any(line in body for body in stand.taken_from(url)), stand.patience)


def a_batch_that_fails_for_too_long_is_kept(folder: str, stand: Stand) -> bool:
    end = stand.url_of(stand.mapping_of(folder)["DestinationConfig"]["OnFailure"]["Destination"])
    stand.sqs.purge_queue(QueueUrl=end)
    spoilt = {"pk": uuid4().hex, "sk": "spoilt", "announces": "feedback.received", "body": "{"}
    item = {name: {"S": value} for name, value in spoilt.items()}
    stand.table.put_item(TableName=stand.stack.outputs["LedgerTable"], Item=item)
    with awake(stand, folder, MaximumRecordAgeInSeconds=1):
        return soon(lambda: stand.waiting(end) > 0, stand.patience)


def a_start_that_fails_is_kept(folder: str, stand: Stand) -> bool:
    name = stand.name_of(folder)
    settings = stand.lambdas.get_function_event_invoke_config(FunctionName=name, Qualifier="$LATEST")
    kept = settings["DestinationConfig"]
    stand.lambdas.put_function_event_invoke_config(
        FunctionName=name, Qualifier="$LATEST", MaximumRetryAttempts=0, DestinationConfig=kept
    )
    end = stand.url_of(kept["OnFailure"]["Destination"])
    stand.sqs.purge_queue(QueueUrl=end)
    with _astray(stand, name):
        stand.lambdas.invoke(FunctionName=name, InvocationType="Event", Payload=b"{}")
        return soon(lambda: stand.waiting(end) > 0, stand.patience)


@contextmanager
def _astray(stand: Stand, name: str) -> Iterator[None]:
    """Let a function fail whatever it is told: it is not told where its ledger is."""
    standing = stand.lambdas.get_function_configuration(FunctionName=name)["Environment"]
    lacking = {key: value for key, value in standing["Variables"].items() if key != "LEDGER_TABLE"}
    stand.lambdas.update_function_configuration(FunctionName=name, Environment={"Variables": lacking})
    try:
        yield
    finally:
        stand.lambdas.update_function_configuration(FunctionName=name, Environment=standing)


def _note(folder: str, happens: Callable[[str, Stand], bool], *, slow: bool = True) -> None:
    name = happens.__name__.replace("_", " ")
    SCENARIOS[folder].append(Scenario(folder, name, partial(happens, folder), slow=slow))


for _folder in HARMLESS:
    _note(_folder, a_message_is_taken_from_its_queue)
for _folder in BY_CLOCK:
    _note(_folder, a_start_that_fails_is_kept)
_note(ON_STREAM, the_ledgers_stream_wakes_it)
_note(ON_STREAM, a_batch_that_fails_for_too_long_is_kept)
for _folder in (*AT_DOORS, *BEFORE_DOORS, *HARMLESS, *BY_CLOCK, ON_STREAM):
    _note(_folder, what_it_did_is_logged, slow=False)
