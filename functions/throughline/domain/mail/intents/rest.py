"""What a reply says beyond its bare intent."""

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet

from throughline.domain.mail.intents.clauses import Clause

_CLOSING = (".", "!", "。", "！", ")")


def rest_of(
    text: str, clauses: Sequence[Clause], is_bare: Callable[[Clause], bool], *, without: AbstractSet[int] = frozenset()
) -> str:
    """The text from the first clause that says more to the last one, as written."""
    telling = [clause for at, clause in enumerate(clauses) if at not in without and not is_bare(clause)]
    if not telling:
        return ""
    end = telling[-1].end
    return text[telling[0].start : end + text.startswith(_CLOSING, end)].strip()
