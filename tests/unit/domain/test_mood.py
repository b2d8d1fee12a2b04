import pytest

from throughline.domain.mood import is_praise


@pytest.mark.parametrize("text", ["But the adviser was wonderful.", "Aber die Beratung war toll.", "Però bravissimi!"])
def test_a_first_but_turns_from_what_was_said_before(text: str) -> None:
    assert is_praise(text)


@pytest.mark.parametrize("text", ["But nobody was wonderful, it was late.", "Lovely, but late.", "But."])
def test_what_it_turns_to_may_be_trouble(text: str) -> None:
    assert not is_praise(text)
