"""How surely and at what cost mails are read: `python -m operate.bench.reading [FOLDER]`.

Of a folder's mails, else of those made up; then changed at random, then giants. Processor time and memory decide,
wall time is told.
"""

import json
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile

from operate.bench.figures import Figure, all_hold, as_table
from operate.bench.mail_samples import changed, giants, samples
from operate.bench.reading_worker import LENGTH

CHANGED, SEED = 20_000, 7
MOST_MS, MOST_WORST_MS, MOST_MB, MOST_LOADING_MS = 50, 1_000, 128, 100
_LARGEST_CHANGED = 60_000
_WORKER = "operate.bench.reading_worker"
_MS, _KB = 1_000, 1_024
_LOADS = 3  # the quickest counts: the others waited for the machine


@dataclass(frozen=True, slots=True)
class Read:
    """What reading some mails gave: seconds of processor and wall time each, the new words, signs lost, faults."""

    cpu: tuple[float, ...]
    wall: tuple[float, ...]
    words: tuple[str, ...]
    lost: int
    faults: tuple[str, ...]
    peak_mb: float
    loading: float


def read_figures(folder: Path | None = None, count: int = CHANGED) -> Iterator[Figure]:
    """Exceptions, signs lost, time and memory; `count` is how many are changed."""
    whole = [(raw, "") for raw in _stored(folder)] if folder else list(samples())
    raws = [raw for raw, _ in whole]
    read = read_all(raws)
    yield Figure("mails read", len(raws), "mails")
    yield Figure("exceptions", len(read.faults), "mails", 0)
    yield Figure("of these with a sign lost", read.lost, "mails", 0)
    if not folder:
        wrong = sum(said.split() != words.split() for said, (_, words) in zip(read.words, whole, strict=True))
        yield Figure("of these with other words than written", wrong, "mails", 0)
    yield Figure("reading a mail, the slowest of a hundred", _slow(read.cpu), "ms CPU", MOST_MS)
    yield Figure("the same by the clock", _slow(read.wall), "ms", MOST_MS, decides=False)
    yield from _harder(raws, count)
    loading = min(read.loading, *(read_all([]).loading for _ in range(_LOADS - 1))) * _MS
    yield Figure("loading what reads mails", loading, "ms CPU", MOST_LOADING_MS)


def _harder(raws: list[bytes], count: int) -> Iterator[Figure]:
    spoilt = read_all(changed([raw for raw in raws if len(raw) <= _LARGEST_CHANGED], count, SEED))
    yield Figure("mails changed at random", count, "mails")
    yield Figure("exceptions in them", len(spoilt.faults), "mails", 0)
    yield Figure("reading one, the slowest of a hundred", _slow(spoilt.cpu), "ms CPU", MOST_MS)
    big = {name: read_all([raw, raw]) for name, raw in giants()}
    each = {name: min(read.cpu, default=0) * _MS for name, read in big.items()}
    memory = {name: read.peak_mb for name, read in big.items()}
    yield Figure("exceptions in giants", sum(len(read.faults) for read in big.values()), "mails", 0)
    yield Figure("reading a giant, the worst", max(each.values()), "ms CPU", MOST_WORST_MS, parts=each)
    yield Figure("memory for one, all told, the most", max(memory.values()), "MB", MOST_MB, parts=memory)


def read_all(raws: Iterable[bytes]) -> Read:
    """Read them in a process of its own."""
    with TemporaryFile() as file:
        for raw in raws:
            file.write(len(raw).to_bytes(LENGTH, "big") + raw)
        file.seek(0)
        done = subprocess.run([sys.executable, "-m", _WORKER], stdin=file, capture_output=True, check=True)  # noqa: S603 - our own
    told = json.loads(done.stdout)
    cpu, wall, words, lost = zip(*told["rows"], strict=True) if told["rows"] else ((),) * 4
    peak = told["peak"] / _KB
    return Read(cpu, wall, words, sum(lost), tuple(told["faults"]), peak, told["loading"])


def _stored(folder: Path) -> Iterator[bytes]:
    for file in sorted(folder.rglob("*")):
        if file.is_file() and file.suffix != ".jsonl":
            yield file.read_bytes()


def _slow(seconds: Iterable[float]) -> float:
    times = sorted(seconds)
    return times[len(times) * 99 // 100] * _MS if times else 0


if __name__ == "__main__":
    figures = list(read_figures(Path(sys.argv[1].removeprefix("DATA=")) if sys.argv[1:] else None))
    print("\n".join(as_table(figures)))
    sys.exit(0 if all_hold(figures) else 1)
