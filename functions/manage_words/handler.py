"""/manage/mantra, /manage/lessons, /manage/goals: what stands, and other words for it; behind the managers' door."""

from functools import cache
from typing import Any

from aws_lambda_powertools.event_handler import Response

from manage_words.settings import Settings
from throughline.adapters.described import described
from throughline.adapters.environment import from_env
from throughline.adapters.http import data, wants_page
from throughline.adapters.manage import ACTS, LOOKS, manager_of, managers_pages, own_form, shown
from throughline.adapters.secrets import StackSecrets
from throughline.adapters.wiring import AtlasRoom, LedgerRoom
from throughline.errors import Refused
from throughline.usecases.set_words import problems_of, set_words
from throughline.usecases.show_words import words_view

LARGEST_LIST, BAD = 256 * 1024, 400
app = managers_pages()
settings = cache(lambda: from_env(Settings))
ledger = cache(lambda: LedgerRoom(settings().ledger_table))
atlas = cache(lambda: AtlasRoom(settings().atlas_table))
secrets = cache(lambda: StackSecrets(settings().secret_id))


@app.get("/manage/mantra", **described("The mantra", "managers", *LOOKS, 404, data="Mantra"))
def mantra() -> Response[str]:
    """The sentence that stands in each mail."""
    return _page("mantra")


@app.post("/manage/mantra", **described("Another mantra", "managers", *ACTS, 404, data="Outcome"))
def change_mantra() -> Response[str]:
    """Each mail from now on has it."""
    return _changed("mantra")


@app.get("/manage/lessons", **described("The digest's lessons", "managers", *LOOKS, 404, data="Lessons"))
def lessons() -> Response[str]:
    """Those in force, and the list that would put them in force again."""
    return _page("lessons")


@app.post("/manage/lessons", **described("Another list of lessons", "managers", *ACTS, 404, data="Outcome"))
def change_lessons() -> Response[str]:
    """All of the list is in force, or nothing has changed."""
    return _changed("lessons")


@app.get("/manage/goals", **described("What departments want to reach", "managers", *LOOKS, 404, data="Goals"))
def goals() -> Response[str]:
    """How far they have come, and the list that would put them in force again."""
    return _page("goals")


@app.post("/manage/goals", **described("Another list of goals", "managers", *ACTS, 404, data="Outcome"))
def change_goals() -> Response[str]:
    """All of the list is in force, or nothing has changed."""
    return _changed("goals")


def _changed(name: str) -> Response[str]:
    text = own_form(app, manager_of(app), secrets().root(), LARGEST_LIST).get("text", "")
    try:
        outcome = set_words(name, text, maps=atlas().map_desk, goals=atlas().goals)
    except Refused as refused:
        if refused.status != BAD or not wants_page(app):
            raise
        return _page(name, status=BAD, text=text, problems=problems_of(refused))
    return _page(name, notice=outcome) if wants_page(app) else data({"outcome": outcome})


def _page(name: str, *, status: int = 200, **told: Any) -> Response[str]:
    view = words_view(name, maps=atlas().map_desk, goals=atlas().goals, board=ledger().goal_board) | told
    return shown(app, f"manage_{name}", view, secrets().root(), status)


def handle(event: dict[str, Any], context: Any) -> dict[str, Any]:
    return app.resolve(event, context)
