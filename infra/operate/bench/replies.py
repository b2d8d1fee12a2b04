"""How exactly the new words of replies are found: of a folder's mails with what is expected, else of those made up.

A folder holds `manifest.jsonl`, one line a mail: `{"file", "source", "kind", "expected_reply_text"}`.
"""

import email
import json
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from statistics import fmean

from operate.bench.figures import Figure
from operate.bench.peers.scoring import recall, same
from operate.bench.replying.samples import made_up
from throughline.domain.mail.splitting.reply import split_mail

MANIFEST = "manifest.jsonl"
TEXTS, PAGES, MAILS = ("reply_text", "signature_text"), ("reply_html",), ("reply_mime",)
MOST_WRONG, MOST_WRONG_OF_OURS, MOST_LOST = 20, 5, 3


@dataclass(frozen=True, slots=True)
class ReplyCase:
    """A reply as its parts hold it, the words in it that are new, and where it comes from."""

    source: str
    plain: str
    html: str
    expected: str
    file: str = ""


def cases(folder: Path | None = None) -> Iterator[ReplyCase]:
    """Those of the folder's manifest that tell what is expected; without a folder those made up."""
    if folder is None or not (folder / MANIFEST).is_file():
        yield from (ReplyCase(one.client, one.plain, one.html, one.new, one.name) for one in made_up())
        return
    with (folder / MANIFEST).open(encoding="utf-8") as rows:
        for row in map(json.loads, rows):
            if row.get("expected_reply_text") is not None and row["kind"] in (*TEXTS, *PAGES, *MAILS):
                yield _case(folder, row)


def reply_figures(folder: Path | None = None) -> Iterator[Figure]:
    """What is not exact, white space ignored, by source too, and which share of words is lost."""
    found = [(one, split_mail(one.plain, one.html)) for one in cases(folder)]
    exact = [(one.source, same(one.expected, split.new or _all(one))) for one, split in found]
    sources = sorted({source for source, _ in exact})
    parts = {one: _wrong([right for source, right in exact if source == one]) for one in sources}
    limit = MOST_WRONG_OF_OURS if folder is None else MOST_WRONG
    what = f"replies not exact, of {len(exact)}"
    yield Figure(what, _wrong([right for _, right in exact]), "%", limit, parts=parts)
    lost = 1 - fmean(recall(one.expected, split.new or _all(one)) for one, split in found)
    yield Figure("words of replies lost", 100 * lost, "%", MOST_LOST)


def _wrong(exact: list[bool]) -> float:
    return round(100 * (1 - sum(exact) / len(exact)), 1)


def _all(one: ReplyCase) -> str:
    return one.plain or one.html


def _case(folder: Path, row: dict[str, str]) -> ReplyCase:
    raw = (folder / row["file"]).read_bytes()
    plain, html = "", ""
    if row["kind"] in MAILS:
        plain, html = _bodies(raw)
    elif row["kind"] in PAGES:
        html = raw.decode("utf-8", "replace")
    else:
        plain = raw.decode("utf-8", "replace")
    return ReplyCase(row["source"], plain, html, row["expected_reply_text"], row["file"])


def _bodies(raw: bytes) -> tuple[str, str]:
    message = email.message_from_bytes(raw, policy=default)
    found = [message.get_body((kind,)) if isinstance(message, EmailMessage) else None for kind in ("plain", "html")]
    plain, html = (body.get_content() if isinstance(body, EmailMessage) else "" for body in found)
    return plain, html
