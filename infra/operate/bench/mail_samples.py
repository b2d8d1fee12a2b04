"""Raw mails to be read in numbers: whole ones in many charsets, the same with their bytes changed, and giants."""

import random
from base64 import b64encode, encodebytes
from collections.abc import Iterator, Sequence
from itertools import product
from quopri import encodestring

WORDS = (
    ("The lamp was scratched when it came, and nobody has called us.", "utf-8 us-ascii cp1252 utf-7"),
    ("Die Größe fehlt überall, und der Karton war völlig zerdrückt.", "utf-8 iso-8859-1 iso-8859-15 windows-1252"),
    ("Le carton était abîmé, et la lampe était déjà cassée.", "utf-8 iso-8859-1 windows-1252 macintosh"),
    ("Paczka była zniszczona, proszę sprawdzić, co się stało.", "utf-8 iso-8859-2 windows-1250"),
    ("Коробка пришла раздавленной, проверьте, пожалуйста.", "utf-8 koi8-r windows-1251 iso-8859-5"),
    ("箱がつぶれていて、ランプが割れていました。", "utf-8 iso-2022-jp shift_jis euc-jp"),
    ("箱子到的时候已经压坏了，灯也碎了。", "utf-8 gb2312 gb18030 hz-gb-2312"),
    ("箱子到的時候已經壓壞了，燈也碎了。", "utf-8 big5"),
    ("상자가 찌그러져서 도착했고 램프가 깨졌습니다.", "utf-8 euc-kr iso-2022-kr"),
)
CODECS = {"macintosh": "mac_roman", "gb2312": "gb18030", "hz-gb-2312": "hz", "shift_jis": "cp932"}
HEAD = b"From: Ros Wren <ros.wren@shop.example>\r\nTo: line@in.shop.example\r\nMessage-ID: <1@shop.example>\r\n"
QUOTE = b"\r\n\r\nOn Mon, 23 Nov 2026 at 10:00, Line <line@shop.example> wrote:\r\n> Hello\r\n> there\r\n"
BITS = (
    *(
        b"\0",
        b"\xff",
        b"\r",
        b"\n\n",
        b"=?utf-8?b?",
        b"?=",
        b"; charset=",
        b"(((",
        b'"',
        b"<",
        b"\x1b$B",
        b"\xed\xa0\x80",
    ),
    b"Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n",
    b"Content-Type: message/rfc822\r\n\r\n",
    b"Content-Transfer-Encoding: base64\r\n",
    b"---------- Forwarded message ---------\r\n",
    b"-----BEGIN PGP MESSAGE-----\r\n",
    b"begin 644 x\r\n",
)
MILLION = 1_000_000


def samples() -> Iterator[tuple[bytes, str]]:
    """Whole mails, each with the words it says."""
    for (words, charsets), encoding in product(WORDS, ("8bit", "base64", "quoted-printable")):
        for charset in charsets.split():
            yield _plain(words, charset, encoding), words
        yield _with_file(words, encoding), words


def _plain(words: str, charset: str, encoding: str) -> bytes:
    raw = words.encode(CODECS.get(charset, charset))
    quoting = raw + QUOTE if charset not in ("hz-gb-2312", "utf-7") else raw
    declared = f"Content-Type: text/plain; charset={charset}\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n"
    subject = f"Subject: =?{charset}?b?{b64encode(raw).decode()}?=\r\n"
    return HEAD + subject.encode() + declared.encode() + _encoded(quoting, encoding)


def _encoded(raw: bytes, encoding: str) -> bytes:
    return {"base64": encodebytes, "quoted-printable": encodestring}.get(encoding, bytes)(raw)


def _with_file(words: str, encoding: str) -> bytes:
    told = f"; charset=utf-8\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n".encode()
    both = b"".join(
        b"--y\r\nContent-Type: text/" + kind + told + _encoded(text.encode(), encoding) + b"\r\n"
        for kind, text in ((b"plain", words), (b"html", f"<html><body><p>{words}</p></body></html>"))
    )
    inner = b"Content-Type: multipart/alternative; boundary=y\r\n\r\n" + both + b"--y--\r\n"
    file = b"Content-Type: image/png; name*=utf-8''%e2%82%ac.png\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    parts = (inner, file + encodebytes(b"\x89PNG" * 5_000))
    begins = HEAD + b"Subject: Till 3\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n"
    return begins + b"".join(b"--x\r\n" + part for part in parts) + b"--x--\r\n"


def changed(mails: Sequence[bytes], count: int, seed: int) -> Iterator[bytes]:
    """So many of the mails with their bytes flipped, cut, spliced and repeated; the same for the same seed."""
    rng = random.Random(seed)  # noqa: S311 - repeatable on purpose
    for _ in range(count):
        mail = bytearray(rng.choice(mails))
        for _ in range(rng.randint(1, 8)):
            _change(mail, mails, rng)
        yield bytes(mail)


def _change(mail: bytearray, mails: Sequence[bytes], rng: random.Random) -> None:
    at, other = rng.randrange(len(mail) + 1), rng.choice(mails)
    match rng.randrange(6):
        case 0:
            for _ in range(min(len(mail), rng.randint(1, 20))):
                mail[rng.randrange(len(mail))] ^= 1 << rng.randrange(8)
        case 1:
            del mail[at : at + rng.randint(1, 300)]
        case 2:
            mail[at:at] = rng.choice(BITS)
        case 3:
            del mail[at:]
        case 4:
            start = rng.randrange(len(other) + 1)
            mail[at:at] = other[start : start + rng.randint(1, 5_000)]
        case _:
            mail[at:at] = mail[at : at + 2_000]


def giants() -> Iterator[tuple[str, bytes]]:
    """Mails that break readers by their size or their shape, by name."""
    yield "parts within parts, 3 MB", HEAD + _endless(3 * MILLION)
    yield "a subject of 209 KB", HEAD + b"Subject: " + b"a" * 209_000 + b"\r\n\r\nhi"
    yield "an address of 135 KB in parentheses", b"From: " + b"(" * 135_000 + b"\r\n\r\nhi"
    yield "HTML of 1 MB", _html(b"<p>The <b>lamp</b> was scratched.</p>\r\n")
    yield "HTML of 1 MB, each part in the one before", _html(b"<div>")
    yield "quotes without end", HEAD + b"\r\n" + b"> > >\r\n" * 60_000
    yield "openings without end", HEAD + b"\r\n" + b"On Monday \r\n" * 40_000
    yield "lines between parts without end", _parts(b"--xy\r\n" * 500_000)
    yield "ten thousand parts", _parts(b"--x\r\n\r\nhi\r\n" * 10_000)
    yield "headers of 5 MB", b"X: y\r\n" * 800_000 + b"\r\nhi"
    yield "a file of 10 MB", _file(10)
    yield "a file of 39 MB", _file(39)
    yield "nothing but zeros, 10 MB", b"\0" * (10 * MILLION)


def _endless(size: int) -> bytes:
    one = b"Content-Type: multipart/mixed; boundary=b%06d\r\n\r\n--b%06d\r\n"
    return b"".join(one % (at, at) for at in range(size // len(one)))


def _html(piece: bytes) -> bytes:
    return HEAD + b"Content-Type: text/html\r\n\r\n<html><body>" + piece * (MILLION // len(piece))


def _parts(body: bytes) -> bytes:
    return HEAD + b"Content-Type: multipart/mixed; boundary=x\r\n\r\n" + body


def _file(megabytes: int) -> bytes:
    line = b"QUFB" * 19 + b"\r\n"
    file = b"--x\r\nContent-Type: a/b; name=b.bin\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    return _parts(b"--x\r\n\r\nhi\r\n" + file + line * (megabytes * MILLION // len(line)) + b"--x--\r\n")
