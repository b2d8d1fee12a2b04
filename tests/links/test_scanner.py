"""A scanner that opens every link of every mail and presses every button: looking changes nothing."""

from urllib.parse import urlsplit

from fakes.values import SITE
from links.robot import FORM, Form, Robot
from links.routes import answer
from links.sent import READER, SUBMITTER, GoodWeek, Sent
from throughline.domain.case import State

LINKED = {"case": "/c/", "desk": "/d/", "receipt": "/r", "form": "/f/", "choice": "/u/"}
ONE_CLICK = b"List-Unsubscribe=One-Click"


def walked(week: GoodWeek) -> Robot:
    robot = Robot(SITE)
    robot.look("/r")
    for mail in week.mails():
        for link in (*mail.links, *mail.in_headers):
            robot.look(link)
    return robot


def doing(form: Form) -> str:
    """What a form is for, by the step that stands in it or the page that it goes to."""
    return form.values.get("action") or next(name for name, head in LINKED.items() if form.action.startswith(head))


def test_every_kind_of_mail_went_out_with_its_links(week: GoodWeek) -> None:
    mails = week.mails()
    by_reader = {to: [mail for mail in mails if mail.to == to] for to in {mail.to for mail in mails}}
    assert {to: len(some) for to, some in by_reader.items()} == {"packing@shop.example": 3, SUBMITTER: 5, READER: 1}
    assert all(heads_of(mail) == {"/c/", "/d/"} for mail in by_reader["packing@shop.example"])
    assert all(heads_of(mail) == {"/r"} for mail in by_reader[SUBMITTER])
    assert heads_of(by_reader[READER][0]) == {"/f/", "/u/"}
    assert by_reader[READER][0].in_headers


def heads_of(mail: Sent) -> set[str]:
    paths = [urlsplit(link).path for link in mail.links if link.startswith(SITE)]
    return {head for head in LINKED.values() for path in paths if path.startswith(head)}


def test_looking_at_every_link_changes_nothing(week: GoodWeek) -> None:
    before = week.state()
    robot = walked(week)
    assert week.state() == before
    assert {visit.method for visit in robot.visits} == {"HEAD", "GET"}
    looked = {urlsplit(visit.url).path[:3]: visit.status for visit in robot.visits if visit.method == "GET"}
    assert looked.pop("/d/") == 401  # the robot's device is not known there
    assert set(looked.values()) == {200}
    seen = {head for head in LINKED.values() for visit in robot.visits if visit.url.startswith(head)}
    assert seen == set(LINKED.values())


def test_the_only_buttons_that_act_by_themselves_say_we_have_it_and_send_the_code(week: GoodWeek) -> None:
    """Pressed as they stand, with nothing filled in; “we have it” comes last, since it makes other nonces stale.

    The code goes to the department's mailbox, and shows the robot nothing.
    """
    robot = walked(week)
    acted: set[str] = set()
    refused: set[str] = set()
    for url, form in sorted(robot.forms, key=lambda one: one[1].values.get("action") == "acknowledge"):
        before = week.state()
        visit = robot.press(url, form)
        (refused if visit.status >= 400 else acted if week.state() != before else set()).add(doing(form))
    assert acted == {"acknowledge", "send_code"}
    assert refused == {"answer", "resolve", "hand_on", "extend", "undo", "form", "receipt"}
    assert {doing(form) for _, form in robot.forms} == acted | refused | {"choice"}


def test_that_button_pressed_again_changes_nothing_and_closes_no_way(week: GoodWeek) -> None:
    robot = walked(week)
    url, form = next(one for one in robot.forms if one[1].values.get("action") == "acknowledge")
    assert robot.press(url, form).status == 200
    before = week.state()
    assert robot.press(url, form).status == 200
    assert week.state() == before
    assert week.case(week.open).state is State.ACKNOWLEDGED
    assert "resolve" in {action.value for action in week.case(week.open).allowed()}


def test_leaving_the_digest_takes_a_mail_programs_own_word(week: GoodWeek) -> None:
    link = next(link for mail in week.mails() for link in mail.in_headers)
    before = week.state()
    for method in ("HEAD", "GET", "OPTIONS", "PUT", "DELETE"):
        answer(method, link, ONE_CLICK, content_type=FORM)
    answer("POST", link, b"", content_type=FORM)
    assert week.state() == before
    assert answer("POST", link, ONE_CLICK, content_type=FORM)["statusCode"] == 200
    reader = week.live.atlas.directory.person("id-ada")
    assert reader
    assert reader.digest == "off"


def test_nothing_but_get_and_post_is_answered(week: GoodWeek) -> None:
    before = week.state()
    for mail in week.mails():
        for link in mail.links:
            for method in ("HEAD", "PUT", "PATCH", "DELETE", "OPTIONS"):
                assert answer(method, link)["statusCode"] == 404
    assert week.state() == before
