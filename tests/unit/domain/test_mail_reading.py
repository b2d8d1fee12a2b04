"""Mail as people and machines send it: who wrote it, what is new in it, and nothing ever breaks."""

import time
from email.message import EmailMessage

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from throughline.domain.mail.html_text import html_words
from throughline.domain.mail.reading import MailKind, read_mail
from throughline.domain.mail.reply import new_words

WROTE = "The card reader froze twice."
DRIVER = "From: Dee Driver <Dee@Shop.example>\nSubject: Till 3\nMessage-ID: <one@shop.example>\n"


def raw(body: str = WROTE, head: str = DRIVER, more: str = "") -> bytes:
    return f"{head}{more}\n{body}\n".encode()


def test_a_persons_mail_is_read() -> None:
    mail = read_mail(raw())
    assert (mail.kind, mail.name, mail.address) == (MailKind.HUMAN, "Dee Driver", "dee@shop.example")
    assert (mail.identity, mail.subject, mail.words, mail.held) == ("<one@shop.example>", "Till 3", WROTE, "")


@pytest.mark.parametrize(
    ("more", "kind"),
    [
        ("Auto-Submitted: auto-replied\n", MailKind.AUTO),
        ("Auto-Submitted: no\n", MailKind.HUMAN),
        ("X-Autoreply: yes\n", MailKind.AUTO),
        ("Precedence: bulk\n", MailKind.AUTO),
        ("List-Id: <all.shop.example>\n", MailKind.LIST),
        ("Return-Path: <>\n", MailKind.BOUNCE),
        ('Content-Type: multipart/report; boundary="b"; report-type=delivery-status\n', MailKind.BOUNCE),
    ],
)
def test_what_no_person_wrote_is_told_by_its_headers(more: str, kind: MailKind) -> None:
    assert read_mail(raw(more=more)).kind is kind


@pytest.mark.parametrize("sender", ["MAILER-DAEMON@mx.example", "postmaster@localhost"])
def test_a_mail_of_the_mail_system_is_a_bounce(sender: str) -> None:
    assert read_mail(raw(head=f"From: {sender}\n")).kind is MailKind.BOUNCE


def test_our_own_mail_is_known_again() -> None:
    mail = read_mail(raw(head="From: Line <line@shop.example>\n"), own_address="The Line <Line@shop.example>")
    assert mail.kind is MailKind.SELF


@pytest.mark.parametrize(
    ("more", "held"),
    [
        ("X-SES-Virus-Verdict: FAIL\n", "the mail service found a virus in it"),
        ("X-SES-Virus-Verdict: PASS\nX-SES-Spam-Verdict: FAIL\n", "the mail service takes it for spam"),
        ("X-SES-Virus-Verdict: PASS\nX-SES-Spam-Verdict: GRAY\n", ""),
        ("X-SES-Virus-Verdict: PASS\nX-SES-Virus-Verdict: FAIL\n", ""),  # the service's own stands on top
    ],
)
def test_the_mail_services_verdict_holds_a_mail_back(more: str, held: str) -> None:
    assert read_mail(raw(more=more)).held == held


@pytest.mark.parametrize(
    ("charset", "body"),
    [
        ("", "Größe fehlt".encode("latin-1")),
        ("", "Größe fehlt".encode()),
        ("utf-8", "Größe fehlt".encode("latin-1")),
        ("iso-8859-1", "Größe – “fehlt”".encode("cp1252")),
        ("iso-2022-jp", "箱がつぶれた".encode("iso-2022-jp")),
        ("", "箱がつぶれた".encode("iso-2022-jp")),
        ("gb2312", "包裹破损".encode("gb18030")),
        ("no-such-charset", "Größe fehlt".encode()),
        ("unicode_escape", b"plain \\q words"),
    ],
)
def test_words_are_read_whatever_the_charset_says(charset: str, body: bytes) -> None:
    declared = f"Content-Type: text/plain; charset={charset}\n".encode() if charset else b""
    read = read_mail(DRIVER.encode() + declared + b"\n" + body).words
    assert read in ("Größe fehlt", "Größe – “fehlt”", "箱がつぶれた", "包裹破损", "plain \\q words")


def test_no_half_sign_is_left_by_a_charset_that_can_write_them() -> None:
    assert (
        read_mail(DRIVER.encode() + b"Content-Type: text/plain; charset=utf-7\n\n+2AA- hello").words == "\ufffd hello"
    )


@pytest.mark.parametrize(
    "written", ["=?utf-8?q?Gr=C3=B6=C3=9Fe?=", "=?iso-8859-1?q?Gr=F6=DFe?=", "Größe", "=?utf-8?b?R3LDtsOfZQ==?="]
)
def test_a_subject_is_read_encoded_or_bare(written: str) -> None:
    assert read_mail(f"Subject: {written}\n\nhi".encode()).subject == "Größe"


def test_the_plain_part_is_read_and_attachments_are_not() -> None:
    message = EmailMessage()
    message["From"] = "dee@shop.example"
    message.set_content(WROTE)
    message.add_alternative("<p>Something else</p>", subtype="html")
    message.add_attachment("a list of secrets", filename="list.txt")
    assert read_mail(message.as_bytes()).words == WROTE


def test_a_mail_of_html_alone_is_read_without_what_it_quotes() -> None:
    html = (
        "<html><head><style>p {color: red}</style><title>no</title></head><body><p>The box<br>was&nbsp;crushed</p>"
        '<!-- a note --><div class="gmail_quote">Ann wrote: old</div><blockquote>older</blockquote></body>'
    )
    assert read_mail(raw(html, more="Content-Type: text/html\n")).words == "The box\nwas crushed"


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<![if !mso]><p>hello</p><![endif]>", "hello"),
        ("<![foo[bar]]> hello", "hello"),
        ("a < b and <b>c</b>", "a c"),
        ("1 < 2", "1 < 2"),
        ("<p>one</i><p>two", "one\ntwo"),
        ("<script>alert('x')</script>two", "two"),
        ("&lt;b&gt; &amp; &#x1F6CB;", "<b> & 🛋"),
        ("one<!-- never closed two", "one"),
        ("one<br/>two<img src=x>three", "one\ntwothree"),
        ("<blockquote><div>old</div></blockquote>new", "new"),
    ],
)
def test_words_of_html(html: str, words: str) -> None:
    assert html_words(html) == words


@pytest.mark.parametrize(
    "piece", ["<!--", "<a ", "<div>", "<p>a</b>", "</b>", "<![", "<!", "<", ">", "&", "<blockquote>"]
)
def test_hostile_html_takes_no_longer_than_its_length(piece: str) -> None:
    started = time.process_time()
    html_words(piece * 40_000)
    assert time.process_time() - started < 2


@pytest.mark.parametrize(
    "rest",
    [
        "On Monday 23 November, Dee <dee@shop.example> wrote:\n> old",
        "Am Mo., 23. Nov. 2026 um 10:12 Uhr schrieb Dee <dee@shop.example>:\n> alt",
        "Op ma 23 nov 2026 om 10:12 schreef Dee Driver\n<dee@shop.example>:\n> oud",
        "On Monday 23 November 2026 at 10:12 in the morning,\nDee Driver <dee@shop.example> wrote:\n> old",
        "> old\n> older",
        "-----Original Message-----\nFrom: dee@shop.example",
        "________________________________\nFrom: Dee",
        "Von: Dee <dee@shop.example>\nGesendet: Montag",
        "-- \nDee Driver\nNorth depot",
        "--\nDee",
        "Sent from my phone",
        "Von meinem Telefon gesendet",
    ],
)
def test_quotes_and_signatures_are_no_new_words(rest: str) -> None:
    assert new_words(f"{WROTE}\nAgain today.\n\n{rest}") == f"{WROTE}\nAgain today."


def test_a_mail_that_is_all_quote_is_kept_whole() -> None:
    assert new_words("> only this") == "> only this"


def test_a_mail_without_words_is_read_by_its_subject() -> None:
    assert read_mail(raw("")).words == "Till 3"


def test_a_mail_without_a_message_id_is_known_by_its_bytes() -> None:
    head = "From: dee@shop.example\n"
    assert read_mail(raw(head=head)).identity == read_mail(raw(head=head)).identity
    assert read_mail(raw(head=head)).identity != read_mail(raw("Other words", head=head)).identity


@pytest.mark.parametrize(
    "sender",
    [
        "nobody",
        "<>",
        '"a,b"@c.example',
        "a@b@c",
        "x@y z",
        "(" * 1_900,
        "<" * 1_900,
        "@c.example",
        "a@",
        "root@localhost",
    ],
)
def test_nobody_is_written_to_at_what_is_no_plain_address(sender: str) -> None:
    assert read_mail(f"From: {sender}\n\n{WROTE}".encode()).address == ""


NESTED = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (at, at) for at in range(1_500))
HEADERS = st.sampled_from(["From", "Subject", "Content-Type", "Content-Transfer-Encoding", "Message-ID", "Return-Path"])
VALUES = st.sampled_from(
    "text/html multipart/mixed;boundary=b multipart/report base64 quoted-printable =?x?q?=?= charset=utf-16 "
    "filename*0*=utf-8''%zz message/rfc822 x-uuencode text/plain;charset=utf-7".split()
)


@given(st.binary(max_size=2_000))
@example(NESTED)
@example(b"Content-Type: message/rfc822\n\n" * 1_500)
@example(b"From: " + b"(" * 1_900 + b"\n\nhi")
@example(b"Subject: " + b"=?a?q?" * 20_000 + b"\n\nhi")
def test_any_bytes_are_read_as_some_mail(content: bytes) -> None:
    mail = read_mail(content)
    mail.words.encode()
    mail.subject.encode()
    assert mail.kind in MailKind


@given(
    st.lists(st.tuples(HEADERS, VALUES | st.text(max_size=40)), max_size=6),
    st.text(max_size=200) | st.just("--b\n\n--b--"),
)
def test_any_headers_are_read_as_some_mail(headers: list[tuple[str, str]], body: str) -> None:
    head = "".join(f"{name}: {value}\n" for name, value in headers)
    assert read_mail(f"{head}\n{body}".encode("utf-8", "surrogatepass")).identity
