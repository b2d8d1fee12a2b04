"""Take a report in: one conditional write, and its receipt."""

from dataclasses import dataclass
from datetime import datetime

from throughline.domain.feedback import Feedback, Report
from throughline.domain.flood import Limit
from throughline.domain.seal import line_of, receipt_of
from throughline.domain.subject import subject_of
from throughline.errors import Refused
from throughline.ports import Facts
from throughline.usecases.limit_notes import too_many


@dataclass(frozen=True, slots=True)
class Recorded:
    """It is in the ledger; `repeated` when it had been before, `erased` when its words stay away.

    `stored` is where the raw mail of the one that stands lies.
    """

    receipt: str
    repeated: bool
    line: str = ""
    stored: str = ""
    erased: bool = False


def record_feedback(
    *,
    report: Report,
    now: datetime,
    root: bytes,
    facts: Facts,
    stored: str = "",
    files: tuple[str, ...] = (),
    limits: tuple[Limit, ...] = (),
) -> Recorded:
    """Write the report under the identity of its content; a repeat gets the same receipt, an erased one too.

    `stored` is where the raw mail lies, for what came by mail, `files` those that came with it. Refused (409)
    when another report has been sent under the same identity; TooMany when one of the `limits` is reached.
    """
    receipt = receipt_of(root, report.identity)
    line, digest = line_of(root, receipt), report.digest()
    subject = subject_of(root, report.reporter.email)
    standing = facts.record(Feedback(line, report, digest, now.date(), stored, files), subject=subject, limits=limits)
    if standing.over:
        raise too_many(standing.over, now)
    if standing.erased:
        return Recorded(receipt, repeated=True, line=line, erased=True)
    if standing.digest != digest:
        do = "Reload the form and send it again: it then gets an id of its own."
        raise Refused("Something else was sent under this id before.", field="id", do=do, status=409)
    return Recorded(receipt, repeated=not standing.new, line=line, stored=standing.stored)
