"""The contact opens the case of their mail and sends on what was in no confidence: the pages, from tick to receipt."""

import re
from dataclasses import replace
from html import unescape
from typing import Any

import pytest

from fakes.outside import ROOT
from fakes.values import small_map
from handlers.events import form_post, http, json_post
from handlers.live import Live, body_of
from handlers.mails import sent
from handlers.test_pages import token
from throughline.domain.line import Line
from throughline.domain.seal import line_of

CUT = "The head office cut the opening hours, and the lamp was scratched."
TRUST, PACKING = "trust@shop.example", "packing@shop.example"


class Confided:
    """A note that only sounded like something in confidence, before its contact."""

    def __init__(self, live: Live, **more: str) -> None:
        trusted = replace(small_map(), confidential_contact=f"Ida Berg, {TRUST}", version="trusting")
        live.atlas.maps.replace(trusted)
        self.live = live
        said = {"id": "device-cut-1", "text": CUT, "sure": "yes", **more}
        answer = live.call("feedback_form", json_post(f"/f/{live.place.id}", said))
        self.receipt = str(body_of(answer)["receipt"])
        live.flows()
        self.path = f"/c/{token('case', self.line.cases[0].subject)}"

    @property
    def line(self) -> Line:
        return self.live.ledger.facts.line(line_of(ROOT, self.receipt))

    def page(self) -> str:
        return str(self.live.call("case_page", http("GET", self.path, accept="text/html"))["body"])

    def form(self, page: str) -> dict[str, str]:
        """What the one form of the page that sends on carries."""
        (form,) = [one for one in re.findall(r"<form.*?</form>", page, re.DOTALL) if 'value="send_on"' in one]
        return {name: unescape(value) for name, value in re.findall(r'name="(\w+)" value="([^"]*)"', form)}

    def presses(self, fields: dict[str, str]) -> Any:
        answer = self.live.call("case_page", form_post(self.path, fields))
        self.live.flows()
        return answer


def plain(answer: Any) -> str:
    return re.sub(r"</?bdi>", "", answer["body"])


@pytest.fixture
def confided(live: Live) -> Confided:
    return Confided(live)


def test_ticked_and_pressed_it_is_packings_and_the_receipt_says_so(live: Live, confided: Confided) -> None:
    fields = confided.form(confided.page())
    assert fields["sure"] == "yes"
    answer = confided.presses({**fields, "to": "Packing"})
    assert answer["statusCode"] == 200
    assert "Confidential contact sent it on" in plain(answer)
    assert [one.department for one in confided.line.cases] == ["Confidential contact", "Packing"]
    assert [len(sent(live, to)) for to in (TRUST, PACKING)] == [1, 1]
    receipt = live.call("receipt_page", http("GET", "/r", query=f"receipt={confided.receipt}", accept="text/html"))
    assert "Ida Berg sent it on" in plain(receipt)
    assert "Your note is with Packing" in plain(receipt)


def test_without_the_tick_nothing_goes(live: Live, confided: Confided) -> None:
    fields = {name: value for name, value in confided.form(confided.page()).items() if name != "sure"}
    answer = confided.presses({**fields, "to": "Packing"})
    assert answer["statusCode"] == 400
    assert "Nothing was sent on." in answer["body"]
    assert (len(confided.line.cases), sent(live, PACKING)) == (1, [])


def test_the_same_form_twice_is_one_mail(live: Live, confided: Confided) -> None:
    fields = {**confided.form(confided.page()), "to": "Packing"}
    assert [confided.presses(fields)["statusCode"] for _ in range(2)] == [200, 200]
    assert len(sent(live, PACKING)) == 1


def test_what_was_ticked_on_the_form_offers_nothing_and_takes_nothing(live: Live) -> None:
    wished = Confided(live, confide="yes")
    assert 'value="send_on"' not in wished.page()
    assert body_of(wished.live.call("case_page", http("GET", wished.path, accept="application/json")))["sending"] == ""


def test_left_to_a_person_the_manager_reads_it(live: Live, confided: Confided) -> None:
    answer = confided.presses({**confided.form(confided.page()), "to": ""})
    assert answer["statusCode"] == 200
    (parked,) = live.ledger.cases.parked()
    assert (parked.words, parked.reason) == (CUT, "it was not in confidence, and nobody has said yet whose it is")


def test_whoever_left_an_address_gets_a_second_mail(live: Live) -> None:
    confided = Confided(live, email="ros.wren@shop.example", name="Ros")
    confided.presses({**confided.form(confided.page()), "to": "Packing"})
    first, second = (str(one) for one in sent(live, "ros.wren@shop.example"))
    assert "Only Ida Berg reads it" in " ".join(first.replace("=\n", "").split())
    assert "Ida Berg read it, found that it was not, and sent it on." in " ".join(second.replace("=\n", "").split())
