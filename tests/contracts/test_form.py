import json
from urllib.parse import parse_qsl

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from contracts.catalogue import inbound
from throughline.contracts.form import FormProblems, read_report
from throughline.domain.feedback import MAX_TEXT, Channel, Kind, Reporter
from throughline.domain.place import Place

PLACE = Place("Hn3v0m3rK7yX2bQe5sJ1Zw", "Leith shop", 15)
SOUND = {"id": "0d6f1c1e-5a8e", "text": "The lamp was scratched."}


def wrong_fields(**fields: str) -> list[str]:
    with pytest.raises(FormProblems) as refused:
        read_report(SOUND | fields, place=PLACE)
    assert refused.value.field == refused.value.problems[0].field
    assert all(problem.what.endswith(".") and problem.do.endswith(".") for problem in refused.value.problems)
    return [problem.field for problem in refused.value.problems]


def test_a_few_words_and_an_id_are_enough() -> None:
    report = read_report(SOUND, place=PLACE)
    assert (report.identity, report.channel, report.text) == (SOUND["id"], Channel.FORM, SOUND["text"])
    assert (report.kind, report.reporter, report.language) == (None, Reporter(), "en")
    assert report.place == "Leith shop"


def test_a_browsers_form_is_read() -> None:
    event = inbound("form-post.http")
    report = read_report(dict(parse_qsl(event["body"], keep_blank_values=True)), place=PLACE)
    assert report.kind is Kind.ISSUE
    assert report.touchpoint == "Opening the parcel"
    assert report.reference == "ORD-20871"
    assert report.text.splitlines()[1] == "It is the third this week."


def test_its_json_twin_is_read() -> None:
    report = read_report(json.loads(inbound("json-post.http")["body"]), place=PLACE)
    assert report.reporter == Reporter("Ros", "ros@example.com")


def test_everything_that_is_wrong_is_told_at_once() -> None:
    fields = {"id": "short", "text": " \n ", "kind": "rant", "email": "ros at home", "name": "x" * 201}
    assert wrong_fields(**fields) == ["text", "kind", "name", "email", "id"]


@pytest.mark.parametrize("name", ["touchpoint", "name", "reference"])
def test_short_fields_end_at_two_hundred_characters(name: str) -> None:
    assert wrong_fields(**{name: "x" * 201}) == [name]
    assert read_report(SOUND | {name: "x" * 200}, place=PLACE)


def test_a_text_ends_at_twenty_thousand_characters() -> None:
    assert wrong_fields(text="x" * (MAX_TEXT + 1)) == ["text"]
    assert read_report(SOUND | {"text": "x" * MAX_TEXT}, place=PLACE).text == "x" * MAX_TEXT


@pytest.mark.parametrize("identity", ["", "1234567", "x" * 129, "with space", "sömething", "12345678\n"])
def test_an_id_is_plain(identity: str) -> None:
    assert wrong_fields(id=identity) == ["id"]


@pytest.mark.parametrize("address", ["ros@", "a@b", "a@example.com, b@example.com", "Ros <ros@example.com>"])
def test_an_address_is_one_plain_address(address: str) -> None:
    assert wrong_fields(email=address) == ["email"]


def test_a_line_break_cannot_enter_a_name() -> None:
    report = read_report(SOUND | {"name": "Ros\r\nBcc: all@example.com"}, place=PLACE)
    assert report.reporter.name == "Ros Bcc: all@example.com"


def test_a_browser_and_a_program_send_the_same_words() -> None:
    lines = read_report(SOUND | {"text": "one\r\ntwo "}, place=PLACE)
    assert lines.digest() == read_report(SOUND | {"text": "one\ntwo"}, place=PLACE).digest()


def test_a_language_that_nobody_chose_is_english() -> None:
    assert read_report(SOUND | {"language": "pt-BR"}, place=PLACE).language == "pt-BR"
    assert read_report(SOUND | {"language": "<b>"}, place=PLACE).language == "en"


@settings(deadline=None)
@given(some.dictionaries(some.sampled_from(["id", "text", "kind", "name", "email", "touchpoint"]), some.text()))
def test_whatever_is_sent_is_a_report_or_a_list_of_problems(fields: dict[str, str]) -> None:
    try:
        report = read_report(fields, place=PLACE)
        sound = bool(report.text.encode()) and bool(report.digest())
    except FormProblems as refused:
        sound = bool(refused.problems)
    assert sound
