"""The figures of reading: in a process of its own, on mails whose words are known, on changed ones, on giants."""

import pytest

from operate.bench import reading
from operate.bench.figures import all_hold
from operate.bench.mail_samples import changed, giants, samples
from operate.bench.reading import read_all, read_figures
from throughline.domain.mail.reading import read_mail

MAILS = [raw for raw, _ in samples()]


@pytest.mark.parametrize("at", range(0, len(MAILS), 7))
def test_samples_say_their_words(at: int) -> None:
    raw, words = list(samples())[at]
    assert read_mail(raw).split.new == words


def test_each_mail_is_told_of_with_its_cost() -> None:
    read = read_all([b"From: a\n\nThe lamp.", b"From: a\n\n+2AA-", b"Content-Type: text/plain; charset=utf-7\n\n+2AA-"])
    assert read.words == ("The lamp.", "+2AA-", "\ufffd")
    assert (len(read.cpu), read.lost, read.faults) == (3, 1, ())
    assert min(read.cpu) > 0
    assert read.peak_mb > 5


def test_changes_are_the_same_for_the_same_seed_only() -> None:
    first, again, other = (list(changed(MAILS, 30, seed)) for seed in (1, 1, 2))
    assert first == again != other
    assert sum(mail not in MAILS for mail in first) > 25


def test_giants_are_what_they_are_called() -> None:
    sizes = {name: len(raw) for name, raw in giants()}
    assert sizes["a subject of 209 KB"] > 209_000
    assert 38_000_000 < sizes["a file of 39 MB"] < 40 * 1024 * 1024


def test_figures_hold_or_say_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "giants", lambda: [("small", MAILS[0])])
    monkeypatch.setattr(reading, "samples", lambda: [(MAILS[0], "Other words than these.")])
    figures = {one.what: one for one in read_figures(count=20)}
    assert figures["of these with other words than written"].value == 1
    assert not all_hold(figures.values())
    assert figures["exceptions in them"].within
    assert list(figures["reading a giant, the worst"].parts) == ["small"]
