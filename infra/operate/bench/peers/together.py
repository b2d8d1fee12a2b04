"""Runs all of those to be compared over the same lines, each with what it needs; what fails is named and left out."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby

from operate.bench.peers.apart import CouldNotRunError, Ran, answers_of, installed
from operate.bench.peers.lines import Line
from operate.bench.times import CommandFailedError

OURS = "throughline"


@dataclass(frozen=True, slots=True)
class Peer:
    """Who it is, the package that it is in, empty for none, and the runner with its arguments."""

    who: str
    package: str
    runner: str
    arguments: tuple[str, ...] = ()


def together(peers: Sequence[Peer], lines: Sequence[Line]) -> Mapping[str, Ran | CouldNotRunError]:
    """What each answered, or why it could not, by who; CommandFailedError when it is ours that could not.

    Peers of one package stand one after the other.
    """
    found: dict[str, Ran | CouldNotRunError] = {}
    for package, group in groupby(peers, key=lambda peer: peer.package):
        members = tuple(group)
        try:
            with _python(package) as python:
                found |= {peer.who: _ran(python, peer, lines) for peer in members}
        except CouldNotRunError as error:
            found |= {peer.who: error for peer in members}
    for peer in peers:
        ran = found[peer.who]
        if peer.package in ("", OURS) and isinstance(ran, CouldNotRunError):
            raise CommandFailedError(f"{peer.who} could not be run: {ran}")
    return found


@contextmanager
def _python(package: str) -> Iterator[str]:
    if package in ("", OURS):
        yield sys.executable
        return
    with installed(package) as python:
        yield python


def _ran(python: str, peer: Peer, lines: Sequence[Line]) -> Ran | CouldNotRunError:
    try:
        return answers_of(python, peer.runner, lines, *peer.arguments)
    except CouldNotRunError as error:
        return error
