"""The poster of a place: one A4 page of PDF with a QR code and a few words."""

import textwrap
import unicodedata

import segno

PAGE_WIDTH, PAGE_HEIGHT, MARGIN = 595, 842, 56
CODE_WIDTH, CODE_TOP = 384, 628  # the margin around it is wider than the four modules a reader needs
GREEN, GREY, BLACK = (0.078, 0.325, 0.176), (0.294, 0.333, 0.388), (0.067, 0.094, 0.153)
CHARACTER_WIDTH, LINE_HEIGHT = 0.53, 1.3
STROKED = str.maketrans("ŁłĐđĦħŦŧı", "LlDdHhTti")

Colour = tuple[float, float, float]


def poster_of(place: str, url: str, mantra: str = "") -> bytes:
    """The PDF of a poster that leads to `url`; letters that its font lacks are left out."""
    drawing = [*_words(place, url, mantra), *_code(url)]
    return _document("\n".join(drawing).encode("cp1252"), title=f"Tell us: {place}")


def _words(place: str, url: str, mantra: str) -> list[str]:
    return [
        *_text("What did a customer feel today?", y=760, size=34, colour=GREEN, bold=True),
        *_text("Good or bad: tell it here. It goes to the people who can change it.", y=676, size=17),
        *_text("Point a phone's camera at the square. No app, no login, one minute.", y=212, size=17),
        *_text("You need not give your name.", y=164, size=17),
        *_text(url, y=140, size=10, colour=GREY),
        *_text(place, y=96, size=21, bold=True),
        *_text(mantra, y=66, size=12, colour=GREY),
    ]


def _text(words: str, *, y: int, size: int, colour: Colour = BLACK, bold: bool = False) -> list[str]:
    room = int((PAGE_WIDTH - 2 * MARGIN) / (size * CHARACTER_WIDTH))
    lines = textwrap.wrap(_printable(words), room)
    font = "F2" if bold else "F1"
    return [
        f"{_fill(colour)} BT /{font} {size} Tf {MARGIN} {y - row * size * LINE_HEIGHT:.1f} Td ({line}) Tj ET"
        for row, line in enumerate(map(_escaped, lines))
    ]


def _code(url: str) -> list[str]:
    rows = [[bool(dark) for dark in row] for row in segno.make(url, error="m", micro=False, boost_error=False).matrix]
    side = CODE_WIDTH / len(rows)
    squares = [
        f"{MARGIN + column * side:.3f} {CODE_TOP - (row + 1) * side:.3f} {side:.3f} {side:.3f} re"
        for row, modules in enumerate(rows)
        for column, dark in enumerate(modules)
        if dark
    ]
    return ["0 0 0 rg", *squares, "f"]


def _document(drawing: bytes, *, title: str) -> bytes:
    """A PDF 1.4 file of one page; objects are numbered from 1 in this order."""
    fonts = "/Font << /F1 5 0 R /F2 6 0 R >>"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R /Lang (en) >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {PAGE_WIDTH} {PAGE_HEIGHT}] "
        f"/Resources << {fonts} >> /Contents 4 0 R >>".encode(),
        b"<< /Length %d >>\nstream\n%b\nendstream" % (len(drawing), drawing),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
        f"<< /Title ({_escaped(_printable(title))}) >>".encode("cp1252"),
    ]
    written, starts = bytearray(b"%PDF-1.4\n"), []
    for number, content in enumerate(objects, start=1):
        starts.append(len(written))
        written += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = "".join(f"{start:010} 00000 n \n" for start in starts)
    size = len(objects) + 1
    written += f"xref\n0 {size}\n0000000000 65535 f \n{table}".encode() + (
        f"trailer\n<< /Size {size} /Root 1 0 R /Info 7 0 R >>\nstartxref\n{len(written)}\n%%EOF\n".encode()
    )
    return bytes(written)


def _printable(words: str) -> str:
    """The words in letters that every PDF reader's own fonts have."""
    plain = words.translate(STROKED)
    parts = (sign if _has(sign) else unicodedata.normalize("NFKD", sign) for sign in plain)
    return "".join(sign for part in parts for sign in part if _has(sign))


def _has(sign: str) -> bool:
    return sign.isprintable() and bool(sign.encode("cp1252", "ignore"))


def _escaped(words: str) -> str:
    return words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _fill(colour: Colour) -> str:
    return " ".join(f"{share:.3f}" for share in colour) + " rg"
