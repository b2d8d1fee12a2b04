"""What a case page's form or a program says to do with a case."""

from collections.abc import Mapping

from throughline.contracts.fields import SHOWN, words
from throughline.domain.act import Act
from throughline.domain.case import PAGE_ACTIONS, Action
from throughline.domain.recognition import Effort
from throughline.errors import Refused

LONGEST, LONGEST_NAME, LONGEST_THANKS = 5_000, 200, 500
MOST = {"text": LONGEST, "told": LONGEST, "thanks": LONGEST_THANKS}
MOST |= dict.fromkeys(("to", "until", "reached", "effort"), LONGEST_NAME)
CONTACT = "contact"  # what the page can ask for besides steps


def read_act(fields: Mapping[str, str]) -> Act:
    """The step somebody wants to take; Refused when it is not one of those that the page offers."""
    wanted = fields.get("action", "")
    if wanted not in {action.value for action in PAGE_ACTIONS}:
        do = "Use one of: " + ", ".join(action.value for action in PAGE_ACTIONS) + "."
        raise Refused(f"We don't know the step “{wanted[:SHOWN]}”.", field="action", do=do)
    sends_on = wanted == Action.SEND_ON
    asks = sends_on or fields.get("asks") == "sure"
    if asks and not fields.get("sure"):  # a scanner presses every button of a page
        what = "Nothing was sent on." if sends_on else "Nothing was taken back."
        raise Refused(what, field="sure", do="Tick the box above the button, then press it again.")
    said = {name: words(fields.get(name, "")) for name in ("text", "told", "thanks")}
    said |= {name: fields.get(name, "") for name in ("to", "until", "reached", "effort")}
    for name, most in MOST.items():
        if len(said[name]) > most:
            raise Refused("That is too long.", field=name, do=f"Use at most {most} signs.")
    if said["effort"] not in ("", *Effort):
        do = "Choose one: " + ", ".join(Effort) + "."
        raise Refused("We can't tell whether that is more or less.", field="effort", do=do)
    return Act(Action(wanted), fields.get("nonce", ""), **said)


def described_in(fields: Mapping[str, str], act: Act) -> str:
    """The words for a team that somebody hands a case on to without naming it."""
    asked = act.action is Action.HAND_ON and not act.to
    return words(fields.get("describe", ""))[:LONGEST_NAME] if asked else ""
