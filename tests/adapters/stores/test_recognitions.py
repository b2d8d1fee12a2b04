"""Recognitions: held, decided, given within a limit, told in one mail a day."""

from dataclasses import replace
from datetime import timedelta

import pytest

from fakes import FixedClock
from fakes.rooms import Atlas, Ledger
from fakes.values import HEAD, NOW, TODAY, feedback, person, thanks
from throughline.domain.letter import Letter
from throughline.domain.line import Outcome
from throughline.domain.person import BY_NAME, BY_TEAM, Person
from throughline.domain.recognition import MOST_GIVEN, HeldFor, Publicity, Thanked, Thanks
from throughline.domain.week import Week
from throughline.errors import Unavailable
from throughline.usecases.recognise import thanked_by

ADA = replace(person("ada"), name="Ada Moss")
HELD, PUBLISHED, DROPPED = Publicity.HELD, Publicity.PUBLISHED, Publicity.DROPPED
WEEK = Week.of(TODAY)


def give(ledger: Ledger, at: int = 1, giver: str = "", **told: object) -> Thanks:
    said = feedback(identity=f"device-{at:04}")
    given = replace(thanks(said.line), **told)  # type: ignore[arg-type]
    ledger.facts.record(said)
    thanked = thanked_by(given, ADA, HEAD, NOW) if given.to else None
    ledger.cases.settle(
        Outcome(said.line, "fact", ("thanks",), thanks=(given,), thanked=(thanked,) if thanked else (), giver=giver)
    )
    return ledger.facts.line(said.line).thanks[0]


def the_mail(ledger: Ledger) -> Letter | None:
    mail = thanked_by(thanks(), ADA, HEAD, NOW)
    assert mail
    return ledger.letters.claim(mail.letter.line, mail.letter.name, NOW + timedelta(days=1))


def test_one_that_is_held_stands_in_no_week_until_a_person_publishes_it(ledger: Ledger) -> None:
    held = give(ledger, state=HELD, held_for=HeldFor.NAME)
    assert list(ledger.recognitions.held()) == [held]
    assert list(ledger.weeks.thanks(WEEK)) == []
    shown = replace(held, state=PUBLISHED, held_for="")
    assert ledger.recognitions.decide(shown, HELD, None) is True
    assert list(ledger.weeks.thanks(WEEK)) == [shown]
    assert list(ledger.recognitions.held()) == []


def test_only_the_first_of_two_decisions_counts(ledger: Ledger) -> None:
    held = give(ledger, state=HELD, held_for=HeldFor.NAME)
    assert ledger.recognitions.decide(replace(held, state=DROPPED), HELD, None) is True
    assert ledger.recognitions.decide(replace(held, state=PUBLISHED), HELD, None) is False
    assert ledger.recognitions.find(held.line, held.number) == replace(held, state=DROPPED)


def test_what_is_private_stands_in_no_list(ledger: Ledger) -> None:
    private = give(ledger, state=Publicity.PRIVATE, to=ADA.id)
    assert (list(ledger.recognitions.held()), list(ledger.weeks.thanks(WEEK))) == ([], [])
    assert ledger.recognitions.find(private.line, 1) == private


def test_one_that_nobody_knows_is_not_found(ledger: Ledger) -> None:
    assert ledger.recognitions.find("F#nowhere", 1) is None


def test_a_days_thanks_are_told_in_one_mail_that_waits_for_the_morning(ledger: Ledger) -> None:
    first, second = give(ledger, 1, to=ADA.id), give(ledger, 2, to=ADA.id)
    (waiting,) = [one for one in ledger.pending.waiting() if one.sk == "letter#thanked"]
    assert waiting.since == "2026-11-24T08+00:00"
    mail = the_mail(ledger)
    assert mail
    assert mail.tells == tuple(sorted((first.ref, second.ref)))
    assert mail.to == ADA.email


def test_published_by_a_person_it_is_told_too(ledger: Ledger) -> None:
    held = give(ledger, state=HELD, held_for=HeldFor.NAME, to=ADA.id)
    assert the_mail(ledger) is None
    shown = replace(held, state=PUBLISHED)
    thanked = thanked_by(shown, ADA, HEAD, NOW)
    assert isinstance(thanked, Thanked)
    ledger.recognitions.decide(shown, HELD, thanked)
    mail = the_mail(ledger)
    assert mail
    assert mail.tells == (held.ref,)


def test_a_giver_is_counted_by_the_week_and_what_is_beyond_still_arrives(ledger: Ledger, clock: FixedClock) -> None:
    given = [give(ledger, at, giver="code", to=ADA.id) for at in range(MOST_GIVEN + 1)]
    assert [one.state for one in given] == [PUBLISHED] * MOST_GIVEN + [HELD]
    assert given[-1].held_for == HeldFor.LIMIT
    assert give(ledger, 100, giver="another", to=ADA.id).state is PUBLISHED
    clock.passes(days=7)
    assert give(ledger, 101, giver="code", to=ADA.id).state is PUBLISHED
    mail = the_mail(ledger)
    assert mail
    assert given[-1].ref in mail.tells


def test_the_limit_asks_nothing_of_a_fact_that_was_settled(ledger: Ledger) -> None:
    given = give(ledger, giver="code", to=ADA.id)
    again = Outcome(given.line, "fact", ("thanks",), thanks=(given,), giver="code")
    try:
        assert ledger.cases.settle(again) is False
    except Unavailable:
        pytest.fail("a settled fact is settled")


def staff(*names: str) -> list[Person]:
    return [replace(person(f"id{at}", role=str(at)), name=name) for at, name in enumerate(names)]


def test_people_are_found_by_their_name_however_it_is_written(atlas: Atlas) -> None:
    atlas.directory.replace(staff("Ada Moss", "Bo Lind", "ada  moss"))
    assert [one.id for one in atlas.directory.named("ADA MOSS")] == ["id-id0", "id-id2"]
    assert atlas.directory.named("Ada") == []
    assert atlas.directory.named("") == []


def test_who_left_or_is_called_something_else_now_is_not_found(atlas: Atlas) -> None:
    ada, bo = staff("Ada Moss", "Bo Lind")
    atlas.directory.replace([ada, bo])
    atlas.directory.replace([replace(bo, name="Bo Moss")])
    assert (atlas.directory.named("Ada Moss"), atlas.directory.named("Bo Lind")) == ([], [])
    assert [one.id for one in atlas.directory.named("bo moss")] == [bo.id]


def test_whether_somebody_may_be_named_outlives_an_import(atlas: Atlas) -> None:
    (ada,) = staff("Ada Moss")
    atlas.directory.replace([ada])
    assert atlas.directory.choose_naming(ada.id, BY_NAME) is True
    atlas.directory.replace([replace(ada, role="Lead")])
    (known,) = atlas.directory.named("Ada Moss")
    assert (known.naming, known.role) == (BY_NAME, "Lead")
    assert atlas.directory.choose_naming("nobody", BY_NAME) is False
    assert ada.naming == BY_TEAM
