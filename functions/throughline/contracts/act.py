"""What a case page's form or a program says to do with a case."""

from collections.abc import Mapping

from throughline.contracts.fields import SHOWN, words
from throughline.domain.act import Act
from throughline.domain.case import DEPARTMENT_ACTIONS, Action
from throughline.errors import Refused

LONGEST, LONGEST_NAME = 5_000, 200
MOST = {"text": LONGEST, "told": LONGEST, "to": LONGEST_NAME, "until": LONGEST_NAME, "reached": LONGEST_NAME}
CONTACT = "contact"  # what the page can ask for besides steps


def read_act(fields: Mapping[str, str]) -> Act:
    """The step somebody wants to take; Refused when it is not one of those that the page offers."""
    wanted = fields.get("action", "")
    if wanted not in {action.value for action in DEPARTMENT_ACTIONS}:
        do = "Use one of: " + ", ".join(action.value for action in DEPARTMENT_ACTIONS) + "."
        raise Refused(f"We don't know the step “{wanted[:SHOWN]}”.", field="action", do=do)
    said = {name: words(fields.get(name, "")) for name in ("text", "told")}
    said |= {name: fields.get(name, "") for name in ("to", "until", "reached")}
    for name, most in MOST.items():
        if len(said[name]) > most:
            raise Refused("That is too long.", field=name, do=f"Use at most {most} signs.")
    return Act(Action(wanted), fields.get("nonce", ""), **said)
