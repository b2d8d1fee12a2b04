"""Mails use what every mail program can show, or what leaves a whole mail where it is not known."""

import re

import pytest

from throughline.adapters.paper import render_letter
from unit.paper.contexts import LETTERS
from unit.paper.reading import Reading

# Shown alike by the programs that people read mail with: Outlook on Windows, which sets it as a text document,
# Gmail with and without an account of its own, Apple Mail, Outlook on the web, Samsung Mail, Thunderbird.
EVERYWHERE = frozenset({
    "background-color", "border", "border-left", "border-right", "color", "font-family", "font-size", "font-weight",
    "line-height", "margin", "padding", "text-align", "text-decoration", "width",
})  # fmt: skip
# Not known everywhere, each with what is seen without it.
DEGRADES = {
    "border-radius": "square corners in Outlook on Windows",
    "display": "inline-block: a smaller target in Outlook on Windows; none: the preheader, hidden by mso-hide there",
    "max-height": "the preheader, hidden by display elsewhere",
    "max-width": "Outlook on Windows keeps to the table's width attribute",
    "mso-hide": "for Outlook on Windows alone",
    "mso-padding-alt": "for Outlook on Windows alone, which leaves out what a link is padded with",
    "overflow": "the preheader, hidden by display elsewhere",
    "overflow-wrap": "one very long word widens the column in Outlook on Windows",
    "word-break": "the same",
}
ELEMENTS = frozenset({
    "a", "bdi", "body", "br", "code", "div", "em", "h1", "h2", "head", "html", "li", "meta", "ol", "p", "span",
    "strong", "style", "table", "td", "title", "tr", "ul",
})  # fmt: skip
SELECTORS = re.compile(r"@media \(prefers-color-scheme: dark\) \{(?:\s*\.\w+ \{[^{}]*\})+\s*\}")


def properties(html: str) -> set[str]:
    styles = [attributes.get("style", "") for _, attributes in Reading(html).attributes]
    return {one.partition(":")[0].strip() for style in styles for one in style.split(";") if one.strip()}


@pytest.mark.parametrize("kind", LETTERS)
def test_a_mail_asks_for_nothing_that_a_mail_program_could_break(kind: str) -> None:
    html = render_letter(kind, LETTERS[kind], "en").html
    assert properties(html) <= EVERYWHERE | DEGRADES.keys()
    assert {tag for tag, _ in Reading(html).elements} <= ELEMENTS


def test_everything_that_may_degrade_is_used_and_everything_used_is_accounted_for() -> None:
    used = {name for kind in LETTERS for name in properties(render_letter(kind, LETTERS[kind], "en").html)}
    assert DEGRADES.keys() <= used


@pytest.mark.parametrize("kind", LETTERS)
def test_the_only_sheet_is_a_bonus_for_dark_rooms(kind: str) -> None:
    (sheet,) = re.findall(r"<style>(.*?)</style>", render_letter(kind, LETTERS[kind], "en").html, re.DOTALL)
    assert SELECTORS.fullmatch(sheet.strip())


@pytest.mark.parametrize("kind", LETTERS)
def test_widths_and_heights_of_cells_are_said_as_attributes_too(kind: str) -> None:
    for tag, attributes in Reading(render_letter(kind, LETTERS[kind], "en").html).attributes:
        if tag == "table":
            assert attributes.keys() >= {"role", "cellpadding", "cellspacing", "border"}
