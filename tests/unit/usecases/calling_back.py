"""A customer wishes to be called back: what comes, the case of it, its end, its page."""

from dataclasses import replace

from fakes.outside import ROOT
from fakes.values import HEAD, answer, small_map
from throughline.domain.case import Action, Case
from throughline.domain.contact import Contact, Wish
from throughline.domain.seal import nonce_of
from throughline.domain.survey import CONTACT_WANTED, Answer
from throughline.usecases.record_answers import AnswersRecorded, record_answers
from throughline.usecases.show_case import case_view
from throughline.usecases.show_contact import Seen, show_contact
from unit.usecases.desk import Desk

KIM = Contact("Kim Wren", "kim@home.example")


PACKED = "The box was crushed and the lamp scratched."


SCORE = answer(2, touchpoint_hint="Opening the parcel")


WORDS = replace(SCORE, question_key="why", metric=None, score=None, verbatim=PACKED)


ASKED = replace(SCORE, question_key="may-we", metric=None, score=None, hints={CONTACT_WANTED: True})


LINE = ASKED.line


SHOWN = ("call_back", "contact_is", "contact")


def comes(desk: Desk, *answers: Answer, contact: Contact = KIM) -> AnswersRecorded:
    room = desk.ledger
    wishes = [Wish(one.line, one.question_key, contact) for one in answers if one.hints.get(CONTACT_WANTED)]
    return record_answers(answers=answers, root=ROOT, facts=room.facts, wishes=wishes, contacts=room.contacts)


def asked(desk: Desk, *answers: Answer) -> Case:
    """The one case of a customer who asked."""
    comes(desk, *(answers or (SCORE, WORDS, ASKED)))
    for one in answers or (SCORE, WORDS, ASKED):
        desk.routes(LINE, f"fact#{one.question_key}")
    (case,) = desk.line(LINE).cases
    return case


def ends(desk: Desk, reached: str = "reached", told: str = "A new lamp is on its way.") -> Case:
    desk.acts(desk.case(LINE), Action.RESOLVE, "Lamps get a second box.", reached=reached, told=told)
    return desk.case(LINE)


def shows(desk: Desk, case: Case, nonce: str = "") -> Contact | None:
    seen = Seen(case, desk.line(LINE), nonce or nonce_of(ROOT, case.subject, case.version))
    known = desk.map or small_map()
    return show_contact(seen=seen, contacts=desk.ledger.contacts, journey_map=known, root=ROOT, now=desk.clock.now())


def page(desk: Desk, case: Case) -> dict[str, object]:
    view = case_view(
        case=case, line=desk.line(LINE), journey_map=desk.map or small_map(), head=HEAD, now=desk.clock.now()
    )
    return {name: view[name] for name in SHOWN}
