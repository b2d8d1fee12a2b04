"""The figures of replies: one false "fixed" is one too many, a misread comment is told."""

from operate.bench.figures import all_hold
from operate.bench.intents import figures_of
from throughline.domain.mail.incoming import Intent

ROWS = [{"language": "english", "intent": "comment", "text": "Will be fixed."}] * 10


def test_all_read_as_meant_holds() -> None:
    assert all_hold(figures_of(ROWS, [Intent.COMMENT] * 10))


def test_one_misread_without_harm_is_told() -> None:
    figures = list(figures_of(ROWS, [Intent.COMMENT] * 9 + [Intent.QUESTION]))
    assert all_hold(figures)
    assert [figure.value for figure in figures] == [10, 10, 0]
    assert figures[1].parts == {"english": 1}


def test_one_false_fixed_does_not_hold() -> None:
    assert not all_hold(figures_of(ROWS, [Intent.COMMENT] * 9 + [Intent.RESOLVE]))


def test_no_replies_prove_nothing() -> None:
    assert not all_hold(figures_of([], []))
