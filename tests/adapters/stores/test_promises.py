"""Mails about all that waits are written once, with the steps they tell of; single mails are counted as they come."""

from dataclasses import replace

from fakes import FixedClock
from fakes.rooms import Ledger
from fakes.values import TODAY, case, feedback, letter
from throughline.domain.case import Action, Case, Step
from throughline.domain.letter import Letter, Share
from throughline.domain.line import Advance, Outcome
from throughline.domain.recalling import SINGLE_MAILS, Telling, Waiting, line_of_day

DAY = line_of_day("Packing", TODAY)
SHARE = Share("Packing", "Europe/London")


def routed(ledger: Ledger, number: int = 1) -> Case:
    """A note, its case and its mail, one of Packing's of the day."""
    said = feedback(identity=f"device-{number:04}")
    opened, mail = case(said.line), replace(letter(said.line), shared=SHARE)
    ledger.facts.record(said)
    assert ledger.cases.settle(Outcome(said.line, "fact", ("routed",), (opened,), letters=(mail,)))
    return opened


def reminded(before: Case) -> Advance:
    moved = replace(before, version=before.version + 1, levels=("heard_soon",))
    step = Step(moved.version, Action.REMIND, before.state, before.state, "", TODAY, reason="heard_soon")
    return Advance(moved, step)


def mail_of_day(name: str = "letter#reminder#1") -> Letter:
    return letter(DAY, name)


def waiting_mails(ledger: Ledger) -> list[str]:
    return [key.pk for key in ledger.pending.waiting() if key.sk == "letter#case#1"]


def test_a_mail_is_written_with_the_steps_it_tells_of(ledger: Ledger) -> None:
    opened = routed(ledger)
    advance = reminded(opened)
    assert ledger.promises.tell(Telling(mail_of_day(), (advance,)))
    line = ledger.facts.line(opened.line)
    assert (line.cases, line.steps) == ((advance.case,), {1: (advance.step,)})
    assert list(ledger.promises.waiting("Packing")) == [Waiting(advance.case)]
    assert ledger.promises.told("Packing", TODAY) == {"letter#reminder#1"}
    assert (DAY, "letter#reminder#1") in [(key.pk, key.sk) for key in ledger.pending.waiting()]


def test_the_same_mail_is_not_written_twice_nor_its_steps_taken(ledger: Ledger) -> None:
    first, second = routed(ledger, 1), routed(ledger, 2)
    assert ledger.promises.tell(Telling(mail_of_day(), (reminded(first),)))
    assert not ledger.promises.tell(Telling(mail_of_day(), (reminded(second),)))
    assert ledger.facts.line(second.line).cases == (second,)


def test_when_one_case_moved_nothing_is_written(ledger: Ledger) -> None:
    first, second = routed(ledger, 1), routed(ledger, 2)
    assert ledger.promises.tell(Telling(None, (reminded(first),)))
    assert not ledger.promises.tell(Telling(mail_of_day(), (reminded(second), reminded(first))))
    assert ledger.facts.line(second.line).cases == (second,)
    assert ledger.promises.told("Packing", TODAY) == frozenset()


def test_a_step_read_before_an_erasure_is_not_written_after_it(ledger: Ledger) -> None:
    opened = routed(ledger)
    assert not ledger.promises.tell(Telling(None, (replace(reminded(opened), erased=True),)))


def test_the_first_mails_of_a_day_go_and_the_others_are_held(ledger: Ledger, clock: FixedClock) -> None:
    cases = [routed(ledger, number) for number in range(SINGLE_MAILS + 2)]
    lines = [opened.line for opened in cases]
    assert sorted(waiting_mails(ledger)) == sorted(lines[:SINGLE_MAILS])
    held = list(ledger.promises.held("Packing"))
    assert sorted(one.subject for one in held) == sorted(f"{line}/1" for line in lines[SINGLE_MAILS:])
    assert ledger.letters.claim(lines[-1], "letter#case#1", clock.now()) is None
    clock.passes(hours=24)
    tomorrow = routed(ledger, 99)
    assert tomorrow.line in waiting_mails(ledger)


def test_what_was_held_is_told_of_once(ledger: Ledger) -> None:
    for number in range(SINGLE_MAILS + 1):
        routed(ledger, number)
    held = tuple(ledger.promises.held("Packing"))
    assert len(held) == 1
    assert ledger.promises.tell(Telling(mail_of_day("letter#bundle#1"), held=held))
    assert list(ledger.promises.held("Packing")) == []
    assert not ledger.promises.tell(Telling(mail_of_day("letter#bundle#2"), held=held))


def test_a_settled_note_takes_no_share_of_the_day_again(ledger: Ledger) -> None:
    opened = routed(ledger)
    again = Outcome(
        opened.line, "fact", ("routed",), letters=(replace(letter(opened.line, "letter#case#2"), shared=SHARE),)
    )
    assert not any(ledger.cases.settle(again) for _ in range(SINGLE_MAILS))
    assert [routed(ledger, number).line for number in (2, 3)] == sorted(waiting_mails(ledger), key=_age)[1:]


def test_departments_have_their_own_shares(ledger: Ledger) -> None:
    for number in range(SINGLE_MAILS):
        routed(ledger, number)
    said = feedback(identity="device-other")
    mail = replace(letter(said.line), shared=Share("Delivery", "Europe/London"))
    ledger.facts.record(said)
    ledger.cases.settle(
        Outcome(said.line, "fact", ("routed",), (case(said.line, department="Delivery"),), letters=(mail,))
    )
    assert said.line in waiting_mails(ledger)


def _age(line: str) -> int:
    return [feedback(identity=f"device-{number:04}").line for number in (1, 2, 3)].index(line)
