"""A reader's choice and an answer's count: each kept once, each repeat harmless."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import cast

import pytest

from throughline.adapters.one_click import is_one_click
from throughline.domain.survey import Answer, Metric
from throughline.errors import Refused
from throughline.ports import Facts
from throughline.usecases.choose_digest import choose_digest, masked
from throughline.usecases.tally_answer import Tallied, tally_answer
from unit.digest.rooms import MemoryDirectory, MemoryFigures, person

FORM = "application/x-www-form-urlencoded"
PARTS = "multipart/form-data; boundary=xyz"
PART = b'--xyz\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--xyz--\r\n'
ANSWER = Answer("own", "after-delivery", "r1", "q1", metric=Metric.NPS, score=9)


class OneAnswer:
    def __init__(self, answer: Answer | None) -> None:
        self.held = answer

    def answer(self, line: str, fact: str) -> Answer | None:
        assert (line, fact) == ("S#own#r1", "fact#q1")
        return self.held


def tallied(answer: Answer | None, figures: MemoryFigures) -> Tallied:
    return tally_answer(line="S#own#r1", fact="fact#q1", facts=cast("Facts", OneAnswer(answer)), figures=figures)


def test_a_choice_is_kept_and_its_repeat_changes_nothing() -> None:
    directory = MemoryDirectory({"id-ada": person()})
    assert choose_digest(person="id-ada", digest="off", directory=directory).reason == "changed"
    assert choose_digest(person="id-ada", digest="off", directory=directory).reason == "it was so before"
    assert directory.known["id-ada"].digest == "off"


def test_nobody_under_a_link_is_no_error() -> None:
    chosen = choose_digest(person="gone", digest="off", directory=MemoryDirectory({}))
    assert (chosen.choice, chosen.reason) == ("off", "nobody is written to under this link")


def test_an_unknown_rhythm_says_which_there_are() -> None:
    with pytest.raises(Refused) as refused:
        choose_digest(person="id-ada", digest="daily", directory=MemoryDirectory({}))
    assert refused.value.do == "Choose one of these: weekly, monthly, off."


def test_an_address_is_masked() -> None:
    assert masked("ada@shop.example") == "a…@shop.example"


@pytest.mark.parametrize(
    ("kind", "body", "expected"),
    [
        (FORM, b"List-Unsubscribe=One-Click", True),
        ("", b"List-Unsubscribe=One-Click", True),
        (FORM, b"digest=weekly", False),
        (FORM, b"", False),
        (PARTS, PART, True),
        (PARTS, PART.replace(b"One-Click", b"No"), False),
        ("multipart/form-data", PART, False),
        (PARTS, b"\xff\xfe", False),
        ("multipart/form-data; boundary=\r\nx", PART, False),
    ],
)
def test_one_click_is_known_in_each_form_that_mail_programs_post(kind: str, body: bytes, expected: bool) -> None:
    assert is_one_click(kind, body) is expected


def test_an_answer_counts_in_the_week_it_was_given_in() -> None:
    late_sunday = datetime(2026, 11, 22, 23, 59, tzinfo=UTC)
    answer = replace(ANSWER, answered_at=late_sunday, received_at=datetime(2026, 11, 25, tzinfo=UTC))
    figures = MemoryFigures()
    assert tallied(answer, figures) == Tallied(counted=True, reason="counted in 2026-W47")
    assert tallied(answer, figures) == Tallied(counted=False, reason="it was counted before")


def test_without_its_own_time_an_answer_counts_when_it_came() -> None:
    answer = replace(ANSWER, received_at=datetime(2026, 11, 25, tzinfo=UTC))
    assert tallied(answer, MemoryFigures()).reason == "counted in 2026-W48"


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (None, "it is gone"),
        (replace(ANSWER, metric=None), "it measures nothing"),
        (ANSWER, "nobody knows when it was given"),
    ],
)
def test_what_is_not_counted_says_why(answer: Answer | None, reason: str) -> None:
    assert tallied(answer, MemoryFigures()) == Tallied(counted=False, reason=reason)
