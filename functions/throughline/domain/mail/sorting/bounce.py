"""Whom a returned mail did not reach, or who complained of one; read from what the mail system says, never the mail."""

import re
from collections.abc import Callable, Iterable, Mapping
from email.message import Message

from throughline.domain.mail.incoming import Bounced, Own
from throughline.domain.mail.opening.parameters import content_type
from throughline.domain.mail.sorting.look import Look
from throughline.domain.mail.sorting.outer import addresses, enclosed, first_text, text_blocks, text_of, values
from throughline.domain.mail.sorting.reports import ARRIVED, COMPLAINED, UNSUBSCRIBED, complaint_blocks, delivery_blocks

MOST = 50
LONGEST = 20_000
FULL = "5.2.2"
_Read = Callable[[Look], Bounced]
_COPY = re.compile(
    r"(?mi)^[\s>]{0,9}(?:-{2,80}.{0,60}"
    r"(?:copy of|original message|unsent message|returned message|message header|message follows)"
    r"|(?:return-path|received|message-id|dkim-signature)\s*:)"
)
_LEADS = re.compile(r"(?m)^[\s<\"'*]{0,20}([^\s<>@\"':]{1,64}@[^\s<>@\"',;:)]{2,250})")
_TO = re.compile(r"(?mi)^to: ?([^\n]{3,300})")
_BOX = r"(?:user|address|mailbox|account|recipient|host|domain)"
_LASTING = re.compile(
    r"\b5\.\d{1,2}\.\d{1,3}\b|\b55[0-4]\b|permanent|no mailbox here|couldn't be found|not listed"
    rf"|{_BOX}[^.\n]{{0,40}}(?:unknown|not found|invalid|disabled|not recognized)"
    rf"|(?:unknown|invalid|no such)[^.\n]{{0,20}}(?:{_BOX}|local)|does(?: not|n't) (?:exist|have an account)"
    r"|introuvable|nicht vorhanden|unbekannt|no se encontró|見つかりません|不存在",
    re.IGNORECASE,
)
_PASSING = re.compile(
    r"\b4\.\d{1,2}\.\d{1,3}\b|\b[45]\.2\.2\b|warning (?:message )?only|still being retried|will be retried|will retry"
    r"|has not yet been delivered|transient non-fatal|temporary|delayed|over ?quota"
    r"|(?:mailbox|quota)[^.\n]{0,40}(?:full|exceed)",
    re.IGNORECASE,
)


def bounced(message: Message) -> Bounced:
    """The recipients that a bounce or a complaint names; ask it of these kinds only.

    `lasting` when the mail system gave up for good; a full mailbox, a delay and a complaint do not last.
    """
    look = Look(message, Own())
    return next((found for found in (read(look) for read in _READ) if found.addresses), Bounced())


def _complaint(look: Look) -> Bounced:
    told = [
        block.get(name, "") for block in complaint_blocks(look) for name in ("original-rcpt-to", "removal-recipient")
    ]
    passed_on = values(look.message, COMPLAINED) or ([look.sender] if UNSUBSCRIBED.lower() in look.names else [])
    within = [one for one in (enclosed(part) for part in look.parts[1:]) if one is not None]
    is_one = told or passed_on or any(COMPLAINED in one for one in within)
    if not is_one:
        return Bounced()
    to = [value for one in within for value in values(one, COMPLAINED) or values(one, "To")]
    heads = [text_of(part) for part in look.parts if content_type(part) == "text/rfc822-headers"]
    to += [block.get("to", "") for text in heads for block in text_blocks(text)]
    return Bounced(_unlike(told) or _unlike(passed_on) or _unlike(to))


def _report(look: Look) -> Bounced:
    told = [block for block in delivery_blocks(look.parts) if _whom(block)]
    failed = [block for block in told if _lasts(block)]
    open_ones = [block for block in told if _action(block) not in ARRIVED]
    return Bounced(_unlike(_whom(block) for block in failed or open_ones), bool(failed))


def _whom(block: Mapping[str, str]) -> str:
    whom = (block.get(name, "") for name in ("original-recipient", "final-recipient", "x-actual-recipient"))
    return next((one for one in whom if addresses(one)), "")


def _action(block: Mapping[str, str]) -> str:
    return block.get("action", "").lower().partition(" ")[0].strip("()")


def _lasts(block: Mapping[str, str]) -> bool:
    status = block.get("status", "").strip()
    passing = status.startswith(("4", FULL))
    failed = _action(block) in ("failed", "failure") or (not _action(block) and status.startswith("5"))
    return failed and not passing


def _words(look: Look) -> Bounced:
    said, *copy = _COPY.split(first_text(look.message)[:LONGEST], maxsplit=1)
    ours = addresses(" ".join(values(look.message, "To", "From", "Delivered-To", "Reply-To")))
    named = values(look.message, "X-Failed-Recipients")
    found = _unlike(named) or _unlike(_LEADS.findall(said), ours) or _unlike([said], ours)
    lasting = bool(_LASTING.search(said)) and not _PASSING.search(said)
    return Bounced(found or _sent_to(look, "".join(copy), ours), lasting)


def _sent_to(look: Look, copy: str, ours: Iterable[str]) -> tuple[str, ...]:
    """Whom the returned copy was for; of several, nobody knows which one failed."""
    within = [value for one in map(enclosed, look.parts[1:]) if one is not None for value in values(one, "To")]
    found = _unlike(within or _TO.findall(copy), ours)
    return found if len(found) == 1 else ()


def _unlike(texts: Iterable[str], ours: Iterable[str] = ()) -> tuple[str, ...]:
    found = dict.fromkeys(address for text in texts for address in addresses(text))
    return tuple(address for address in found if address not in set(ours))[:MOST]


_READ: tuple[_Read, ...] = (_complaint, _report, _words)
