"""What mails and pages say of what was said in confidence, and how they ask for a second look."""

import pytest

from throughline.adapters.paper import render_letter, render_page
from throughline.domain.giveaway import Giveaway
from unit.paper.common import QUOTE
from unit.paper.contexts import LETTERS
from unit.paper.page_contexts import FORM, PAGES
from unit.paper.page_variants import VARIANTS
from unit.paper.reading import Reading

CONFIDED = LETTERS["case"] | {"confidential": True, "touchpoint": "In confidence", "department": "Confidential contact"}
OUTCOME = {"kind": "confided", "department": "Maren Okafor", "why": "somebody may be hurt", "reply_by": ""}


def test_no_words_stand_where_a_locked_screen_shows_them() -> None:
    letter = render_letter("case", CONFIDED, "en")
    assert letter.subject == "[In confidence] A note for you alone (A7K2)"
    assert QUOTE not in letter.html.partition("<h1")[0]
    assert QUOTE.split(".")[0] in letter.text
    assert "Belongs to" not in letter.text.partition("Why this came")[2]


def test_the_contact_reads_that_it_can_be_sent_on_unless_somebody_asked_for_confidence() -> None:
    offered = "On its page you can send it on"
    told = {wished: render_letter("case", CONFIDED | {"wished": wished}, "en") for wished in (True, False)}
    assert [offered in part for part in (told[True].text, told[True].html)] == [False, False]
    assert [offered in " ".join(part.split()) for part in (told[False].text, told[False].html)] == [True, True]


def test_sending_on_says_who_reads_it_then_and_that_it_stays_so() -> None:
    html = render_page("case", VARIANTS["case_confided"][1], "en")
    offer = html.partition('value="send_on"')[2].partition("</form>")[0]
    assert "will read the words of this note. This can't be taken back." in html
    assert 'name="sure" value="yes" required' in offer
    assert 'name="nonce" value="2.0a1b2c3d"' in html
    assert "<option>Packing</option>" in offer
    assert 'value="send_on"' not in render_page("case", PAGES["case"], "en")


def test_what_was_changed_in_confidence_is_told_to_nobody_else() -> None:
    pages = (render_page("case", context, "en") for context in (VARIANTS["case_confided"][1], PAGES["case"]))
    assert ["and others may too" in page for page in pages] == [False, True]


def test_whoever_wrote_it_reads_that_it_is_in_confidence_no_more() -> None:
    heard = render_letter("heard", LETTERS["heard"] | {"sent_on_by": "Maren Okafor"}, "en")
    for part in (heard.text, Reading(heard.html).words):
        assert "Maren Okafor read it, found that it was not, and sent it on." in " ".join(part.split())
    receipt = Reading(render_page("receipt", VARIANTS["receipt_sent_on"][1], "en")).words
    assert "Maren Okafor sent it on" in receipt
    assert "a department may read it now" in receipt


def test_whoever_is_told_of_a_broken_promise_gets_no_way_to_it() -> None:
    notes = [{**one, "touchpoint": "In confidence", "url": ""} for one in LETTERS["escalated"]["notes"]]
    for unreachable in (True, False):
        said = {"confided": True, "notes": notes, "unreachable": unreachable, "department": "Confidential contact"}
        letter = render_letter("escalated", LETTERS["escalated"] | said, "en")
        assert "/c/" not in letter.text + letter.html
        assert "nobody but them can open it" in letter.text
        assert "comes to you" not in letter.text


def test_the_submitter_hears_who_alone_reads_it_in_german_too() -> None:
    heard = {
        lang: render_letter("heard", LETTERS["heard"] | {"outcomes": [OUTCOME]}, lang).text for lang in ("en", "de")
    }
    assert "Only Maren Okafor reads it" in " ".join(heard["en"].split())
    assert "weil jemand verletzt sein könnte" in " ".join(heard["de"].split())


@pytest.mark.parametrize("one", Giveaway)
def test_each_reason_for_a_second_look_has_words(one: Giveaway) -> None:
    plain, looked = (render_page("form", FORM | {"look": look}, "en") for look in ([], [one]))
    assert looked.count("<li>") == plain.count("<li>") + 1
    assert "Nothing is sent yet" in looked
    assert 'form="note" name="sure" value="yes"' in looked


def test_a_receipt_offers_what_can_be_said_and_keeps_what_was() -> None:
    html = render_page("receipt", PAGES["receipt"], "en")
    assert html.count('value="reply"') == 1
    kept = render_page("receipt", VARIANTS["receipt_look"][1], "en")
    assert QUOTE.split(".")[0] in kept.partition("<textarea")[2]
    assert 'name="sure" value="yes"' in kept


def test_what_nobody_may_read_yet_promises_no_department() -> None:
    html = render_page("receipt", VARIANTS["receipt_confided"][1], "en")
    assert "only <bdi>Maren Okafor</bdi> reads it" in html
    assert "No department gets it" in html
