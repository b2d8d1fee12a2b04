"""Promises beside the usual hours: dead mailboxes, pages that are open, notes that are opened again."""

import pytest

from fakes import MemoryAtlas
from fakes.outside import ROOT
from fakes.values import HEAD, small_map
from throughline.domain.act import Act
from throughline.domain.case import Action, State
from throughline.domain.journey import Department
from throughline.domain.letter import LetterKind
from throughline.domain.promise import promised_by
from throughline.domain.seal import nonce_of
from throughline.domain.subject import subject_of
from throughline.usecases.note_outcome import OutcomeDesk, note_outcome
from throughline.usecases.show_promise import promise_view
from throughline.usecases.take_step import Ground, step_of
from unit.usecases.desk import Desk
from unit.usecases.promising import MANAGER, NOTHING, PACKING, PLANNING, at, at_their_desks, recalls, reports, told


@pytest.fixture
def desk() -> Desk:
    return at_their_desks()


def test_when_no_mail_arrives_the_contact_has_all_at_once_and_the_manager_hears_once(desk: Desk) -> None:
    line = reports(desk, at(24, 9))
    desk.ledger.standings.bounced(subject_of(ROOT, PACKING), "report-1", lasting=True, staff=True)
    assert recalls(desk, at(24, 9)) == {"out_of_reach": 1, "mine": 1, "contact": 1}
    assert recalls(desk, at(24, 10)).keys() <= {"contact"}
    assert desk.case(line).levels[-1] == "contact"
    assert [one.to for one in told(desk, LetterKind.OUT_OF_REACH)] == [MANAGER]
    assert [one.fields["unreachable"] for one in told(desk, LetterKind.ESCALATED)] == [True]
    assert [recalls(desk, at(24, hour)) for hour in (11, 12)] == [NOTHING] * 2


def test_where_nobody_is_named_the_manager_hears_of_both_in_one(desk: Desk) -> None:
    desk.map = small_map(cx_manager=MANAGER)
    line = reports(desk, at(24, 9))
    recalls(desk, at(24, 9))
    assert recalls(desk, at(24, 13)) == {"contact": 1}
    assert desk.case(line).levels == ("heard_soon", "contact", "manager")
    assert [one.to for one in told(desk, LetterKind.ESCALATED)] == [MANAGER]


def test_whoever_has_the_page_open_while_it_is_recalled_may_go_on(desk: Desk) -> None:
    line = reports(desk, at(24, 9))
    seen = desk.case(line)
    recalls(desk, at(24, 9))
    nonce = nonce_of(ROOT, seen.subject, seen.version)
    assert desk.acts(desk.case(line), Action.ACKNOWLEDGE, nonce=nonce).outcome == "changed"
    assert desk.case(line).state is State.ACKNOWLEDGED


def test_the_operator_sees_how_far_a_promise_has_come(desk: Desk) -> None:
    line = reports(desk, at(24, 9))
    recalls(desk, at(24, 9))
    assert desk.map
    heard_by = {"level": "contact", "at": "2026-11-24T13:00[Europe/London]"}
    assert promise_view(desk.case(line), desk.map) == {"levels": ["heard_soon"], "next": heard_by}
    desk.acts(desk.case(line), Action.RESOLVE, "Packing wraps the foot.")
    assert promise_view(desk.case(line), desk.map) == {"levels": ["heard_soon"], "next": None}


def test_a_list_that_comes_back_goes_to_whom_the_department_names(desk: Desk) -> None:
    reports(desk, at(24, 9))
    recalls(desk, at(24, 9))
    (mine,) = told(desk, LetterKind.MINE)
    desk.sends(mine)
    tags = {name: [value] for name, value in desk.postbox.sent[-1].tags.items()}
    bounce = {
        "eventType": "Bounce",
        "bounce": {"bounceType": "Permanent"},
        "mail": {"messageId": "ses-1", "tags": tags},
    }
    room = desk.ledger
    stores = OutcomeDesk(
        room.letters, room.facts, room.digests, MemoryAtlas().directory, room.standings, room.chunks, room.sending
    )
    assert note_outcome(report=bounce, desk=stores, now=desk.clock.now()) == "noted: bounce"
    desk.sends(mine)
    assert [mail.to for mail in desk.postbox.sent] == [PACKING, PLANNING]
    assert recalls(desk, at(24, 10)) == {"out_of_reach": 1, "contact": 1}


def test_a_note_that_is_opened_again_is_promised_anew(desk: Desk) -> None:
    line = reports(desk, at(23, 9))
    first = desk.case(line).reply_by
    desk.acts(desk.case(line), Action.RESOLVE, "Packing wraps the foot.")
    desk.clock.moment = at(27, 9)
    case = desk.case(line)
    assert desk.map
    ground = Ground(desk.line(line), desk.map, HEAD, desk.clock.now())
    again = step_of(Act(Action.DISPUTE), case, State.REOPENED, ground, by="a customer")
    assert (again.case.state, again.case.reply_by > first) == (State.REOPENED, True)
    assert again.case.reply_by == promised_by(at(27, 9), "2d", Department("Packing", timezone="Europe/London"))
