"""Whatever becomes of a translation, the department's mail goes out once, and a page is shown."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from crash.answers import Document
from crash.events import NOTE, ROOT, carried, case_of, passed, send_in, taken
from crash.matrix import OUTAGE, Matrix
from crash.scenario import Scenario
from crash.stand import Stand, forget
from crash.world import START, Delivery
from fakes.translating import GERMAN
from handlers.events import http, json_post
from throughline.domain.seal import Link, sign_link

pytestmark = pytest.mark.no_cover  # measuring lines would take twice the time


@pytest.fixture
def wanted(stand: Stand, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stand]:
    monkeypatch.setenv("TRANSLATIONS", "true")
    forget()
    yield stand
    monkeypatch.undo()
    forget()


def _letters(stand: Stand) -> Document:
    said = {"id": NOTE, "text": GERMAN, "touchpoint": "Opening the parcel"}
    send_in(stand, Delivery("feedback_form", json_post(f"/f/{stand.place.id}", said)))
    carried(stand)
    passed(stand, "route")
    carried(stand)
    return taken(stand, "letters")


def _page(stand: Stand) -> Document:
    _letters(stand)
    token = sign_link(ROOT, Link("case", case_of(stand).subject, START + timedelta(days=9)))
    return http("GET", f"/c/{token}", accept="text/html")


SCENARIOS = (
    Scenario("send_letter", "a mail in two languages", _letters),
    Scenario("case_page", "a page in two languages", _page),
)


@pytest.mark.parametrize("scenario", SCENARIOS, ids=str)
def test_a_fault_at_any_call_leaves_the_state_of_one_run(scenario: Scenario, wanted: Stand) -> None:
    matrix = Matrix(wanted, scenario)
    assert "translate.TranslateText" in matrix.calls
    matrix.single()
    matrix.outages()
    assert matrix.report.found == []


def test_a_translator_out_of_order_costs_one_mail_its_translation(wanted: Stand) -> None:
    matrix = Matrix(wanted, SCENARIOS[0])
    faults = matrix._faults(refused="translate.TranslateText", lasts=OUTAGE)
    matrix._begin(faults)
    assert [mail["tags"]["kind"] for mail in wanted.world.wire.mails] == ["case"]
    assert wanted.world.tries == {}
