"""Files that come with a mail: under names that are safe anywhere, and fetched again as they were sent."""

from base64 import b64encode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughline.adapters.mail_tools import MAIL_TOOLS
from throughline.domain.mail.opening.attachments import attachment_bytes
from throughline.domain.mail.opening.file_names import LONGEST, safe_name
from unit.mail.reading.raw import HEAD, of_parts, part, read

BASE64 = "Content-Transfer-Encoding: base64\n"


def attached(content: bytes, named: str, kind: str = "application/pdf") -> bytes:
    return part(b64encode(content), f"Content-Type: {kind}{named}\n{BASE64}")


def names(*named: str) -> list[str]:
    return [one.name for one in read(of_parts(part("hi"), *(attached(b"x", one) for one in named))).attachments]


@pytest.mark.parametrize(
    ("named", "shown"),
    [
        ('; name="report.pdf"', "report.pdf"),
        ("; name=a plain name.pdf", "a plain name.pdf"),
        ("; name*=utf-8''%e2%82%ac%20bill.pdf", "€ bill.pdf"),
        ("; name*0*=iso-8859-1'de'Gr%F6; name*1*=%DFe; name*2=.pdf", "Größe.pdf"),
        ("; name*1=b.pdf; name*0=a", "ab.pdf"),
        ('; name="=?utf-8?q?Gr=C3=B6=C3=9Fe=2Epdf?="', "Größe.pdf"),
        ('; name="=?iso-2022-jp?b?GyRCSCIbKEIucGRm?="', "箱.pdf"),
        ('; name="../../etc/passwd"', "passwd"),
        ('; name="C:\\\\temp\\\\report.pdf"', "report.pdf"),
        ('; name="a\\"b.pdf"', "a_b.pdf"),
        ('; name="what?*<>|:.pdf"', "what______.pdf"),
        ('; name="con.pdf"', "_con.pdf"),
        ('; name="NUL"', "_NUL"),
        ('; name=".hidden"', "hidden"),
        ('; name="end. . "', "end"),
        ("; name*=utf-8''fdp.%E2%80%AEexe", "fdp.exe"),
        ("; name*=utf-8''a%00%0d%0ab.pdf", "ab.pdf"),
        ('; name="..."', "file.pdf"),
        ("", "file.pdf"),
    ],
)
def test_a_name_is_safe(named: str, shown: str) -> None:
    assert names(named) == [shown]


def test_bare_bytes_in_a_name_are_read() -> None:
    bare = b"\n\nx".join((b'Content-Type: application/pdf; name="Gr\xf6\xdfe.pdf"', b""))
    utf8 = 'Content-Type: application/pdf; name="Größe.pdf"\n\nx'.encode()
    assert [one.name for one in read(of_parts(part("hi"), bare, utf8)).attachments] == ["Größe.pdf", "Größe (2).pdf"]


def test_names_are_told_apart() -> None:
    assert names("; name=a.pdf", "; name=A.PDF", "; name=a.pdf", "; name=x/a.pdf") == [
        "a.pdf",
        "A (2).PDF",
        "a (3).pdf",
        "a (4).pdf",
    ]


@given(st.lists(st.text(max_size=300), min_size=1, max_size=5))
def test_any_name_is_safe_and_its_own(told: list[str]) -> None:
    taken: set[str] = set()
    made = [safe_name(one, "image/png", taken) for one in told]
    assert len({one.casefold() for one in made}) == len(made)
    for one in made:
        assert 0 < len(one) <= LONGEST
        assert len(one.encode()) <= 255
        assert not set(one) & set('/\\:*?"<>|\0\n\r')
        assert one == one.strip(". ")


def test_a_long_name_keeps_its_ending() -> None:
    (name,) = names(f"; name={'long' * 100}.jpeg")
    assert (len(name), name.endswith(".jpeg")) == (LONGEST, True)


@pytest.mark.parametrize("content", [b"", b"x", b"%PDF-1.4 \0\xff" * 1_000])
def test_a_file_is_listed_with_its_size_and_fetched_as_it_was(content: bytes) -> None:
    raw = of_parts(part("hi"), attached(content, "; name=a.pdf"), part("b\n", "Content-Type: x/y; name=b.y\n"))
    first, second = read(raw).attachments
    assert (first.type, first.size, first.part) == ("application/pdf", len(content), 2)
    assert attachment_bytes(raw, first.part) == content
    assert attachment_bytes(raw, second.part) == b"b\n"[: second.size]


@pytest.mark.parametrize("number", [-1, 0, 7, 10_000])
def test_what_is_no_file_has_no_content(number: int) -> None:
    assert attachment_bytes(of_parts(part("hi")), number) == b""


def test_a_file_written_into_the_text_is_taken_out() -> None:
    body = b"Look:\n\nbegin 644 cat.txt\n#0V%T\n`\nend\n\nThat is all.\n"
    raw = HEAD + b"\n" + body
    mail = read(raw)
    assert (mail.split.new, [(one.name, one.size) for one in mail.attachments]) == (
        "Look:\n\nThat is all.",
        [("cat.txt", 3)],
    )
    assert attachment_bytes(raw, mail.attachments[0].part) == b"Cat"


@pytest.mark.parametrize(
    "body", ["begin 644 words\nthat are none\nend", "begin 644 x\n#0V%T\n", "we begin 644 x\n#0V%T\nend"]
)
def test_words_that_look_like_a_file_stay(body: str) -> None:
    mail = read(HEAD + b"\n" + body.encode())
    assert mail.split.new.split() == body.split()
    assert mail.attachments == ()


def test_a_part_in_the_old_encoding_is_undone() -> None:
    old = part(
        "begin 644 cat.txt\n#0V%T\n`\nend\n",
        "Content-Type: text/x-cat; name=cat.txt\nContent-Transfer-Encoding: x-uuencode\n",
    )
    (file,) = read(of_parts(part("hi"), old)).attachments
    assert (file.name, file.size) == ("cat.txt", 3)


def test_the_same_tools_find_the_same_files() -> None:
    raw = HEAD + b"\nbegin 644 a\n#0V%T\nend\nbegin 644 b\n#0V%T\nend\n"
    files = read(raw).attachments
    assert [attachment_bytes(raw, one.part, tools=MAIL_TOOLS) for one in files] == [b"Cat", b"Cat"]
