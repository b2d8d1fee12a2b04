"""What mails and pages say of what was said in confidence, and how they ask for a second look."""

import pytest

from throughline.adapters.paper import render_letter, render_page
from throughline.domain.giveaway import Giveaway
from unit.paper.common import QUOTE
from unit.paper.contexts import LETTERS
from unit.paper.page_contexts import FORM, PAGES
from unit.paper.page_variants import VARIANTS

CONFIDED = LETTERS["case"] | {"confidential": True, "touchpoint": "In confidence", "department": "Confidential contact"}
OUTCOME = {"kind": "confided", "department": "Maren Okafor", "why": "somebody may be hurt", "reply_by": ""}


def test_no_words_stand_where_a_locked_screen_shows_them() -> None:
    letter = render_letter("case", CONFIDED, "en")
    assert letter.subject == "[In confidence] A note for you alone (A7K2)"
    assert QUOTE not in letter.html.partition("<h1")[0]
    assert QUOTE.split(".")[0] in letter.text
    assert "Belongs to" not in letter.text.partition("Why this came")[2]


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
