"""What the contact sends on is the department's from then on: its words, and nothing that the two have said."""

from dataclasses import replace

import pytest

from fakes.outside import ROOT
from fakes.values import small_map
from handlers.devices import known_to
from handlers.events import http, json_post
from handlers.live import body_of
from handlers.mails import sent
from handlers.test_pages import token
from privacy.story import Story, found_in, logged
from throughline.domain.case import Case
from throughline.domain.journey import CONFIDANT
from throughline.domain.line import Line
from throughline.domain.seal import line_of, nonce_of
from throughline.usecases.may_send_on import sending_subject
from throughline.usecases.reply_by_receipt import nonce_subject

TRUST, PACKING = "trust@shop.example", "packing@shop.example"
CUT = "The head office cut the opening hours, and the box was scratched, zqcut."
BETWEEN = ("zqasked", "zqtold")  # what the contact and whoever wrote it said to each other


class SentOn:
    """The contact asks, whoever wrote it answers, and then it is sent on to Packing."""

    def __init__(self, story: Story) -> None:
        self.story, self.live = story, story.live
        trusted = replace(small_map(), confidential_contact=f"Ida Berg, {TRUST}", version="trusting")
        self.live.atlas.maps.replace(trusted)
        note = json_post(f"/f/{story.small.id}", {"id": "device-cut-1", "text": CUT})
        self.receipt = str(body_of(self.live.call("feedback_form", note))["receipt"])
        self.live.flows()
        self.acts("answer", text="When was that, zqasked?")
        self.replies("On Monday, zqtold.")
        self.before = found_in({"mails": str(sent(self.live, PACKING)), "events": str(story.public())}, "zqcut")
        case = self.case
        self.acts("send_on", nonce=nonce_of(ROOT, sending_subject(case, self.line), case.version), to="Packing")

    @property
    def line(self) -> Line:
        return self.live.ledger.facts.line(line_of(ROOT, self.receipt))

    @property
    def case(self) -> Case:
        return self.line.cases[0]

    def acts(self, action: str, **said: str) -> None:
        nonce = nonce_of(ROOT, self.case.subject, self.case.version)
        given = {"nonce": nonce, "action": action, "sure": "yes", **said}
        answer = self.live.call("case_page", json_post(f"/c/{token('case', self.case.subject)}", given))
        assert answer["statusCode"] == 200
        self.live.flows()

    def replies(self, text: str) -> None:
        nonce = nonce_of(ROOT, nonce_subject(self.case), self.case.version)
        said = {"receipt": self.receipt, "number": "1", "nonce": nonce, "action": "reply", "text": text}
        assert self.live.call("receipt_page", json_post("/r", said))["statusCode"] == 200
        self.live.flows()

    def shown_to_packing(self) -> dict[str, str]:
        """Every mail and page of theirs."""
        pages = {"case": f"/c/{token('case', self.line.cases[1].subject)}", "desk": f"/d/{token('desk', 'Packing')}"}
        asked = {
            name: http("GET", path, accept="text/html", cookie=known_to("Packing")) for name, path in pages.items()
        }
        shown = {name: str(self.live.call(f"{name}_page", event)["body"]) for name, event in asked.items()}
        return {**shown, "mails": "".join(map(str, sent(self.live, PACKING)))}


@pytest.fixture
def told(story: Story) -> SentOn:
    return SentOn(story)


def test_before_it_is_sent_on_no_department_and_no_other_system_hears_of_it(told: SentOn) -> None:
    assert told.before == []


def test_the_department_reads_the_note_and_nothing_that_the_two_have_said(told: SentOn) -> None:
    shown = told.shown_to_packing()
    assert found_in(shown, "zqcut") == ["zqcut in case", "zqcut in desk", "zqcut in mails"]
    assert found_in(shown, *BETWEEN, "Ida Berg") == []


def test_other_systems_hear_of_the_departments_case_and_of_no_contact(story: Story) -> None:
    with logged() as rows:
        SentOn(story)
    public = story.public()
    assert ["CaseRouted" in one for one in public] == [True]
    seen = {str(at): text for at, text in enumerate([*rows, *public, *map(str, story.queued)])}
    assert found_in(seen, "zqcut", *BETWEEN, CONFIDANT) == []


def test_whoever_wrote_it_still_reads_both(told: SentOn) -> None:
    asked = http("GET", "/r", query=f"receipt={told.receipt}", accept="text/html")
    page = str(told.live.call("receipt_page", asked)["body"])
    assert found_in({"page": page}, "zqasked", "Ida Berg", "Packing") == [
        "Ida Berg in page",
        "Packing in page",
        "zqasked in page",
    ]
