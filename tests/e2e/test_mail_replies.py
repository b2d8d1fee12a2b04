"""Answers to our mails, all at once: each finds its case or stands apart, acts if it is clear, and is heard once."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import pytest

from e2e.line import Line
from e2e.mails.answers import Raised, case_of
from e2e.mails.departments import TRAPS, departments
from e2e.mails.people import people
from e2e.mails.posted import Posting, Round, kept, posted
from e2e.mails.raised import raise_all, tell_tracker
from e2e.mails.returned import CLEANERS, DIALECTS, returned
from e2e.mails.written import address_of, id_of
from operate.demo.doors import flowing
from throughline.domain.case import Step
from throughline.domain.line import Line as Kept

ANSWERS = {one.name: one for one in (*departments(), *returned(), *people())}


@dataclass(frozen=True)
class Replied:
    """The round of answers, and the cases as they stood before."""

    round: Round
    raised: dict[str, Raised]
    before: dict[str, int]

    def now(self, name: str) -> Kept:
        return self.lines[name]

    @cached_property
    def lines(self) -> dict[str, Kept]:
        return {name: kept(self.round.line, one.line) for name, one in self.raised.items()}

    def steps(self, name: str) -> tuple[Step, ...]:
        """The steps that the answer made."""
        return self.now(name).steps.get(1, ())[self.before[name] :]


@pytest.fixture(scope="module")
def done(line: Line) -> Iterator[Replied]:
    tell_tracker(line)
    raised = raise_all(line, list(ANSWERS.values()))
    before = {name: len(kept(line, one.line).steps.get(1, ())) for name, one in raised.items()}
    yield Replied(posted(line, postings(raised)), raised, before)
    line.run("mail", "standing", CLEANERS, "--mended")
    line.tell_map()


def postings(raised: dict[str, Raised]) -> Iterator[Posting]:
    for name, one in ANSWERS.items():
        made = [one.made] * one.times + ([one.also] if one.also else [])
        envelope = one.sender if one.envelope is None else one.envelope
        for raw in (make(raised[name]) for make in made):
            to = one.recipient(raised[name]) if one.recipient else recipient_of(raw)
            yield Posting(name, raw, envelope, to)


def recipient_of(raw: bytes) -> str:
    to = next(row for row in raw.splitlines() if row.startswith(b"To: "))
    return to.removeprefix(b"To: ").decode()


@pytest.mark.parametrize("name", ANSWERS)
def test_its_case_takes_the_step_that_was_asked_for_and_no_other(done: Replied, name: str) -> None:
    wanted = ANSWERS[name]

    assert [step.action for step in done.steps(name)] == list(wanted.steps)
    assert case_of(done.now(name).cases).state is wanted.state


@pytest.mark.parametrize("name", ANSWERS)
def test_it_makes_the_mails_it_should_and_nobody_hears_twice(done: Replied, name: str) -> None:
    told = done.round.told(done.raised[name].line)

    assert told == ANSWERS[name].expected
    assert all(mail["headers"]["Auto-Submitted"] == "auto-generated" for mail in done.round.new)


@pytest.mark.parametrize("name", [name for name, one in ANSWERS.items() if one.aside])
def test_what_no_person_said_is_kept_with_its_reason(done: Replied, name: str) -> None:
    assert [ANSWERS[name].aside in reason for reason in done.round.reasons(name)] == [True]
    assert done.round.note(id_of(name)).feedback is None


@pytest.mark.parametrize("name", [name for name, one in ANSWERS.items() if not one.aside and not one.apart])
def test_what_joins_its_case_is_no_note_of_its_own(done: Replied, name: str) -> None:
    assert done.round.note(id_of(name)).feedback is None
    assert done.round.reasons(name) == []


@pytest.mark.parametrize("name", [name for name, one in ANSWERS.items() if one.apart])
def test_what_stands_apart_is_a_note_that_refers_to_the_old_one_if_it_may(done: Replied, name: str) -> None:
    note = done.round.note(id_of(name))
    told = done.round.told(done.round.key_of(id_of(name)))

    assert note.feedback is not None
    assert note.feedback.report.reference == (done.raised[name].code if ANSWERS[name].refers else "")
    assert told == Counter(heard=1, case=len(note.cases))


def test_interleaved_answers_are_kept_whole(done: Replied) -> None:
    (said,) = done.now("interleaved").sayings[1]

    assert "We saw that box too." in said.text
    assert "We ask the factory." in said.text


@pytest.mark.parametrize("name", TRAPS)
def test_what_only_sounds_like_fixed_tells_nobody_that_it_is(done: Replied, name: str) -> None:
    assert done.round.to(address_of(name)) == []
    assert done.now(name).changes == ()


def test_a_department_out_of_reach_is_told_by_whoever_stands_in(done: Replied) -> None:
    (mail,) = done.round.about(done.raised["bounce-staff"].line)

    assert mail["to"] == ["facilities@oakandlantern.example"]
    assert "Cleaning" in flowing(mail["text"])


@pytest.mark.parametrize("name", DIALECTS)
def test_an_address_that_is_gone_is_known_to_be(done: Replied, name: str) -> None:
    said = done.round.line.run("mail", "standing", address_of(name))

    assert "unreachable since" in said
