"""What particular pages do for those who use them."""

import hashlib
import re
from base64 import b64encode

import pytest

from throughline.adapters.paper import page_policy, render_page
from throughline.domain.case import Action, State, Stays
from unit.paper.common import QUOTE
from unit.paper.page_contexts import FORM, PAGES
from unit.paper.page_variants import CASE_DONE, CASE_IN_HAND, VARIANTS, WRONG_FORM
from unit.paper.reading import Reading

NEEDS_NAME = ("input", "select", "textarea")


@pytest.mark.parametrize("name", ["form", "receipt_ask", "case", "choice"])
def test_every_control_has_a_label(name: str) -> None:
    html = render_page(name, PAGES[name], "en")
    for tag, attributes in Reading(html).attributes:
        if tag in NEEDS_NAME and attributes.get("type") not in ("hidden", "radio"):
            assert f'for="{attributes["id"]}"' in html


def test_ids_on_a_page_are_single() -> None:
    for name in ("form", "case", "receipt_ask"):
        ids = re.findall(r'\bid="([^"]+)"', render_page(name, PAGES[name], "en"))
        assert len(ids) == len(set(ids))


def test_form_with_a_problem_keeps_the_words_and_leads_to_the_field() -> None:
    html = render_page("form", WRONG_FORM, "en")
    assert "<title>Error: " in html
    assert f"\n{QUOTE}</textarea>" in html
    assert 'href="#email"' in html
    assert 'aria-describedby="email-hint email-problem"' in html
    assert "<details open>" in html


def test_form_without_a_problem_says_nothing_of_errors() -> None:
    html = render_page("form", FORM, "en")
    assert "Error" not in html
    assert "aria-invalid" not in html.partition("<body>")[2]
    assert "<details>" in html


def test_form_offers_the_moments_by_stage_and_keeps_the_choice() -> None:
    html = render_page("form", FORM | {"values": FORM["values"] | {"touchpoint": "Unpacking", "kind": "idea"}}, "en")
    assert '<optgroup label="Receiving">' in html
    assert "<option selected>Unpacking</option>" in html
    assert 'value="idea" checked' in html


def test_case_offers_one_main_step_and_the_others_behind_it() -> None:
    new, in_hand, done = (render_page("case", context, "en") for context in (PAGES["case"], CASE_IN_HAND, CASE_DONE))
    before_the_rest = [html.partition("<details>")[0] for html in (new, in_hand)]
    assert [re.findall(r"<button>(.*?)</button>", html) for html in before_the_rest] == [["We have it"], ["Fixed"]]
    assert "<form" not in done


def test_case_posts_each_step_with_its_nonce() -> None:
    forms = re.findall(r"<form.*?</form>", render_page("case", PAGES["case"], "en"), re.DOTALL)
    assert len(forms) == 5
    assert all('method="post"' in form and 'name="nonce" value="n0nce"' in form for form in forms)


def test_a_department_is_not_offered_to_itself() -> None:
    options = re.findall(r"<option>(.*?)</option>", render_page("case", PAGES["case"], "en"))
    assert options == ["Buying", "Delivery"]


def test_late_is_said_in_words() -> None:
    assert (
        "Late: the answer was promised by Thursday 26 November"
        in Reading(render_page("case", CASE_IN_HAND, "en")).words
    )
    assert "Late: promised by Friday 20 November" in Reading(render_page("desk", PAGES["desk"], "en")).words


@pytest.mark.parametrize("state", State)
def test_every_state_of_a_case_has_a_sentence(state: State) -> None:
    html = render_page("case", PAGES["case"] | {"state": state.value}, "en")
    assert f"<bdi>{state.value}</bdi>" not in html


@pytest.mark.parametrize("action", Action)
def test_every_step_of_a_case_has_words(action: Action) -> None:
    steps = [{"on": "2026-11-23", "action": action.value, "by": "Packing"}]
    history = render_page("case", PAGES["case"] | {"steps": steps}, "en").rpartition("<ol")[2]
    assert f"<bdi>{action.value}</bdi>" not in history
    assert "Monday 23 November" in history


@pytest.mark.parametrize("outcome", ["changed", *Stays])
def test_every_outcome_of_a_step_is_told(outcome: str) -> None:
    html = render_page("case", PAGES["case"] | {"notice": outcome}, "en")
    notice = html.partition('role="status"')[2].partition("</p>")[0]
    assert "Noted" in notice or "nothing changed" in notice


def test_what_nobody_foresaw_is_shown_as_it_came() -> None:
    steps = [{"on": "today", "action": "sing", "by": "Packing"}]
    context = PAGES["case"] | {"state": "asleep", "steps": steps, "notice": "Hello."}
    words = Reading(render_page("case", context, "en")).words
    assert all(said in words for said in ("asleep", "today: sing", "Hello."))


def test_receipt_shows_how_far_each_part_has_come() -> None:
    words = Reading(render_page("receipt", PAGES["receipt"], "en")).words
    assert "Changed because you said so" in words
    assert "Sent to the right team (now)" in words
    assert "Answered (not yet)" in words
    assert "Your thanks are with the people behind it" in words
    assert "A person reads it now" in words


def test_own_row_of_the_map_is_marked_in_words_too() -> None:
    _, context = VARIANTS["map_own_row"]
    assert "Packing (you)" in Reading(render_page("map", context, "en")).words


def test_one_click_choice_has_its_state_checked() -> None:
    assert 'value="off" checked' in render_page("choice", PAGES["choice"] | {"digest": "off"}, "en")


@pytest.mark.parametrize("name", ["form", "map", "receipt_ask"])
def test_policy_lets_in_our_own_sheets_and_script_and_nothing_else(name: str) -> None:
    html = render_page(name, PAGES[name], "en")
    for inline in re.findall(r"<(?:style|script)>(.*?)</(?:style|script)>", html, re.DOTALL):
        digest = b64encode(hashlib.sha256(inline.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in page_policy()
    assert "unsafe" not in page_policy()


def test_the_sheet_of_every_page_is_small() -> None:
    sheet = re.findall(r"<style>(.*?)</style>", render_page("problem", PAGES["problem"], "en"), re.DOTALL)
    assert len(sheet) == 1
    assert len(sheet[0].encode()) <= 3072
