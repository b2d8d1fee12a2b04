"""The grammar of replies over the letters of their parts; see `words.py` for what each letter stands for."""

import re
from collections.abc import Sequence

from throughline.domain.mail.intents.clauses import Clause

_SINCE = re.compile(r"s[fd]*[ynu]+")
_UNFIT_FOR_DONE = "NFSLBQHERryAzk"
_UNFIT_FOR_TAKEN = "NSLBQHERMzrk"
_UNFIT_FOR_THANKS = "NSLBQHERFMIDCZGVWzk"
_LEAD = "[fdhKOPG]*"
_THING = "(?:d[xXtfdiu]{1,6}|t{1,3})"
_SUBJECT = "f?[xXtu]{1,2}(?:id?[xXtun]{1,3})?"  # no word in it that could begin "says it is fixed"
_PLACE = "(?:id?[xXtf]{0,2}t)"
_DONE = re.compile(
    "|".join(
        (
            rf"[fdhwabtKOPG]*D[fdabhKOPWDC]*(?:{_PLACE}f*)?",  # fixed; the problem has been solved
            rf"{_LEAD}w?[fdO]*[DV]f*d[fd]?[xXtu]{{1,3}}(?:i[df]*[xXtu]{{1,3}}){{0,2}}f*",  # we replaced the roller
            rf"{_LEAD}w?[fdO]*[DV]f*{_PLACE}",  # corrected on the page
            rf"{_LEAD}(?:d{_SUBJECT}|t{{1,3}}{_PLACE}?)[ab][fabd]*[DV][ftKPd]*{_PLACE}?",  # the roller was replaced
            rf"{_LEAD}t(?:u|id?[xXtu]{{1,3}})?b[fabd]*[DV][ftKPd]*{_PLACE}?",  # Öffnungszeiten sind korrigiert
            r"[fdhwKOPGti]*Z[fdtK]*",  # 价格已更正
            r"[fdhKOPG]*(?:w|[fd]*[ab])?[fdKOPG]*C[fdabhKOPWDC]*",  # done; it is finished; not: we are closed
            rf"{_LEAD}w[fd]*{_THING}[fd]*[DV][fd]*",  # wir haben die Rolle getauscht
            rf"{_LEAD}wf*V[fdt]+",  # we changed it
            rf"{_LEAD}w[fd]*D[fd]*t[tf]*",  # vi har lagat skrivaren
            rf"{_LEAD}V[fd]*t[tf]*",  # replaced labels
            rf"{_LEAD}{_THING}?[fda]*W[fdKPt]*",  # the till works again
            r"[fdhwKOPG]*[xXtfoun]{1,14}o[fd]*[DW][fKP]*",  # object, its sign, then what was done
            r"[fdhwKOPG]*[xXfoun]{0,8}t[xXtfo]{0,6}o[fd]*V[fKP]*",  # テープを交換しました
        )
    )
)
_DONE_BY_US = re.compile(r".*w.*[DVC].*")
_TAKEN = re.compile(r"[fdhwabKOPA]*G[fdhKG]*(?:KX)?")
_AGREED = re.compile(r"[hKPX]*[OAG][fdhwKOPGAcX]*|[fdhKPcX]*")
_THANKED = re.compile(r"[fdhPc]*[KP].*|[fdhKOPc]*X?")
_GREETED = re.compile(r"[hXp]*")
_NOTHING = re.compile(r"[hceXd]*")
_BARE = re.compile(r"[fdhwabKOPGDCWZcrn]*X?")
_ASKING = re.compile(r"[hKOGBrX]*Q")
_BEFORE_ASKING = re.compile(r"[fdhKGOABrXc]*")
_TIME = re.compile(r"[fdhwaKOPGFSBcrURynuo]*E|[fdhKOR]*n[fdnuRS]*u[fo]*r")
_TIME_WITH_A_DAY = re.compile(
    r"[fdhwaKOPGFSBcrX]*R(?:[fdnuSxO]{0,3}E|d?U[fdUSFns]*[ynuxF]|[dSnf]*n[fdnS]*[uy]|[dSf]*u|y)"
    r"|[fdhKO]*w[fd]*U[fdUSFns]*[ynuxF]R"
)
_TRAPS = "NFSLBQryk"
_FIRST_SENTENCES = 4
_SHORT = 4
_MOST_IN_CORE = 40


def _all_parts(clauses: Sequence[Clause]) -> str:
    return "|".join(_SINCE.sub("f", clause.parts) for clause in clauses)


def finished(clauses: Sequence[Clause]) -> Clause | None:
    """The clause that says it is done, if nothing anywhere speaks against it."""
    unfit = set(_UNFIT_FOR_DONE) - (set("k") if _is_commanded(clauses) else set())
    if set(_all_parts(clauses)) & unfit or any(clause.asked for clause in clauses):
        return None
    for at, clause in enumerate(clauses):
        if clause.sentence >= _FIRST_SENTENCES + clauses[0].sentence:
            return None
        if _says_done(clause) and _is_led_in(clauses, at):
            return clause
    return None


def _says_done(clause: Clause) -> bool:
    return len(clause.items) <= _MOST_IN_CORE and bool(_DONE.fullmatch(_SINCE.sub("f", clause.parts)))


def _is_commanded(clauses: Sequence[Clause]) -> bool:
    """Whether it begins with the command of our mails, "fixed: ..."."""
    telling = [clause for clause in clauses if not _GREETED.fullmatch(clause.parts)]
    first = telling[0].parts if telling else ""
    return len(telling) > 1 and telling[1].joint == ":" and first in ("D", "C", "aD", "bD", "bC", "aC")


def _is_led_in(clauses: Sequence[Clause], at: int) -> bool:
    """Whether what stands before it in the sentence is harmless; "on paper, fixed" is not."""
    before = [one for one in clauses[:at] if one.sentence == clauses[at].sentence]
    joint = clauses[at].joint
    if not before or joint == "&" or (joint == "," and _DONE_BY_US.fullmatch(clauses[at].parts)):
        return True
    return all(_BARE.fullmatch(one.parts) or _THANKED.fullmatch(one.parts) for one in before)


def taken(clauses: Sequence[Clause]) -> Clause | None:
    """The clause that says they have it, or plain agreement where nothing else is said."""
    parts = _all_parts(clauses)
    if set(parts) & set(_UNFIT_FOR_TAKEN) or any(clause.asked for clause in clauses):
        return None
    for clause in clauses:
        if _TAKEN.fullmatch(clause.parts):
            return clause if _stands_alone(clauses, clause) else None
        if not _AGREED.fullmatch(clause.parts) and not _THANKED.fullmatch(clause.parts):
            break
    agreed = [clause for clause in clauses if set(clause.parts) & set("OA")]
    return agreed[0] if agreed and all(_AGREED.fullmatch(clause.parts) for clause in clauses) else None


def _stands_alone(clauses: Sequence[Clause], taken_in: Clause) -> bool:
    """Whether a bare "received" is not the beginning of what was received: "Received: one broken lamp"."""
    got = next(item for item in taken_in.items if item.part == "G")
    after = [one for one in clauses if one.sentence == taken_in.sentence and one.start > taken_in.start]
    return len(got.words) > 1 or all("F" in one.parts or is_bare(one) or "G" in one.parts for one in after)


def is_thanks(clauses: Sequence[Clause]) -> bool:
    """Whether all of it is thanks or delight."""
    parts = _all_parts(clauses)
    if set(parts) & set(_UNFIT_FOR_THANKS) or not set(parts) & set("KP"):
        return False
    return all(_THANKED.fullmatch(clause.parts) for clause in clauses)


def is_nothing(clauses: Sequence[Clause]) -> bool:
    """Whether it only greets or offers."""
    return all(_NOTHING.fullmatch(clause.parts) for clause in clauses) and any(
        item.part == "h" for clause in clauses for item in clause.items
    )


def is_bare(clause: Clause) -> bool:
    """Whether it says nothing beyond an intent, a greeting or thanks."""
    return bool(_BARE.fullmatch(clause.parts))


def question(clauses: Sequence[Clause]) -> Clause | None:
    """The clause that asks; a mocking "Fixed? No." does not."""
    for at, clause in enumerate(clauses):
        before = [one for one in clauses[:at] if one.sentence == clause.sentence]
        if all(_BEFORE_ASKING.fullmatch(one.parts) for one in before) and _ASKING.match(clause.parts):
            return clause
        is_mocking = len(clause.items) <= _SHORT and set(clause.parts) & set("DC") and at + 1 < len(clauses)
        if clause.asked and "c" not in clause.parts and not is_mocking:
            return clause
    return None


def asks_for_time(clauses: Sequence[Clause]) -> int | None:
    """The place of the clause that asks for time."""
    for at, clause in enumerate(clauses):
        if _TIME.match(clause.parts) or _TIME_WITH_A_DAY.match(clause.parts):
            return at
    return None


def days_alone(clauses: Sequence[Clause]) -> set[int]:
    """The places of clauses that name a day and nothing else."""
    return {at for at, clause in enumerate(clauses) if not set(clause.parts) - set("nyufdU")}


def first_trap(text: str, clauses: Sequence[Clause]) -> str:
    """The words that kept it from being more than a comment; "" where none did."""
    for clause in clauses:
        for item in clause.items:
            if item.part in _TRAPS:
                return text[item.start : item.end]
    return ""
