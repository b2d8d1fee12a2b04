"""A customer's answer that only sounded like something in confidence, sent on, revised and beside others."""

from dataclasses import replace

import pytest

from fakes.outside import ROOT
from fakes.values import SCRATCHED, answer
from throughline.domain.seal import nonce_of
from throughline.domain.survey import CONTACT_WANTED
from throughline.errors import Refused
from throughline.usecases.may_send_on import sending_subject
from throughline.usecases.show_case import words_of
from unit.usecases.desk import Desk
from unit.usecases.test_send_on import CUT, HURT, desk, sends_on

__all__ = ["desk"]


def test_an_answer_that_is_revised_afterwards_is_kept_anew(desk: Desk) -> None:
    said = answer(None, CUT, question_key="why", hints={CONTACT_WANTED: True})
    line = desk.answers(said)
    desk.routes(line, "fact#why")
    case = desk.case(line)
    page = nonce_of(ROOT, sending_subject(case, desk.line(line)), case.version)
    sends_on(desk, case, "Packing", nonce=page)
    assert words_of(desk.line(line), desk.case(line, 2)) == CUT
    desk.answers(replace(said, verbatim=HURT, revision=2))
    assert words_of(desk.line(line), desk.case(line, 2)) == ""
    desk.routes(line, "fact#why", revision=2)
    assert [one.confidential for one in desk.line(line).cases] == [True, False, True]
    assert words_of(desk.line(line), desk.case(line, 2)) == ""
    assert words_of(desk.line(line), desk.case(line, 3)) == HURT


def test_an_answer_that_was_revised_meanwhile_is_read_again_first(desk: Desk) -> None:
    said = answer(None, CUT, question_key="why")
    line = desk.answers(said)
    desk.routes(line, "fact#why")
    case = desk.case(line)
    page = nonce_of(ROOT, sending_subject(case, desk.line(line)), case.version)
    desk.answers(replace(said, verbatim=HURT, revision=2))
    with pytest.raises(Refused, match="stale"):
        sends_on(desk, case, "Packing", nonce=page)


def test_what_other_teams_have_of_a_survey_shows_them_nothing_of_it(desk: Desk) -> None:
    late = answer(3, SCRATCHED, question_key="late", hints={CONTACT_WANTED: True})
    line = desk.answers(late, answer(None, CUT, question_key="hurt"))
    for fact in ("fact#late", "fact#hurt"):
        desk.routes(line, fact)
    before = next(one for one in desk.line(line).cases if not one.confidential)
    sends_on(desk, next(one for one in desk.line(line).cases if one.confidential), "Delivery")
    sent = desk.line(line).cases[-1]
    assert (before.department, words_of(desk.line(line), before)) == ("Packing", SCRATCHED)
    assert CUT in words_of(desk.line(line), sent)


def test_an_answer_without_words_has_nothing_to_send_on_though_it_speaks_for_another(desk: Desk) -> None:
    line = desk.answers(answer(None, HURT, question_key="hurt"))
    desk.routes(line, "fact#hurt")
    desk.answers(answer(1, "", question_key="recommend", hints={CONTACT_WANTED: True}))
    desk.routes(line, "fact#recommend")
    silent = next(one for one in desk.line(line).cases if one.fact == "fact#recommend")
    assert (silent.confidential, words_of(desk.line(line), silent)) == (True, "")
    with pytest.raises(Refused, match="words are gone"):
        sends_on(desk, silent, "Packing")


def test_an_answer_that_is_plain_once_it_is_revised_goes_its_usual_way(desk: Desk) -> None:
    said = answer(None, CUT, question_key="why")
    line = desk.answers(said)
    desk.routes(line, "fact#why")
    sends_on(desk, desk.case(line), "Delivery")
    desk.answers(replace(said, verbatim=SCRATCHED, revision=2))
    assert desk.routes(line, "fact#why", revision=2)[0].startswith("gathered")
    assert [one.words for one in desk.line(line).gathered] == [SCRATCHED]
    assert words_of(desk.line(line), desk.case(line, 2)) == SCRATCHED
