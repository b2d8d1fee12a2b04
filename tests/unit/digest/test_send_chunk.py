"""Digests that go many at a time: leased as one, each reader's at most once, whatever becomes of each."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from fakes.ledger import MemoryLedger
from throughline.domain.bundle import Answered, Answers, Bundle, Fate
from throughline.domain.digest_chunk import ALONE, ENDED
from throughline.domain.sending import Pace
from throughline.domain.subject import subject_of
from throughline.errors import Paused, Refused, Unavailable
from throughline.usecases.send_digest import DigestEnd
from unit.digest.hall import LATER, Bulk, Hall, crowd
from unit.digest.rooms import (
    WEEK,
    Root,
    person,
)


def test_all_of_a_chunk_get_one_mail_by_one_call_and_words_are_written_once() -> None:
    hall = Hall(crowd(50))
    assert hall.send() == DigestEnd("sent", "50 of 50")
    assert hall.send().state == "taken"
    assert (len(hall.bulk.taken), hall.paper.written) == (1, 1)
    assert sorted(hall.bulk.mails()) == sorted(one.id for one in hall.people)
    assert dict(hall.chunk.outcomes()) == {one.id: "sent" for one in hall.people}


def test_who_reads_something_else_gets_it_by_a_call_of_its_own() -> None:
    hall = Hall([*crowd(2), person("zoe", department="Packing")])
    hall.send()
    assert sorted(len(bundle.copies) for bundle in hall.bulk.taken) == [1, 2]


@pytest.mark.parametrize(
    ("fate", "outcome"),
    [(Answered(Fate.REFUSED, "MESSAGE_REJECTED"), "refused: MESSAGE_REJECTED"), (Answered(Fate.ALONE, "FAILED"), "")],
)
def test_what_fails_for_one_fails_for_nobody_else(fate: Answered, outcome: str) -> None:
    hall = Hall(crowd(), Bulk({"id-p1": fate}))
    hall.send()
    told = dict(hall.chunk.outcomes())
    assert (told["id-p0"], told.get("id-p1", "")) == ("sent", outcome)
    assert [message["person"] for message in hall.queue.messages] == ([] if outcome else ["id-p1"])


@pytest.mark.parametrize("status", [Fate.LATER, Fate.PAUSED])
def test_what_the_mail_service_does_not_take_now_goes_later_and_nothing_twice(status: Fate) -> None:
    hall = Hall(crowd(), Bulk({"id-p1": Answered(status, "not now")}))
    end = _ended(hall.send)
    assert end == ("later" if status is Fate.LATER else "paused")
    hall.bulk.fates.clear()
    hall.send()
    sent = [[copy.person for copy in bundle.copies] for bundle in hall.bulk.taken]
    assert sent == [["id-p0", "id-p1", "id-p2"], ["id-p1"]]
    assert hall.chunk.state == ENDED


@pytest.mark.parametrize(("trouble", "end"), [(Unavailable("away"), "later"), (Paused("paused"), "paused")])
def test_a_call_that_took_nothing_is_given_back_whole(trouble: Exception, end: str) -> None:
    hall = Hall(crowd(), Bulk(fails=[trouble]))
    assert _ended(hall.send) == end
    hall.send()
    assert sorted(hall.bulk.mails()) == ["id-p0", "id-p1", "id-p2"]


def test_a_call_that_is_refused_because_of_one_is_made_for_each_alone() -> None:
    hall = Hall(crowd(), Bulk(fails=[Refused("an address")]))
    hall.send()
    assert set(hall.chunk.ends.values()) == {ALONE}
    assert [message["person"] for message in hall.queue.messages] == ["id-p0", "id-p1", "id-p2"]


def test_whoever_has_to_go_alone_goes_when_the_others_went_later() -> None:
    hall = Hall(crowd(2), Bulk({"id-p0": Answered(Fate.ALONE, "FAILED"), "id-p1": Answered(Fate.LATER, "not now")}))
    hall.send()
    assert hall.queue.messages == []
    hall.bulk.fates.clear()
    hall.send()
    assert ([message["person"] for message in hall.queue.messages], hall.bulk.mails()[-1]) == (["id-p0"], "id-p1")


def test_a_chunk_that_ended_as_its_sender_died_asks_again_for_those_who_go_alone() -> None:
    hall = Hall(crowd(2), Bulk({"id-p0": Answered(Fate.ALONE, "FAILED")}))
    hall.send()
    assert hall.send().state == "taken"
    assert [message["person"] for message in hall.queue.messages] == ["id-p0", "id-p0"]


@pytest.mark.parametrize("fails", [Refused("an address"), None])
def test_nobody_goes_alone_whose_mail_may_have_gone_before(fails: Refused | None) -> None:
    hall = Hall(crowd(1), Bulk({"id-p0": Answered(Fate.ALONE, "FAILED")}, [RuntimeError("it died")]))
    with pytest.raises(RuntimeError):
        hall.send()
    hall.clock.moment += LATER
    hall.bulk.fails += [fails] if fails else []
    hall.send()
    assert hall.queue.messages == []
    assert dict(hall.chunk.outcomes())["id-p0"].startswith("in doubt")


def test_whoever_takes_over_from_a_sender_that_died_leaves_out_whose_mail_went() -> None:
    hall = Hall(crowd(), Bulk(fails=[RuntimeError("it died")]))
    with pytest.raises(RuntimeError):
        hall.send()
    assert hall.send() == DigestEnd("later", "somebody is sending it")
    hall.chunks.reported(WEEK, hall.planned.id, ["id-p0", "id-p2"])
    hall.clock.moment += LATER
    hall.send()
    assert hall.bulk.mails() == ["id-p1"]
    assert set(dict(hall.chunk.outcomes()).values()) == {"sent"}


def test_a_chunk_whose_senders_died_twice_is_left_to_a_person_and_a_late_report_settles_it() -> None:
    hall = Hall(crowd(1), Bulk(fails=[RuntimeError("it died"), RuntimeError("again")]))
    for _ in range(2):
        with pytest.raises(RuntimeError):
            hall.send()
        hall.clock.moment += LATER
    assert hall.send().state == "in doubt"
    assert dict(hall.chunk.outcomes())["id-p0"].startswith("in doubt")
    hall.chunks.reported(WEEK, hall.planned.id, ["id-p0"])
    assert dict(hall.chunk.outcomes()) == {"id-p0": "sent"}


def test_who_left_or_wants_none_since_planning_gets_none_and_it_says_why() -> None:
    hall = Hall([person("ada"), person("bob"), person("cleo"), person("dan")])
    hall.directory.known["id-bob"] = replace(hall.directory.known["id-bob"], digest="off")
    del hall.directory.known["id-cleo"]
    known = MemoryLedger(hall.clock).standings
    known.bounced(subject_of(Root().root(), "dan@shop.example"), "m1", lasting=True, staff=False)
    hall.desk = replace(hall.desk, standings=known)
    hall.send()
    told = dict(hall.chunk.outcomes())
    assert (told.pop("id-ada"), told.pop("id-dan")) == ("sent", "skipped: mail to it came back")
    assert told == {"id-bob": "skipped: asked for none", "id-cleo": "skipped: is no longer here"}


def test_an_answer_that_is_lost_forgets_none_that_came_before() -> None:
    hall = Hall([person(name, department=name) for name in ("ada", "bob", "cleo")], Lost())
    with pytest.raises(TimeoutError):
        hall.send()
    assert (len(hall.chunk.sent), hall.chunks.fared(WEEK).sent) == (2, 2)
    hall.clock.moment += LATER
    hall.send()
    counts = Counter(hall.bulk.mails())
    assert sorted(counts.values()) == [1, 1, 2]  # the one whose answer was lost, and which nobody reported since


def test_only_mails_that_the_mail_service_took_count_as_sent() -> None:
    hall = Hall(crowd(4), Bulk({"id-p1": Answered(Fate.LATER, "not now"), "id-p2": Answered(Fate.REFUSED, "never")}))
    hall.send()
    assert hall.chunks.fared(WEEK).sent == 2
    hall.bulk.fates.clear()
    hall.send()
    assert hall.chunks.fared(WEEK).sent == 3


def test_no_call_holds_more_than_the_turn_lets_go_and_each_turn_is_waited_for() -> None:
    hall = Hall(crowd(50), pace=Pace(20, timedelta(seconds=1)))
    hall.send()
    assert [len(bundle.copies) for bundle in hall.bulk.taken] == [20, 20, 10]
    assert [round(wait) for wait in hall.slept] == [1, 2]


class Lost(Bulk):
    """Takes what it is given, but its third answer never comes."""

    def post_all(self, bundle: Bundle) -> Answers:
        answers = super().post_all(bundle)
        if len(self.taken) == 3:
            raise TimeoutError
        return answers


def _ended(send: Callable[[], DigestEnd]) -> str:
    try:
        return send().state
    except Paused:
        return "paused"
