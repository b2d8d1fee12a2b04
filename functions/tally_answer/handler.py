"""Survey answers and steps of cases that wait to be counted: each once, in its own week."""

from functools import cache
from typing import Any

from tally_answer.settings import Settings
from throughline.adapters.batch import each_message
from throughline.adapters.environment import from_env
from throughline.adapters.wiring import LedgerRoom
from throughline.usecases.tally_answer import tally_answer
from throughline.usecases.tally_case import tally_case

settings = cache(lambda: from_env(Settings))
ledger = cache(lambda: LedgerRoom(settings().ledger_table))


def tally(message: dict[str, Any]) -> str:
    """One answer, or what happened to a case."""
    room, item = ledger(), message["sk"]
    if item.startswith(("case#", "step#")):
        version, figures = message.get("revision"), room.case_figures
        return tally_case(line=message["pk"], item=item, version=version, facts=room.facts, figures=figures).reason
    return tally_answer(line=message["pk"], fact=message["sk"], facts=room.facts, figures=room.figures).reason


def handle(event: dict[str, Any], context: Any) -> Any:
    return each_message(event, context, tally)
