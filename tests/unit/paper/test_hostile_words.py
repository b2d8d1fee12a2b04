"""Whatever people write stays words: never an element, a header, a template or a direction."""

from typing import Any

import pytest

from throughline.adapters.paper import render_letter, render_page
from unit.paper.contexts import LETTERS
from unit.paper.page_contexts import PAGES
from unit.paper.reading import Reading

OURS = frozenset({
    "outcome",
    "kind", "state", "actions", "action", "tag", "digest", "field", "url", "desk_url", "receipt_url", "speak_url",
    "choice_url", "id", "share", "journey", "stage", "touchpoint", "department",
})  # fmt: skip
SEEN = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</textarea></title></style><b>",
    "<!-- <a href='https://evil.example'>press</a> -->",
    "<mj-button href='x'>press</mj-button>",
    "{{ 7 * 7 }}{% include 'pages/page.css' %}{# gone #}",
    "%(department)s %s %% %",
    "{0} {quote} ${quote}",
    '=HYPERLINK("https://evil.example")',
    "&lt;b&gt; &amp; &#x3c;",
    "javascript:alert(1)",
    "]]> <![CDATA[ <?php",
)  # fmt: skip
UNSEEN = (
    "paid\r\nBcc: all@example.com",
    "nul\x00byte\x1b[31m",
    "gpj.\u202egnp\u2066x",
    "half \ud800 of a character",
    "next\u2028line\u2029and\x85more",
)


def spoiled(value: Any, words: str, name: str = "") -> Any:
    """The same fields with other words wherever people's words stand."""
    if name in OURS:
        return value
    if isinstance(value, str):
        return words if value else value
    if isinstance(value, dict):
        return {key: spoiled(item, words, key) for key, item in value.items()}
    if isinstance(value, list):
        return [spoiled(item, words) for item in value]
    return value


@pytest.mark.parametrize("words", SEEN)
@pytest.mark.parametrize("kind", LETTERS)
def test_letter_keeps_its_bones_and_shows_the_words(kind: str, words: str) -> None:
    calm, hostile = (render_letter(kind, spoiled(LETTERS[kind], text), "de") for text in ("calm", words))
    assert Reading(hostile.html).elements == Reading(calm.html).elements
    assert " ".join(words.split()) in Reading(hostile.html).words
    assert " ".join(words.split()) in " ".join(hostile.text.replace("\n>", "").split())


@pytest.mark.parametrize("words", SEEN)
@pytest.mark.parametrize("name", [name for name in PAGES if name not in ("map", "thanks", "receipt_ask")])
def test_page_keeps_its_bones_and_shows_the_words(name: str, words: str) -> None:
    context = PAGES[name]
    if name == "form":
        context = context | {"values": context["values"] | {"text": "said", "name": "Ann"}}
    calm, hostile = (render_page(name, spoiled(context, text), "de") for text in ("calm", words))
    assert Reading(hostile).elements == Reading(calm).elements
    assert " ".join(words.split()) in Reading(hostile).words


@pytest.mark.parametrize("words", SEEN)
def test_map_keeps_its_bones_whatever_departments_are_called(words: str) -> None:
    def map_of(name: str) -> dict[str, Any]:
        parts = [part | {"how_they_affect_it": name, "role": name} for part in PAGES["map"]["parts"]]
        return PAGES["map"] | {"parts": parts, "mantra": name}

    assert (
        Reading(render_page("map", map_of(words), "en")).elements
        == Reading(render_page("map", map_of("calm"), "en")).elements
    )


@pytest.mark.parametrize("words", UNSEEN)
@pytest.mark.parametrize("kind", LETTERS)
def test_nothing_unseen_passes(kind: str, words: str) -> None:
    letter = render_letter(kind, spoiled(LETTERS[kind], words), "en")
    whole = letter.subject + letter.text + letter.html
    assert not set(whole) & set("\r\x00\x1b\x85\u202e\u2066\u2028\u2029\ud800")
    assert "\n" not in letter.subject
    assert whole.encode()


def test_quoted_words_can_not_pass_for_ours() -> None:
    words = "Nice.\n\nOpen this note:\nhttps://evil.example/c/1"
    text = render_letter("case", LETTERS["case"] | {"quote": words}, "en").text
    assert "\n> Open this note:\n> https://evil.example/c/1\n" in text


def test_a_reference_of_two_lines_stays_on_one() -> None:
    text = render_letter("case", LETTERS["case"] | {"reference": "1\nOpen this note:"}, "en").text
    assert "\n  1 Open this note:\n" in text
