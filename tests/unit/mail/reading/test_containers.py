"""Containers of one mail program (winmail.dat): what lies in them is read, and what they claim is not believed."""

import struct
from base64 import b64encode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughline.adapters.mail_tools import MAIL_TOOLS
from throughline.domain.mail.opening.attachments import attachment_bytes
from throughline.domain.mail.opening.rich_text import decompressed, plain_of
from throughline.domain.mail.opening.tnef import open_tnef
from unit.mail.reading.raw import WROTE, of_parts, part, read

BEGINS = struct.pack("<IH", 0x223E9F78, 1)
BODY, PAGE, PROPERTIES, NEXT_FILE, TITLE, DATA, FILE_PROPERTIES = 0x800C, 0x9007, 0x9003, 0x9002, 0x8010, 0x800F, 0x9005
HTML, RICH, LONG_NAME, TEXT = 0x1013, 0x1009, 0x3707, 0x1000
RTF = rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 A;}}\f0 Gr\'f6\'dfe \u8364?5\par {\*\secret no}{\b bold} \{x\}\line end}"


def thing(name: int, data: bytes, level: int = 1) -> bytes:
    return struct.pack("<BHHI", level, name, 1, len(data)) + data + b"\0\0"


def properties(*told: tuple[int, int, bytes]) -> bytes:
    held = b"".join(
        struct.pack("<HHII", kind, number, 1, len(data)) + data + b"\0" * (-len(data) % 4)
        for number, kind, data in told
    )
    return struct.pack("<I", len(told)) + held


def stored(rich: bytes) -> bytes:
    return struct.pack("<II4sI", len(rich) + 12, len(rich), b"MELA", 0) + rich


def packed(rich: bytes) -> bytes:
    """All signs as they are: eight to a flag of zero."""
    groups = b"".join(b"\0" + rich[at : at + 8] for at in range(0, len(rich), 8))
    return struct.pack("<II4sI", len(groups) + 12, len(rich), b"LZFu", 0) + groups


def mail(container: bytes) -> bytes:
    kind = "Content-Type: application/ms-tnef; name=winmail.dat\nContent-Transfer-Encoding: base64\n"
    return of_parts(part("", "Content-Type: text/plain\n"), part(b64encode(container), kind))


def test_text_and_files_are_taken_out() -> None:
    file = thing(NEXT_FILE, b"", 2) + thing(TITLE, b"A~1.TXT\0", 2) + thing(DATA, b"inside", 2)
    file += thing(FILE_PROPERTIES, properties((LONG_NAME, 0x1F, "Größe.txt\0".encode("utf-16-le"))), 2)
    raw = mail(BEGINS + thing(PAGE, struct.pack("<II", 1252, 0)) + thing(BODY, "Größe fehlt\0".encode("cp1252")) + file)
    found = read(raw)
    assert (found.split.new, [(one.name, one.size) for one in found.attachments]) == ("Größe fehlt", [("Größe.txt", 6)])
    assert attachment_bytes(raw, found.attachments[0].part, tools=MAIL_TOOLS) == b"inside"


def test_html_and_wide_text_in_properties_are_read() -> None:
    html = BEGINS + thing(PROPERTIES, properties((HTML, 0x102, b"<p>The card reader froze twice.</p>")))
    wide = BEGINS + thing(PROPERTIES, properties((0x8001, 3, b""), (TEXT, 0x1F, WROTE.encode("utf-16-le"))))
    assert read(mail(html)).split.new == WROTE
    assert read(mail(wide)).split.new in (WROTE, "")


@pytest.mark.parametrize("pack", [stored, packed])
def test_rich_text_is_read_where_it_stands_alone(pack: object) -> None:
    container = BEGINS + thing(PROPERTIES, properties((RICH, 0x102, pack(RTF))))  # type: ignore[operator]
    assert read(mail(container)).split.new == "Größe €5\nbold {x}\nend"


def test_rich_text_repeats_what_it_said_before() -> None:
    again = struct.pack("<II4sI", 30, 12, b"LZFu", 0) + b"\x08" + b"abc" + struct.pack(">H", (207 << 4) | 7)
    assert decompressed(again) == b"abcabcabcabc"


def test_rich_text_made_from_html_is_read_once() -> None:
    begins = rb"{\rtf1\fromhtml1 {\*\htmltag64 <p>}\htmlrtf \par \htmlrtf0 The card reader"
    rest = rb"{\*\htmltag84 &nbsp;}\htmlrtf  x\htmlrtf0  froze}"
    assert plain_of(begins + rest).split() == ["The", "card", "reader", "froze"]


def test_rich_text_without_words_stays_a_file() -> None:
    found = read(mail(BEGINS + thing(PROPERTIES, properties((RICH, 0x102, stored(b"{\\rtf1{\\pict 00}}"))))))
    assert [one.name for one in found.attachments] == ["message.rtf"]
    assert "rich-text file" in found.reason


def test_a_container_saved_alone_is_read() -> None:
    assert read(BEGINS + thing(BODY, WROTE.encode())).split.new == WROTE


def test_what_can_not_be_opened_stays_a_file() -> None:
    assert [one.name for one in read(mail(b"no container")).attachments] == ["winmail.dat"]
    assert open_tnef(b"no container") is None


@pytest.mark.parametrize(
    "claim",
    [
        thing(PROPERTIES, struct.pack("<I", 2**32 - 1)),
        thing(PROPERTIES, struct.pack("<IHHI", 1, 0x1003, 1, 2**32 - 1)),
        thing(PROPERTIES, struct.pack("<IHHI", 1, 0x101E, 1, 2**32 - 1) + b"\0" * 400_000),
        thing(PROPERTIES, struct.pack("<IHH", 1, 0x1001, 1) + struct.pack("<I", 2**32 - 1)),
        thing(0x9004, struct.pack("<I", 2**32 - 1)),
        thing(NEXT_FILE, b"", 2) * 5_000,
        thing(
            PROPERTIES, properties((RICH, 0x102, struct.pack("<II4sI", 9, 2**32 - 1, b"LZFu", 0) + b"\xff" * 90_000))
        ),
        struct.pack("<BHHI", 1, BODY, 1, 2**32 - 1) + b"words",
    ],
)
def test_counts_that_a_container_claims_are_not_believed(claim: bytes) -> None:
    opened = open_tnef(BEGINS + claim + thing(BODY, WROTE.encode()))
    assert opened
    assert len(opened.files) <= 200
    assert opened.text == WROTE or opened.text.startswith("words")


@given(st.binary(max_size=400))
def test_any_container_is_opened_or_left(rest: bytes) -> None:
    opened = open_tnef(BEGINS + rest)
    assert opened is not None
    opened.text.encode()


@given(st.binary(max_size=200))
def test_any_rich_text_is_read_as_some_words(rest: bytes) -> None:
    plain_of(b"{\\rtf1" + rest).encode()
    decompressed(struct.pack("<II4sI", 9, 500, b"LZFu", 0) + rest)
