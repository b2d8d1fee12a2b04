"""A department thanks whoever raised something, when it ends: only they read it."""

from datetime import date

from throughline.domain.case import Case
from throughline.domain.line import Line
from throughline.domain.moderation import is_hurtful
from throughline.domain.recognition import Behind, Publicity, Thanks
from throughline.errors import Refused

WHY = "they raised it"


def thanks_on_case(*, case: Case, words: str, line: Line, on: date) -> Thanks | None:
    """The department's own words to whoever wrote; None without any, or when their words have been erased.

    Refused when a word in it hurts.
    """
    said = " ".join(words.split())
    if not said or line.erased:
        return None
    if is_hurtful(said):
        raise Refused("A word in it may hurt.", field="thanks", do="Say it in other words, or leave it empty.")
    number = max((one.number for one in line.thanks), default=0) + 1
    behind = (Behind(case.department, case.role, case.how),)
    return Thanks(
        case.line, number, said, case.touchpoint, behind, on, case.department, WHY, state=Publicity.PRIVATE, back=True
    )
