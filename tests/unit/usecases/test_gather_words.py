"""Words of low scores are gathered; a case of their own have only those that somebody has to answer."""

from dataclasses import replace

import pytest

from fakes.case_figures import but_counting
from fakes.values import CARRIED, RIDDLE, SCRATCHED, TODAY, answer, small_map
from throughline.domain.delivery import COUNTED_ONLY
from throughline.domain.journey import SurveyRule, versioned
from throughline.domain.survey import CONTACT_WANTED, Answer, Band
from throughline.errors import Unavailable
from throughline.usecases.gather_words import keep_in_step
from unit.usecases.desk import Desk

ASKED = {CONTACT_WANTED: True}
LATER = "The driver never carried the sofa."
WHY = replace(answer(None, SCRATCHED, question_key="why"), metric=None)


def gathers(desk: Desk, *answers: Answer) -> str:
    line = desk.answers(*answers)
    for one in answers:
        desk.routes(line, f"fact#{one.question_key}")
    return line


def ruled(desk: Desk, *rules: tuple[str, str]) -> None:
    desk.map = versioned(replace(small_map(), survey_rules=tuple(SurveyRule(*rule) for rule in rules)))


def test_words_of_a_low_score_are_gathered_where_they_belong_and_nobody_gets_a_mail(desk: Desk) -> None:
    line = desk.answers(answer(2, SCRATCHED))
    assert desk.routes(line, "fact#recommend") == ("gathered: the map names Packing for “scratched” and “box”",)
    (one,) = desk.line(line).gathered
    assert (one.touchpoint, one.department, one.words) == ("Opening the parcel", "Packing", SCRATCHED)
    assert (one.band, one.on) == (Band.DETRACTOR, TODAY)
    assert (desk.line(line).cases, desk.letters(), but_counting(desk.ledger.pending.waiting())) == ((), [], [])


@pytest.mark.parametrize(("score", "band"), [(2, Band.DETRACTOR), (8, Band.PASSIVE), (None, None)])
def test_whoever_does_not_promote_us_is_gathered(desk: Desk, score: float | None, band: Band | None) -> None:
    line = gathers(desk, answer(score, SCRATCHED))
    assert [one.band for one in desk.line(line).gathered] == [band]


def test_a_comment_has_the_lowest_score_of_its_response(desk: Desk) -> None:
    line = gathers(desk, answer(9), answer(2, question_key="again"), WHY)
    assert [one.band for one in desk.line(line).gathered] == [Band.DETRACTOR]


def test_a_comment_beside_a_promoters_score_is_thanks(desk: Desk) -> None:
    line = gathers(desk, answer(10), replace(WHY, verbatim="He carried it up."))
    assert [one.words for one in desk.line(line).thanks] == ["He carried it up."]
    assert desk.line(line).gathered == ()


def test_the_map_s_touchpoint_stands_where_the_survey_names_it(desk: Desk) -> None:
    line = gathers(desk, answer(2, RIDDLE, touchpoint_hint="getting money back"))
    assert [(one.touchpoint, one.department) for one in desk.line(line).gathered] == [
        ("Getting money back", "Accounts")
    ]


@pytest.mark.parametrize("hint", ["", "The old counter"])
def test_what_nobody_can_place_is_gathered_under_what_the_survey_says_and_asks_nobody(desk: Desk, hint: str) -> None:
    line = gathers(desk, answer(2, RIDDLE, touchpoint_hint=hint))
    assert [(one.touchpoint, one.department) for one in desk.line(line).gathered] == [(hint, "")]
    assert list(desk.ledger.cases.parked()) == []


def test_without_a_map_words_are_gathered_too(desk: Desk) -> None:
    desk.map = None
    assert [one.department for one in desk.line(gathers(desk, answer(2, SCRATCHED))).gathered] == [""]


def test_words_about_two_departments_are_gathered_once(desk: Desk) -> None:
    line = gathers(desk, answer(2, "The box was crushed. The card reader froze twice."))
    assert len(desk.line(line).gathered) == 1


def test_a_department_without_a_mailbox_is_gathered_for_all_the_same(desk: Desk) -> None:
    desk.map = small_map(departments=())
    assert [one.department for one in desk.line(gathers(desk, answer(2, SCRATCHED))).gathered] == ["Packing"]


def test_what_is_only_counted_is_not_gathered(desk: Desk) -> None:
    line = gathers(desk, answer(2, SCRATCHED, hints={COUNTED_ONLY: True, **ASKED}))
    assert (desk.line(line).gathered, desk.line(line).cases) == ((), ())


def test_a_customer_who_asks_to_be_contacted_has_a_case(desk: Desk) -> None:
    line = gathers(desk, answer(2, SCRATCHED), answer(None, question_key="call me", hints=ASKED))
    assert [one.department for one in desk.line(line).cases] == ["Packing"]
    assert [one.fields["quote"] for one in desk.letters()] == [SCRATCHED]


def test_asked_beside_the_words_nothing_is_gathered_and_there_is_one_case(desk: Desk) -> None:
    line = desk.answers(answer(2, SCRATCHED), answer(None, question_key="call me", hints=ASKED))
    assert desk.routes(line, "fact#call me") == ("skipped: a score without words is counted",)
    desk.routes(line, "fact#recommend")
    assert (len(desk.line(line).cases), desk.line(line).gathered) == (1, ())


def test_a_promoter_who_asks_to_be_contacted_has_a_case_too(desk: Desk) -> None:
    line = gathers(desk, answer(10, CARRIED, hints=ASKED))
    assert [one.department for one in desk.line(line).cases] == ["Delivery"]


def test_whoever_asks_without_a_word_is_answered_by_the_touchpoints_owner(desk: Desk) -> None:
    line = gathers(desk, answer(2, touchpoint_hint="Opening the parcel", hints=ASKED), replace(WHY, verbatim=""))
    assert [one.department for one in desk.line(line).cases] == ["Packing"]


def test_a_rule_of_the_map_makes_cases_of_a_touchpoints_low_scores(desk: Desk) -> None:
    ruled(desk, ("opening the parcel", "cases"))
    line = gathers(desk, answer(2, SCRATCHED))
    assert (len(desk.line(line).cases), desk.line(line).gathered) == (1, ())
    assert len(desk.line(gathers(desk, answer(2, "The refund is late.", response_id="r-2"))).gathered) == 1


def test_a_touchpoints_own_rule_comes_before_the_one_for_all(desk: Desk) -> None:
    ruled(desk, ("*", "cases"), ("Opening the parcel", "themes"))
    assert len(desk.line(gathers(desk, answer(2, SCRATCHED))).gathered) == 1
    line = gathers(desk, answer(2, RIDDLE, response_id="r-2"))
    assert [one.line for one in desk.ledger.cases.parked()] == [line]
    assert desk.line(line).gathered == ()


def test_a_score_after_its_comment_changes_how_it_counts_and_makes_nothing_second(desk: Desk) -> None:
    line = gathers(desk, WHY)
    desk.answers(answer(2))
    assert desk.routes(line, "fact#recommend") == ("skipped: a score without words is counted",)
    (one,) = desk.line(line).gathered
    assert (one.band, one.words) == (Band.DETRACTOR, SCRATCHED)
    assert desk.letters() == []


def test_a_promoters_score_after_the_comment_makes_thanks_of_it(desk: Desk) -> None:
    gathers(desk, WHY)
    line = gathers(desk, answer(10))
    assert [(one.words, one.touchpoint) for one in desk.line(line).thanks] == [(SCRATCHED, "Opening the parcel")]
    assert [one.band for one in desk.line(line).gathered] == [Band.PROMOTER]


def test_other_words_of_the_same_answer_stand_in_place_of_the_first(desk: Desk) -> None:
    line = gathers(desk, answer(2, SCRATCHED))
    desk.clock.passes(days=9)
    gathers(desk, answer(2, LATER, revision=2))
    (one,) = desk.line(line).gathered
    assert (one.words, one.department, one.on) == (LATER, "Delivery", TODAY)


def test_words_that_were_taken_back_are_gathered_no_more(desk: Desk) -> None:
    line = gathers(desk, answer(2, SCRATCHED))
    gathers(desk, answer(2, "", revision=2))
    assert [one.words for one in desk.line(line).gathered] == [""]


def test_a_second_delivery_changes_nothing(desk: Desk) -> None:
    line = gathers(desk, WHY, answer(2))
    before = desk.line(line)
    assert desk.routes(line, "fact#why") == ("settled before",)
    assert desk.line(line) == before


def test_a_score_that_came_while_its_comment_was_settled_is_seen_afterwards(desk: Desk) -> None:
    line = desk.answers(WHY)
    stale = desk.line(line)
    desk.answers(answer(10))
    desk.routes(line, "fact#recommend")
    desk.ledger.lines[line] = replace(desk.ledger.lines[line], answers=stale.answers)
    desk.routes(line, "fact#why")
    desk.ledger.lines[line] = replace(desk.ledger.lines[line], answers=(*stale.answers, answer(10)))
    assert desk.routes(line, "fact#why") == ("settled before",)
    assert [one.band for one in desk.line(line).gathered] == [Band.PROMOTER]


def test_two_who_gather_the_same_words_at_once_come_again(desk: Desk) -> None:
    line = gathers(desk, WHY)
    (one,) = desk.line(line).gathered
    desk.ledger.cases.gather(replace(one, band=Band.PASSIVE), one)
    with pytest.raises(Unavailable):
        desk.ledger.cases.gather(replace(one, band=Band.PROMOTER), one)
    keep_in_step(desk.line(line), desk.ledger.cases)
    assert [again.band for again in desk.line(line).gathered] == [None]
