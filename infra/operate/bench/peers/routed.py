"""Takes mails as the product does: from the bytes of a mail to its case and the letters that follow.

A line is `{"raw": base64}`; the answer says whether the mail was read as a person's.

In the measured part: parsing, kind, verdicts, thread, the split of its words, what a reply to it would ask for,
its receipt and fingerprint, the routing of its words over the sample map, the case with its promise, and the
letters with their links, kept in memory. Out of it: loading, reading the map, and what other functions do before
and after: fetching the mail, writing the ledger, and the text of letters.
"""

from base64 import b64decode
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from operate.bench.peers.lines import Call, Line, run
from operate.files.maps import read_map
from throughline.adapters.mail_tools import MAIL_TOOLS
from throughline.domain.feedback import Channel, Feedback, Report, Reporter
from throughline.domain.journey import JourneyMap
from throughline.domain.journey_check import check
from throughline.domain.line import Line as Standing
from throughline.domain.line import Outcome
from throughline.domain.mail.incoming import MailKind, Own, ReadMail
from throughline.domain.mail.intent import meant_by
from throughline.domain.mail.reading import read_mail
from throughline.domain.routing import Router
from throughline.domain.seal import line_of, receipt_of
from throughline.usecases.hear_fact import FACT, said_in
from throughline.usecases.letters import Letterhead
from throughline.usecases.route_fact import consequences, decisions_by

SAMPLE = Path(__file__).resolve().parents[2] / "sample" / "journey.yaml"
OWN = Own("feedback@in.throughline.example", "in.throughline.example")
ROOT = bytes(32)
NOW = datetime(2026, 11, 20, 10, tzinfo=UTC)


def sample_map() -> JourneyMap:
    """The sample organisation's map."""
    journey_map, problems = check(read_map(SAMPLE))
    if journey_map is None:
        raise ValueError(f"the sample's map can't be read: {problems[0]}")
    return journey_map


def load(_lines: Sequence[Line]) -> Call:
    """A warm function with the sample's map."""
    router, kept = Router(sample_map()), dict[str, Outcome]()
    departments = tuple(one.name for one in router.map.departments)

    def call(line: Line) -> Line:
        mail = read_mail(b64decode(line["raw"]), own=OWN, tools=MAIL_TOOLS)
        meant_by(mail.split.new, departments=departments, today=NOW.date())
        outcome = _outcome(mail, router)
        kept[outcome.line] = outcome
        return {"taken": mail.kind is MailKind.HUMAN and bool(outcome.reasons)}

    return call


def _outcome(mail: ReadMail, router: Router) -> Outcome:
    text = f"{mail.subject}\n\n{mail.words}"
    report = Report(mail.identity, Channel.MAIL, text, reporter=Reporter(mail.name, mail.address))
    line = line_of(ROOT, receipt_of(ROOT, report.identity))
    standing = Standing(feedback=Feedback(line, report, report.digest(), NOW.date()))
    said = said_in(standing, FACT)
    if said is None:
        raise ValueError("a line that was just made holds nothing")
    head = Letterhead("https://throughline.example", ROOT, router.map.mantra)
    return consequences(said, decisions_by(router, said), standing, router.map, head, NOW)


if __name__ == "__main__":
    run("throughline", load)
