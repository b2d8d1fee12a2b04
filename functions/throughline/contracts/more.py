"""What the page of a receipt, or a program, says more about a note."""

from collections.abc import Mapping

from throughline.contracts.fields import SHOWN, words
from throughline.domain.case import Action
from throughline.domain.more import ACTIONS, More
from throughline.errors import Refused

_NUMBER_DIGITS = 4


def read_more(fields: Mapping[str, str], *, asks: bool) -> More:
    """What somebody says to one of their cases; Refused when it is nothing that the page offers.

    A page `asks` before words go that may tell who wrote; a program says so itself, with `sure`: "no".
    """
    wanted, number = fields.get("action", ""), fields.get("number", "")
    if wanted not in {action.value for action in ACTIONS}:
        do = "Use one of: " + ", ".join(action.value for action in ACTIONS) + "."
        raise Refused(f"We don't know the step “{wanted[:SHOWN]}”.", field="action", do=do)
    if not (number.isdecimal() and number.isascii() and len(number) <= _NUMBER_DIGITS):
        raise Refused("We can't tell which answer that is about.", field="number", do="Reload the page and try again.")
    return More(
        receipt=fields.get("receipt", ""),
        number=int(number),
        action=Action(wanted),
        nonce=fields.get("nonce", ""),
        text=words(fields.get("text", "")),
        sure=fields.get("sure", "" if asks else "yes") == "yes",
    )
