"""How a run ended, and the promises that every ending has to keep."""

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from aws import ATLAS, LEDGER
from crash.world import World

FLEETING = frozenset({"before", "tries", "lease_until", "message_id", "pending_since", "taken"})  # rough
TIMES = frozenset({"received_at", "recalled_at", "said_at", "taken"})
SINCE = ", since it was planned"
ENDED, DOUBT = frozenset({"sent", "refused"}), "in doubt"
Document = dict[str, Any]


@dataclass(frozen=True)
class Ending:
    """What stands in the tables, what went out (`together`: in which chunk), and what did not come to rest."""

    state: Mapping[str, str]
    mails: Mapping[str, int]
    together: Mapping[str, str]
    public: frozenset[str]
    announced: Mapping[str, int]
    doubtful: frozenset[str]
    rests: bool
    stuck: tuple[str, ...]
    dead: tuple[str, ...]
    unnoted: tuple[str, ...]


def everything(world: World) -> Iterator[tuple[str, Document]]:
    """Every item of both tables with its key."""
    for table in (LEDGER, ATLAS):
        for item in world.items(table):
            yield f"{table} {item['pk']['S']} {item['sk']['S']}", item


def ending(world: World) -> Ending:
    """The world as it stands now."""
    found = dict(everything(world))
    doubtful = {name for key, item in found.items() for name in _doubtful(key, item)}
    shown = {key: _plain(item) for key, item in found.items() if not _is_aside(key, item)}
    shown |= dict.fromkeys(world.wire.stored, "it lies in the bucket")
    return Ending(
        state=shown,
        mails=Counter(_sent(world.wire.mails)),
        together={mail_name(mail): mail["tags"]["chunk"] for mail in world.wire.mails if "chunk" in mail["tags"]},
        public=frozenset(world.wire.public),
        announced=Counter(world.announced),
        doubtful=frozenset(doubtful),
        rests=world.rests(),
        stuck=tuple(key for key, item in found.items() if item.get("state") == {"S": "claimed"}),
        dead=tuple(world.dead),
        unnoted=tuple(_unnoted(world, found)),
    )


def _unnoted(world: World, found: Mapping[str, Document]) -> Iterator[str]:
    """Mails whose report was heard and that are not noted as sent."""
    states = {f"{item['pk']['S']} {item['sk']['S']}": item.get("state", {}).get("S") for item in found.values()}
    digests = {
        f"digest {key.split('#')[1]} {key.split(' ')[1]}": state for key, state in states.items() if key[:2] == "G#"
    }
    digests |= {name: "sent" for item in found.values() for name in _together(item)}
    heard = world.wire.mails[: world.reported] if "mail_outcome" not in world.dead else []
    yield from (name for name in map(mail_name, heard) if (states | digests).get(name) != "sent")
    found_by_id = {item["pk"]["S"].removeprefix("M#") for item in found.values() if item["pk"]["S"].startswith("M#")}
    yield from (
        f"{mail['id']} leads nowhere" for mail in heard if "line" in mail["tags"] and mail["id"] not in found_by_id
    )


def _together(item: Document) -> Iterator[str]:
    """The digests that a chunk notes as sent."""
    if item["pk"]["S"].startswith("K#"):
        week = item["pk"]["S"].split("#")[1]
        yield from (f"digest {week} {person}" for person in item.get("names", {}).get("SS", ()))


def _sent(mails: Sequence[Document]) -> Iterator[str]:
    """What each mail is known by; one that came back and went to somebody else is another."""
    first: dict[str, str] = {}
    for mail in mails:
        name = mail_name(mail)
        yield name if first.setdefault(name, mail["to"]) == mail["to"] else f"{name}, to another"


def mail_name(mail: Document) -> str:
    """What a mail is known by: its letter, or its week and reader."""
    tags = mail["tags"]
    if "digest" in tags:
        return f"digest {tags['digest']} {tags['person']}"
    return " ".join(bytes.fromhex(tags[name]).decode() for name in ("line", "letter"))


def _doubtful(key: str, item: Document) -> Iterator[str]:
    if _tells_of_a_mail(key, item):
        yield str(_body(item)["what"])
    if item["pk"]["S"].startswith("G#") and item["state"]["S"].startswith(DOUBT):
        yield f"digest {item['pk']['S'].split('#')[1]} {item['sk']['S']}"
    if item["pk"]["S"].startswith("K#"):
        ends = _body(item).get("ends", {})
        week = item["pk"]["S"].split("#")[1]
        yield from (f"digest {week} {person}" for person, end in ends.items() if end.startswith(DOUBT))


def _tells_of_a_mail(key: str, item: Document) -> bool:
    return key.startswith(f"{LEDGER} Q#") and _body(item).get("door") == "letter"


def _is_aside(key: str, item: Document) -> bool:
    """What does not tell how it ended: maps, doubts, a vendor's calls, ids of mails; a second try has two of them."""
    if key.endswith(SINCE):  # whether an hour came that planned it once more
        return True
    return " MAP" in key or key.startswith((f"{LEDGER} M#", f"{LEDGER} L#")) or _tells_of_a_mail(key, item)


def _body(item: Document) -> Document:
    body = json.loads(item["body"]["S"]) if "body" in item else {}
    return body if isinstance(body, dict) else {}


def _plain(item: Document) -> str:
    """An item without what leases leave on it; how a mail ended is told by the mails themselves."""
    kept = {name: value for name, value in item.items() if name not in FLEETING}
    state = kept.get("state", {}).get("S", "")
    if state in ENDED or state.startswith(DOUBT):
        kept["state"] = {"S": "ended"}
    if TIMES.intersection(body := _body(item)):  # whichever of the deliveries it was that was taken
        kept["body"] = {name: value for name, value in body.items() if name not in TIMES}
    if "ends" in body:
        kept["body"] = {**body, "ends": {who: end for who, end in body["ends"].items() if not end.startswith(DOUBT)}}
        kept.pop("names", None)
    return json.dumps(kept, sort_keys=True)


Invariant = Callable[[Ending, Ending, int], Iterator[str]]


def as_if_run_once(expected: Ending, got: Ending, _faults: int) -> Iterator[str]:
    """Nothing is lost and nothing is there twice: the tables stand as if everything had run once."""
    for key in expected.state.keys() | got.state.keys():
        if expected.state.get(key) != got.state.get(key):
            yield f"{key}: {expected.state.get(key)} became {got.state.get(key)}"


def no_mail_is_lost(expected: Ending, got: Ending, _faults: int) -> Iterator[str]:
    """Each mail went out; one that nobody can tell of after two tries is shown to a person."""
    yield from (
        f"never sent: {name}" for name in expected.mails if not got.mails.get(name, 0) and name not in got.doubtful
    )


def no_mail_goes_twice(_expected: Ending, got: Ending, faults: int) -> Iterator[str]:
    """No mail goes twice by a single fault; two faults at once cost at most one extra, or one each of a chunk.

    The readers of a chunk are claimed as one: when its sender dies and its reports are lost, nobody knows of any.
    """
    extra: Counter[str] = Counter()
    for name, count in got.mails.items():
        claimed = got.together.get(name, name)
        extra[claimed] = max(extra[claimed], count - 1)
    if extra.total() > max(faults - 1, 0):
        yield f"{extra.total()} times too often: {dict(got.mails)}"


def doubt_is_for_two_faults(_expected: Ending, got: Ending, faults: int) -> Iterator[str]:
    """A single fault leaves nothing for a person to find out."""
    if faults < 2:
        yield from (f"in doubt: {name}" for name in got.doubtful)


def all_is_told(expected: Ending, got: Ending, _faults: int) -> Iterator[str]:
    """Other systems hear the same events, under the same ids."""
    yield from (f"public event {one}" for one in expected.public ^ got.public)


def nothing_is_announced_twice(_expected: Ending, got: Ending, _faults: int) -> Iterator[str]:
    """What the ledger announces it announces once: handling it makes no new work."""
    yield from (f"announced {count} times: {name}" for name, count in got.announced.items() if count > 1)


def what_is_reported_is_noted(_expected: Ending, got: Ending, _faults: int) -> Iterator[str]:
    """A mail that the mail service reports is noted as sent, whoever doubted it meanwhile."""
    yield from (f"reported and not noted: {name}" for name in got.unnoted)


def everything_rests(_expected: Ending, got: Ending, _faults: int) -> Iterator[str]:
    """After the sweeps nothing waits and no lease is held."""
    yield from (f"still claimed: {name}" for name in got.stuck)
    if not got.rests:
        yield "something still waits"


INVARIANTS: tuple[Invariant, ...] = (
    as_if_run_once,
    no_mail_is_lost,
    no_mail_goes_twice,
    doubt_is_for_two_faults,
    all_is_told,
    nothing_is_announced_twice,
    what_is_reported_is_noted,
    everything_rests,
)
NOT_WITHOUT_STREAM = all_is_told  # what the stream forgot is found again for people, not for other systems


def broken(expected: Ending, got: Ending, faults: int, *, stream: bool = True) -> list[str]:
    """Every promise that an ending breaks, with what broke it."""
    held = [one for one in INVARIANTS if stream or one is not NOT_WITHOUT_STREAM]
    return [f"{one.__name__}: {what}" for one in held for what in one(expected, got, faults)]
