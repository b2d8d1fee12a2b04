"""What is found of a mail that comes in: nothing bad, unless the weather or the mail itself asks for it."""

import re
from collections.abc import Mapping

WELL = {"spam": "PASS", "virus": "PASS", "spf": "pass", "dkim": "pass", "dmarc": "pass", "policy": ""}
IN_CAPITALS = ("spam", "virus")
ASKED = "X-Local-Verdict"
END_OF_HEAD = re.compile(rb"(?:\A|(?<=\n))\r?\n")
ASKED_LINE = re.compile(rb"^" + ASKED.encode() + rb":([^\r\n]*)\r?\n", re.IGNORECASE | re.MULTILINE)
PAIR = re.compile(r"([a-z]+)=([A-Za-z_]+)")


class UnknownVerdictError(ValueError):
    """A mail asks for a verdict that there is not."""

    def __init__(self, asked: str) -> None:
        super().__init__(f"{ASKED} takes {', '.join(WELL)}, each as name=VALUE; not {asked!r}")


def asked_for(content: bytes) -> tuple[dict[str, str], bytes]:
    """Take a mail's X-Local-Verdict out of its head: the verdicts it asks for, and the mail as it is stored.

    `X-Local-Verdict: spam=FAIL dmarc=FAIL policy=reject`; UnknownVerdictError says what is wrong with it.
    """
    end = END_OF_HEAD.search(content)
    head = content[: end.start()] if end else content
    lines = [line.decode("ascii", "replace") for line in ASKED_LINE.findall(head)]
    asked = dict(pair for line in lines for pair in map(pair_of, line.split()))
    return asked, ASKED_LINE.sub(b"", head) + content[len(head) :]


def pair_of(word: str) -> tuple[str, str]:
    """Read one `name=VALUE`, each written the way SES writes it."""
    found = PAIR.fullmatch(word)
    if found is None or found[1] not in WELL:
        raise UnknownVerdictError(word)
    return found[1], found[2].upper() if found[1] in IN_CAPITALS else found[2].lower()


def together(usual: Mapping[str, str], asked: Mapping[str, str]) -> dict[str, str]:
    """Give the verdicts on one mail: what it asks for goes before what is usual now."""
    return {**WELL, **usual, **asked}
