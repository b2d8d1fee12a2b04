"""An HTML page in pieces: its tags and the texts between them, whatever it holds."""

import re
from collections.abc import Iterator

_RAW = frozenset("style script title".split())
_NAME = re.compile(r"[a-z][a-z0-9:-]{0,40}", re.IGNORECASE)
_TAG_STARTS = re.compile(r"[a-z/!?]", re.IGNORECASE)
_TAGS = re.compile(r"<[^<>]*>")
_MOST_TAGS = 8_000  # what comes after so many is read as text only
_COMMENT, _COMMENT_END, _MOST_STRETCHES, _LONGEST_TAG = "<!--", "-->", 4, 4_000


def pieces_of(html: str) -> Iterator[tuple[bool, str]]:
    """Tags without their brackets, and the texts between them; what never closes is text, or no comment."""
    at, start, tags = 0, html.find("<"), 0
    while start >= 0 and tags < _MOST_TAGS:
        if not _TAG_STARTS.match(html, start + 1):
            start = html.find("<", start + 1)
            continue
        yield False, html[at:start]
        comment = html.startswith(_COMMENT, start)
        end = html.find(_COMMENT_END, start + 2) if comment else _tag_end(html, start)
        if end < 0:
            at = len(html) if comment else start
            break
        tag = html[start + 1 : end]
        at = end + (len(_COMMENT_END) if comment else 1)
        if not comment:
            tags += 1
            yield True, tag
            at = _after_raw(html, tag, at)
        start = html.find("<", at)
    yield False, _TAGS.sub(" ", html[at:]) if tags == _MOST_TAGS else html[at:]


def _tag_end(html: str, start: int) -> int:
    """The bracket that closes a tag; one within a quoted value does not."""
    end = html.find(">", start + 1)
    for _ in range(_MOST_STRETCHES):
        tag = html[start : min(end, start + _LONGEST_TAG)]
        if end < 0 or tag.count('"') % 2 == 0:
            return end
        further = html.find(">", end + 1, start + _LONGEST_TAG)
        if further < 0:
            return end
        end = further
    return end


def _after_raw(html: str, tag: str, at: int) -> int:
    """Behind what a style or script holds, which is no text; one that never ends holds the rest."""
    match = _NAME.match(tag)
    name = match[0].lower() if match else ""
    if name not in _RAW or tag.endswith("/"):
        return at
    closing = re.compile(rf"</{name}", re.IGNORECASE).search(html, at)
    return closing.start() if closing else len(html)
