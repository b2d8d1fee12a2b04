"""Mails whose form breaks readers: endless, huge, deep, sealed, or with line ends of another time."""

import io
import struct
import zipfile
from base64 import encodebytes

from e2e.mails.written import CRUSHED, Nasty, head, lines, of_parts, part, plain

NESTED = 38_000
HTML = "Content-Type: text/html; charset=utf-8"
BOUNDARY = "-" * 14 + "%05d"


def shapes() -> list[Nasty]:
    packing = ("Packing",)
    return [
        Nasty("endless-multipart", endless(), ("crushed",)),
        Nasty("subject-209k", plain("subject-209k", CRUSHED, "a scratch " * 20_900), (CRUSHED, "…"), to=packing),
        Nasty("address-135k", huge_address(), (CRUSHED,), answered=False),
        Nasty("long-quote", plain("long-quote", f"{CRUSHED}\n\n{QUOTE}"), (CRUSHED,), ("wrote", "> a"), packing),
        Nasty("regex-bait", plain("regex-bait", f"{CRUSHED}\n{'On ' * 9_000}\n{'_' * 20_000}"), (CRUSHED,)),
        Nasty("deep-html", deep_html(), (CRUSHED,), ("<div",), packing),
        Nasty("twelve-megabytes", large(), (CRUSHED,), to=packing),
        Nasty("winmail-dat", winmail(), (CRUSHED,), to=packing),
        Nasty("attachment-only", attachment_only(), ("The box arrived crushed",), to=packing),
        Nasty("zip-bomb", zip_bomb(), (CRUSHED,), ("\0",), packing),
        Nasty("cr-only", plain("cr-only", CRUSHED).replace(b"\r\n", b"\r"), (CRUSHED,), to=packing),
        Nasty("lf-only", plain("lf-only", CRUSHED).replace(b"\r\n", b"\n"), (CRUSHED,), to=packing),
        Nasty("nuls", plain("nuls", CRUSHED).replace(b" box", b" \0box\0"), ("crushed",), ("\0",), packing),
        Nasty("header-injection", injection(), (CRUSHED,), to=packing),
        Nasty("script", script(), (CRUSHED,), ("alert",), packing),
        Nasty("flowed", flowed(), (CRUSHED,), (" \n",), packing),
        Nasty("no-words", of_parts("no-words", part("\n\n"), subject=""), aside="no words"),
        Nasty("broken-base64", broken_base64(), ("crushed",), answered=True),
    ]


QUOTE = "On Mon, 23 Nov 2026 at 10:00, Kim Lowe <kim@shops.example> wrote:\n" + "> a >> b > >\n" * 30_000


def endless() -> bytes:
    """3 MB of parts that open and never end; the first words stand in the first."""
    opening = [head("endless-multipart", "A lamp", f"Content-Type: multipart/mixed; boundary={BOUNDARY % 0}")]
    opening.append(b"\r\n--" + (BOUNDARY % 0).encode() + b"\r\n" + part("The box arrived crushed."))
    for at in range(NESTED):
        inner = f"--{BOUNDARY % at}\r\nContent-Type: multipart/mixed; boundary={BOUNDARY % (at + 1)}\r\n\r\n"
        opening.append(inner.encode())
    return b"".join(opening)


def huge_address() -> bytes:
    sender = "(" + "(a comment) " * 11_300 + ")"
    return plain("address-135k", CRUSHED, sender=sender)


def deep_html() -> bytes:
    page = "<div>" * 3_000 + f"<p>{CRUSHED}</p>" + "</div>" * 3_000 + "<!-- " + "x" * 1_200_000 + " -->"
    wrapped = "\r\n".join(page[at : at + 900] for at in range(0, len(page), 900))
    return head("deep-html", "A lamp", HTML) + b"\r\n" + lines(wrapped)


def large() -> bytes:
    photo = encodebytes(bytes(range(256)) * 36_000).replace(b"\n", b"\r\n")
    told = ("Content-Type: image/jpeg; name=lamp.jpg", "Content-Transfer-Encoding: base64")
    return of_parts("twelve-megabytes", part(CRUSHED), part(photo, *told))


def winmail() -> bytes:
    """All words in a container of one mail program."""
    words = CRUSHED.encode() + b"\0"
    body = struct.pack("<BHHI", 1, 0x800C, 2, len(words)) + words + struct.pack("<H", sum(words) & 0xFFFF)
    container = encodebytes(struct.pack("<IH", 0x223E9F78, 1) + body)
    told = ("Content-Type: application/ms-tnef; name=winmail.dat", "Content-Transfer-Encoding: base64")
    return of_parts("winmail-dat", part(""), part(container, *told))


def attachment_only() -> bytes:
    told = (
        'Content-Type: image/jpeg; name="../../lamp foot.jpg"',
        "Content-Disposition: attachment",
        "Content-Transfer-Encoding: base64",
    )
    return of_parts(
        "attachment-only", part(encodebytes(b"\xff\xd8\xff" * 400), *told), subject="The box arrived crushed"
    )


def zip_bomb() -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("everything.txt", bytes(60_000_000))
    told = ("Content-Type: application/zip; name=all.zip", "Content-Transfer-Encoding: base64")
    return of_parts("zip-bomb", part(CRUSHED), part(encodebytes(kept.getvalue()), *told))


def injection() -> bytes:
    """Line ends hidden in encoded words, which must not become headers of ours."""
    return plain("header-injection", CRUSHED, "=?utf-8?q?A_lamp=0D=0ABcc:_everybody@homes.example?=")


def script() -> bytes:
    page = f"<p>{CRUSHED}</p><script>alert(1)</script><img src=x onerror='alert(2)'><style>alert</style>"
    return head("script", "A lamp", HTML) + b"\r\n" + lines(page)


def flowed() -> bytes:
    words = CRUSHED.split()
    text = " ".join(words[:5]) + " \r\n" + " ".join(words[5:]) + "\r\n"
    kind = "Content-Type: text/plain; charset=utf-8; format=flowed"
    return head("flowed", "A lamp", kind) + b"\r\n" + text.encode()


def broken_base64() -> bytes:
    """Cut off in the middle of a letter, as by a broken connection."""
    told = ("Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64")
    return (
        head("broken-base64", "A lamp", *told) + b"\r\n" + encodebytes(f"{CRUSHED} {CRUSHED}".encode())[:-40] + b"\r\n"
    )
