"""Events that may meet, and what stands before them."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta

from crash.digest_scenarios import DIGESTS, a_week
from crash.events import ANSWER, COMMENT, NOTE, OTHER, act, note, send_in, survey, swept
from crash.mail_scenarios import answered
from crash.scenarios import a_letter, letters_in, sent_mail
from crash.stand import Stand
from crash.survey_scenarios import scored_then_told
from crash.world import Delivery
from fakes.values import CARRIED, person


@dataclass(frozen=True)
class Flow:
    """What stands before, and the events that come in any order.

    A coarse flow lets all that is under way arrive, or none of it, between two events; the benchmark
    takes every flow apart finely.
    """

    about: str
    events: Callable[[Stand], list[Delivery]]
    schedule: tuple[str, ...] = ("sweep",)
    coarse: bool = False
    faults: int = 0  # that stand behind what it begins with

    def __str__(self) -> str:
        return self.about


def _told_twice(stand: Stand) -> list[Delivery]:
    return [note(stand), note(stand), swept(stand)]


def _commented(_stand: Stand) -> list[Delivery]:
    return [survey(ANSWER), survey(COMMENT)]


def _revised(_stand: Stand) -> list[Delivery]:
    later = {**ANSWER, "score": 5, "revision": 2, "verbatim": "It is mended now."}
    return [survey(ANSWER), survey(COMMENT), survey(later)]


def _two_acts(stand: Stand) -> list[Delivery]:
    send_in(stand, note(stand))
    stand.world.flow()
    fixed = act(stand, "resolve", text="Packing wraps the foot.")
    return [act(stand, "acknowledge"), fixed, replace(fixed, name="resolve again")]


def _planned_twice(stand: Stand) -> list[Delivery]:
    stand.atlas.directory.replace([person("ada")])
    plan = Delivery("plan_digests", a_week(stand))
    return [plan, replace(plan, name="plan again")]


def _four(stand: Stand) -> list[Delivery]:
    unhappy = {**COMMENT, "metric": "nps", "score": 2}
    return [note(stand, NOTE, email=""), note(stand, OTHER, CARRIED, ""), survey(unhappy), swept(stand)]


def _doubted(stand: Stand) -> list[Delivery]:
    """A mail went out, both its senders died, and its report comes just now."""
    event = a_letter(stand)
    [letter] = letters_in(event)
    for ago in (40, 20):
        stand.ledger.letters.claim(letter["pk"], letter["sk"], stand.world.now - timedelta(minutes=ago))
    stand.world.wire.mails.append(sent_mail(letter))
    return [Delivery("send_letter", event, "letter")]


def _answered_twice(stand: Stand) -> list[Delivery]:
    """A department's answer comes twice, while a colleague says on the page that they have it."""
    reply = Delivery("feedback_mail", answered(stand, "fixed: the foot is wrapped"), "answer")
    return [reply, replace(reply, name="answer again"), act(stand, "acknowledge")]


FLOWS = (
    Flow("a note told twice, and the sweep", _told_twice),
    Flow("a score and a comment", _commented),
    Flow("a score, a comment, and a second thought", _revised, coarse=True),
    Flow("a vendor's score, its comment, and the score again", scored_then_told, coarse=True),
    Flow("two colleagues act on one case", _two_acts),
    Flow("an answer by mail, twice, and a colleague on the page", _answered_twice, coarse=True),
    Flow("digests planned twice", _planned_twice, DIGESTS),
    Flow("a doubt, and the report that settles it", _doubted, faults=2),
    Flow("an issue, thanks, an answer, and the sweep", _four, coarse=True),
)
