"""What decisions show of a map, and the edits they propose."""

from itertools import permutations

import pytest

from throughline.domain.journey import Cue, JourneyMap, Part, versioned
from throughline.domain.mirror import Edit, Gone, Proposal, edited, mirror_of
from throughline.domain.precedent import How, Precedent
from unit.learning.school import MAP, precedent, week


def row(touchpoint: str, department: str, *cues: str) -> Part:
    words = tuple(Cue(one) for one in cues)
    return Part("Buying", "Use", touchpoint, "shop", department, "Lead", "Does it.", words, "2d", "a@example.com")


SHOP = versioned(
    JourneyMap(
        "", (row("Unpacking", "Packing", "box"), row("Carrying", "Delivery", "late", "box"), row("Paying", "Tills"))
    )
)


def corrected(count: int, words: str = "the box was crushed") -> list[Precedent]:
    """So many that went to Delivery for "box", and belong to Packing."""
    return [
        precedent(f"F#{at}", words, "Unpacking", "Packing", how=How.CORRECTED, said="Delivery", hits=("box",))
        for at in range(count)
    ]


def test_who_is_confused_with_whom_is_counted() -> None:
    seen = mirror_of(SHOP, corrected(4))
    assert [(one.said, one.meant, one.count) for one in seen.confused] == [("Delivery", "Packing", 4)]
    assert seen.decided == 4


def test_a_word_that_misleads_is_proposed_to_go() -> None:
    assert Proposal(Edit.DROP, "Carrying", "Delivery", "box", 3) in mirror_of(SHOP, corrected(3)).proposals


def test_a_word_that_is_right_more_often_stays() -> None:
    right = [
        precedent(f"F#r{at}", "a box", "Carrying", "Delivery", how=How.CONFIRMED, said="Delivery", hits=("box",))
        for at in range(5)
    ]
    assert not [one for one in mirror_of(SHOP, corrected(3) + right).proposals if one.edit is Edit.DROP]


def test_what_two_lines_show_is_not_told() -> None:
    assert mirror_of(SHOP, corrected(2)).blank


def test_words_that_people_use_and_the_map_lacks_are_proposed() -> None:
    said = [precedent(f"F#{at}", f"the terminal froze, nr {at}", "Paying", "Tills") for at in range(4)]
    others = [precedent(f"F#o{at}", "nobody froze there", "Unpacking", "Packing") for at in range(3)]
    proposals = mirror_of(SHOP, said + others).proposals
    assert Proposal(Edit.ADD, "Paying", "Tills", "terminal", 4) in proposals
    assert not [one for one in proposals if one.word in {"froze", "nr", "the"}]


def test_a_touchpoint_without_words_is_named() -> None:
    assert mirror_of(SHOP, ()).wordless == ("Paying",)


def test_the_order_of_decisions_changes_nothing() -> None:
    decided = [*corrected(3), *week(2)]
    assert len({repr(mirror_of(SHOP, some)) for some in permutations(decided)}) == 1


@pytest.mark.parametrize(
    "proposal",
    [Proposal(Edit.DROP, "Carrying", "Delivery", "box", 3), Proposal(Edit.ADD, "Paying", "Tills", "terminal", 4)],
)
def test_an_accepted_edit_changes_its_row_alone_and_once(proposal: Proposal) -> None:
    after = edited(SHOP, proposal)
    changed = [new for old, new in zip(SHOP.parts, after.parts, strict=True) if old != new]
    assert [(one.touchpoint, one.department) for one in changed] == [(proposal.touchpoint, proposal.department)]
    assert after.version != SHOP.version
    assert edited(after, proposal) == after
    assert proposal.code not in {one.code for one in mirror_of(after, corrected(3)).proposals}


def test_an_edit_of_a_row_that_is_gone_changes_nothing() -> None:
    assert edited(MAP, Proposal(Edit.ADD, "Nowhere", "Nobody", "word", 3)) == MAP


def test_what_the_map_has_no_more_is_told_with_what_it_still_teaches() -> None:
    smaller = versioned(JourneyMap("", (row("Carrying", "Delivery"), row("Wrapping", "Packing"))))
    said = [precedent("F#1", "the box", "Unpacking", "Packing"), precedent("F#2", "it froze", "Paying", "Tills")]
    assert mirror_of(SHOP, said).gone == ()
    assert mirror_of(smaller, said).gone == (Gone("Unpacking", 1, teaches=True), Gone("Paying", 1, teaches=False))
