"""Take a report in: one conditional write, and its receipt."""

from dataclasses import dataclass
from datetime import datetime

from throughline.domain.feedback import Feedback, Report
from throughline.domain.seal import line_of, receipt_of
from throughline.errors import Refused
from throughline.ports import Facts


@dataclass(frozen=True, slots=True)
class Recorded:
    """It is in the ledger; `repeated` when it had been before."""

    receipt: str
    repeated: bool


def record_feedback(*, report: Report, now: datetime, root: bytes, facts: Facts) -> Recorded:
    """Write the report under the identity of its content; a repeat gets the same receipt.

    Refused (409) when another report has been sent under the same identity.
    """
    receipt = receipt_of(root, report.identity)
    digest = report.digest()
    standing = facts.record(Feedback(line_of(root, receipt), report, digest, now.date()))
    if standing.digest != digest:
        do = "Reload the form and send it again: it then gets an id of its own."
        raise Refused("Something else was sent under this id before.", field="id", do=do, status=409)
    return Recorded(receipt, repeated=not standing.new)
