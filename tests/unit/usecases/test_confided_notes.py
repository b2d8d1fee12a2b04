"""What is said in confidence becomes a case of its owner, and nobody else hears a word of it."""

from dataclasses import replace

import pytest

from fakes.values import HEAD, RIDDLE, SCRATCHED, answer, known_reporter, small_map
from throughline.contracts.outgoing import ANNOUNCED, public_event
from throughline.domain.case import Action, State, Stays
from throughline.domain.confided import MOMENT
from throughline.domain.feedback import Kind
from throughline.domain.gathering import Gathering
from throughline.domain.journey import CONFIDANT, JourneyMap
from throughline.domain.letter import LetterKind
from throughline.errors import Refused
from throughline.usecases.keep_promises import PromiseDesk, keep_promises
from throughline.usecases.show_case import case_view, words_of
from unit.usecases.desk import Desk
from unit.usecases.promising import at

TRUST, MANAGER = "trust@shop.example", "cx@shop.example"
HURT = "A colleague was groped at the packing table, and the box was crushed and scratched."


def confiding(**told: str) -> JourneyMap:
    contact = {"confidential_contact": f"Ida Berg, {TRUST}", "cx_manager": MANAGER, **told}
    return small_map(**contact)


@pytest.fixture
def desk() -> Desk:
    return Desk(map=confiding())


def test_it_is_a_case_of_the_contact_and_its_mail_says_why(desk: Desk) -> None:
    line = desk.reports(HURT)
    assert desk.routes(line) == ("confided: somebody may have been harassed or threatened",)
    (case,) = desk.line(line).cases
    assert (case.department, case.touchpoint, case.confidential) == (CONFIDANT, MOMENT, True)
    (letter,) = desk.letters()
    assert (letter.to, letter.kind, letter.otherwise, letter.quiet) == (TRUST, LetterKind.CASE, "", 0)
    assert letter.fields["why"] == case.why
    assert letter.fields["quote"] == HURT


def test_whoever_ticks_it_is_believed_whatever_the_words(desk: Desk) -> None:
    line = desk.routed(SCRATCHED, confided=True)
    assert [case.department for case in desk.line(line).cases] == [CONFIDANT]


def test_a_moment_that_was_named_is_kept_and_its_department_hears_nothing(desk: Desk) -> None:
    line = desk.routed(SCRATCHED, confided=True, touchpoint="Opening the parcel", kind=Kind.PRAISE)
    (case,) = desk.line(line).cases
    assert (case.department, case.touchpoint) == (CONFIDANT, "Opening the parcel")
    assert [letter.to for letter in desk.letters()] == [TRUST]


def test_whoever_signed_hears_who_alone_reads_it(desk: Desk) -> None:
    desk.routed(HURT, reporter=known_reporter())
    (heard,) = [one for one in desk.letters() if one.kind is LetterKind.HEARD]
    (outcome,) = heard.fields["outcomes"]
    assert (outcome["kind"], outcome["department"]) == ("confided", "Ida Berg")


def test_without_a_contact_the_cx_manager_has_it() -> None:
    desk = Desk(map=confiding(confidential_contact=""))
    desk.routed(HURT)
    assert [letter.to for letter in desk.letters()] == [MANAGER]


def test_with_nobody_named_it_waits_wordless_until_the_map_names_one() -> None:
    desk = Desk(map=confiding(confidential_contact="", cx_manager=""))
    line = desk.routed(HURT)
    (parked,) = desk.ledger.cases.parked()
    assert (parked.confidential, parked.words, parked.alternatives) == (True, "", ())
    assert desk.letters() == []
    with pytest.raises(Refused, match="names nobody"):
        desk.decides(line, "Packing")
    desk.map = confiding()
    desk.decides(line, "Packing")
    assert [case.department for case in desk.line(line).cases] == [CONFIDANT]
    assert list(desk.ledger.precedents.all()) == []


def test_even_without_a_map_it_is_parked_without_words() -> None:
    desk = Desk(map=None)
    desk.routed(HURT)
    assert [(one.confidential, one.words) for one in desk.ledger.cases.parked()] == [(True, "")]


def test_the_contact_answers_like_a_department_but_hands_nothing_on(desk: Desk) -> None:
    line = desk.routed(HURT, reporter=known_reporter())
    case = desk.case(line)
    assert Action.HAND_ON not in case.allowed()
    assert desk.acts(case, Action.HAND_ON, to="Packing").outcome == Stays.KEPT
    assert desk.acts(case, Action.ANSWER, "Call me, please.").case.state is State.WORKING
    assert any(one.kind is LetterKind.ANSWERED for one in desk.letters())


def test_what_it_changed_is_told_to_its_writer_and_to_no_week_and_no_model(desk: Desk) -> None:
    line = desk.routed(HURT, reporter=known_reporter())
    desk.acts(desk.case(line), Action.RESOLVE, "He works elsewhere now.")
    assert any(one.kind is LetterKind.CHANGED for one in desk.letters())
    assert desk.line(line).changes == ()
    assert list(desk.ledger.precedents.all()) == []


@pytest.mark.parametrize("announces", sorted(ANNOUNCED))
def test_other_systems_do_not_hear_of_it(desk: Desk, announces: str) -> None:
    case = desk.case(desk.routed(HURT))
    body = {"department": case.department, "confidential": True}
    assert public_event(announces, body, stage="test", event_id="1") is None


def test_a_survey_answer_is_confided_apart_from_what_the_department_reads(desk: Desk) -> None:
    late = answer(3, SCRATCHED, question_key="late", hints={"contact": True})
    hurt = answer(None, HURT, question_key="hurt")
    line = desk.answers(late, hurt)
    desk.map = replace(desk.map or small_map(), survey_rules=())
    desk.routes(line, "fact#hurt")
    standing = desk.line(line)
    (case,) = standing.cases
    assert (case.department, case.fact) == (CONFIDANT, "fact#hurt")
    assert words_of(standing, case) == HURT
    assert words_of(standing) == SCRATCHED


def test_until_it_is_routed_nobody_else_reads_what_sounds_like_it(desk: Desk) -> None:
    line = desk.answers(answer(3, SCRATCHED, question_key="late"), answer(None, HURT, question_key="hurt"))
    assert words_of(desk.line(line)) == SCRATCHED


def test_words_that_were_gathered_are_so_no_more_once_they_are_confided(desk: Desk) -> None:
    line = desk.answers(answer(3, SCRATCHED))
    desk.routes(line, "fact#recommend")
    desk.answers(answer(3, HURT, revision=2))
    desk.routes(line, "fact#recommend")
    gathered: tuple[Gathering, ...] = desk.line(line).gathered
    assert [one.words for one in gathered] == [""]
    assert [case.department for case in desk.line(line).cases] == [CONFIDANT]


def test_what_was_gathered_while_nobody_could_read_it_goes_to_its_owner_too() -> None:
    desk = Desk(map=small_map())
    line = desk.answers(answer(3, HURT))
    desk.routes(line, "fact#recommend")
    desk.answers(answer(3, SCRATCHED, revision=2))
    desk.routes(line, "fact#recommend")
    assert [one.words for one in desk.line(line).gathered] == [SCRATCHED]
    desk.map = confiding()
    desk.decides(line, "Packing")
    assert [one.words for one in desk.line(line).gathered] == [""]
    assert [case.department for case in desk.line(line).cases] == [CONFIDANT]


def test_a_broken_promise_reaches_the_cx_manager_without_words_moment_or_link(desk: Desk) -> None:
    desk.clock.moment = at(24, 9)
    line = desk.routed(HURT, touchpoint="Opening the parcel")
    for hour in [(24, clock) for clock in range(10, 17)] + [(25, clock) for clock in range(9, 17)]:
        desk.clock.moment = now = at(*hour)
        keep_promises(now=now, desk=PromiseDesk(desk.ledger.promises, desk.ledger.standings, confiding(), HEAD))
    by_reader = {one.to: one for one in desk.letters()}
    assert by_reader.keys() == {TRUST, MANAGER}
    told = str(by_reader[MANAGER].fields)
    assert desk.case(line).code in told
    assert all(word not in told for word in ("groped", "Opening", "/c/", "/d/"))


def test_its_page_is_the_owners(desk: Desk) -> None:
    line = desk.routed(HURT)
    view = case_view(
        case=desk.case(line), line=desk.line(line), journey_map=confiding(), head=HEAD, now=desk.clock.now()
    )
    assert (view["quote"], view["confidential"], "hand_on" in view["actions"]) == (HURT, True, False)


def test_nothing_of_the_kind_goes_its_usual_way(desk: Desk) -> None:
    line = desk.routed(RIDDLE)
    assert not any(case.confidential for case in desk.line(line).cases)
