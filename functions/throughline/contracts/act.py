"""What a case page's form or a program says to do with a case."""

from collections.abc import Mapping

from throughline.domain.act import Act
from throughline.domain.case import DEPARTMENT_ACTIONS, Action
from throughline.errors import Refused

LONGEST = 5_000


def read_act(fields: Mapping[str, str]) -> Act:
    """The step somebody wants to take; Refused when it is not one of those that the page offers."""
    wanted = fields.get("action", "")
    if wanted not in {action.value for action in DEPARTMENT_ACTIONS}:
        do = "Use one of: " + ", ".join(action.value for action in DEPARTMENT_ACTIONS) + "."
        raise Refused(f"We don't know the step “{wanted}”.", field="action", do=do)
    text = fields.get("text", "").strip()
    if len(text) > LONGEST:
        raise Refused("That is too long.", field="text", do=f"Use at most {LONGEST} signs.")
    return Act(Action(wanted), fields.get("nonce", ""), text, fields.get("to", ""), fields.get("until", ""))
