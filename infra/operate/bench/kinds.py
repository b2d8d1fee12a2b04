"""How well mails of machines are told from people's: on the project's own samples, or on a folder of labelled mails."""

import json
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from operate.bench.figures import Figure, all_hold, as_table
from operate.local.checkout import find_checkout
from throughline.domain.mail.incoming import MailKind, Own
from throughline.domain.mail.opening.parts import take_apart
from throughline.domain.mail.sorting.kind import kind_of

SAMPLES = Path("tests/unit/mail/kind/samples")
MANIFEST = "manifest.jsonl"
OWN = Own("line@in.shop.example", "in.shop.example")
MACHINES = frozenset("bounce bounce_cr bounce_crlf malformed_bounce auto_reply arf".split())
PEOPLE = {"reply_mime": b"", "reply_text": b"text/plain", "signature_text": b"text/plain", "reply_html": b"text/html"}
MOST_MISSED = 2
SOMEBODY = b"From: Dee <dee@shop.example>\nSubject: Re: Till 3\nContent-Type: "
_MS = 1_000


@dataclass(frozen=True, slots=True)
class Labelled:
    """A mail and whether a person sent it; None where nobody said."""

    raw: bytes
    source: str
    human: bool | None


@dataclass(frozen=True, slots=True)
class Judged:
    """A mail, the kind that it was taken for, and the time that took."""

    mail: Labelled
    kind: MailKind
    ms: float

    @property
    def wrong(self) -> bool:
        """Whether a person was taken for a machine, or the reverse."""
        return self.mail.human is not None and self.mail.human != (self.kind is MailKind.HUMAN)


def kind_figures(folder: Path | None = None) -> Iterator[Figure]:
    """Machines missed and people wronged; without a folder that holds a manifest, on the project's own samples."""
    manifest = folder is not None and (folder / MANIFEST).exists()
    labelled = _listed(folder) if folder and manifest else _samples(find_checkout().root / SAMPLES)
    judged = [_judged(mail) for mail in labelled]
    machines = [one for one in judged if one.mail.human is False]
    people = [one for one in judged if one.mail.human]
    missed = 100 * sum(one.wrong for one in machines) / max(1, len(machines))
    yield Figure("mails of machines, by the kind they were taken for", len(machines), "mails", parts=_kinds(machines))
    yield Figure("of these taken for a person's", missed, "%", MOST_MISSED, parts=_wrong(machines))
    yield Figure("mails of people", len(people), "mails", parts=_kinds(people))
    yield Figure("of these taken for a machine's", sum(one.wrong for one in people), "mails", 0, parts=_wrong(people))
    others = [one for one in judged if one.mail.human is None]
    if others:
        yield Figure("mails that nobody labelled", len(others), "mails", parts=_kinds(others))
    yield Figure("telling a mail's kind, the slowest of a hundred", _slow(judged), "ms", 50, decides=False)


def _listed(folder: Path) -> Iterator[Labelled]:
    for line in (folder / MANIFEST).read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        label, raw = str(row["kind"]), (folder / row["file"]).read_bytes()
        framed = SOMEBODY + PEOPLE[label] + b"\n\n" + raw if PEOPLE.get(label) else raw
        human = True if label in PEOPLE else False if label in MACHINES else None
        yield Labelled(framed, str(row["source"]), human)


def _samples(folder: Path) -> Iterator[Labelled]:
    for file in sorted(folder.glob("*/*.eml")):
        yield Labelled(file.read_bytes(), file.parent.name, file.parent.name == MailKind.HUMAN)


def _judged(mail: Labelled) -> Judged:
    message = take_apart(mail.raw).message
    began = time.process_time()
    kind, _ = kind_of(message, OWN)
    return Judged(mail, kind, (time.process_time() - began) * _MS)


def _kinds(judged: Iterable[Judged]) -> Counter[str]:
    return Counter(str(one.kind) for one in judged)


def _wrong(judged: Iterable[Judged]) -> Counter[str]:
    return Counter(one.mail.source for one in judged if one.wrong)


def _slow(judged: list[Judged]) -> float:
    times = sorted(one.ms for one in judged)
    return times[len(times) * 99 // 100] if times else 0


if __name__ == "__main__":
    figures = list(kind_figures(Path(sys.argv[1]) if sys.argv[1:] else None))
    print("\n".join(as_table(figures)))
    sys.exit(0 if all_hold(figures) else 1)
