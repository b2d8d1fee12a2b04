"""What was promised is recalled, and what was held back is told of."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count

from iam.at_the_doors import FORM
from iam.events import asked, told
from iam.scenario import scenario
from iam.stand import Stand
from operate.demo.doors import hidden_fields

DAYS: Iterator[int] = count(7)


def _another_days_list(stand: Stand) -> bool:
    """A department hears once a day, so each try has a day of its own."""
    noon = datetime.now(UTC).replace(hour=11, minute=0, second=0, microsecond=0)
    for _ in range(4):  # one of these is no weekend
        said = stand.call("keep_promises", {"time": (noon + timedelta(days=next(DAYS))).isoformat()})
        if (said or {}).get("mine"):
            return True
    return False


@scenario("keep_promises")
def what_waits_is_recalled(stand: Stand) -> bool:
    line = stand.routed()
    return _another_days_list(stand) and any(name.startswith("step#1#") for name in stand.items(line))


@scenario("keep_promises")
def what_was_held_is_told_of(stand: Stand) -> bool:
    line = stand.routed()
    department = json.loads(stand.items(line)["case#1"]["body"]["S"])["department"]
    held = {"state": "held", "listing": f"D#{department}#held#0", "rank": line}
    stand.mark(line, "letter#case#1", **{name: {"S": value} for name, value in held.items()})
    return _another_days_list(stand) and stand.items(line)["letter#case#1"]["state"] == {"S": "sent"}


@scenario("keep_promises")
def a_goal_is_reckoned(stand: Stand) -> bool:
    today = datetime.now(UTC).date()
    goal: dict[str, object] = {
        "id": "0123456789ab",
        "corporate": "",
        "goal": f"Nobody waits {next(DAYS)}",
        "department": "Warehouse",
    }
    goal |= {"role": "", "measure": "nps", "touchpoint": "Unpacking at home", "target": 9}
    goal |= {"start": (today - timedelta(days=30)).isoformat(), "until": (today + timedelta(days=30)).isoformat()}
    key = {"pk": {"S": "GOALS"}, "sk": {"S": "current"}}
    item = {**key, "body": {"S": json.dumps([goal])}}
    stand.table.put_item(TableName=stand.stack.outputs["AtlasTable"], Item=item)
    said = stand.call("keep_promises", {"time": datetime.now(UTC).isoformat()}) is not None
    return said and str(goal["goal"]) in stand.items("I#goals")["current"]["body"]["S"]


@scenario("case_page")
def a_department_hands_a_case_on(stand: Stand) -> bool:
    line = stand.routed()
    path = f"/c/{stand.link('case', f'{line}/1')}"
    page = (stand.call("case_page", asked("GET", path, **FORM)) or {}).get("body", "")
    step = {"nonce": hidden_fields(page).get("nonce", ""), "action": "hand_on", "to": "Warehouse"}
    return stand.answers("case_page", 200, told("POST", path, step)) and "case#2" in stand.items(line)
