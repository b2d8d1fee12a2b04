"""What each line of a mail is: heads and marks tell quotes, endings tell signatures, the rest is new."""

from collections.abc import Sequence

from throughline.domain.mail.splitting.quote_heads import head_at, is_rule
from throughline.domain.mail.splitting.signature import signing
from throughline.domain.mail.splitting.split_lines import (
    MOST_LINES,
    Head,
    Label,
    Line,
    fenced,
    initialled,
    is_quoted,
    marked,
    next_filled,
)

_LONG_QUOTE, _SHORT_REST = 55, 40
_MOST_SIGNED = 50  # answers between quotes that are looked at for a signature


def labels_of(lines: Sequence[Line]) -> list[Label]:
    """One label a line."""
    labels = _quotes(lines)
    signed = _signed(lines, labels, farewells=True)
    if any(line.plain and label is Label.NEW for line, label in zip(lines, signed, strict=True)):
        return signed
    return _signed(lines, labels, farewells=False)  # who says nothing but a farewell says that


def _signed(lines: Sequence[Line], labels: Sequence[Label], *, farewells: bool) -> list[Label]:
    signed = list(labels)
    runs = _runs(labels)
    for run in runs if len(runs) <= _MOST_SIGNED else (*runs[:1], *runs[-_MOST_SIGNED:]):
        for at in signing(lines, run, farewells=farewells):
            signed[at] = Label.SIGNATURE
    return signed


def _quotes(lines: Sequence[Line]) -> list[Label]:
    labels = [line.told or Label.NEW for line in lines]
    code, at, headed = fenced(lines), 0, False
    while at < len(lines):
        head = head_at(lines, at) if at < MOST_LINES and at not in code and not is_quoted(lines[at]) else None
        if head:
            if not headed:
                _give_back_own_quotes(lines, labels, at)
            headed = True
            if _quote_ends_mail(lines, at + head.length, head):
                return _with_rule_above(lines, labels[:at] + [Label.QUOTED] * (len(lines) - at), at)
            labels[at : at + head.length] = [Label.QUOTED] * head.length
            at += head.length
            at = _piped(lines, labels, at)
            continue
        if at not in code and lines[at].told is None and (marked(lines[at]) or _is_left_over(lines, at)):
            labels[at] = Label.QUOTED
        at += 1
    return labels


def _quote_ends_mail(lines: Sequence[Line], after: int, head: Head) -> bool:
    """A sure head quotes all that follows, unless marks say where the quote ends."""
    first = next_filled(lines, after)
    return head.sure and first < len(lines) and not any(told(lines[first]) for told in (is_quoted, initialled, _pipe))


def _pipe(line: Line) -> bool:
    return line.plain.startswith("|") and not (line.plain.endswith("|") and len(line.plain) > 1)


def _piped(lines: Sequence[Line], labels: list[Label], at: int) -> int:
    """Some programs mark with `|`; only below a head, since tables do so too."""
    at = next_filled(lines, at)
    while at < len(lines) and _pipe(lines[at]):
        labels[at] = Label.QUOTED
        at += 1
    return at


def _is_left_over(lines: Sequence[Line], at: int) -> bool:
    """Quoted, though not by the usual mark alone."""
    if initialled(lines[at]):
        return any(initialled(line) for line in (*lines[max(0, at - 1) : at], *lines[at + 1 : at + 2]))
    return _is_wrapped_rest(lines, at)


def _is_wrapped_rest(lines: Sequence[Line], at: int) -> bool:
    """The end of a quoted line that some program wrapped without its mark."""
    if not 0 < at < len(lines) - 1 or not lines[at].plain or lines[at].told is not None:
        return False
    above, plain = lines[at - 1], lines[at].plain
    goes_on = (
        marked(above) and len(above.text.rstrip()) >= _LONG_QUOTE and not above.plain.endswith((".", "?", "!", ":"))
    )
    return goes_on and marked(lines[at + 1]) and plain[0].islower() and len(plain) <= _SHORT_REST


def _give_back_own_quotes(lines: Sequence[Line], labels: list[Label], head: int) -> None:
    """Marked lines among the words above the first head were marked by the writer, unless the quote below has them."""
    first = next_filled(lines, 0)
    if first >= head or is_quoted(lines[first]):
        return
    own = [at for at in range(first, head) if lines[at].told is None and labels[at] is Label.QUOTED]
    below = {_bare(line) for line in lines[head:]} if own else set()
    if not any(_bare(lines[at]) in below for at in own if _bare(lines[at])):
        for at in own:
            labels[at] = Label.NEW


def _bare(line: Line) -> str:
    return line.plain.lstrip("> ")


def _with_rule_above(lines: Sequence[Line], labels: list[Label], head: int) -> list[Label]:
    """A drawn line right above a head belongs to it."""
    at = head - 1
    while at >= 0 and (not lines[at].plain or is_rule(lines[at])):
        if lines[at].plain:
            labels[at:head] = [Label.QUOTED] * (head - at)
        at -= 1
    return labels


def _runs(labels: Sequence[Label]) -> list[list[int]]:
    """The places of new lines, in runs."""
    runs: list[list[int]] = []
    for at, label in enumerate(labels):
        if label is not Label.NEW:
            continue
        if runs and runs[-1][-1] == at - 1:
            runs[-1].append(at)
        else:
            runs.append([at])
    return runs
