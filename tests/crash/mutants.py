"""Wrong designs of the line, kept so that the matrix has to find every one of them."""

from contextlib import suppress
from datetime import datetime
from itertools import count
from typing import Any

import pytest

from crash.chunk_mutants import CHUNK_MUTANTS
from crash.events import act, carried, note, send_in, taken
from crash.flood_scenarios import FLOOD_SCENARIOS
from crash.matrix import Matrix
from crash.mutant import Mutant, Spoil, by, by_overlap
from crash.scenario import Scenario
from crash.scenarios import MAILS, SCENARIOS, a_letter
from crash.stand import Stand
from crash.theme_scenarios import THEME_SCENARIOS
from crash.transactions import Apart, Heedless
from crash.world import Delivery
from handlers.live import module
from throughline.adapters import ses
from throughline.adapters.dynamo import cases, digests, figures, flood, letters
from throughline.adapters.dynamo.codec import packed, unpacked
from throughline.adapters.dynamo.facts import DynamoFacts
from throughline.adapters.dynamo.items import Items
from throughline.adapters.dynamo.records import transaction
from throughline.adapters.queue import SqsQueue
from throughline.domain.feedback import Feedback
from throughline.domain.gathering import Gathering
from throughline.domain.letter import LEASE, Letter, Mail, Posted
from throughline.domain.line import Standing
from throughline.domain.week import Week
from throughline.errors import Unavailable
from throughline.usecases import carry_records, send_letter, sweep_pending


def _of(function: str) -> Scenario:
    return next(one for one in SCENARIOS if one.function == function)


def _one_letter(stand: Stand) -> list[Delivery]:
    message = Delivery("send_letter", a_letter(stand), "letter")
    return [message, message]


def _one_fact(stand: Stand) -> list[Delivery]:
    send_in(stand, note(stand, email=""))
    carried(stand)
    message = Delivery("route_issue", taken(stand, "route"), "fact")
    return [message, message]


def _two_acts(stand: Stand) -> list[Delivery]:
    send_in(stand, note(stand))
    stand.world.flow()
    return [act(stand, "acknowledge"), act(stand, "resolve", text="It is mended.")]


# ── letters ──
def _get_send_put(patch: pytest.MonkeyPatch) -> None:
    def claim(self: Any, line: str, name: str, _now: datetime) -> Letter | None:
        item = self._record.get(line, name, consistent_read=True)
        return None if item.state == Posted.SENT.value else unpacked(Letter, item.body)

    patch.setattr(letters.DynamoLetters, "claim", claim)


def _at_most_once(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(letters, "MAX_TRIES", 1)
    patch.setattr(letters, "in_doubt", lambda _item, _now: False)


def _check_then_send(patch: pytest.MonkeyPatch) -> None:
    def claim(self: Any, line: str, name: str, now: datetime) -> Letter | None:
        item = self._record.get(line, name, consistent_read=True)
        if item.state != Posted.WAITING.value and (item.state != "claimed" or item.lease_until > now.timestamp()):
            return None
        until = int((now + LEASE).timestamp())
        item.update(
            [self._record.state.set("claimed"), self._record.lease_until.set(until), self._record.announces.remove()]
        )
        return unpacked(Letter, item.body)

    patch.setattr(letters.DynamoLetters, "claim", claim)


def _gives_back_in_doubt(patch: pytest.MonkeyPatch) -> None:
    post = ses.SesPostbox.post

    def posted(self: ses.SesPostbox, mail: Mail) -> str:
        try:
            return post(self, mail)
        except Exception as error:
            raise Unavailable("nobody knows") from error

    patch.setattr(ses.SesPostbox, "post", posted)


def _without_cap(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(letters, "MAX_TRIES", 99)


def _announces_again(patch: pytest.MonkeyPatch) -> None:
    claim = letters.DynamoLetters.claim

    def announced(self: Any, line: str, name: str, now: datetime) -> Letter | None:
        claimed = claim(self, line, name, now)
        if claimed:
            self._record(line, name).update([self._record.announces.set("letter.waiting")])
        return claimed

    patch.setattr(letters.DynamoLetters, "claim", announced)


def _noted_before_sent(patch: pytest.MonkeyPatch) -> None:
    written = send_letter._written

    def noted(letter: Letter, paper: Any) -> Mail:
        module("send_letter").ledger().letters.sent(letter.line, letter.name, "")
        return written(letter, paper)

    patch.setattr(send_letter, "_written", noted)


def _client_tries_again(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(ses, "ONCE", None)
    patch.setattr(module("send_letter"), "postbox", lambda: ses.SesPostbox("line@shop.example", "cases"))


def _deaf_to_reports(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(module("mail_outcome"), "note_outcome", lambda **_told: "noted")


def _digest_once(patch: pytest.MonkeyPatch) -> None:
    def claim(self: Any, week: Week, person: str, now: datetime) -> bool:
        del now
        item, record = self._item(week, person), self._record
        with suppress(Exception):
            item.update([record.state.set("claimed")], condition=record.state.does_not_exist())
            return True
        return False

    patch.setattr(digests.DynamoDigests, "claim", claim)


# ── decisions, steps and counts ──
def _heedless(where: Any) -> Spoil:
    return lambda patch: patch.setattr(where, "transaction", lambda record: Heedless(transaction(record)))


def _counts_again(patch: pytest.MonkeyPatch) -> None:
    _heedless(figures)(patch)
    patch.setattr(figures.DynamoFigures, "_note", lambda _self, _answer: None)


def _apart(where: Any) -> Spoil:
    return lambda patch: patch.setattr(where, "transaction", lambda _record: Apart())


def _writes_over(patch: pytest.MonkeyPatch) -> None:
    def record(self: Any, feedback: Feedback, **told: str) -> Standing:
        del told
        self._items.fact(feedback.line, "fact", "feedback.received", packed(feedback)).save()
        return Standing(feedback.digest, new=True)

    patch.setattr(DynamoFacts, "record", record)


def _gathers_again(patch: pytest.MonkeyPatch) -> None:
    """Each try keeps the words under a name of its own, whether or not the answer still waits for it."""
    tries, kept = count(1), Items.gathered

    def gathered(self: Any, one: Gathering) -> Any:
        item = kept(self, one)
        item.sk = f"{item.sk}#{next(tries)}"
        return item

    patch.setattr(Items, "gathered", gathered)
    _heedless(cases)(patch)


# ── the way ──
def _swallows(patch: pytest.MonkeyPatch) -> None:
    put = SqsQueue.put

    def tried(self: SqsQueue, messages: Any) -> None:
        with suppress(Exception):
            put(self, messages)

    patch.setattr(SqsQueue, "put", tried)


def _routes_first(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(carry_records, "ORDER", ("route", "letters", "tally"))


def _sweeps_facts_only(patch: pytest.MonkeyPatch) -> None:
    wanted = sweep_pending._wanted_by
    patch.setattr(sweep_pending, "_wanted_by", lambda key: () if key.sk.startswith("letter#") else wanted(key))


LETTER, DIGEST = MAILS[:2]
MUTANTS = (
    Mutant("letters: get, send, put", _get_send_put, by(LETTER, Matrix.single)),
    Mutant("letters: at most once", _at_most_once, by(LETTER, Matrix.single)),
    Mutant("letters: check, then send", _check_then_send, by_overlap(_one_letter)),
    Mutant("letters: given back though nobody knows", _gives_back_in_doubt, by(LETTER, Matrix.single)),
    Mutant("letters: tried for ever", _without_cap, by(LETTER, Matrix.stubborn)),
    Mutant("letters: a claim announces again", _announces_again, by(LETTER, Matrix.single)),
    Mutant("letters: noted, then sent", _noted_before_sent, by(LETTER, Matrix.single)),
    Mutant("letters: the client tries again by itself", _client_tries_again, by(LETTER, Matrix.single)),
    Mutant("letters: the mail service's reports are not heard", _deaf_to_reports, by(LETTER, Matrix.single)),
    Mutant("letters: the sweep looks for facts only", _sweeps_facts_only, by(LETTER, Matrix.single)),
    Mutant("digests: at most once", _digest_once, by(DIGEST, Matrix.single)),
    *CHUNK_MUTANTS,
    Mutant("decisions: written without looking", _heedless(cases), by_overlap(_one_fact)),
    Mutant("decisions: one call each", _apart(cases), by(_of("route_issue"), Matrix.single)),
    Mutant("steps: on any version", _heedless(cases), by_overlap(_two_acts)),
    Mutant("counts: without a note", _counts_again, by(_of("tally_answer"), Matrix.single)),
    Mutant("words: gathered by each try", _gathers_again, by(THEME_SCENARIOS[0], Matrix.single)),
    Mutant("doors: the later write wins", _writes_over, by(_of("feedback_form"), Matrix.single)),
    Mutant("floods: counted again by each try", _heedless(flood), by(FLOOD_SCENARIOS[0], Matrix.single)),
    Mutant("floods: the note, then its counts", _apart(flood), by(FLOOD_SCENARIOS[0], Matrix.single)),
    Mutant("carry: a failed queue is forgotten", _swallows, by(_of("carry"), Matrix.outages)),
    Mutant("carry: routing goes first", _routes_first, by(_of("carry"), Matrix.outages)),
)
