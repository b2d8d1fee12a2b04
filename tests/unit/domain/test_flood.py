"""Notes are counted by link and by sender, under codes that lead back to nobody."""

from datetime import UTC, datetime, timedelta, timezone

from fakes.outside import ROOT
from fakes.values import NOW, known_reporter
from throughline.domain.feedback import Channel, Reporter
from throughline.domain.flood import Bounds, By, limits_of, sender_of

BOUNDS = Bounds(link_an_hour=3, sender_a_day=2)
ROS = sender_of(Channel.FORM, known_reporter())


def codes(now: datetime = NOW, **who: str) -> list[str]:
    return [one.code for one in limits_of(BOUNDS, ROOT, now, **{"link": "North", "sender": ROS, **who})]


def test_a_link_is_counted_by_the_hour_and_a_sender_by_the_day() -> None:
    at = NOW.replace(minute=23, second=7)
    link, sender = limits_of(BOUNDS, ROOT, at, link="North", sender=ROS)
    assert (link.by, link.most, link.ends) == (By.LINK, 3, NOW + timedelta(hours=1))
    assert (sender.by, sender.most, sender.ends) == (By.SENDER, 2, datetime(2026, 11, 24, tzinfo=UTC))


def test_within_the_hour_the_count_is_one_and_the_next_begins_anew() -> None:
    link, sender = codes()
    assert codes(NOW + timedelta(minutes=59)) == [link, sender]
    later, same = codes(NOW + timedelta(minutes=60))
    assert (later != link, same) == (True, sender)
    assert sender not in codes(NOW + timedelta(days=1))


def test_hours_are_those_of_utc_wherever_the_clock_stands() -> None:
    india = timezone(timedelta(hours=5, minutes=30))
    assert codes(NOW.astimezone(india)) == codes()


def test_every_link_and_every_sender_has_a_count_of_its_own() -> None:
    other = sender_of(Channel.FORM, Reporter("", "pat@home.example"))
    assert not set(codes()) & set(codes(link="South", sender=other))
    assert len(set(codes(link=ROS, sender=ROS))) == 2


def test_nobody_counts_for_nothing_and_neither_does_a_bound_of_zero() -> None:
    assert limits_of(BOUNDS, ROOT, NOW) == ()
    assert limits_of(Bounds(), ROOT, NOW, link="North", sender=ROS) == ()
    assert sender_of(Channel.FORM, Reporter("Ros")) == ""


def test_a_sender_is_one_however_the_address_is_written() -> None:
    assert sender_of(Channel.FORM, Reporter("", " Ros.Wren@SHOP.example ")) == ROS


def test_whoever_claims_an_address_uses_up_nothing_of_its_owners() -> None:
    proven = Reporter("", known_reporter().email, verified=True)
    claims = [
        sender_of(channel, writer) for channel in (Channel.FORM, Channel.MAIL) for writer in (known_reporter(), proven)
    ]
    assert len(set(claims)) == 4


def test_a_count_tells_neither_who_nor_when() -> None:
    for code in codes():
        assert all(word not in code for word in ("North", "ros", "wren", "shop", "-11-"))
        assert len(code) == 32
