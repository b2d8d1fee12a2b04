"""Acting by answering a mail: clear words do what the page does, less than clear words are a comment."""

from datetime import date

import pytest

from throughline.domain.case import Action, Case, State
from throughline.domain.letter import LetterKind
from throughline.domain.line import Line
from throughline.domain.mail.incoming import Attachment, MailKind, Shape
from unit.usecases.mailroom import PACKING, ROS, MailRoom, from_packing, from_ros, mailboxes, said

WRAPPED = "fixed: we wrap the foot now"


@pytest.fixture
def room() -> MailRoom:
    return MailRoom()


@pytest.fixture
def opened(room: MailRoom) -> Case:
    return room.opened()


@pytest.mark.parametrize(
    ("text", "action", "state"),
    [
        ("Got it.", Action.ACKNOWLEDGE, State.ACKNOWLEDGED),
        (WRAPPED, Action.RESOLVE, State.RESOLVED),
        ("not ours, it's Delivery", Action.HAND_ON, State.HANDED_ON),
        ("need more time until 1 December 2026", Action.EXTEND, State.ACKNOWLEDGED),
        ("Which order was it?", Action.ASK, State.WAITING),
        ("Hm, the tape is a story of its own.", Action.COMMENT, State.ROUTED),
    ],
)
def test_a_departments_reply_takes_the_step_it_names(
    room: MailRoom, opened: Case, text: str, action: Action, state: State
) -> None:
    came = from_packing(opened, text)
    assert room.takes(came) == f"department: {action}"
    (step,) = room.line(opened.line).steps[1]
    assert (step.action, step.after, step.by) == (action, state, "Packing")
    assert room.case(opened.line).state is state
    assert room.ledger.facts.copies[opened.line] == {f"inbound/{came.identity}"}
    assert len(room.feedbacks()) == 1


def test_what_was_changed_reaches_whoever_raised_it(room: MailRoom, opened: Case) -> None:
    room.takes(from_packing(opened, WRAPPED))
    (changed,) = room.answers_of(LetterKind.CHANGED)
    assert (changed.to, changed.fields["change"]) == (ROS, "we wrap the foot now")
    assert [one.change for one in room.line(opened.line).changes] == ["we wrap the foot now"]


def test_a_question_reaches_whoever_raised_it_and_their_answer_comes_back(room: MailRoom, opened: Case) -> None:
    room.takes(from_packing(opened, "Which order was it?"))
    (question,) = room.answers_of(LetterKind.QUESTION)
    assert (question.to, question.fields["question"]) == (ROS, "Which order was it?")
    assert room.takes(from_ros(opened, "Order 118204.")) == "submitter: reply"
    assert room.case(opened.line).state is State.WORKING
    (replied,) = room.answers_of(LetterKind.REPLIED)
    assert (replied.to, replied.fields["quote"]) == (PACKING, "Order 118204.")


@pytest.mark.parametrize("text", ["Got it.", WRAPPED, "Hm.", "Which order?", "not ours, it's Delivery"])
def test_the_same_reply_three_times_is_one_step(room: MailRoom, opened: Case, text: str) -> None:
    came = from_packing(opened, text)
    room.takes(came)
    before = room.line(opened.line), room.letters()
    room.ledger.facts.copies.clear()
    assert [room.takes(came), room.takes(came)] == ["repeated", "repeated"]
    assert (room.line(opened.line), room.letters()) == before


def test_a_clear_act_is_confirmed_once_a_day_and_thread(room: MailRoom, opened: Case) -> None:
    for text in ("Got it.", "need more time until 1 December 2026", WRAPPED):
        room.takes(from_packing(opened, text))
    (understood,) = room.answers_of(LetterKind.UNDERSTOOD)
    assert (understood.to, understood.fields["action"]) == (PACKING, "acknowledge")
    room.clock.passes(days=1)
    other = room.opened(identity="device-0002")
    room.takes(from_packing(other, "Got it."))
    assert len(room.answers_of(LetterKind.UNDERSTOOD)) == 2


@pytest.mark.parametrize(("identity", "shown"), [("<1@shop.example>", True), ("<1\r\nBcc: x@y.example>", False)])
def test_our_answer_stands_below_their_mail(room: MailRoom, opened: Case, identity: str, *, shown: bool) -> None:
    room.takes(from_packing(opened, "Got it.", identity=identity))
    (understood,) = room.answers_of(LetterKind.UNDERSTOOD)
    assert understood.headers == (dict.fromkeys(("In-Reply-To", "References"), identity) if shown else {})


@pytest.mark.parametrize(
    ("text", "unclear"),
    [
        ("The tape is a story of its own.", "words"),
        ("", "words"),
        ("not ours, it's the people with the hats", "department"),
        ("need more time until 1 December 2020", "day"),
    ],
)
def test_unclear_words_are_kept_and_asked_about_once(room: MailRoom, opened: Case, text: str, unclear: str) -> None:
    assert room.takes(from_packing(opened, text)) == "department: comment"
    (asked,) = room.answers_of(LetterKind.ASKED)
    assert (asked.to, asked.fields["unclear"], asked.fields["quote"]) == (PACKING, unclear, text)
    room.takes(from_packing(opened, "And another story."))
    assert len(room.answers_of(LetterKind.ASKED)) == 1
    assert said(room, opened) == [one for one in (text, "And another story.") if one]
    assert room.case(opened.line).state is State.ROUTED


def test_mere_thanks_ask_nothing_back(room: MailRoom, opened: Case) -> None:
    assert room.takes(from_packing(opened, "Thank you!")) == "department: comment"
    assert room.answers_of(LetterKind.ASKED) == []


@pytest.mark.parametrize("shape", [Shape.FORWARDED, Shape.ENCRYPTED, Shape.CALENDAR])
def test_words_that_are_not_all_the_writers_own_never_act(room: MailRoom, opened: Case, shape: Shape) -> None:
    assert room.takes(from_packing(opened, WRAPPED, shape=shape)) == "department: comment"
    assert room.case(opened.line).state is State.ROUTED


def test_a_word_after_the_end_is_kept_and_changes_nothing(room: MailRoom, opened: Case) -> None:
    room.takes(from_packing(opened, "not ours, it's Delivery"))
    letters = len(room.letters())
    for text in ("Got it.", WRAPPED, "By the way, the tape."):
        assert room.takes(from_packing(opened, text)) == "department: comment"
    assert room.case(opened.line).state is State.HANDED_ON
    assert said(room, opened)[-3:] == ["Got it.", WRAPPED, "By the way, the tape."]
    assert len(room.letters()) == letters


def test_a_reply_with_a_file_alone_names_it(room: MailRoom, opened: Case) -> None:
    room.takes(from_packing(opened, "", attachments=(Attachment("foot.jpg", "image/jpeg", 9, 1),)))
    assert said(room, opened) == ["foot.jpg"]


# ── what whoever raised it says ──
@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Yes, it is solved.", State.CLOSED),
        ("No, still broken.", State.REOPENED),
        ("The left one, yes.", State.REOPENED),
        ("Thank you so much!", State.RESOLVED),
        ("", State.RESOLVED),
    ],
)
def test_whoever_raised_it_says_whether_it_was_solved(room: MailRoom, opened: Case, text: str, state: State) -> None:
    room.takes(from_packing(opened, WRAPPED))
    room.takes(from_ros(opened, text))
    assert room.case(opened.line).state is state
    assert len(room.answers_of(LetterKind.REPLIED)) == (state is State.REOPENED)


def test_a_yes_before_there_is_anything_to_confirm_is_just_words(room: MailRoom, opened: Case) -> None:
    assert room.takes(from_ros(opened, "Yes.")) == "submitter: reply"
    assert room.case(opened.line).state is State.ROUTED


def test_the_receipt_shows_answers_and_no_comments(room: MailRoom, opened: Case) -> None:
    from fakes.outside import ROOT
    from throughline.domain.seal import receipt_of
    from throughline.usecases.show_receipt import show_receipt

    for text in ("The tape is a story of its own.", "Which order was it?"):
        room.takes(from_packing(opened, text))
    room.takes(from_ros(opened, "Order 118204."))
    receipt = receipt_of(ROOT, "device-0001")
    shown = show_receipt(receipt=receipt, root=ROOT, facts=room.ledger.facts, journey_map=room.map)
    assert shown["items"][0]["answer"] == "Which order was it?"


# ── ticket systems ──
def test_a_ticket_systems_answer_says_that_they_have_it_and_no_more(room: MailRoom) -> None:
    room.map = mailboxes(PACKING, tracker=True)
    room.atlas.maps.replace(room.map)
    opened = room.opened()
    letters = len(room.letters())
    came = from_packing(opened, "Your request is resolved. Fixed.", kind=MailKind.AUTO)
    assert [room.takes(came), room.takes(came)] == ["department: acknowledge", "repeated"]
    assert room.case(opened.line).state is State.ACKNOWLEDGED
    again = from_packing(opened, "Ticket closed.", kind=MailKind.AUTO)
    assert room.takes(again) == "set aside: an automatic mail: nobody wrote it"
    assert (room.case(opened.line).state, len(room.letters())) == (State.ACKNOWLEDGED, letters)


def test_an_automatic_answer_of_anybody_else_says_nothing(room: MailRoom, opened: Case) -> None:
    assert room.takes(from_packing(opened, "Got it.", kind=MailKind.AUTO)).startswith("set aside")
    assert room.case(opened.line).state is State.ROUTED


def test_a_promise_by_mail_is_a_day_of_the_departments_own(room: MailRoom, opened: Case) -> None:
    room.takes(from_packing(opened, "need more time until 1 December 2026"))
    assert room.case(opened.line).reply_by.date() == date(2026, 12, 1)


def test_somebody_elses_step_in_between_is_met_and_the_reply_is_taken_again(
    room: MailRoom, opened: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    stale, plain = [room.line(opened.line)], room.ledger.facts.line
    room.acts(opened, Action.ACKNOWLEDGE)

    def looked(line: str) -> Line:
        return stale.pop() if stale and line == opened.line else plain(line)

    monkeypatch.setattr(room.ledger.facts, "line", looked)
    assert room.takes(from_packing(opened, WRAPPED)) == "department: resolve"
    assert room.case(opened.line).version == 3


def test_a_mail_that_became_a_note_is_no_reply_when_it_comes_again(
    room: MailRoom, opened: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    came = from_packing(opened, "Got it.")
    with monkeypatch.context() as early:
        early.setattr(room.atlas.maps, "current", lambda: None)  # nobody can say what it may do
        assert room.takes(came) == "recorded"
    assert room.takes(came, stored="inbound/again") == "repeated"
    assert room.case(opened.line).state is State.ROUTED
    (note,) = [line for line in room.ledger.lines if line != opened.line]
    assert "inbound/again" in room.ledger.facts.copies[note]
