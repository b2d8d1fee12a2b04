"""What a reply means for its case: by a closed set of clear words; whatever is less than clear is a comment."""

import re
from dataclasses import replace

from throughline.domain.act import Act
from throughline.domain.case import Action, Case, State
from throughline.domain.feedback import MAX_TEXT
from throughline.domain.letter import Letter
from throughline.domain.line import Advance, Confirmation
from throughline.domain.mail.incoming import Intent, ReadMail, Shape
from throughline.domain.mail.intent import meant_by
from throughline.domain.mail.saying.solved import solved
from throughline.usecases.mail_desk import Got, MailDesk
from throughline.usecases.reply_letters import Writer, asked_letter, asked_name, replied_letter, understood_letter
from throughline.usecases.take_step import Ground, day_of, step_of

ACTING = frozenset({Shape.PLAIN, Shape.SIGNED})  # whatever else it is, its words are not all its writer's own
SHORT = 3
WORDS, DEPARTMENT, DAY, REACHED = "words", "department", "day", "reached"
COLLEAGUE, CUSTOMER = "a colleague", "a customer"


def department_says(case: Case, got: Got, ground: Ground, desk: MailDesk) -> Advance:
    """The step that a department's reply asks for, with a confirmation; or a comment, with a question back once."""
    act, unclear = _clear_act(case, got.mail, ground)
    if act.action is Action.RESOLVE and case.call_back:  # a mail can't say whether the customer was reached
        act, unclear = Act(Action.COMMENT, text=said_in(got.mail)), REACHED
    after = case.next_state(act.action)
    if not isinstance(after, State):  # it was said before, or comes too late: its words are kept
        act, after, unclear = Act(Action.COMMENT, text=said_in(got.mail)), case.state, ""
    act = replace(act, text=act.text[:MAX_TEXT], identity=got.digest(desk))
    advance = step_of(act, case, after, ground)
    writer = Writer(got.mail.address, got.mail.language or "en", got.mail.identity)
    on = got.now.date()
    if act.action is not Action.COMMENT:
        letter = understood_letter(advance.case, act, writer, ground.head, on)
        return replace(advance, confirmation=_confirmation(letter, writer, desk, ground))
    if not unclear or case.done or asked_name(case) in ground.line.letters:
        return advance
    return replace(advance, letters=(asked_letter(case, writer, act.text, unclear, ground.head, on),))


def submitter_says(case: Case, got: Got, ground: Ground, desk: MailDesk) -> Advance:
    """The step that an answer of the one who raised it takes; its words reach the department."""
    words = said_in(got.mail)
    said = action = _of_submitter(case, got.mail.split.new, ground)
    after = case.next_state(action)
    if not isinstance(after, State):
        action, after = Action.COMMENT, case.state
        said = said if case.confidential else action  # whoever it was said to reads it after they sent the note on
    act = Act(action, text=words[:MAX_TEXT], identity=got.digest(desk))
    who = COLLEAGUE if ground.line.feedback else CUSTOMER
    advance = step_of(act, case, after, ground, by=who)
    if said not in (Action.REPLY, Action.DISPUTE):
        return advance
    letter = replied_letter(advance.case, said, act.text, ground.journey_map, ground.head, got.now.date())
    return replace(advance, letters=(letter,))


def said_in(mail: ReadMail) -> str:
    """What is new in a reply: its words, else the names of the files that came."""
    return mail.split.new.strip() or ", ".join(one.name for one in mail.attachments)


def _clear_act(case: Case, mail: ReadMail, ground: Ground) -> tuple[Act, str]:
    """The act, and what was unclear where it is only a comment."""
    others = [one for one in _named(ground, mail.split.new) if one != case.department]
    meant = meant_by(mail.split.new, departments=others, today=ground.now.date())
    comment = Act(Action.COMMENT, text=said_in(mail))
    if mail.shape not in ACTING:
        return comment, WORDS
    match meant.intent:
        case Intent.ACKNOWLEDGE:
            clear, unclear = Act(Action.ACKNOWLEDGE, text=meant.words), ""
        case Intent.RESOLVE:
            clear, unclear = Act(Action.RESOLVE, text=meant.words or mail.split.new), ""
        case Intent.HAND_ON:
            named = [name for name in others if name.casefold() == meant.to.casefold()]
            clear, unclear = Act(Action.HAND_ON, text=meant.words, to="".join(named)), "" if named else DEPARTMENT
        case Intent.EXTEND:
            until = meant.until.isoformat() if meant.until else ""
            unclear = "" if day_of(until, ground.now) else DAY
            clear = Act(Action.EXTEND, text=meant.words, until=until)
        case Intent.QUESTION:
            asks = bool(ground.line.feedback) and case.next_state(Action.ASK) is State.WAITING
            clear, unclear = Act(Action.ASK, text=mail.split.new), "" if asks else WORDS
        case Intent.THANKS:
            return comment, ""
        case _:
            return comment, WORDS
    return (comment if unclear else clear), unclear


def _named(ground: Ground, words: str) -> list[str]:
    """The departments that words may name; a short name only as it is written: IT is not "it"."""
    names = [one.name for one in ground.journey_map.departments]
    return [one for one in names if len(one) > SHORT or re.search(rf"(?<!\w){re.escape(one)}(?!\w)", words)]


def _of_submitter(case: Case, words: str, ground: Ground) -> Action:
    answer = solved(words) if case.state is State.RESOLVED else None
    if answer is not None:
        return Action.CONFIRM if answer else Action.DISPUTE
    thanks = meant_by(words, today=ground.now.date()).intent is Intent.THANKS
    return Action.COMMENT if thanks or not words.strip() else Action.REPLY


def _confirmation(letter: Letter, writer: Writer, desk: MailDesk, ground: Ground) -> Confirmation:
    return Confirmation(letter, desk.conversation(writer.address, letter.line, ground.now.date()))
