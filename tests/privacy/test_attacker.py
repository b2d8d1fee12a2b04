"""Whoever holds eight weeks of mails and the rosters names at most one writer in five."""

from datetime import UTC, datetime, timedelta
from random import Random

import pytest

from operate.bench.attacker import MAP, ONE_IN_FIVE, attacker_figures, named_shares, sent
from operate.bench.rosters import chain
from throughline.domain.letter import Letter, LetterKind

NOTES = 300


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_at_most_one_writer_in_five_is_named(seed: int) -> None:
    everywhere, worst, _ = attacker_figures(seed, notes=NOTES)
    assert everywhere.within
    assert worst.value <= 100 * ONE_IN_FIVE * 1.2  # of 20 notes a place a few more are chance
    assert everywhere.value > 0  # they do name some: the measure sees something


def test_without_hiding_small_places_they_would_name_more(monkeypatch: pytest.MonkeyPatch) -> None:
    rng = Random(5)  # noqa: S311 - no secret comes of it
    known = chain(rng)
    written = list(known.notes(rng, NOTES))
    hidden = named_shares(known, written, 240)
    monkeypatch.setattr("operate.bench.attacker.nameable", lambda places, _group: frozenset(one.id for one in places))
    shown = named_shares(known, written, 240)
    assert sum(map(sum, shown.values())) > 1.5 * sum(map(sum, hidden.values()))


def test_a_quiet_mail_leaves_by_the_first_sweep_after_its_hour() -> None:
    at = datetime(2026, 11, 23, 10, 20, tzinfo=UTC)
    letter = Letter("F#1", "letter#case#1", LetterKind.CASE, MAP.departments[0].notify_email, quiet=55)
    assert sent(letter, at) == datetime(2026, 11, 23, 12, 30, tzinfo=UTC)
    assert sent(letter, at) - at >= timedelta(minutes=letter.quiet)
