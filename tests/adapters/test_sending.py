"""How much mail goes: turns that all workers share, a day's mails, pauses that end by themselves, stops that do not."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

import pytest

from aws import LEDGER, make_tables
from fakes import FixedClock
from throughline.adapters.dynamo.records import LedgerRecord, bind
from throughline.adapters.dynamo.sending import DynamoSending
from throughline.domain.fetching import Later
from throughline.domain.sending import Limits, Turns
from throughline.errors import Unavailable


@dataclass
class Account:
    """What the mail service allows, and how often it was asked."""

    limits: Limits = field(default_factory=lambda: Limits(rate=500, daily=10_000, sent=0))
    asked: int = 0
    away: bool = False

    def __call__(self) -> Limits:
        self.asked += 1
        if self.away:
            raise Unavailable("away")
        return self.limits


@pytest.fixture
def account() -> Account:
    return Account()


@pytest.fixture
def workers(aws: None, account: Account) -> list[DynamoSending]:  # noqa: ARG001 - the table stands in it
    make_tables()
    return [DynamoSending(bind(LedgerRecord, LEDGER), account) for _ in range(3)]


def turns(taken: Turns | Later) -> Turns:
    assert isinstance(taken, Turns)
    return taken


def why(taken: Turns | Later) -> str:
    assert isinstance(taken, Later)
    return taken.reason


def test_workers_take_turns_one_after_the_other(workers: list[DynamoSending], clock: FixedClock) -> None:
    begins = [turns(worker.take([50], clock.now())).at for worker in workers * 2]
    assert [(at - clock.now()) / timedelta(milliseconds=1) for at in begins] == [0, 125, 250, 375, 500, 625]


def test_a_second_holds_no_more_than_the_share_of_digests(workers: list[DynamoSending], clock: FixedClock) -> None:
    went: list[tuple[datetime, int]] = []
    for worker in workers * 10:
        taken = turns(worker.take([50, 50], clock.now()))
        went += [(taken.at + at * taken.pace.every, 50) for at in range(2)]
    for begin, _ in went:
        assert sum(mails for at, mails in went if begin <= at < begin + timedelta(seconds=1)) <= 400


def test_whoever_would_wait_long_comes_again(workers: list[DynamoSending], account: Account, clock: FixedClock) -> None:
    account.limits = replace(account.limits, rate=1)
    assert turns(workers[0].take([50], clock.now())).at == clock.now()
    later = workers[1].take([50], clock.now())
    assert isinstance(later, Later)
    assert later.at == clock.now() + timedelta(seconds=50)


def test_of_very_many_the_first_few_get_turns(
    workers: list[DynamoSending], account: Account, clock: FixedClock
) -> None:
    account.limits = replace(account.limits, rate=14)
    taken = turns(workers[0].take([50] * 20, clock.now()))
    assert (taken.groups, taken.pace.mails) == (12, 11)


def test_the_day_of_the_account_is_kept_and_a_tenth_is_left_for_cases(
    workers: list[DynamoSending], account: Account, clock: FixedClock
) -> None:
    account.limits = Limits(rate=500, daily=1000, sent=800)
    assert turns(workers[0].take([50, 50], clock.now()))
    assert why(workers[1].take([1], clock.now())) == "the mail service takes no more today"
    account.limits = Limits(rate=500, daily=1000, sent=0)
    clock.passes(minutes=10)
    assert turns(workers[1].take([50], clock.now()))


def test_mails_that_the_account_may_not_have_counted_yet_are_left_out_once(
    workers: list[DynamoSending], account: Account, clock: FixedClock
) -> None:
    account.limits = Limits(rate=500, daily=1000, sent=0)
    assert turns(workers[0].take([50] * 10, clock.now()))
    clock.passes(minutes=3)
    account.limits = Limits(rate=500, daily=1000, sent=100)  # it lags behind
    assert turns(workers[0].take([50] * 6, clock.now()))
    assert why(workers[0].take([1], clock.now()))


def test_the_account_is_asked_now_and_then_and_not_by_everybody(
    workers: list[DynamoSending], account: Account, clock: FixedClock
) -> None:
    for _ in range(5):
        for worker in workers:
            worker.take([50], clock.now())
        clock.passes(seconds=20)
    assert account.asked == 1


def test_a_mail_service_that_does_not_say_stops_nobody_for_an_hour(
    workers: list[DynamoSending], account: Account, clock: FixedClock
) -> None:
    workers[0].take([1], clock.now())
    account.away = True
    clock.passes(minutes=30)
    assert turns(workers[0].take([1], clock.now()))
    clock.passes(minutes=31)
    with pytest.raises(Unavailable):
        workers[0].take([1], clock.now())


def test_a_pause_holds_for_all_and_ends_by_itself(workers: list[DynamoSending], clock: FixedClock) -> None:
    workers[1].take([1], clock.now())
    workers[0].pause("it says so", clock.now())
    assert why(workers[1].take([1], clock.now())) == workers[2].waits(clock.now()) == "it says so"
    clock.passes(minutes=16)
    assert turns(workers[1].take([1], clock.now()))
    assert workers[2].waits(clock.now()) == ""


def test_an_account_that_may_not_send_is_a_pause(
    workers: list[DynamoSending], account: Account, clock: FixedClock
) -> None:
    account.limits = replace(account.limits, enabled=False)
    assert why(workers[0].take([1], clock.now())) == "the mail service has paused our sending"
    account.limits = replace(account.limits, enabled=True)
    clock.passes(minutes=16)
    assert turns(workers[0].take([1], clock.now()))


def test_a_stop_holds_until_somebody_ends_it(workers: list[DynamoSending], clock: FixedClock) -> None:
    workers[1].take([1], clock.now())
    assert workers[0].stop("3 of 100 came back")
    assert not workers[1].stop("4 of 100 came back")
    clock.passes(hours=200)
    assert why(workers[1].take([1], clock.now())) == workers[2].waits(clock.now()) == "3 of 100 came back"
    assert workers[2].go_on()
    assert not workers[2].go_on()
    assert turns(workers[1].take([1], clock.now()))


def test_all_that_were_taken_are_counted(workers: list[DynamoSending], clock: FixedClock) -> None:
    for worker in workers:
        worker.take([50, 3], clock.now())
    assert workers[0].taken() == 159
