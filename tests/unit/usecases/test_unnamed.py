"""Somebody wants no name in it: nothing of theirs is left but the words."""

import json
from typing import Any

import pytest

from fakes import PlainPaper
from throughline.domain.letter import LetterKind
from throughline.domain.mail.incoming import ReadMail
from throughline.usecases.record_unnamed import resume_unnamed
from throughline.usecases.send_letter import mail_of
from unit.usecases.mailroom import MailRoom, from_ros, mail

WISH = "The card reader froze again, says Kim. Please keep my name off this."
KIM = {"name": "Kim Zander", "address": "kim.zander@shop.example", "subject": "Till, from Kim"}


@pytest.fixture
def room() -> MailRoom:
    return MailRoom()


@pytest.fixture
def wish() -> ReadMail:
    return mail(WISH, **KIM)


def kept(room: MailRoom) -> str:
    """Everything that is kept, letters that have gone included."""
    return repr([room.ledger.lines, room.ledger.letters.written, room.ledger.facts.copies, room.mails.held])


def test_the_raw_mail_is_replaced_by_its_words(room: MailRoom, wish: ReadMail) -> None:
    assert room.takes(wish, stored="inbound/1") == "recorded without a name"
    assert list(room.mails.held) == ["unnamed/1"]
    copy = json.loads(room.mails.held["unnamed/1"])
    assert copy["words"] == "Till, from …\n\nThe card reader froze again, says …. Please keep my name off this."
    (line,) = room.ledger.lines
    feedback = room.line(line).feedback
    assert feedback
    assert (feedback.stored, feedback.report.reporter.reachable, feedback.report.text) == (
        "unnamed/1",
        False,
        copy["words"],
    )


def test_one_confirmation_goes_out_and_then_nobody_knows_to_whom(room: MailRoom, wish: ReadMail) -> None:
    room.takes(wish, stored="inbound/1")
    (line,) = room.ledger.lines
    room.routes(line)
    (letter,) = room.answers_of(LetterKind.UNNAMED)
    assert (letter.to, letter.reply_to) == (KIM["address"], "")
    assert mail_of(letter, PlainPaper()).tags["subject"]
    assert room.sends(letter) == "sent: unnamed"
    assert [one.to for one in room.postbox.sent] == [KIM["address"]]
    for word in ("Kim", "Zander", "zander", wish.identity, letter.subject):
        assert word not in kept(room)
    assert [one.kind for one in room.letters()] == [LetterKind.UNNAMED, LetterKind.CASE]


def test_the_same_mail_again_is_the_same_note(room: MailRoom, wish: ReadMail) -> None:
    outcomes = [room.takes(wish, stored=f"inbound/{at}") for at in range(3)]
    assert outcomes == ["recorded without a name", "repeated", "repeated"]
    assert len(room.ledger.lines) == 1
    assert len(room.answers_of(LetterKind.UNNAMED)) == 1
    assert sorted(room.mails.held) == ["unnamed/0", "unnamed/1", "unnamed/2"]


class GoneError(BaseException):
    """The worker died."""


@pytest.mark.parametrize(
    ("where", "call", "after"),
    [
        (where, call, after)
        for after in (False, True)
        for where, call in (("mails", "keep"), ("facts", "record_sealed"), ("mails", "drop"), ("facts", "unseal"))
    ],
)
def test_whoever_dies_on_the_way_leaves_what_another_goes_on_with(
    room: MailRoom, wish: ReadMail, monkeypatch: pytest.MonkeyPatch, where: str, call: str, *, after: bool
) -> None:
    store: Any = room.mails if where == "mails" else room.ledger.facts
    plain = getattr(store, call)

    def dies(*given: Any) -> None:
        if after:
            plain(*given)
        raise GoneError

    with monkeypatch.context() as broken:
        broken.setattr(store, call, dies)
        with pytest.raises(GoneError):
            room.takes(wish, stored="inbound/1")
    assert "inbound/1" in room.mails.held or "unnamed/1" in room.mails.held
    assert list(room.ledger.pending.waiting()) == [] or "inbound/1" not in room.mails.held
    if "inbound/1" in room.mails.held:
        room.takes(wish, stored="inbound/1")
    else:
        assert resume_unnamed(stored="inbound/1", desk=room.mail_desk())
    assert list(room.mails.held) == ["unnamed/1"]
    assert sorted(one.sk for one in room.ledger.pending.waiting()) == ["fact", "letter#unnamed"]


def test_nothing_is_resumed_where_nothing_was_begun(room: MailRoom) -> None:
    assert not resume_unnamed(stored="inbound/9", desk=room.mail_desk())


def test_somebody_without_an_address_gets_no_mail(room: MailRoom) -> None:
    room.takes(mail(WISH, **{**KIM, "address": ""}))
    assert room.letters() == []


def test_a_reply_in_its_own_case_joins_it_as_ever(room: MailRoom) -> None:
    opened = room.opened()
    assert room.takes(from_ros(opened, "Please keep my name off this.")) == "submitter: reply"
