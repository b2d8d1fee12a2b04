"""The new words of a reply: ours beside the libraries that find them, on the same replies."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from operate.bench.figures import Figure
from operate.bench.peers.apart import CouldNotRunError, Ran
from operate.bench.peers.beside import Row, beside
from operate.bench.peers.scoring import Score, score
from operate.bench.peers.splitting import LIBRARIES
from operate.bench.peers.tags import text_of
from operate.bench.peers.together import Peer, together

SLOW, SLOWEST = 50, 1000
PEERS = tuple(Peer(who, package, "splitting", (who,)) for who, (package, _) in LIBRARIES.items())


class Reply(Protocol):
    """A reply as its parts hold it, and the words in it that are new."""

    @property
    def plain(self) -> str:
        """Its plain text, empty without."""

    @property
    def html(self) -> str:
        """Its HTML, empty without."""

    @property
    def expected(self) -> str:
        """What the person newly wrote."""


def library_figures(what: str, replies: Iterable[Reply], peers: Sequence[Peer] = PEERS) -> Iterator[Figure]:
    """One table of what was read, ours first, then what ours may cost.

    How exact ours has to be stands in `operate.bench.replies`.
    """
    asked = list(replies)
    lines = [{"plain": one.plain, "html": one.html, "bare": text_of(one.html)} for one in asked]
    expected = [one.expected for one in asked]
    found = together(peers, lines)
    rows = tuple(_row(who, ran, expected) for who, ran in found.items())
    yield beside(f"{what} read exactly, of {len(asked)}", "%", "exact", rows)
    ours = found[peers[0].who]
    if isinstance(ours, Ran):
        yield from _limits(score(expected, ours.answers))


def _row(who: str, ran: Ran | CouldNotRunError, expected: Sequence[str]) -> Row:
    if isinstance(ran, CouldNotRunError):
        return {"who": who, "failed": str(ran)}
    found = score(expected, ran.answers)
    return {
        "who": f"{who} {ran.version}".strip(),
        "exact": round(found.exact, 1),
        "recall": round(found.recall, 3),
        "lost": found.lost,
        "fell": found.fell,
        **found.cost.as_row(),
        "load": ran.load_ms,
    }


def _limits(ours: Score) -> Iterator[Figure]:
    yield Figure("replies that ours fell over", ours.fell, "", 0)
    yield Figure("CPU of a reply, 99th of 100", ours.cost.p99, "ms", SLOW)
    yield Figure("CPU of a reply, worst", ours.cost.worst, "ms", SLOWEST)
