"""Whether a customer asked to be contacted, and how: by the mapping, and of those who asked only."""

from pathlib import Path
from typing import Any

import pytest

from fakes.values import NOW
from throughline.adapters.surveys.answering import Response, answers_of
from throughline.adapters.surveys.canonical import row_of
from throughline.adapters.surveys.given import Given, Keep
from throughline.contracts.contact_fields import shown_of, without_contacts
from throughline.contracts.incoming import read_answers, read_responses
from throughline.domain.contact import Contact
from throughline.domain.survey import CONTACT_WANTED, Metric
from throughline.domain.survey_mapping import MappedSurvey, Question, SurveyMap
from throughline.domain.survey_reading import Complete
from throughline.errors import Refused
from unit.surveys.test_mapping_check import checked

WISH = Question("may-we", contact="wish", yes=("Yes", "Yes please"))
SURVEY = MappedSurvey(
    "tally",
    "a",
    (
        WISH,
        Question("q1", Metric.NPS, (0, 10)),
        Question("first", contact="name"),
        Question("last", contact="name"),
        Question("mail", contact="email"),
    ),
    contact_from=(("phone", "hidden.tel"),),
)
ROW = {"survey_id": "a", "response_id": "r", "question_key": "q"}
KIM = {"name": "Kim Wren", "email": "kim@home.example", "phone": "+44 20 7946 0000"}


def read(wish: Any, survey: MappedSurvey | None = SURVEY) -> Complete:
    given = [
        Given(("may-we", "May we call you?"), wish),
        Given(("q1",), 2),
        Given(("first",), "Kim"),
        Given(("last",), " Wren "),
        Given(("mail",), KIM["email"], Keep.NEVER),
        Given(("tel",), KIM["phone"], Keep.IF_MAPPED),
    ]
    response = Response("a", "r", beside={"hidden": {"tel": KIM["phone"]}})
    reading = answers_of(response, given, SurveyMap("tally"), survey, NOW)
    assert isinstance(reading, Complete)
    return reading


@pytest.mark.parametrize("wish", ["Yes", " yes ", "YES PLEASE", ["No thanks", "Yes"]])
def test_a_customer_who_asked_is_known_apart_from_the_answers(wish: Any) -> None:
    reading = read(wish)
    (asked,) = reading.wishes
    assert asked.contact == Contact(**KIM)
    score, last = reading.answers
    assert (score.question_key, last.question_key, last.hints) == ("q1", "may-we", {CONTACT_WANTED: True})
    assert (asked.line, asked.question_key) == (last.line, "may-we")
    assert not any(said in str([row_of(one) for one in reading.answers]) for said in ("Kim", "home", "7946"))
    assert reading.unmapped == ()


@pytest.mark.parametrize("wish", ["No", "Yes, but not now", True, 1, ["No"]])
def test_of_whoever_did_not_ask_nothing_is_read(wish: Any) -> None:
    reading = read(wish)
    assert reading.wishes == ()
    assert reading.answers[-1].hints == {CONTACT_WANTED: False}


@pytest.mark.parametrize("wish", [None, "", []])
def test_an_unanswered_wish_is_none(wish: Any) -> None:
    reading = read(wish)
    assert (reading.wishes, len(reading.answers)) == ((), 1)


def test_without_a_mapping_nothing_is_guessed() -> None:
    reading = read("Yes", None)
    assert reading.wishes == ()
    assert all(CONTACT_WANTED not in one.hints for one in reading.answers)


# ── the mapping's file ──
def mapped(questions: str, more: str = "") -> str:
    return f"surveys: [{{source: tally, survey_id: a{more}, questions: [{{key: q1, metric: nps}}, {questions}]}}]"


ASKS = "{key: may-we, contact: wish, yes: [Yes, Yes please]}"


def test_a_file_maps_the_wish_and_the_contact(tmp_path: Path) -> None:
    text = mapped(ASKS + ", {key: mail, contact: email}", ", contact_from: {phone: hidden.tel, name: hidden.who}")
    (survey,), problems = checked(tmp_path, text)
    assert problems == []
    assert survey.questions[1:] == (WISH, Question("mail", contact="email"))
    assert survey.contact_from == (("phone", "hidden.tel"), ("name", "hidden.who"))
    assert MappedSurvey.of_document(survey.as_document()) == survey
    assert [one.key for one in survey.kept] == ["q1"]


def test_a_path_may_name_what_it_leads_to(tmp_path: Path) -> None:
    (survey,), problems = checked(tmp_path, mapped(ASKS, ", contact_from: hidden.Email"))
    assert (survey.contact_from, problems) == ((("email", "hidden.Email"),), [])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (mapped("{key: a, contact: wish}"), ["1 yes"]),
        (mapped("{key: a, contact: mail}"), ["1 questions", "1 contact"]),
        (mapped(ASKS + ", {key: b, contact: email, metric: nps}"), ["1 contact"]),
        (mapped(ASKS + ", {key: b, contact: email, yes: [Yes]}"), ["1 yes"]),
        (mapped("{key: b, verbatim: true, yes: [Yes]}"), ["1 yes"]),
        (mapped("{key: b, contact: email}"), ["1 questions"]),
        (mapped(ASKS + ", {key: b, contact: wish, yes: [Ja]}"), ["1 questions"]),
        (mapped("{key: b, verbatim: true}", ", contact_from: hidden.email"), ["1 questions"]),
        (mapped(ASKS, ", contact_from: hidden.whatever"), ["1 contact_from"]),
        (mapped(ASKS, ", contact_from: {fax: hidden.fax}"), ["1 contact_from"]),
        (mapped(ASKS, ", contact_from: [hidden.email, other.email]"), ["1 contact_from"]),
    ],
)
def test_what_is_wrong_with_it_is_told(tmp_path: Path, text: str, told: list[str]) -> None:
    assert checked(tmp_path, text)[1] == told


# ── our own shape ──
def test_an_answer_of_ours_carries_the_contact_beside_it() -> None:
    (answer,), (wish,) = read_responses(ROW | {"contact": {"wanted": True, **KIM}}, source="own", received_at=NOW)
    assert answer.hints == {CONTACT_WANTED: True}
    assert (wish.line, wish.question_key, wish.contact) == (answer.line, "q", Contact(**KIM))


@pytest.mark.parametrize("contact", [{"wanted": False, **KIM}, KIM, {"wanted": None, "email": 7}])
def test_an_answer_of_ours_without_the_wish_has_no_contact(contact: dict[str, Any]) -> None:
    (answer,), wishes = read_responses(ROW | {"contact": contact}, source="own", received_at=NOW)
    assert (answer.hints, wishes) == ({CONTACT_WANTED: False}, ())


@pytest.mark.parametrize(
    ("contact", "field"),
    [
        ("kim", "contact"),
        ({"wanted": "yes"}, "contact.wanted"),
        ({"wanted": True, "email": "kim"}, "contact.email"),
        ({"wanted": True, "phone": 7}, "contact.phone"),
        ({"wanted": True, "fax": "7"}, "contact.fax"),
        ({"wanted": True, "name": "k" * 201}, "contact.name"),
    ],
)
def test_a_contact_of_another_shape_is_refused(contact: Any, field: str) -> None:
    with pytest.raises(Refused) as refusal:
        read_responses(ROW | {"contact": contact}, source="own", received_at=NOW)
    assert refusal.value.field == field


def test_where_queues_would_keep_it_only_the_wish_is_taken() -> None:
    (answer,) = read_answers(ROW | {"contact": {"wanted": True, **KIM}}, source="bus", received_at=NOW)
    assert answer.hints == {CONTACT_WANTED: True}


def test_what_can_not_be_taken_is_kept_without_the_contact() -> None:
    sent = {"responses": [ROW | {"score": "x", "contact": {"wanted": True, **KIM}}], "contact": "kim"}
    assert without_contacts(sent) == {"responses": [ROW | {"score": "x", "contact": {"wanted": True}}], "contact": {}}
    assert shown_of(b"no json") == "no json"
