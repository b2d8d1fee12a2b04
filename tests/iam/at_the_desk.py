"""What departments do at their inbox, what they take back, and what is counted of it."""

import json

from iam.at_the_doors import FORM
from iam.events import asked, told
from iam.scenario import scenario
from iam.stand import Stand
from operate.demo.doors import hidden_fields


def _nonce(stand: Stand, path: str) -> str:
    page = (stand.call("case_page", asked("GET", path, **FORM)) or {}).get("body", "")
    return hidden_fields(page).get("nonce", "")


@scenario("case_page")
def what_was_fixed_is_taken_back(stand: Stand) -> bool:
    line = stand.routed()
    path = f"/c/{stand.link('case', f'{line}/1')}"
    fixed = {"action": "resolve", "text": "Packing wraps the foot.", "nonce": _nonce(stand, path)}
    done = stand.answers("case_page", 200, told("POST", path, fixed))
    undo = {"action": "undo", "nonce": _nonce(stand, path)}
    return done and stand.answers("case_page", 200, told("POST", path, undo)) and "step#1#0003" in stand.items(line)


@scenario("tally_answer")
def a_case_is_counted_once(stand: Stand) -> bool:
    line = stand.routed()
    message = {"id": line, "pk": line, "sk": "case#1", "revision": 1}
    taken = stand.takes("tally_answer", message) and stand.takes("tally_answer", message)
    noted = stand.items(line).get("tallied#1")
    return taken and noted is not None and bool(json.loads(noted["body"]["S"]))
