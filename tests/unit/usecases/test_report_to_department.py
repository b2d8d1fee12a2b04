"""From what somebody says to the department that can mend it."""

import pytest

from fakes.values import CARRIED, RIDDLE, SCRATCHED, SITE, answer, known_reporter, small_map
from throughline.domain.case import Action
from throughline.domain.feedback import Kind
from throughline.domain.letter import LetterKind
from throughline.domain.survey import CONTACT_WANTED
from throughline.errors import Refused
from throughline.usecases.show_case import words_of
from unit.usecases.desk import Desk

ROS = known_reporter()
ASKED = {CONTACT_WANTED: True}


def test_a_report_gets_a_receipt_and_the_same_again_for_the_same_sending(desk: Desk) -> None:
    first, again = desk.records(), desk.records()
    assert first.receipt == again.receipt
    assert (first.repeated, again.repeated) == (False, True)
    assert len(list(desk.ledger.pending.waiting())) == 1


def test_something_else_under_the_same_id_is_refused_and_the_first_stays(desk: Desk) -> None:
    desk.records(SCRATCHED)
    with pytest.raises(Refused, match="Something else") as refused:
        desk.records(RIDDLE)
    assert (refused.value.status, refused.value.field) == (409, "id")
    assert "Reload" in refused.value.do
    assert desk.line(desk.reports(SCRATCHED)).feedback


def test_an_issue_becomes_a_case_with_a_promise_and_a_mail_to_its_department(desk: Desk) -> None:
    line = desk.reports(place="North", reference="ORD-1")
    assert desk.routes(line) == ("routed to Packing: the map names Packing for “scratched” and “box”",)
    case, letter = desk.case(line), desk.letter_to("packing@shop.example")
    assert (case.department, case.touchpoint, case.place, case.reference) == (
        "Packing",
        "Opening the parcel",
        "North",
        "ORD-1",
    )
    assert case.reply_by > desk.clock.now()
    assert case.map_version == small_map().version
    assert letter.kind is LetterKind.CASE
    assert letter.fields["quote"] == SCRATCHED
    assert letter.fields["why"] == "the map names Packing for “scratched” and “box”"
    assert letter.fields["how"] == "What Packing does shows here."
    assert letter.fields["reply_by"] == "2026-11-25T17:00[Europe/London]"
    assert letter.fields["url"].startswith(f"{SITE}/c/")
    assert (letter.fields["place"], letter.fields["reference"]) == ("North", "ORD-1")


def test_a_code_has_no_letters_that_look_alike_and_is_the_same_each_time(desk: Desk) -> None:
    code = desk.case(desk.routed()).code
    assert len(code) == 5
    assert not set(code) & set("IO01")
    assert desk.case(desk.routed()).code == code


def test_a_report_that_concerns_two_departments_is_told_to_both_and_says_so(desk: Desk) -> None:
    desk.routed("The box was crushed. The card reader froze twice.")
    packing, it = desk.letter_to("packing@shop.example"), desk.letter_to("it@shop.example")
    assert (packing.fields["also"], it.fields["also"]) == (["IT"], ["Packing"])
    assert packing.fields["code"] != it.fields["code"]


def test_praise_becomes_thanks_to_everybody_behind_the_moment_and_no_case(desk: Desk) -> None:
    line = desk.line(desk.routed(CARRIED))
    assert line.cases == ()
    assert [one.department for one in line.thanks[0].behind] == ["Delivery", "Planning"]
    assert (line.thanks[0].words, line.thanks[0].who) == (CARRIED, "a colleague")
    assert desk.letters() == []


def test_praise_and_an_issue_in_one_report_become_both(desk: Desk) -> None:
    line = desk.line(desk.routed(f"{CARRIED} The box was crushed."))
    assert (len(line.cases), len(line.thanks)) == (1, 1)


def test_what_nobody_can_place_waits_for_a_person(desk: Desk) -> None:
    line = desk.reports(RIDDLE)
    assert desk.routes(line) == ("parked: no words of the map fit well enough",)
    (parked,) = desk.ledger.cases.parked()
    assert (parked.words, parked.line) == (RIDDLE, line)
    assert desk.letters() == []


def test_without_a_map_everything_waits_for_a_person(desk: Desk) -> None:
    desk.map = None
    assert desk.routes(desk.reports()) == ("parked: there is no journey map yet: import one, then decide",)


def test_a_department_without_a_mailbox_is_a_question_to_a_person(desk: Desk) -> None:
    desk.map = small_map(departments=())
    line = desk.reports()
    assert desk.routes(line) == ("parked: Packing has no mailbox on the map",)
    parked = desk.line(line).parked
    assert parked
    assert parked.alternatives[0].department == "Packing"


def test_somebody_who_gave_an_address_is_told_what_became_of_it(desk: Desk) -> None:
    receipt = desk.records(reporter=ROS, language="de").receipt
    desk.routed(reporter=ROS, language="de")
    heard = desk.letter_to(ROS.email)
    assert (heard.kind, heard.language) == (LetterKind.HEARD, "de")
    assert heard.fields["receipt"].replace(" ", "") == receipt
    assert heard.fields["receipt_url"] == f"{SITE}/r?receipt={receipt}"
    (outcome,) = heard.fields["outcomes"]
    assert (outcome["kind"], outcome["department"]) == ("case", "Packing")


def test_who_reported_it_stands_in_no_mail_to_a_department(desk: Desk) -> None:
    line = desk.routed(reporter=ROS)
    desk.acts(desk.case(line), Action.HAND_ON, to="Delivery")
    told = [repr(one) for one in desk.letters() if one.to != ROS.email]
    assert len(told) == 2
    assert not [one for one in told if ROS.name in one or ROS.email in one]


def test_an_anonymous_report_gives_no_mail_to_a_submitter(desk: Desk) -> None:
    desk.routed()
    assert [one.to for one in desk.letters()] == ["packing@shop.example"]


def test_a_second_delivery_changes_nothing(desk: Desk) -> None:
    line = desk.routed()
    before, letters = desk.line(line), desk.letters()
    desk.clock.passes(minutes=5)
    assert desk.routes(line) == ("settled before",)
    assert (desk.line(line), desk.letters()) == (before, letters)


def test_a_fact_that_is_gone_is_no_fault(desk: Desk) -> None:
    assert desk.routes("F#gone") == ("nothing to route",)
    assert desk.routes("S#own#gone", "fact#recommend") == ("nothing to route",)


def test_a_score_without_words_is_only_counted(desk: Desk) -> None:
    line = desk.answers(answer(2))
    assert desk.routes(line, "fact#recommend") == ("skipped: a score without words is counted",)
    assert desk.line(line).cases == ()


def test_a_score_first_and_its_comment_later_become_one_case(desk: Desk) -> None:
    line = desk.answers(answer(2))
    desk.routes(line, "fact#recommend")
    desk.answers(answer(2, SCRATCHED, revision=2, hints=ASKED))
    desk.routes(line, "fact#recommend")
    desk.answers(answer(2, f"{SCRATCHED} Again.", revision=3, hints=ASKED))
    assert desk.routes(line, "fact#recommend") == ("skipped: whom it concerns has this already, with all its words",)
    assert [one.department for one in desk.line(line).cases] == ["Packing"]
    assert len(desk.letters()) == 1


def test_a_second_comment_reaches_whoever_has_not_heard_and_stands_beside_the_first_for_who_has(desk: Desk) -> None:
    line = desk.answers(
        answer(2, SCRATCHED, hints=ASKED), answer(None, "The box was crushed too, again scratched.", question_key="why")
    )
    desk.routes(line, "fact#recommend")
    assert desk.routes(line, "fact#why")[0].startswith("skipped: whom it concerns has this already")
    assert words_of(desk.line(line)) == f"{SCRATCHED}\n\nThe box was crushed too, again scratched."


def test_a_comment_that_waits_for_a_person_waits_once_however_often_it_is_changed(desk: Desk) -> None:
    line = desk.answers(answer(2, RIDDLE, hints=ASKED), answer(None, "Hm.", question_key="why", metric=None))
    desk.routes(line, "fact#recommend")
    assert desk.routes(line, "fact#why") == ("skipped: whom it concerns has this already, with all its words",)
    desk.answers(answer(2, "Hm. Odd.", revision=2, hints=ASKED))
    assert desk.routes(line, "fact#recommend") == ("skipped: whom it concerns has this already, with all its words",)
    assert len(list(desk.ledger.cases.parked())) == 1
    assert [one.sk for one in desk.ledger.pending.waiting()] == ["parked"]


def test_a_customer_who_would_recommend_us_is_quoted_as_thanks(desk: Desk) -> None:
    line = desk.answers(answer(10, "The driver carried it up."))
    desk.routes(line, "fact#recommend")
    (thanks,) = desk.line(line).thanks
    assert (thanks.who, thanks.touchpoint) == ("a customer", "Delivery at the door")


def test_a_customer_who_would_not_is_an_issue_even_with_kind_words(desk: Desk) -> None:
    line = desk.answers(answer(1, "Thank you for the scratched lamp in a crushed box."))
    desk.routes(line, "fact#recommend")
    assert [one.department for one in desk.line(line).gathered] == ["Packing"]


def test_a_chosen_kind_and_touchpoint_go_along(desk: Desk) -> None:
    line = desk.line(desk.routed("Just as it should be.", kind=Kind.PRAISE, touchpoint="Paying at the till"))
    assert line.thanks[0].touchpoint == "Paying at the till"
