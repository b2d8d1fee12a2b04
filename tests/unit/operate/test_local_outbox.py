from datetime import UTC, datetime
from pathlib import Path

from operate.local.outbox import Outbox, Sent, as_line
from operate.local.outbox_pages import list_page, mail_page
from operate.local.reading import read_mail

RAW = (
    b"From: =?utf-8?q?L=C3=A4den?= <line@x.test>\r\nSubject: <b>Hi</b>\r\nReceived: one\r\nReceived: two\r\n"
    b"Content-Type: text/html; charset=latin-1\r\n\r\n<p>Gr\xfc\xdfe</p>"
)


def sent(mail_id: str, hour: int = 9, subject: str = "<b>Hi</b>") -> Sent:
    at = datetime(2026, 11, 23, hour, tzinfo=UTC).isoformat()
    return Sent(mail_id, at, "line@x.test", ["ann@x.test"], subject, len(RAW))


def test_mails_come_back_whole_and_in_order(tmp_path: Path) -> None:
    outbox = Outbox(tmp_path / "outbox")
    assert list(outbox.all()) == []
    for number in range(3):
        outbox.keep(sent(f"m{number}", 9 + number), RAW)

    assert [each.id for each in outbox.all()] == ["m0", "m1", "m2"]
    assert [each.id for each in outbox.all(datetime(2026, 11, 23, 10, tzinfo=UTC))] == ["m1", "m2"]
    assert outbox.raw("m1") == RAW
    assert outbox.find("m9") is None


def test_a_cleared_outbox_is_empty(tmp_path: Path) -> None:
    outbox = Outbox(tmp_path)
    outbox.keep(sent("m1"), RAW)

    assert outbox.clear() == 1
    assert list(outbox.all()) == []
    assert list(tmp_path.iterdir()) == []


def test_an_id_cannot_leave_the_folder(tmp_path: Path) -> None:
    assert Outbox(tmp_path).path_of("../../x/state").parent == tmp_path


def test_a_line_says_all_about_a_mail() -> None:
    line = as_line(sent("m1"), RAW)

    assert line["from"] == "Läden <line@x.test>"
    assert line["to"] == ["ann@x.test"]
    assert line["html"] == "<p>Grüße</p>"
    assert line["text"] == ""
    assert line["headers"]["Received"] == "one\ntwo"
    assert line["bytes"] == len(RAW)


def test_pages_show_foreign_words_as_words() -> None:
    listed = list_page([sent("m1", subject="<b>old</b>"), sent("m2", subject="new")])
    shown = mail_page(sent("m1"), read_mail(RAW))

    assert "&lt;b&gt;old&lt;/b&gt;" in listed
    assert listed.index("new") < listed.index("old")
    assert "<b>Hi</b>" not in shown
    assert 'iframe sandbox="' in shown
    assert f"{len(RAW):,} bytes" in shown


def test_an_empty_outbox_says_what_to_do() -> None:
    assert "No mail yet" in list_page([])


def test_damaged_mail_is_shown_as_well_as_it_goes() -> None:
    read = read_mail(b"Subject: =?no-such-charset?q?x?=\r\nContent-Type: text/plain; charset=nope\r\n\r\n\xfc")

    assert read.text == "ü"
    assert "no-such-charset" in read.subject
