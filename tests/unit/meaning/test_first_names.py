"""First names alone, as people are called and as sentences hold them."""

import pytest

from throughline.domain.colleagues import MASK, names_in, without_names
from throughline.domain.first_names import first_names_of, may_be_first_names, without_first_names


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("Ada Moss", ("ada",)),
        ("Doe, Jane", ("jane",)),
        ("Dr. Jane Doe", ("jane",)),
        ("Maria José Pérez", ("maria", "josé")),
        ("Jan van der Berg", ("jan",)),
        ("jane doe", ("jane",)),
        ("Bob", ("bob",)),
        ("محمد علي", ("محمد",)),
        ("X", ()),
        ("", ()),
    ],
)
def test_people_are_called_by_all_of_a_name_but_its_last_word(name: str, called: tuple[str, ...]) -> None:
    assert first_names_of(name) == called


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Bob was rude. We spoke with Bob's team.", "[…] was rude. We spoke with […]'s team."),
        ("Danke an Bobs Team.", "Danke an […] Team."),
        ("BOB WAS RUDE", "[…] WAS RUDE"),
        ("They bob up and down.", "They bob up and down."),
        ("Will you come? Will was rude, so was Will.", "Will you come? […] was rude, so was […]."),
        ("محمد كان فظا.", "[…] كان فظا."),
        ("Bobby came.", "Bobby came."),
    ],
)
def test_a_first_name_goes_where_it_is_written_as_one(said: str, told: str) -> None:
    known = frozenset({"bob", "will", "محمد"})
    assert without_first_names(said, known, MASK) == told
    assert bool(may_be_first_names(said) & known) == (told != said)


def test_the_owners_form_of_a_name_is_that_name() -> None:
    assert names_in("It was Ada Moss's lamp") == ("Ada Moss",)
    assert without_names("Ada's lamp is Ada Moss’s.", ["Ada Moss"]) == "[…]'s lamp is […]’s."
