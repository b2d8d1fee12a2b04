"""Signed, encrypted and calendar mail: named for what it is, and read as far as it can be."""

from base64 import b64encode

import pytest

from throughline.domain.mail.incoming import Shape
from throughline.domain.mail.opening.sealed import signed_content
from unit.mail.reading.raw import HEAD, WROTE, of_parts, part, read, said

SIGNED_DATA, DATA, ENVELOPED = "2a864886f70d010702", "2a864886f70d010701", "2a864886f70d010703"
INNER = f"Content-Type: text/plain\n\n{WROTE}\n".encode()
P7M = "Content-Type: application/pkcs7-mime; name=smime.p7m{}\nContent-Transfer-Encoding: base64\n"


def der(tag: int, content: bytes) -> bytes:
    length = len(content)
    sized = bytes([length]) if length < 128 else b"\x82" + length.to_bytes(2, "big")
    return bytes([tag]) + sized + content


def endless(tag: int, content: bytes) -> bytes:
    return bytes([tag, 0x80]) + content + b"\0\0"


def name(code: str) -> bytes:
    return der(0x06, bytes.fromhex(code))


def signed(content: bytes) -> bytes:
    data = der(0x30, name(DATA) + der(0xA0, der(0x04, content)))
    return der(0x30, name(SIGNED_DATA) + der(0xA0, der(0x30, der(0x02, b"\1") + der(0x31, b"") + data)))


def signed_in_pieces(content: bytes) -> bytes:
    pieces = b"".join(der(0x04, content[at : at + 20]) for at in range(0, len(content), 20))
    data = endless(0x30, name(DATA) + endless(0xA0, endless(0x24, pieces)))
    return endless(0x30, name(SIGNED_DATA) + endless(0xA0, endless(0x30, der(0x02, b"\1") + der(0x31, b"") + data)))


@pytest.mark.parametrize("seal", [signed, signed_in_pieces])
def test_a_mail_inside_its_signature_is_read(seal: object) -> None:
    sealed = b64encode(seal(INNER))  # type: ignore[operator]
    mail = read(HEAD + P7M.format("; smime-type=signed-data").encode() + b"\n" + sealed)
    assert (mail.split.new, mail.shape, mail.attachments) == (WROTE, Shape.SIGNED, ())


@pytest.mark.parametrize("cut", [0, 1, 5, 11, 17, 23, 30])
def test_a_damaged_signature_stays_a_file(cut: int) -> None:
    assert signed_content(signed(INNER)[:cut]) is None
    mail = read(HEAD + P7M.format("").encode() + b"\n" + b64encode(signed(INNER)[:cut] or b"x"))
    assert [one.name for one in mail.attachments] == ["smime.p7m"]


def test_values_within_values_without_end_are_no_signature() -> None:
    assert signed_content(b"\x24\x80" * 100_000) is None
    assert signed_content(b"\x30\x80" + b"\x02\x00" * 100_000) is None


@pytest.mark.parametrize("declared", ["; smime-type=enveloped-data", ""])
def test_encrypted_mail_says_so(declared: str) -> None:
    sealed = b64encode(der(0x30, name(ENVELOPED) + der(0xA0, b"secret")))
    mail = read(HEAD + P7M.format(declared).encode() + b"\n" + sealed)
    assert (mail.shape, mail.split.new, mail.words) == (Shape.ENCRYPTED, "", "Till 3")
    assert "encrypted" in mail.reason


def test_encrypted_parts_say_so() -> None:
    control = part("Version: 1", "Content-Type: application/pgp-encrypted\n")
    data = part("-----BEGIN PGP MESSAGE-----\nx\n", "Content-Type: application/octet-stream; name=encrypted.asc\n")
    mail = read(of_parts(control, data, kind="encrypted"))
    assert (mail.shape, mail.split.new) == (Shape.ENCRYPTED, "")
    assert [one.name for one in mail.attachments] == ["encrypted.asc"]


@pytest.mark.parametrize(
    ("kind", "file"),
    [("application/pkcs7-signature", "smime.p7s"), ("application/pgp-signature", "signature.asc")],
)
def test_a_signature_beside_the_words_is_no_file(kind: str, file: str) -> None:
    mail = read(of_parts(part(WROTE), part("x", f"Content-Type: {kind}; name={file}\n"), kind="signed"))
    assert (mail.split.new, mail.shape, mail.attachments) == (WROTE, Shape.SIGNED, ())


def test_pgp_in_the_text_leaves_the_words() -> None:
    seal = "-----BEGIN PGP SIGNATURE-----\n\nx=\n-----END PGP SIGNATURE-----\n"
    armor = "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\n{}\n- -- \nDee\n" + seal
    mail = read(HEAD + b"\n" + armor.format(WROTE).encode())
    assert (mail.split.new, mail.shape) == (WROTE, Shape.SIGNED)
    secret = "-----BEGIN PGP MESSAGE-----\n\nabc=\n-----END PGP MESSAGE-----\n"
    hidden = read(HEAD + f"\nSee inside.\n{secret}".encode())
    assert (hidden.split.new, hidden.shape) == ("See inside.", Shape.ENCRYPTED)
    assert said(secret.encode()) == ""


@pytest.mark.parametrize("method", ["REPLY", "REQUEST"])
def test_a_calendars_mail_says_so(method: str) -> None:
    calendar = f"BEGIN:VCALENDAR\nMETHOD:{method}\nEND:VCALENDAR\n"
    file = part(calendar, f"Content-Type: text/calendar; method={method}\n")
    mail = read(of_parts(part("Accepted: visit"), file, kind="alternative"))
    assert (mail.shape, mail.split.new) == (Shape.CALENDAR, "Accepted: visit")
    assert "calendar" in mail.reason
