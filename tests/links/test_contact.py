"""How to reach a customer: no link, no look and no page of another case leads to it."""

import json
from typing import Any

from fakes.outside import ROOT
from handlers.events import json_post
from handlers.live import body_of
from links.robot import Robot
from links.sent import GoodWeek
from throughline.contracts.signature import sign
from throughline.domain.seal import derived, nonce_of
from throughline.domain.survey import Answer

LINE = Answer("own", "after-delivery", "r-9", "q").line
CONTACT = {"name": "Zqcaller", "email": "zqcaller@home.example", "phone": "+44 7946"}


def asks(week: GoodWeek) -> None:
    row = {"survey_id": "after-delivery", "response_id": "r-9", "question_key": "q", "verbatim": "The box was crushed."}
    body = json.dumps({**row, "contact": {"wanted": True, **CONTACT}}).encode()
    headers = sign(derived(ROOT, "responses"), "msg_9", week.now, body)
    named = {name.replace("-", "_"): value for name, value in headers.items()}
    assert week.live.call("survey_answered", json_post("/v1/responses", body, **named))["statusCode"] == 201
    week.live.flows()


def posts(week: GoodWeek, nonce: str) -> Any:
    sent = {"nonce": nonce, "action": "contact"}
    return week.live.call("case_page", json_post(f"/c/{week.token(LINE)}", sent))


def test_a_scanner_that_follows_every_link_of_the_mail_sees_nothing(week: GoodWeek) -> None:
    asks(week)
    before, robot = week.state(), Robot("https://line.example")
    mail = next(one for one in week.mails() if "call back" in one.subject)
    for link in (*mail.links, *mail.in_headers):
        robot.look(link)
    assert any(visit.url.startswith("/c/") for visit in robot.visits)
    assert any(form.values.get("action") == "contact" for _, form in robot.forms)
    assert "qcaller" not in str(robot.visits)
    assert week.state() == before


def test_a_nonce_of_another_case_another_key_or_another_version_opens_nothing(week: GoodWeek) -> None:
    asks(week)
    case, before = week.case(LINE), week.state()
    foreign = {
        "none": "",
        "another case's": nonce_of(ROOT, week.case(week.open).subject, case.version),
        "another number's": nonce_of(ROOT, f"{LINE}/2", case.version),
        "another key's": nonce_of(b"another root", case.subject, case.version),
        "mutated": week.nonce(LINE)[:-1] + "g",
    }
    answers = {name: posts(week, nonce) for name, nonce in foreign.items()}
    assert {name: one["statusCode"] for name, one in answers.items()} == dict.fromkeys(foreign, 403)
    ahead = posts(week, nonce_of(ROOT, case.subject, case.version + 1))
    assert ahead["statusCode"] == 409
    assert "qcaller" not in str([*answers.values(), ahead])
    assert week.state() == before


def test_the_page_of_an_ordinary_case_opens_none(week: GoodWeek) -> None:
    asks(week)
    before = week.state()
    answer = week.act(week.open, "contact")
    assert (body_of(answer)["outcome"], body_of(answer)["contact"]) == ("late", None)
    assert week.state() == before


def test_whoever_acts_in_between_makes_the_page_stale(week: GoodWeek) -> None:
    asks(week)
    old = week.nonce(LINE)
    assert body_of(posts(week, old))["contact"] == CONTACT
    week.act(LINE, "acknowledge")
    assert posts(week, old)["statusCode"] == 409
    assert body_of(posts(week, week.nonce(LINE)))["contact"] == CONTACT


def test_opening_it_twice_is_noted_once_and_moves_nothing(week: GoodWeek) -> None:
    asks(week)
    nonce = week.nonce(LINE)
    posts(week, nonce)
    before = week.state()
    assert body_of(posts(week, nonce))["outcome"] == "shown"
    assert week.state() == before
    assert week.nonce(LINE) == nonce
