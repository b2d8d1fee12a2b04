"""Who wrote, when, about what: read from headers as they come, not as they should."""

from datetime import date

import pytest

from throughline.domain.mail.opening.encoded_words import words_read
from throughline.domain.mail.sorting.sender import mailbox
from unit.mail.reading.raw import HEAD, WROTE, read


def test_a_persons_mail_is_read() -> None:
    mail = read(HEAD + b"Date: Mon, 23 Nov 2026 23:59:00 -0800\n\n" + WROTE.encode())
    assert (mail.name, mail.address, mail.subject) == ("Dee Driver", "dee@shop.example", "Till 3")
    assert (mail.identity, mail.split.new, mail.written_on) == ("<one@shop.example>", WROTE, date(2026, 11, 23))


@pytest.mark.parametrize(
    "raw",
    [
        HEAD.replace(b"\n", b"\r\n") + b"\r\n" + WROTE.encode() + b"\r\nAgain\r\n",
        HEAD.replace(b"\n", b"\r") + b"\r" + WROTE.encode() + b"\rAgain\r",
        HEAD.replace(b"\n", b"\r\r\n") + b"\r\r\n" + WROTE.encode() + b"\r\r\nAgain",
        HEAD + b"\n" + WROTE.encode() + b"\nAga\0in\0",
        HEAD.replace(b"Till", b"Ti\0ll") + b"\n" + WROTE.encode() + b"\nAgain",
        b"From dee@shop.example Mon Nov 23 10:00:00 2026\n" + HEAD + b"\n" + WROTE.encode() + b"\nAgain",
        b">From dee@shop.example Mon Nov 23 10:00:00 2026\n" + HEAD + b"\n" + WROTE.encode() + b"\nAgain",
        b"\r\n\r\n" + HEAD + b"\n" + WROTE.encode() + b"\nAgain",
        b"\xef\xbb\xbf" + HEAD + b"\n" + WROTE.encode() + b"\nAgain",
        (HEAD + b"\n" + WROTE.encode() + b"\nAgain").decode().encode("utf-16"),
        b"\0\0garbage of a gateway\n<<<\n" + HEAD + b"\n" + WROTE.encode() + b"\nAgain",
        HEAD + WROTE.encode() + b"\nAgain",
        HEAD.replace(b"Subject: Till 3\n", b"Subject: Till\n3\n") + b"\n" + WROTE.encode() + b"\nAgain",
        HEAD.replace(b"Subject: Till 3\n", b"Subject: Till\n 3\n") + b"\n" + WROTE.encode() + b"\nAgain",
        HEAD.replace(b"Subject:", b"sUBJECT  :") + b"\n" + WROTE.encode() + b"\nAgain",
    ],
)
def test_line_ends_and_rubbish_change_nothing(raw: bytes) -> None:
    mail = read(raw)
    assert (mail.name, mail.address, mail.subject) == ("Dee Driver", "dee@shop.example", "Till 3")
    assert mail.split.new == f"{WROTE}\nAgain"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("=?utf-8?q?Gr=C3=B6=C3=9Fe?=", "Größe"),
        ("=?utf-8?b?R3LDtsOfZQ==?=", "Größe"),
        ("=?utf-8?b?R3LDtg==?= =?utf-8?b?w59l?=", "Größe"),
        ("=?utf-8?b?R3LD?=\n =?utf-8?b?tsOfZQ==?=", "Größe"),  # split within a sign
        ("=?utf-8?q?Gr=C3?= =?utf-8?b?tsOfZQ?=", "Größe"),  # and without padding, in two encodings
        ("=?iso-8859-1?q?Gr=F6=DFe?= =?utf-8?q?_=C3=A4?=", "Größe ä"),
        ("=?utf-8*de?q?Gr=C3=B6=C3=9Fe?=", "Größe"),
        ("=?utf-8?q?a b?= c", "a b c"),
        ("=?utf-8?q?what?_?= next", "what? next"),
        ("say=?utf-8?q?_=C3=A4?=so", "say äso"),
        ("=?utf-8?q?never closed", "=?utf-8?q?never closed"),
        ("=?utf-8?x?abc?=", "=?utf-8?x?abc?="),
        ("=?utf-8?b?!!!?=", ""),
        ("Größe", "Größe"),
    ],
)
def test_encoded_words(written: str, shown: str) -> None:
    assert read(f"Subject: {written}\n\nhi".encode()).subject == shown


@pytest.mark.parametrize(
    ("field", "name", "address"),
    [
        ("Dee Driver <Dee@Shop.example>", "Dee Driver", "dee@shop.example"),
        ('"Driver, Dee" <dee@shop.example>', "Driver, Dee", "dee@shop.example"),
        ("dee@shop.example (Dee Driver)", "Dee Driver", "dee@shop.example"),
        ("dee@shop.example", "", "dee@shop.example"),
        ("<dee@shop.example>", "", "dee@shop.example"),
        ('"dee@shop.example" <dee@shop.example>', "dee@shop.example", "dee@shop.example"),
        ("=?utf-8?q?J=C3=BCrgen?= <j@shop.example>", "Jürgen", "j@shop.example"),
        ("=?utf-8?q?Doe=2C_J=C3=BCrgen?= <j@shop.example>", "Doe, Jürgen", "j@shop.example"),
        ("=?utf-8?q?J=C3=BCrgen_=3Cj=40shop.example=3E?=", "Jürgen", "j@shop.example"),
        ("=?utf-8?q?boss=40shop.example=3E_=3C?= <j@evil.example>", "boss@shop.example", "j@evil.example"),
        ("a@shop.example, b@shop.example", "b@shop.example", "a@shop.example"),
        ("undisclosed-recipients:;", "undisclosed-recipients:", ""),
        ("Dee", "Dee", ""),
        ("", "", ""),
        ("<>", "", ""),
        ("root@localhost", "", ""),
        ("(" * 4_000, "", ""),
        ('"' * 4_000, "", ""),
    ],
)
def test_the_sender(field: str, name: str, address: str) -> None:
    assert mailbox(field) == (name, address)


def test_two_senders_are_nobody() -> None:
    two = b"From: a@shop.example\nFrom: b@shop.example\n\nhi"
    same = b"From: a@shop.example\nFrom: a@shop.example\n\nhi"
    assert (read(two).address, read(same).address) == ("", "a@shop.example")


def test_a_long_subject_is_cut_and_says_so() -> None:
    mail = read(b"Subject: " + b"long " * 40_000 + b"\n\nhi")
    assert len(mail.subject) == 500
    assert mail.subject.endswith("…")
    assert mail.split.new == "hi"


def test_a_mail_without_a_message_id_is_known_by_its_bytes() -> None:
    first, again, other = (read(raw).identity for raw in (b"From: a\n\nhi", b"From: a\n\nhi", b"From: a\n\nho"))
    assert first == again != other
    assert read(b"Message-ID:  <Case.Kept@A> \n\n").identity == "<Case.Kept@A>"


@pytest.mark.parametrize(
    "told", ["", "yesterday", "Mon, 99 Foo 2026 10:00", "Mon, 23 Nov 99999 10:00:00 +0000", "1 2 3"]
)
def test_a_day_that_can_not_be_read_is_none(told: str) -> None:
    assert read(f"Date: {told}\n\nhi".encode()).written_on is None


def test_words_without_encoded_ones_stay_as_they_are() -> None:
    assert words_read("a = b ?= c =? d") == "a = b ?= c =? d"


@pytest.mark.parametrize(
    ("words", "tag"),
    [
        ("The box was crushed and nobody has called us for days.", "en"),
        ("Der Karton war zerdrückt und niemand hat uns angerufen, das ist nicht gut.", "de"),
        ("Le carton était abîmé et personne ne nous a appelés, ce n'est pas bien.", "fr"),
        ("La caja llegó rota y no nos llamó nadie, está muy mal.", "es"),
        ("A caixa chegou amassada e não nos ligou ninguém, está muito mal.", "pt"),
        ("La scatola è arrivata rotta e non ci ha chiamato nessuno, non va bene.", "it"),
        ("De doos is kapot aangekomen en niemand heeft ons gebeld, dat is niet goed.", "nl"),
        ("Lådan var trasig och ingen har ringt oss, det är inte bra.", "sv"),
        ("Paczka była zniszczona i nikt się do nas nie odezwał, to jest źle.", "pl"),
        ("箱がつぶれていました。", "ja"),
        ("箱子压坏了，请处理。", "zh"),
        ("Ok", ""),
        ("", ""),
    ],
)
def test_the_language_of_words(words: str, tag: str) -> None:
    assert read(f"From: a\nContent-Type: text/plain; charset=utf-8\n\n{words}".encode()).language == tag
