"""Exports of survey tools, by the mapping of their headings."""

import io
import tracemalloc
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from throughline.adapters.surveys.export import rows_of
from throughline.domain.survey import Answer, Metric
from throughline.domain.survey_mapping import MappedSurvey, Question, SurveyMap
from throughline.domain.survey_reading import Ignored
from throughline.domain.table import Problem
from throughline.errors import Refused

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
NPS = Question("How likely?", Metric.NPS, (0, 10), touchpoint="Delivery")
WORDS = Question("Why?", verbatim=True)
PLAIN = MappedSurvey("tally", "s1", (NPS, WORDS))


def found(content: bytes | str, survey: MappedSurvey = PLAIN) -> list[Answer | Problem | Ignored]:
    raw = content.encode() if isinstance(content, str) else content
    return list(rows_of(io.BytesIO(raw), SurveyMap(survey.source, (survey,)), survey, NOW))


def answers(content: bytes | str, survey: MappedSurvey = PLAIN) -> list[Answer]:
    rows = found(content, survey)
    assert [one for one in rows if isinstance(one, Problem)] == []
    return [one for one in rows if isinstance(one, Answer)]


FILE = 'Response ID,Submitted at,How likely?,Why?\nr1,2026-11-20 09:30:00,3,"Crushed,\nand ""late"""\nr2,,9,\n'


def test_a_row_gives_score_and_words_of_one_response() -> None:
    score, words, second = answers(FILE)
    assert (score.metric, score.score, score.response_id, score.touchpoint_hint) == (Metric.NPS, 3, "r1", "Delivery")
    assert (words.verbatim, words.line) == ('Crushed,\nand "late"', score.line)
    assert score.answered_at == datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
    assert (second.score, second.answered_at, second.received_at) == (9, None, NOW)


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_it_is_read_however_it_was_saved(separator: str, encoding: str) -> None:
    text = f"Response ID{separator}How likely?{separator}Why?\r\nr1{separator}3{separator}Überall Kratzer\r\n"
    score, words = answers(text.encode(encoding))
    assert (score.score, words.verbatim) == (3, "Überall Kratzer")


def test_a_separator_that_is_told_is_taken() -> None:
    assert answers("sep=;\nHow likely?;Why?\n3;a, b\n")[1].verbatim == "a, b"


def test_headings_of_qualtrics_take_three_rows() -> None:
    survey = MappedSurvey(
        "qualtrics", "SV_1", (Question("QID1_NPS", Metric.NPS, (0, 10)), WORDS), time_zone="Europe/Berlin"
    )
    file = (
        "StartDate,EndDate,Finished,ResponseId,Q1,Q2\n"
        'Start Date,End Date,Finished,Response ID,"How likely,\nreally?",Why?\n'
        '"{""ImportId"":""startDate""}","{""ImportId"":""endDate""}","{""ImportId"":""finished""}",'
        '"{""ImportId"":""_recordId""}","{""ImportId"":""QID1_NPS""}","{""ImportId"":""QID2_TEXT""}"\n'
        "2026-11-20 09:00:00,2026-11-20 10:00:00,False,R_1,6,Late\n"
    )
    score, words = answers(file, survey)
    assert (score.response_id, score.score, score.finished, words.verbatim) == ("R_1", 6, False, "Late")
    assert score.answered_at == datetime(2026, 11, 20, 9, tzinfo=UTC)


def test_headings_of_surveymonkey_take_two_rows() -> None:
    survey = MappedSurvey("surveymonkey", "4001", (NPS, Question("Rate us / Delivery", Metric.CSAT, (1, 5)), WORDS))
    file = (
        "Respondent ID,Start Date,End Date,IP Address,How likely?,Rate us,,Why?\n"
        ",,,,Response,Packing,Delivery,Open-Ended Response\n"
        "7001,11/20/2026 9:00:00 AM,11/20/2026 9:30:00 PM,10.1.2.3,3,5,4,Late\n"
    )
    score, delivery, words = answers(file, survey)
    assert (score.score, delivery.score, words.verbatim) == (3, 4, "Late")
    assert score.answered_at == datetime(2026, 11, 20, 21, 30, tzinfo=UTC)
    assert "10.1.2.3" not in str((score, delivery, words))


@pytest.mark.parametrize(
    ("status", "channel"),
    [("Survey Preview", "preview"), ("1", "preview"), ("1", "anonymous"), ("0", "test"), ("Survey Preview", "")],
)
def test_a_row_by_which_somebody_tried_the_survey_is_passed_over(status: str, channel: str) -> None:
    rows = f"r1,{status},{channel},9\nr2,IP Address,anonymous,9\nr3,0,email,9\n"
    tried, *real = found("ResponseId,Status,DistributionChannel,How likely?\n" + rows, _only(NPS))
    assert isinstance(tried, Ignored)
    assert [one.response_id for one in real if isinstance(one, Answer)] == ["r2", "r3"]


def test_a_status_of_another_tool_passes_no_row_over() -> None:
    assert len(answers("Response ID,Status,How likely?\nr1,1,9\nr2,Survey Preview,9\n", _only(NPS))) == 2


def test_a_single_heading_stays_one_when_the_first_answer_is_blank() -> None:
    assert [one.response_id for one in answers("Response ID,How likely?\nr1,\nr2,9\n", _only(NPS))] == ["r2"]


def test_own_names_of_columns_and_paths_are_followed() -> None:
    survey = MappedSurvey(
        "tally",
        "s1",
        (NPS,),
        touchpoint_from="hidden.place",
        customer_ref="customer",
        response_id="Number",
        answered_at="When",
        day_first=True,
    )
    untold = replace(survey, questions=(replace(NPS, touchpoint=""),))
    file = "Number,ID,When,place,customer,How likely?\n17,x,04/03/2026,Leith,c-1,9\n18,x,,,ros@example.com,9\n"
    first, second = answers(file, untold)
    assert (first.response_id, first.touchpoint_hint, first.customer_ref) == ("17", "Leith", "c-1")
    assert first.answered_at == datetime(2026, 3, 4, tzinfo=UTC)
    assert (second.customer_ref, answers(file, survey)[0].touchpoint_hint) == ("", "Delivery")


def test_a_row_without_an_id_is_known_by_what_it_says() -> None:
    file = "How likely?,Why?\n3,Late\n9,Good\n"
    first, again = answers(file), answers(file)
    assert [one.response_id for one in first] == [one.response_id for one in again]
    assert len({one.line for one in first}) == 2


def test_a_later_edit_counts_more_than_an_earlier_one() -> None:
    early, late = (answers(FILE.replace("09:30:00", when))[0].revision for when in ("09:30:00", "09:31:00"))
    assert early < late


@pytest.mark.parametrize("cell", ["11", "-1", "3.5", "very", "3 of 10"])
def test_a_score_off_its_scale_is_told_with_its_row(cell: str) -> None:
    file = f"Response ID,How likely?,Why?\nr1,9,\n\nr2,{cell},Late\n"
    good, problem, words = found(file)
    assert isinstance(good, Answer)
    assert isinstance(words, Answer)
    assert isinstance(problem, Problem)
    assert (problem.row, problem.column) == (4, "How likely?")
    assert "0 to 10" in problem.what


def test_a_time_that_cannot_be_read_is_told_and_the_answer_kept() -> None:
    problem, answer = found("Response ID,Date,How likely?\nr1,soon,9\n", _only(NPS))
    assert isinstance(problem, Problem)
    assert isinstance(answer, Answer)
    assert answer.answered_at is None


@pytest.mark.parametrize("cell", ["", " ", "-", "N/A", "Skipped"])
def test_what_was_skipped_is_no_answer(cell: str) -> None:
    assert answers(f"How likely?,Why?\n{cell},\n9,\n")[0].score == 9


def test_a_column_that_is_missing_is_named_with_the_nearest() -> None:
    with pytest.raises(Refused, match="How likely") as refusal:
        found("Response ID,How likly?,Why?\nr1,3,x\n")
    assert "How likly?" in refusal.value.do


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\xff\xfe", b"\x00\x01\x02"])
def test_a_file_without_the_columns_is_refused(content: bytes) -> None:
    with pytest.raises(Refused):
        found(content)


def test_cells_that_never_end_are_refused() -> None:
    with pytest.raises(Refused, match="told apart"):
        found(b'How likely?,Why?\n9,"' + b"x" * 3_000_000)


def test_many_rows_need_no_more_memory_than_few(tmp_path: Path) -> None:
    def peak(count: int) -> tuple[int, int]:
        path = tmp_path / f"{count}.csv"
        path.write_text(
            "Response ID,How likely?,Why?\n" + "".join(f"r{one},9,Good.\n" for one in range(count)), "utf-8"
        )
        with path.open("rb") as file:
            tracemalloc.start()
            try:
                read = sum(1 for _ in rows_of(file, SurveyMap("tally", (PLAIN,)), PLAIN, NOW))
                return read, tracemalloc.get_traced_memory()[1]
            finally:
                tracemalloc.stop()

    (few, small), (many, large) = peak(3_000), peak(30_000)
    assert (few, many) == (6_000, 60_000)
    assert large < small + 1_000_000


def _only(*questions: Question) -> MappedSurvey:
    return MappedSurvey("tally", "s1", questions)
