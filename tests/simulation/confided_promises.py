"""What is confided reaches only its contact."""

from collections.abc import Iterator

from simulation.mail_promises import told_by
from simulation.organisation import CONFIDED, TRUST
from simulation.world import World
from throughline.usecases.show_case import words_of


def confided_to_its_contact(world: World) -> Iterator[str]:
    """A word of confidence stands in mails to its contact or its own writer, on no other page, in no event or theme."""
    for (line, name), accepted in world.mail.mails():
        mail, feedback = accepted.mail, told_by(world, line).feedback
        readers = {TRUST, feedback.report.reporter.email if feedback else ""}
        if CONFIDED in f"{mail.subject}{mail.text}{mail.html}" and mail.to not in readers:
            yield f"{name} of {line} carries what was confided to {mail.to}"
    for key, standing in world.ledger.lines.items():
        for case in standing.cases:
            if CONFIDED in words_of(standing, case) and not case.confidential:
                yield f"case {case.number} of {key} shows what was confided"
        kept = (standing.thanks, standing.changes, standing.gathered, standing.parked)
        if CONFIDED in str(kept):
            yield f"{key} keeps what was confided where others read it"
    if CONFIDED in repr(world.functions.bus.published):
        yield "other systems hear of what was confided"
    if any(CONFIDED in one.words for one in world.ledger.precedents.all()):
        yield "routing learns from what was confided"
