"""Replies as mail programs write them, made up in eleven languages: nearly all exact, and nothing of them lost."""

from collections import Counter

from operate.bench.peers.scoring import same
from operate.bench.replying.samples import Sample, made_up
from throughline.domain.mail.incoming import Split
from throughline.domain.mail.splitting.html_text import html_lines
from throughline.domain.mail.splitting.reply import split_mail

EVERY = 13  # a sample of the samples; coprime to how they are arranged
EXACT = 0.95


def some() -> list[Sample]:
    return list(made_up())[::EVERY]


def words(text: str) -> Counter[str]:
    return Counter(text.split())


def all_of(split: Split) -> Counter[str]:
    return words(f"{split.new}\n{split.quoted}\n{split.signature}")


def test_new_words_are_exact() -> None:
    wrong = [one.name for one in some() if not same(one.new, split_mail(one.plain, one.html).new)]
    assert len(wrong) <= (1 - EXACT) * len(some()), wrong[:20]


def test_nothing_is_lost() -> None:
    for one in some():
        whole = one.plain or "\n".join(line.text for line in html_lines(one.html))
        assert all_of(split_mail(one.plain, one.html)) == words(whole), one.name


def test_all_languages_programs_and_places_are_there() -> None:
    names = [one.name for one in made_up()]
    assert len({one.client for one in made_up()}) == 17
    assert {f" {code} " for code in "en de fr es pt it nl sv pl ja zh".split()} == {
        f" {code} " for code in "en de fr es pt it nl sv pl ja zh xx".split() if any(f" {code} " in n for n in names)
    }
    assert all(any(f" {place} " in name for name in names) for place in ("top", "bottom", "between"))
