"""How a person's words end: where the signature begins, and what below it is the person's again."""

import re
from collections.abc import Iterator, Sequence

from throughline.domain.mail.splitting.signature_added import begins_notice, is_notice, is_notice_title, is_sent_from
from throughline.domain.mail.splitting.signature_lines import (
    can_sign,
    is_card,
    is_contact,
    is_farewell,
    is_name,
    is_parting,
    is_post,
    is_postscript,
    is_thanks,
)
from throughline.domain.mail.splitting.split_lines import Line

_DASHES = re.compile(r"--|—|–|- -|__")
_DRAWN = re.compile(r"[-_=*~–—─━═＝～＊]{3,}")
_STANDARD = ("-- ", "--\u00a0")
_CLOSED = re.compile(r"[.!?:。！？：]$")
_WRAPPED = 45  # a shorter line was not wrapped
_MOST_BELOW, _MOST_TAIL, _MOST_BLOCK, _BARE, _MOST_NOTICE, _MOST_ADDED = 40, 30, 12, 2, 30, 3

Places = Sequence[int]


def signing(lines: Sequence[Line], own: Places, *, farewells: bool = True) -> set[int]:
    """Which of the lines at these places only sign; without `farewells` only what programs and lawyers add."""
    kept = list(own)
    signed = set(_sent_from(lines, kept))
    kept = [at for at in kept if at not in signed]
    start = _delimiter(lines, kept)
    if start is not None:
        below = [at for at in kept if at >= start]
        signed |= set(below) - _said_again(lines, below)
        kept = [at for at in kept if at < start]
    return signed | _ending(lines, kept, farewells=farewells)


def _sent_from(lines: Sequence[Line], own: Places) -> Iterator[int]:
    """Lines that a phone or program adds; what a person writes below them stays."""
    filled = [at for at in own if lines[at].plain]
    for count, at in enumerate(filled):
        apart = count == 0 or filled[count - 1] < at - 1
        if is_sent_from(lines[at].plain, apart=apart, last=count == len(filled) - 1):
            yield at


def _delimiter(lines: Sequence[Line], own: Places) -> int | None:
    """The line that parts words from signature: two dashes, or a drawn line above what looks signed."""
    standard = next((at for at in own if lines[at].text.lstrip() in _STANDARD), None)
    below: list[int] = []
    drawn, reached = None, False
    for at in reversed(own):
        plain = lines[at].plain
        if _DASHES.fullmatch(plain) or _DRAWN.fullmatch(plain):
            told = reached or bool(_DASHES.fullmatch(plain))
            drawn = at if _signs(lines, below[::-1], told=told) else drawn
        else:
            reached = reached or _reaches(lines, (at,))
        if plain:
            below.append(at)
        if len(below) > _MOST_BELOW:
            break
    found = [at for at in (standard, drawn) if at is not None]
    return min(found, default=None)


def _signs(lines: Sequence[Line], below: Places, *, told: bool) -> bool:
    """Whether what stands below a drawn line is a signature: short lines first, and a name or notice among them."""
    first = next(paragraphs(lines, below), ())
    texts = [lines[at].plain for at in first]
    if not texts or is_notice(" ".join(texts)):
        return True
    if not all(can_sign(text) or is_parting(text) or _DASHES.fullmatch(text) for text in texts):
        return False
    return told or (len(below) <= _BARE + 1 and is_name(texts[0]))


def _reaches(lines: Sequence[Line], places: Places) -> bool:
    return any(is_contact(lines[at].plain) or is_post(lines[at].plain) for at in places)


def _said_again(lines: Sequence[Line], below: Places) -> set[int]:
    """What a person adds below the signature: from a postscript on."""
    for count, at in enumerate(below):
        if is_postscript(lines[at].plain):
            return set(below[count:])
    return set()


def _ending(lines: Sequence[Line], own: Places, *, farewells: bool) -> set[int]:
    """Farewell, name, ways to reach and notices at the end of the words."""
    blocks = list(paragraphs(lines, own))
    signed: set[int] = set()
    while blocks and _is_added_last(lines, blocks[-1]):
        blocks.pop()
    while blocks and (added := _added(lines, blocks[-1], above_more=bool(signed))):
        signed |= set(added)
        blocks[-1] = blocks[-1][: len(blocks[-1]) - len(added)]
        if blocks[-1]:
            break
        blocks.pop()
    if not farewells:
        return signed
    return signed | (_parting(lines, blocks) or _card(lines, blocks) or _parting_above(lines, blocks))


def _is_added_last(lines: Sequence[Line], block: Places) -> bool:
    """A postscript below all else; one above a farewell is part of the words."""
    return is_postscript(lines[block[0]].plain) and not any(is_farewell(lines[at].plain) for at in block)


def _parting(lines: Sequence[Line], blocks: Sequence[Places]) -> set[int]:
    """The farewell and all below it, at the end of these paragraphs."""
    tail = _tail(lines, blocks)
    start = _farewell(lines, tail)
    return set(tail[tail.index(start) :]) if start is not None else set()


def _parting_above(lines: Sequence[Line], blocks: Sequence[Places]) -> set[int]:
    """A whole signature with more words below it, which a person added."""
    for dropped in range(1, min(_MOST_ADDED, len(blocks))):
        signed = _parting(lines, blocks[:-dropped])
        if any(is_contact(lines[at].plain) for at in signed):
            return signed
    return set()


def _added(lines: Sequence[Line], block: Places, *, above_more: bool) -> Places:
    """The end of a paragraph that is a notice; some programs leave no gap above it."""
    texts = [lines[at].plain for at in block]
    if above_more and len(block) == 1 and is_notice_title(texts[0]):
        return block
    for count, text in enumerate(texts[-_MOST_NOTICE:], max(0, len(texts) - _MOST_NOTICE)):
        if begins_notice(text) and is_notice(" ".join(texts[count:])):
            start = count
            while start and not _CLOSED.search(texts[start - 1]) and len(texts[start - 1]) >= _WRAPPED:
                start -= 1
            return block[start:]
    return ()


def _tail(lines: Sequence[Line], blocks: Sequence[Places]) -> list[int]:
    """The last lines of which none is a sentence."""
    tail: list[int] = []
    for block in reversed(blocks):
        for at in reversed(block):
            plain = lines[at].plain
            if len(tail) == _MOST_TAIL or not (can_sign(plain) or is_thanks(plain) or _DRAWN.fullmatch(plain)):
                return tail[::-1]
            tail.append(at)
    return tail[::-1]


def _farewell(lines: Sequence[Line], tail: Places) -> int | None:
    """Where the farewell begins, if one stands above nothing but a name and ways to reach."""
    for count, at in enumerate(tail):
        plain, below = lines[at].plain, tail[count + 1 :]
        named = bool(below) and is_name(lines[below[0]].plain)
        if is_farewell(plain) and (named or not below or _reaches(lines, below)):
            return at
        if is_thanks(plain) and named:
            return at
    return None


def _card(lines: Sequence[Line], blocks: Sequence[Places]) -> set[int]:
    """A name above ways to reach somebody, with no farewell; what a colon announces is an answer, no card."""
    for count in range(len(blocks) - 1, -1, -1):
        texts = [lines[at].plain for at in blocks[count]]
        if len(texts) > _MOST_BLOCK or not all(can_sign(text) for text in texts):
            break
        if is_card(texts[0]) or (is_name(texts[0]) and _reaches(lines, blocks[count][1:])):
            announced = count == 0 or lines[blocks[count - 1][-1]].plain.endswith((":", "："))
            return set() if announced else {at for block in blocks[count:] for at in block}
        if not all(is_contact(text) or is_post(text) for text in texts):
            break
    return set()


def paragraphs(lines: Sequence[Line], places: Places) -> Iterator[Places]:
    """The places in runs of filled lines."""
    run: list[int] = []
    for at in places:
        if lines[at].plain and (not run or run[-1] == at - 1):
            run.append(at)
            continue
        if run:
            yield run
        run = [at] if lines[at].plain else []
    if run:
        yield run
