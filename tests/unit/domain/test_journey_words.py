"""The words that draw a report to a row."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughline.domain.journey import Cue
from throughline.domain.routes_when import BadCueError, read_cues, write_cues
from unit.files.maps_made_up import CUES


@pytest.mark.parametrize(
    ("cell", "cues"),
    [
        ("", ()),
        (" ; ;", ()),
        ("crushed; box", (Cue("crushed"), Cue("box"))),
        ('"wrong parcel"!', (Cue("wrong parcel", decides=True),)),
        ('box;"a; b" ; "c"!;', (Cue("box"), Cue("a; b"), Cue("c", decides=True))),
        ("too  late\nagain", (Cue("too late again"),)),
        ('box; Box; "BOX"!', (Cue("box", decides=True),)),
    ],
)
def test_a_cell_is_a_list_of_words_that_weigh_or_decide(cell: str, cues: tuple[Cue, ...]) -> None:
    assert read_cues(cell) == cues


@pytest.mark.parametrize("cell", ['"open', 'a; "b; c', '"a" b', '5" screen'])
def test_a_quote_left_open_is_told(cell: str) -> None:
    with pytest.raises(BadCueError, match="like this"):
        read_cues(cell)


@given(CUES)
def test_cues_written_are_read_back(cues: list[Cue]) -> None:
    assert read_cues(write_cues(tuple(cues))) == tuple(cues)


@given(st.text('a";! ', max_size=30))
def test_any_cell_is_read_or_told(cell: str) -> None:
    try:
        cues = read_cues(cell)
    except BadCueError:
        return
    assert read_cues(write_cues(cues)) == cues
