"""Encoded words of headers, such as `=?utf-8?q?Gr=C3=B6=C3=9Fe?=`, as text; damaged ones as far as they can be read."""

import re
from binascii import a2b_qp

from throughline.domain.mail.opening.charsets import Detect, decoded
from throughline.domain.mail.opening.transfer import from_base64

_OPENS = re.compile(r"=\?([^\s?*]{1,60})(?:\*[^\s?]{0,30})?\?([bBqQ])\?")
_CLOSES = "?="


def words_read(text: str, detect: Detect = lambda _: None) -> str:
    """The text with its encoded words read; neighbours of one charset are read as one, for a sign may be split."""
    pieces: list[str] = []
    run, charset, at = b"", "", 0
    while (opened := _OPENS.search(text, at)) and (end := text.find(_CLOSES, opened.end())) >= 0:
        between = text[at : opened.start()]
        named, content = opened[1].lower(), _undone(text[opened.end() : end], opened[2])
        if between.strip() or named != charset or not run:
            pieces += [decoded(run, charset, detect), between if between.strip() or not run else ""]
            run = b""
        run, charset, at = run + content, named, end + len(_CLOSES)
    return "".join((*pieces, decoded(run, charset, detect), text[at:]))


def _undone(content: str, encoding: str) -> bytes:
    raw = content.encode("utf-8", "surrogateescape")
    return from_base64(raw) if encoding in "bB" else a2b_qp(raw, header=True)
