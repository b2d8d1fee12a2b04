"""What learning needs: decisions read, models kept and forgotten, the pointer moved, the map's owner told."""

import json
from datetime import UTC, date, datetime, timedelta

from iam.at_the_doors import fresh
from iam.on_the_line import RIDDLE, answered
from iam.scenario import scenario
from iam.stand import OPENING, Item, Stand
from throughline.adapters.dynamo.codec import packed
from throughline.adapters.dynamo.keys import shard
from throughline.adapters.dynamo.precedents import SHARDS, listing
from throughline.domain.precedent import How, Precedent
from throughline.domain.week import Week


def decided(stand: Stand, **more: object) -> str:
    """The line of a decision of today."""
    line, today = f"F#{fresh()}", date.today()  # noqa: DTZ011 - a day is enough
    known = {"words": f"crushed {line}", "touchpoint": OPENING, "department": "Packing", "said": "Delivery", **more}
    one = Precedent(line, 1, 1, How.TRIAGED, on=today, map_version="1", **known)  # type: ignore[arg-type]
    item = {"pk": line, "sk": "taught#1#0001", "body": json.dumps(packed(one)), "rank": f"{today}#{line}"}
    item["listing"] = listing(shard(line, SHARDS))
    ledger = stand.stack.outputs["LedgerTable"]
    stand.table.put_item(TableName=ledger, Item={name: {"S": value} for name, value in item.items()})
    return line


def _learned(stand: Stand) -> str:
    """Of what is new a day later."""
    days = int(_model(stand).get("revision", 0)) + 1
    time = (datetime.now(UTC) + timedelta(days=days)).strftime("%Y-%m-%dT03:00:00Z")
    return str((stand.call("learn_routing", {"time": time}) or {}).get("learned", "it failed"))


def _model(stand: Stand) -> Item:
    """The pointer to the model in place."""
    key = {"pk": {"S": "MODEL"}, "sk": {"S": "current"}}
    found = stand.table.get_item(TableName=stand.stack.outputs["AtlasTable"], Key=key, ConsistentRead=True)
    return dict(json.loads(found["Item"]["body"]["S"])) if "Item" in found else {}


def _models(stand: Stand) -> set[str]:
    found = stand.stack.client("s3").list_objects_v2(Bucket=stand.stack.outputs["ModelBucket"])
    return {each["Key"].rpartition("/")[2] for each in found.get("Contents", ())}


@scenario("learn_routing")
def what_was_decided_is_learned(stand: Stand) -> bool:
    decided(stand)
    return _learned(stand).startswith("learned from") and {_model(stand)["model"]} <= _models(stand)


@scenario("learn_routing")
def what_was_erased_is_unlearned(stand: Stand) -> bool:
    line = decided(stand)
    assert _learned(stand).startswith("learned from")
    knew = _model(stand)["model"]
    stand.forget(line, "taught#1#0001")
    decided(stand)
    return _learned(stand).startswith("learned from") and bool(_learned(stand)) and knew not in _models(stand)


@scenario("learn_routing")
def what_is_gone_from_the_shelf_is_learned_anew(stand: Stand) -> bool:
    _taught(stand)
    _gone(stand, "roll")
    decided(stand)
    return _learned(stand).startswith("learned from")


@scenario("learn_routing")
def the_maps_owner_sees_what_is_confused(stand: Stand) -> bool:
    monday = datetime.now(UTC) + timedelta(days=7 - datetime.now(UTC).weekday())
    line = f"V#{Week.of(monday.date())}"
    for _ in range(3):
        decided(stand)
    for item in stand.items(line):
        stand.forget(line, item)
    stand.call("learn_routing", {"time": monday.strftime("%Y-%m-%dT08:00:00Z")})
    return any(name.startswith("letter#mirror") for name in stand.items(line))


@scenario("route_issue")
def what_was_learned_routes(stand: Stand) -> bool:
    _taught(stand)
    return _routes(stand)


@scenario("route_issue")
def a_model_that_is_gone_leaves_the_map_to_route(stand: Stand) -> bool:
    _taught(stand)
    _gone(stand, "model")
    return _routes(stand)


@scenario("weigh_meaning")
def what_was_learned_weighs_what_waits(stand: Stand) -> bool:
    _taught(stand)
    return _weighs(stand)


@scenario("weigh_meaning")
def a_model_that_is_gone_leaves_the_map_and_the_sense_to_weigh(stand: Stand) -> bool:
    _taught(stand)
    _gone(stand, "model")
    return _weighs(stand)


def _taught(stand: Stand) -> None:
    decided(stand)
    assert _learned(stand).startswith("learned from")


def _gone(stand: Stand, what: str) -> None:
    """Part of what was learned is not on the shelf any more."""
    key = f"models/{_model(stand)[what]}"
    stand.stack.client("s3").delete_object(Bucket=stand.stack.outputs["ModelBucket"], Key=key)


def _routes(stand: Stand) -> bool:
    stand.chill("route_issue")
    line, fact = answered(stand)
    return stand.takes("route_issue", {"id": line, "pk": line, "sk": fact})


def _weighs(stand: Stand) -> bool:
    stand.chill("weigh_meaning")
    line = stand.routed(RIDDLE, touchpoint="")
    return stand.takes("weigh_meaning", {"id": line, "pk": line, "sk": "parked"})
