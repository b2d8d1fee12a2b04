"""Files that came with a mail lie beside its line, and people see what they are called."""

import pytest

from fakes.values import SCRATCHED
from throughline.domain.letter import LetterKind
from throughline.domain.mail.incoming import Own, ReadMail
from throughline.domain.mail.reading import read_mail
from throughline.domain.stored_file import file_name
from throughline.usecases.mail_desk import Got
from throughline.usecases.show_case import case_view
from throughline.usecases.take_mail import take_mail
from unit.usecases.mailroom import INBOUND, PACKING, SENDER, MailRoom, line_for, token

RAW = (
    "From: Dee <{sender}>\r\nTo: {to}\r\nSubject: A lamp\r\nMessage-ID: <{name}@shop.example>\r\nMIME-Version: 1.0\r\n"
    'Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n{text}\r\n--b\r\n'
    'Content-Type: image/jpeg; name="../a-lamp.jpg"\r\n'
    'Content-Disposition: attachment; filename="../a-lamp.jpg"\r\n'
    "Content-Transfer-Encoding: base64\r\n\r\naGVsbG8=\r\n--b--\r\n"
)


@pytest.fixture
def room() -> MailRoom:
    return MailRoom()


def comes(room: MailRoom, text: str, name: str, to: str = f"f@{INBOUND}", sender: str = "dee@home.example") -> ReadMail:
    raw = RAW.format(text=text, name=name, to=to, sender=sender).encode()
    mail = read_mail(raw, own=Own(SENDER, INBOUND))
    take_mail(got=Got(mail, f"inbound/{name}", room.clock.now(), raw=raw), desk=room.mail_desk())
    return mail


def test_a_file_lies_beside_its_line_under_its_own_name(room: MailRoom) -> None:
    mail = comes(room, SCRATCHED, "one")
    line = line_for(mail)
    feedback = room.line(line).feedback
    assert feedback
    (key,) = feedback.files
    assert key.startswith(f"attachments/{line.removeprefix('F#')}/")
    assert room.mails.held[key] == b"hello"
    assert (file_name(key), "..") == (mail.attachments[0].name, "..")
    assert "/" not in file_name(key)


def test_the_department_reads_what_came_and_with_which_answer(room: MailRoom) -> None:
    line = line_for(comes(room, SCRATCHED, "one"))
    room.routes(line)
    (letter,) = room.answers_of(LetterKind.CASE)
    case = room.case(line)
    comes(room, "The tape is a story of its own.", "two", to=token(case), sender=PACKING)
    assert room.map
    shown = case_view(
        case=room.case(line), line=room.line(line), journey_map=room.map, head=room.head, now=room.clock.now()
    )
    name = letter.fields["files"][0]
    assert name.endswith("lamp.jpg")
    assert (shown["files"], shown["sayings"][0]["files"]) == ([name], [name])
    assert len([key for key in room.mails.held if key.startswith("attachments/")]) == 2
