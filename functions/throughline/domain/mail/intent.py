"""What a department's reply asks for: decided on words that are all understood, or not at all.

A wrong "fixed" or "got it" tells a customer something untrue, a comment costs one question. So these two
are read only from a clause in which every word is known to be harmless, and only while nothing else in the
reply denies, doubts, limits, postpones, reports, asks or mocks. What a careful colleague would do decides
the rest: a promise ("we will fix it by Friday") is a comment, since nothing is done and no time is asked for;
"thanks, we'll look into it" is an acknowledgement; an acknowledgement with a question is a question.
"""

from collections.abc import Sequence
from datetime import date

from throughline.domain.mail.incoming import Intent, Meant
from throughline.domain.mail.intents import grammar
from throughline.domain.mail.intents.clauses import Clause, clauses_of
from throughline.domain.mail.intents.handing_on import handed_on
from throughline.domain.mail.intents.rest import rest_of
from throughline.domain.mail.intents.tagging import is_too_long


def meant_by(words: str, *, departments: Sequence[str] = (), today: date) -> Meant:
    """What these new words of a reply ask for; any text has an answer, where unsure a comment."""
    clauses = clauses_of(words)
    if not clauses:
        return Meant(Intent.NONE)
    asked_for = _asked_for(words, clauses, departments, today)
    if asked_for:
        return asked_for
    question = grammar.question(clauses)
    if question is not None:
        return Meant(Intent.QUESTION, words=words.strip(), why=question.said(words))
    return _stated(words, clauses)


def _asked_for(words: str, clauses: Sequence[Clause], departments: Sequence[str], today: date) -> Meant | None:
    """More time or another department, whichever is asked for first."""
    time_at = grammar.asks_for_time(clauses)
    hand = handed_on(words, clauses, departments)
    if hand and (time_at is None or hand.at <= time_at):
        left = rest_of(words, clauses, grammar.is_bare, without=hand.used)
        return Meant(Intent.HAND_ON, to=hand.to, words=left, why=clauses[hand.at].said(words))
    if time_at is None:
        return None
    from throughline.domain.mail.intents.days import day_in  # few replies name a day

    clause = clauses[time_at]
    until = day_in(words[clause.start :], today) or day_in(words, today)
    left = rest_of(words, clauses, grammar.is_bare, without={time_at} | grammar.days_alone(clauses))
    return Meant(Intent.EXTEND, until=until, words=left, why=clause.said(words))


def _stated(words: str, clauses: Sequence[Clause]) -> Meant:
    if not is_too_long(words):
        for intent, reads in ((Intent.RESOLVE, grammar.finished), (Intent.ACKNOWLEDGE, grammar.taken)):
            clause = reads(clauses)
            if clause is not None:
                return Meant(intent, words=rest_of(words, clauses, grammar.is_bare), why=clause.said(words))
        if grammar.is_thanks(clauses):
            return Meant(Intent.THANKS, words=words.strip(), why=clauses[0].said(words))
    if grammar.is_nothing(clauses):
        return Meant(Intent.NONE)
    return Meant(Intent.COMMENT, words=words.strip(), why=grammar.first_trap(words, clauses))
