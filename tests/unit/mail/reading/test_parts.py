"""Which parts of a mail are its words, and how the words come out of them."""

from base64 import b64encode
from email.message import Message
from typing import Any

import pytest

from throughline.domain.mail.opening.parts import DEEPEST, MOST_PARTS, take_apart
from unit.mail.reading.raw import HEAD, WROTE, of_parts, part, read, said, text

HTML = "Content-Type: text/html; charset=utf-8\n"
ATTACHED = "Content-Type: text/plain\nContent-Disposition: attachment; filename=list.txt\n"
FLOWED = "Content-Type: text/plain; charset=utf-8; format=flowed"


def test_of_two_readings_the_plain_one_is_taken() -> None:
    mail = of_parts(part(WROTE), part(f"<p>{WROTE} In colour.</p>", HTML), kind="alternative")
    assert read(mail).split.new == WROTE


def test_html_is_read_where_it_stands_alone() -> None:
    page = "<html><head><title>no</title><style>p {}</style></head><body><p>The box<br>was&nbsp;crushed</p></body>"
    assert said(page.encode(), HTML).split() == ["The", "box", "was", "crushed"]
    assert said(b"no tags at all\nin two lines", HTML) == "no tags at all\nin two lines"
    assert said(b"<html><body>told to be plain</body></html>") == "told to be plain"


def test_html_without_a_charset_names_it_inside() -> None:
    page = '<html><meta charset="koi8-r"><p>Привет всем</p>'.encode("koi8-r")
    assert said(page, "Content-Type: text/html\n") == "Привет всем"


def test_inline_texts_follow_each_other_and_files_stay_apart() -> None:
    mail = of_parts(part("First."), part("secret", ATTACHED), part("Last."))
    assert read(mail).split.new == "First.\nLast."
    assert [one.name for one in read(mail).attachments] == ["list.txt"]


def test_plain_words_around_html_are_not_lost() -> None:
    mail = of_parts(part("Before."), part("<p>Between &amp; more</p>", HTML), part("After <x>."))
    assert read(mail).split.new.split() == "Before. Between & more After <x>.".split()


def test_words_in_a_named_part_are_read_when_there_are_no_others() -> None:
    named = part(WROTE, 'Content-Type: text/plain; name="body.txt"\nContent-Disposition: inline\n')
    assert read(of_parts(named)).split.new == WROTE
    both = read(of_parts(part("Hello."), named))
    assert (both.split.new, [one.name for one in both.attachments]) == ("Hello.", ["body.txt"])


def test_related_parts_belong_to_the_first() -> None:
    image = part(b64encode(b"image"), "Content-Type: image/png\nContent-Transfer-Encoding: base64\n")
    related = of_parts(part("<p>Look</p>", HTML), image, kind="related", head=b"", bound="in")
    mail = read(of_parts(part("Look"), related, kind="alternative"))
    assert (mail.split.new, [(one.name, one.size) for one in mail.attachments]) == ("Look", [("file.png", 5)])


@pytest.mark.parametrize(
    ("header", "body"),
    [
        (f"{FLOWED}\n", "The card \nreader \nfroze twice."),
        (f"{FLOWED}; delsp=yes\n", "The ca \nrd reader froze twice."),
        (f"{FLOWED}\n", " The card reader froze twice."),
        (text("utf-8", "quoted-printable"), "The card =\nreader froze=20twice."),
        (text("utf-8", "quoted-printable"), "The card =\r\nreader froze twice.="),
        (text("utf-8", "Quoted-Printable;"), "The card reader froze=20twice."),
        (text("utf-8", "base64"), "VGhlIGNhcmQgcmVhZGVyIGZyb3pl\n!! IHR3aWNlLg\n"),
        (text("utf-8", "base64"), "VGhlIGNhcmQgcmVhZGVyIA==\nZnJvemUgdHdpY2Uu"),
        (text("utf-8", "base64"), "VGhlIGNhcmQgcmVhZGVyIGZyb3plIHR3aWNlLg== ignored"),
        (text("utf-8", "base64"), "The card reader froze twice."),
        (text("utf-8", "8-bits"), "The card reader froze twice."),
        ("Content-Type: text\n", "The card reader froze twice."),
        ("Content-Type: text/plain charset=utf-8 format=fixed\n", "The card reader froze twice."),
        ("Content-Type: multipart/mixed\n", "The card reader froze twice."),
        ('Content-Type: multipart/mixed; boundary="never"\n', "The card reader froze twice."),
    ],
)
def test_encodings_are_undone_with_their_damage(header: str, body: str) -> None:
    assert said(body.encode(), header) == WROTE


def test_a_flowed_quote_stays_quoted_and_a_signature_apart() -> None:
    mail = read(HEAD + FLOWED.encode() + b"\n\nNo, not \nyet.\n> is it \n> fixed?\n-- \nDee\n")
    assert (mail.split.new, mail.split.quoted, mail.split.signature) == ("No, not yet.", "> is it fixed?", "--\nDee")


def test_what_a_list_wrote_below_base64_stands_as_it_is() -> None:
    body = b64encode(b"The lamp was broken again when it came to us.\n") + b"\n_____\nAll staff list: ask the desk\n"
    assert "The lamp was broken" in said(body, text("utf-8", "base64"))
    split = read(HEAD + text("utf-8", "base64").encode() + b"\n" + body).split
    assert "ask the desk" in split.new + split.quoted + split.signature


def test_bounds_that_are_missing_are_found_all_the_same() -> None:
    body = b"--=other\nContent-Type: text/plain\n\nThe card reader froze twice.\n--=other--\n"
    for declared in ("multipart/mixed", "multipart/mixed; boundary=wrong"):
        assert said(body, f"Content-Type: {declared}\n") == WROTE


def test_a_bound_that_never_closes_ends_with_the_mail() -> None:
    assert said(b"--x\n\nThe card reader froze twice.", "Content-Type: multipart/mixed; boundary=x\n") == WROTE


def test_a_bound_that_begins_another_is_not_that_one() -> None:
    inner = of_parts(part(WROTE), head=b"", bound="b1-1")
    assert read(of_parts(inner, part("End."))).split.new == f"{WROTE}\nEnd."


def test_what_stands_before_and_after_the_parts_is_not_said() -> None:
    mail = HEAD + b"Content-Type: multipart/mixed; boundary=x\n\nThis is MIME.\n--x\n\n"
    assert read(mail + WROTE.encode() + b"\n--x--\nepilogue\n").split.new == WROTE


def test_enriched_text_loses_its_marks() -> None:
    assert said(b"<bold>The card reader</bold> froze twice.", "Content-Type: text/enriched\n") == WROTE


def test_parts_within_parts_without_end_are_read_to_a_depth() -> None:
    deep = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n\n%s\n--b%d\n" % (at, at, b"hi" if at < 2 else b"", at)
        for at in range(1_500)
    )
    assert read(b"From: a\n" + deep).split.new == "hi\nhi"
    depth, part_ = 0, take_apart(deep)
    while part_.children:
        depth, part_ = depth + 1, part_.children[-1]
    assert depth <= DEEPEST


def test_the_number_of_parts_has_an_end() -> None:
    many = HEAD + b"Content-Type: multipart/mixed; boundary=x\n\n" + b"--x\n\nhi\n" * (MOST_PARTS * 3)
    mail = take_apart(many)
    assert sum(1 for _ in mail.walk()) <= MOST_PARTS + 1
    assert "more than 500 parts" in read(many).reason


def payload(message: Message) -> Any:
    return message.get_payload()


def test_parts_are_the_same_messages_that_the_library_makes() -> None:
    inner = b"Subject: inner\n\nbody\n"
    status = part("Reporting-MTA: dns; a\n\nFinal-Recipient: rfc822; b@c.example\nAction: failed\n")
    report = of_parts(
        part("It failed."),
        b"Content-Type: message/delivery-status\n" + status,
        b"Content-Type: message/rfc822\n\n" + inner,
        kind="report; report-type=delivery-status",
    )
    message = take_apart(report).message
    told, blocks, enclosed = payload(message)
    assert payload(told) == "It failed."
    assert [block["Action"] for block in payload(blocks)] == [None, "failed"]
    assert payload(enclosed)[0]["Subject"] == "inner"
    assert [one.get_content_type() for one in message.walk()][:3] == [
        "multipart/report",
        "text/plain",
        "message/delivery-status",
    ]


def test_what_is_larger_than_any_mail_is_read_in_part() -> None:
    mail = read(HEAD + b"\n" + WROTE.encode() + b"\n" * 42_000_000)
    assert (mail.split.new, "larger than 40 MB" in mail.reason) == (WROTE, True)
