"""What a case page's form or a program says to do with a case."""

from collections.abc import Mapping

from throughline.contracts.fields import SHOWN, words
from throughline.domain.act import Act
from throughline.domain.case import DEPARTMENT_ACTIONS, Action
from throughline.errors import Refused

LONGEST, LONGEST_NAME = 5_000, 200


def read_act(fields: Mapping[str, str]) -> Act:
    """The step somebody wants to take; Refused when it is not one of those that the page offers."""
    wanted = fields.get("action", "")
    if wanted not in {action.value for action in DEPARTMENT_ACTIONS}:
        do = "Use one of: " + ", ".join(action.value for action in DEPARTMENT_ACTIONS) + "."
        raise Refused(f"We don't know the step “{wanted[:SHOWN]}”.", field="action", do=do)
    text, to, until = words(fields.get("text", "")), fields.get("to", ""), fields.get("until", "")
    for name, said, most in (("text", text, LONGEST), ("to", to, LONGEST_NAME), ("until", until, LONGEST_NAME)):
        if len(said) > most:
            raise Refused("That is too long.", field=name, do=f"Use at most {most} signs.")
    return Act(Action(wanted), fields.get("nonce", ""), text, to, until)
