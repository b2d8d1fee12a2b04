"""A mail's way to its case: ours beside two help desks that take mail, on the same mails."""

import json
from base64 import b64encode
from collections.abc import Iterator, Sequence
from email import message_from_bytes
from email.utils import parseaddr
from pathlib import Path

from operate.bench.figures import Figure
from operate.bench.peers.apart import CouldNotRunError, Ran
from operate.bench.peers.beside import Row, beside
from operate.bench.peers.lines import Line
from operate.bench.peers.scoring import cost
from operate.bench.peers.together import OURS, Peer, together
from operate.bench.peers.typical import typical_mails

LONG = 5
MOST, LARGEST = 60, 200_000
LETTERS = ("mime", "reply_mime")
PEERS = (
    Peer("ours", OURS, "routed"),
    Peer("django-helpdesk", "django-helpdesk", "helpdesk"),
    Peer("Roundup", "roundup", "tracker"),
)


def desk_figures(folder: Path | None, peers: Sequence[Peer] = PEERS) -> Iterator[Figure]:
    """What a typical mail costs, which has a limit, and one of the folder's, which has none."""
    typical = list(typical_mails())
    own = list(mails_in(folder)) if folder else []
    found = together(peers, [_line(raw) for raw in (*typical, *own)])
    kinds = (("a typical mail", slice(len(typical)), LONG), ("a mail of yours", slice(len(typical), None), None))
    for kind, which, limit in kinds[: 2 if own else 1]:
        rows = tuple(_row(who, ran, which) for who, ran in found.items())
        yield beside(f"parse and route {kind}, median CPU", "ms", "cpu_p50", rows, limit)


def mails_in(folder: Path) -> Iterator[bytes]:
    """Some of the letters that the folder's manifest names, spread over all of it; none without a manifest."""
    manifest = folder / "manifest.jsonl"
    lines = manifest.read_text(encoding="utf-8").splitlines() if manifest.exists() else []
    files = [folder / row["file"] for row in map(json.loads, lines) if row["kind"] in LETTERS]
    small = [file for file in files if file.stat().st_size <= LARGEST]
    for file in small[:: max(1, -(-len(small) // MOST))]:
        yield file.read_bytes()


def _line(raw: bytes) -> Line:
    sender = parseaddr(str(message_from_bytes(raw).get("From", "")))[1]
    return {"raw": b64encode(raw).decode("ascii"), "sender": sender}


def _row(who: str, ran: Ran | CouldNotRunError, which: slice) -> Row:
    if isinstance(ran, CouldNotRunError):
        return {"who": who, "failed": str(ran)}
    answers = ran.answers[which]
    taken = sum(bool(answer.get("taken")) for answer in answers)
    fell = sum("fell" in answer for answer in answers)
    told: Row = {"who": f"{who} {ran.version}".strip(), "mails": len(answers), "taken": taken, "fell": fell}
    return {**told, **cost(answers).as_row()}
