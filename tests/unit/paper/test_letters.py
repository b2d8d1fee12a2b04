"""What particular letters say."""

from typing import Any

import pytest

from throughline.adapters.paper import TemplatePaper, render_letter
from unit.paper.common import BEHIND, QUOTE
from unit.paper.contexts import LETTERS
from unit.paper.digest_contexts import DIGEST
from unit.paper.reading import Reading


def digest(**changed: Any) -> str:
    return render_letter("digest", DIGEST | changed, "en").subject


def test_subject_of_a_case_tells_department_story_moment_and_code() -> None:
    subject = render_letter("case", LETTERS["case"], "en").subject
    assert subject == "[Packing] The lamp foot was scratched when she unpacked it: Unpacking (A7K2)"


@pytest.mark.parametrize(
    ("thanks", "changes", "headline", "subject"),
    [
        (12, 3, DIGEST["headline"], "12 thanks, 3 things fixed, and a sofa carried upstairs"),
        (1, 1, DIGEST["headline"], "1 thank-you, 1 thing fixed, and a sofa carried upstairs"),
        (0, 1, None, "1 thing fixed and “The foot is now wrapped on its own”"),
        (0, 2, DIGEST["headline"], "2 things fixed and a sofa carried upstairs"),
        (0, 0, DIGEST["headline"] | {"title": "Maria helped out"}, "Maria helped out"),
        (0, 0, None, "Your week 47"),
    ],
)
def test_subject_of_a_digest_counts_only_what_there_is(
    thanks: int, changes: int, headline: dict[str, Any] | None, subject: str
) -> None:
    told = DIGEST["changes"] if changes else []
    assert digest(thanks_count=thanks, changes_count=changes, headline=headline, changes=told) == subject


def test_headline_without_a_title_is_told_by_its_first_words() -> None:
    headline = {name: value for name, value in DIGEST["headline"].items() if name != "title"}
    assert digest(headline=headline).endswith(", and “He did not have to”")


def test_digest_of_eight_long_stories_stays_under_sixty_kilobytes() -> None:
    story: dict[str, object] = {"quote": QUOTE * 12, "touchpoint": "Unpacking", "behind": BEHIND * 3}
    story |= {"thanked": "", "value": "", "behind_more": 0, "again": False}
    letter = render_letter("digest", DIGEST | {"praises": [story] * 8, "more": 492}, "en")
    assert len(letter.html.encode()) <= 60_000
    assert "492 more good things" in letter.html
    assert "492 more good things" in letter.text


def test_a_quiet_digest_has_no_empty_sections() -> None:
    quiet: dict[str, Any] = {
        "praises": [],
        "changes": [],
        "scores": [],
        "line_of_sight": None,
        "lesson": None,
        "more": 0,
        "also": [],
        "own_scores": [],
        "recalls": [],
        "goals": [],
        "note": "",
    }
    letter = render_letter("digest", DIGEST | quiet, "en")
    assert "==" not in letter.text
    assert "<h2" not in letter.html


def test_a_case_that_moved_says_how_often() -> None:
    moved = [render_letter("case", LETTERS["case"] | {"hops": hops}, "en").text for hops in (0, 1, 3)]
    assert ["handed on" in text for text in moved] == [False, True, True]
    assert "3 times" in moved[2]


def test_what_nobody_gave_is_left_out() -> None:
    bare = render_letter("case", LETTERS["case"] | {"place": "", "reference": "", "also": [], "hops": 0}, "en")
    for part in (bare.text, bare.html):
        assert not any(word in part for word in ("Place", "article number", "Told as well", "handed on"))


def test_promise_is_told_in_the_readers_language() -> None:
    assert "Donnerstag, 26. November, 17:00 (Europe/London)" in render_letter("case", LETTERS["case"], "de").text


def test_a_share_is_drawn_and_told() -> None:
    html = render_letter("digest", DIGEST, "en").html
    assert 'width="80%"' in html
    assert "8 of 10 would recommend us" in html


def test_the_port_gets_all_three_parts() -> None:
    letter = render_letter("heard", LETTERS["heard"], "en")
    assert TemplatePaper().write("heard", LETTERS["heard"], "en") == (letter.subject, letter.text, letter.html)


@pytest.mark.parametrize(
    ("action", "said"),
    [
        ("acknowledge", "you have it"),
        ("resolve", "it is fixed"),
        ("hand_on", "it belongs to Delivery"),
        ("extend", "an answer by Tuesday 1 December"),
        ("ask", "Your question goes to whoever told us"),
    ],
)
def test_a_reply_is_told_as_what_it_was_understood(action: str, said: str) -> None:
    letter = render_letter("understood", LETTERS["understood"] | {"action": action, "to": "Delivery"}, "en")
    assert said in " ".join(letter.text.split())
    assert said in " ".join(Reading(letter.html).words.split())
    assert "A7K2: Unpacking" in letter.subject


@pytest.mark.parametrize(
    ("unclear", "said"), [("words", "what to do"), ("department", "which team"), ("day", "which day")]
)
def test_a_question_back_says_what_was_unclear_and_which_words_are_clear(unclear: str, said: str) -> None:
    letter = render_letter("asked", LETTERS["asked"] | {"unclear": unclear}, "en")
    assert said in letter.text
    for words in ("got it", "fixed: what you changed", "not ours, it's", "need more time until"):
        assert words in letter.text
        assert words in Reading(letter.html).words


def test_a_mail_that_can_not_be_answered_does_not_say_that_it_can() -> None:
    for kind in ("case", "heard", "answered", "changed", "replied", "question"):
        silent = render_letter(kind, LETTERS[kind] | {"answerable": False, "refers": "", "instead_of": ""}, "en")
        assert "nswer this mail" not in silent.text
        assert "nswer this mail" not in silent.html
        assert "nswer this mail" in render_letter(kind, LETTERS[kind], "en").text


def test_a_confirmation_without_a_name_is_honest_about_mail() -> None:
    text = " ".join(render_letter("unnamed", LETTERS["unnamed"], "en").text.split())
    assert "never anonymous" in text
    assert "stored yours first" in text
    assert "1234 5678 9012 3456" in text


def test_a_stand_in_reads_why_the_mail_came_to_them() -> None:
    assert "can't reach Packing's mailbox" in " ".join(render_letter("case", LETTERS["case"], "en").text.split())
