"""A team's fifteen minutes on one side of paper."""

from throughline.adapters.huddle_paper import huddle_sheet
from throughline.domain.digest import Digest, Material, compose
from throughline.domain.recognition import Change, Thanks
from throughline.usecases.show_huddle import Issue
from unit.digest.rooms import MAP, WEEK, change, thanks
from unit.paper.reading import Reading


def digest_of(given: tuple[Thanks, ...], made: tuple[Change, ...] = ()) -> Digest:
    digest = compose(Material(WEEK, given, made, journey_map=MAP), department="Packing")
    assert digest
    return digest


def sheet(digest: Digest, language: str = "en", issue: Issue | None = None) -> str:
    return Reading(huddle_sheet(digest, "Packing", language, issue)).words


def test_it_holds_one_praise_one_change_one_lesson_and_one_question() -> None:
    words = sheet(digest_of((thanks(), thanks(2, words="Another one.")), (change(), change(2))))
    assert "Fifteen minutes: Packing, week 47" in words
    for said in ("He did not have to.", "The foot is now wrapped.", "Covers before anyone asks.", "What first?"):
        assert words.count(said) == 1
    assert "Another one." not in words


def test_what_waits_is_the_issue_and_what_got_better_stands_beside_it() -> None:
    issue = Issue("Unpacking", 3, "2026-11-26T17:00[Europe/London]", late=False, quote="My lamp was scratched.")
    words = sheet(digest_of((thanks(),), (change(),)), issue=issue)
    for said in ("one thing that waits for us", "My lamp was scratched.", "3 notes about Unpacking", "26 November"):
        assert said in words
    assert "Better since somebody said so: Packing: The foot is now wrapped." in words
    late = Issue("Unpacking", 1, "2026-11-26T17:00[Europe/London]", late=True)
    alone = sheet(digest_of((thanks(),)), issue=late)
    assert "One note about Unpacking waits for our answer. Late: promised by" in alone


def test_nobodys_note_is_on_it_since_a_team_knows_who_said_what() -> None:
    words = sheet(digest_of((thanks(),), (change(said="Only I was on the late shift."),)))
    assert "late shift" not in words
    assert "North" not in words


def test_the_teams_own_praise_comes_before_the_weeks() -> None:
    own = thanks(1).behind[0]
    far = thanks(2, words="For others.", behind=(own, own))
    near = thanks(3, words="For us.", behind=(type(own)("Packing", "", ""),))
    assert "For us." in sheet(digest_of((far, near)))


def test_a_week_without_praise_or_lesson_asks_the_team() -> None:
    bare = compose(Material(WEEK, (), (change(),)), department="Packing")
    assert bare
    words = sheet(bare)
    assert "Whom do you want to thank?" in words
    assert "What did a customer thank you for this week?" in words


def test_it_speaks_the_teams_language_and_fits_one_side() -> None:
    long = digest_of((thanks(words="so kind " * 200),), (change(change="wrapped " * 200),))
    assert "Fünfzehn Minuten" in sheet(long, "de")
    assert len(sheet(long).split()) < 350
