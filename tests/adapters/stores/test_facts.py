"""What came in is written once under the identity of its content."""

from dataclasses import replace

from fakes import FixedClock
from fakes.rooms import Ledger
from fakes.values import NOW, TODAY, answer, feedback
from throughline.domain.letter import UNNAMED, Letter, LetterKind
from throughline.domain.line import Aside, PendingKey

SINCE = "2026-11-23T10+00:00"


def test_a_report_is_recorded_once(ledger: Ledger) -> None:
    said = feedback()
    first, second = ledger.facts.record(said), ledger.facts.record(said)
    assert (first.new, second.new) == (True, False)
    assert first.digest == second.digest == said.digest
    assert ledger.facts.feedback(said.line) == said


def test_another_report_under_the_same_identity_finds_the_first(ledger: Ledger) -> None:
    said = feedback("The first words.")
    ledger.facts.record(said)
    standing = ledger.facts.record(feedback("Quite other words."))
    assert (standing.new, standing.digest) == (False, said.digest)
    assert ledger.facts.line(said.line).feedback == said


def test_a_report_waits_for_its_decision(ledger: Ledger) -> None:
    said = feedback()
    ledger.facts.record(said)
    ledger.facts.record(said)
    assert list(ledger.pending.waiting()) == [PendingKey(said.line, "fact", SINCE)]


def test_nothing_is_known_of_a_line_that_nobody_wrote(ledger: Ledger) -> None:
    line = ledger.facts.line("F#nobody")
    assert (line.feedback, line.answers, line.cases, line.parked) == (None, (), (), None)
    assert ledger.facts.feedback("F#nobody") is None
    assert ledger.facts.answer("F#nobody", "fact#q") is None


def test_an_answer_is_recorded_once_in_each_revision(ledger: Ledger) -> None:
    assert [ledger.facts.record_answer(answer(revision=number)) for number in (1, 1, 3, 2, 3)] == [
        True,
        False,
        True,
        False,
        False,
    ]
    assert ledger.facts.answer(answer().line, "fact#recommend") == answer(revision=3)


def test_a_later_revision_waits_for_its_decision_again(ledger: Ledger, clock: FixedClock) -> None:
    ledger.facts.record_answer(answer(revision=1))
    clock.passes(hours=2)
    ledger.facts.record_answer(answer(revision=2))
    assert [key.since for key in ledger.pending.waiting()] == ["2026-11-23T12+00:00"]


def test_the_answers_of_one_response_stand_in_one_line(ledger: Ledger) -> None:
    scored, said = answer(), answer(None, "Nobody called.", question_key="why", metric=None)
    ledger.facts.record_answer(said)
    ledger.facts.record_answer(scored)
    assert ledger.facts.line(scored.line).answers == (scored, said)


def test_an_answer_keeps_all_that_it_says(ledger: Ledger) -> None:
    full = answer(4.5, "Déjà vu 🛋️", hints={"tags": ["sofa", 3], "vip": True}, customer_ref="c-1", direction="lower")
    ledger.facts.record_answer(full)
    assert ledger.facts.answer(full.line, "fact#recommend") == full


def test_what_was_set_aside_is_kept_once_the_oldest_first(ledger: Ledger) -> None:
    second = Aside("Q#2", "a mail that came back", "mail", "inbound/2", TODAY)
    first = replace(second, id="Q#1", on=TODAY.replace(day=20))
    for aside in (second, first, replace(second, reason="said once more")):
        ledger.facts.set_aside(aside)
    assert list(ledger.facts.asides()) == [first, second]


def test_what_is_let_in_after_all_is_listed_no_more(ledger: Ledger) -> None:
    held = Aside("Q#1", "the mail service takes it for spam", "mail", "inbound/1", TODAY, held=True)
    ledger.facts.set_aside(held)
    for _ in range(2):
        ledger.facts.let_go("Q#1")
    ledger.facts.let_go("Q#none")
    assert list(ledger.facts.asides()) == []
    assert ledger.facts.set_aside(replace(held)) is False
    assert ledger.facts.set_aside_before("Q#1") == held


def test_what_is_written_sealed_waits_for_nothing_until_it_is_unsealed(ledger: Ledger) -> None:
    said = feedback()
    mail = Letter(said.line, UNNAMED, LetterKind.UNNAMED, "kim@shop.example")
    first, again = (ledger.facts.record_sealed(said, mail) for _ in range(2))
    assert (first.new, again.new, first.digest) == (True, False, again.digest)
    assert list(ledger.pending.waiting()) == []
    assert ledger.letters.claim(said.line, UNNAMED, NOW) is None
    assert [ledger.facts.unseal(said.line) for _ in range(2)] == [True, False]
    assert sorted(key.sk for key in ledger.pending.waiting()) == ["fact", UNNAMED]
    assert ledger.letters.claim(said.line, UNNAMED, NOW) == mail


def test_nothing_is_unsealed_that_was_never_sealed(ledger: Ledger) -> None:
    assert not ledger.facts.unseal("F#nobody")
    ledger.facts.record(feedback())
    assert not ledger.facts.unseal(feedback().line)
    bare = feedback(identity="device-0002")
    ledger.facts.record_sealed(bare, None)
    assert ledger.facts.unseal(bare.line)
    assert sorted(key.sk for key in ledger.pending.waiting()) == ["fact", "fact"]
