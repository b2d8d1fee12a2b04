"""The editor's hand in a week's digest: drop a story, pin one, add a signed line, let it go."""

from collections.abc import Iterator
from dataclasses import dataclass

from throughline.domain.edition import DROPPED, PINNED, Edition, Success, mark_of
from throughline.domain.edition_plan import held_changes
from throughline.domain.week import Week
from throughline.errors import Refused
from throughline.ports import Chunks, Editions, MapStore, Sending, Weeks

LONGEST_NOTE, LONGEST_NAME = 400, 80
WITH_THE_NEXT = "Do nothing: the digest of a later week tells it."
SETTLED = "the digest of {week} is settled, and some may have it"


@dataclass(frozen=True, slots=True)
class Listed:
    """A success as the editor sees it; `state` is whether it is told, or why it waits."""

    mark: str
    success: Success
    state: str


def stories_of(week: Week, *, weeks: Weeks, editions: Editions, maps: MapStore) -> Iterator[Listed]:
    """Every success of a week, thanks first, and what becomes of it."""
    settled, hand = editions.of(week)
    changes = weeks.changes(week)
    waiting = held_changes(changes, hand, maps.current())
    successes: tuple[Success, ...] = (*weeks.thanks(week), *changes)
    for one in successes:
        mark = mark_of(one)
        state = PINNED if mark in hand.pinned else DROPPED if mark in hand.dropped else _told(one, settled)
        yield Listed(mark, one, waiting.get(mark, state))


def wish(week: Week, mark: str, *, wished: str, weeks: Weeks, editions: Editions) -> str:
    """Note that a story is PINNED or DROPPED; what follows. Refused when there is none, or when it is too late."""
    name = mark.strip().lower()
    recent = (week, week.previous(), week.previous().previous())
    successes: list[Success] = [one for of in recent for one in weeks.thanks(of)]
    successes += [one for of in recent for one in weeks.changes(of)]
    found = next((one for one in successes if mark_of(one) == name), None)
    if found is None:
        do = f"See them: throughline digest stories --week {week}"
        raise Refused(f"There is no story {mark} in {week}.", field="STORY", do=do)
    settled, _ = editions.of(week)
    if settled and wished == PINNED and settled.tells(found):
        raise Refused(f"It can't be pinned: {SETTLED.format(week=week)}.", field="--week", do="Drop it, or leave it.")
    editions.mark(week, name, wished)
    if wished == DROPPED:
        return "It is told to nobody who does not have it yet." if settled else "It is not told."
    return "It is told in the next digest." if settled else "It is told, and may lead."


def let_go(week: Week, *, editions: Editions, sending: Sending, chunks: Chunks) -> bool:
    """Let the week's digest go, however little it tells; whether sending had stopped and goes on now.

    What came back before stops it no more: too many of those to come do. Refused when it was put off before, and
    nothing goes on either.
    """
    editions.hold(week, held=False)
    chunks.anew(week)
    goes_on, settled = sending.go_on(), editions.of(week)[0]
    if settled and settled.put_off and not goes_on:
        raise Refused(f"It is too late: what {week} had to tell was put off.", field="--week", do=WITH_THE_NEXT)
    return goes_on


def sign(week: Week, words: str, by: str, *, editions: Editions) -> None:
    """Put a signed line into the week's digest. Refused when it is empty, too long or too late."""
    said, name = words.strip(), by.strip()
    if not said or not name:
        raise Refused("A signed line needs words and a name.", field="--by", do="Write both.")
    if len(said) > LONGEST_NOTE or len(name) > LONGEST_NAME:
        do = f"At most {LONGEST_NOTE} letters, and {LONGEST_NAME} for the name."
        raise Refused("That is too long for a digest.", field="WORDS", do=do)
    if editions.of(week)[0]:
        raise Refused(f"It is too late: {SETTLED.format(week=week)}.", field="--week", do="Sign the next one.")
    editions.note(week, said, name)


def _told(success: Success, settled: Edition | None) -> str:
    return "told" if settled is None or settled.tells(success) else "left for another week"
