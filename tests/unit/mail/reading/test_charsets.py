"""Words are read in whatever charset they were written, declared rightly, wrongly or not at all."""

from base64 import b64encode
from quopri import encodestring

import pytest

from throughline.adapters.mail_tools import detect_charset
from throughline.domain.mail.opening.charsets import codec_of, decoded
from unit.mail.reading.raw import read, said, text

GERMAN, FRENCH, POLISH = (
    "Die Größe fehlt überall",
    "Le carton était abîmé à l’arrivée",
    "Paczka była zniszczona, proszę",
)
JAPANESE, CHINESE, TAIWANESE = "箱がつぶれていました。①番です。", "包裹破损了，请处理一下。", "箱子壓壞了，請處理一下。"
KOREAN, RUSSIAN = "상자가 찌그러졌습니다. 확인해 주세요.", "Коробка пришла раздавленной, проверьте."

DECLARED = [
    (GERMAN, "iso-8859-1", "latin-1"),
    (GERMAN, "ISO-8859-15", "iso-8859-15"),
    (GERMAN, '"windows-1252"', "cp1252"),
    (GERMAN, "utf-7", "utf-7"),
    (GERMAN, "unicode-1-1-utf-7", "utf-7"),
    (GERMAN, "utf-16", "utf-16"),
    (FRENCH, "iso-8859-1", "cp1252"),
    (FRENCH, "macintosh", "mac_roman"),
    (POLISH, "iso-8859-2", "iso-8859-2"),
    (JAPANESE, "Shift_JIS", "cp932"),
    (JAPANESE, "x-sjis", "cp932"),
    (JAPANESE, "iso-2022-jp", "iso2022_jp_3"),
    ("箱がつぶれた", "iso-2022-jp", "iso-2022-jp"),
    ("ハコが箱", "euc-jp", "euc-jp"),
    (CHINESE, "gb2312", "gb18030"),
    (CHINESE, "GB18030", "gb18030"),
    (CHINESE, "hz-gb-2312", "hz"),
    (TAIWANESE, "big5", "big5"),
    (KOREAN, "ks_c_5601-1987", "cp949"),
    (KOREAN, "EUC-KR", "euc-kr"),
    (KOREAN, "iso-2022-kr", "iso2022_kr"),
    (RUSSIAN, "koi8-r", "koi8-r"),
    (RUSSIAN, "windows-1251", "cp1251"),
    (RUSSIAN, "iso-8859-5", "iso-8859-5"),
]
WRONG = [
    (GERMAN, "us-ascii", "latin-1"),
    (GERMAN, "utf-8", "latin-1"),
    (GERMAN, "no-such-charset", "utf-8"),
    (GERMAN, "iso-8859-1", "utf-8"),
    (RUSSIAN, "koi8-r", "utf-8"),
    (JAPANESE, "us-ascii", "utf-8"),
    (JAPANESE, "utf-8", "iso2022_jp_3"),
    (CHINESE, "utf-8", "gb18030"),
    (KOREAN, "unknown-8bit", "euc-kr"),
    (GERMAN, "unicode_escape", "utf-8"),
]
UNSAID = [
    (GERMAN, "utf-8"),
    (GERMAN, "latin-1"),
    (FRENCH, "cp1252"),
    (POLISH, "iso-8859-2"),
    (POLISH, "cp1250"),
    (RUSSIAN, "koi8-r"),
    (RUSSIAN, "cp1251"),
    (JAPANESE, "cp932"),
    (JAPANESE, "iso2022_jp_3"),
    ("箱がつぶれていました", "euc-jp"),
    (CHINESE, "gb18030"),
    (TAIWANESE, "big5"),
    (KOREAN, "euc-kr"),
]


@pytest.mark.parametrize(("words", "charset", "written"), [*DECLARED, *WRONG])
@pytest.mark.parametrize("encoding", ["", "base64", "quoted-printable"])
def test_words_are_read_whatever_is_declared(words: str, charset: str, written: str, encoding: str) -> None:
    raw = words.encode(written)
    body = {"": raw, "base64": b64encode(raw), "quoted-printable": encodestring(raw)}[encoding]
    if encoding or b"\n" not in raw:
        assert said(body, text(charset, encoding)) == words


@pytest.mark.parametrize(("words", "written"), UNSAID)
def test_words_are_read_when_nothing_is_declared(words: str, written: str) -> None:
    assert said(words.encode(written)) == words


@pytest.mark.parametrize(("words", "charset", "written"), [one for one in DECLARED if "utf-16" not in one])
def test_a_subject_is_read_in_each_charset(words: str, charset: str, written: str) -> None:
    encoded = b64encode(words.encode(written)).decode()
    assert read(f"Subject: =?{charset.strip(chr(34))}?B?{encoded}?=\n\nhi".encode()).subject == words


@pytest.mark.parametrize(("words", "written"), [(RUSSIAN, "koi8-r"), (JAPANESE, "cp932"), (GERMAN, "latin-1")])
def test_a_bare_subject_is_written_as_the_body_is(words: str, written: str) -> None:
    declared = f"\nContent-Type: text/plain; charset={written}\n\nhi"
    assert read(b"Subject: " + words.encode(written) + declared.encode()).subject == words


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("Größe fehlt".encode() + b" und \xe4hnlich", "Größe fehlt und ähnlich"),
        ("Größe und Maß".encode()[:-1], "Größe und Ma"),
        ("箱がつぶれていました".encode()[:-1], "箱がつぶれていまし"),
        (b"\x1b[31mred\x1b[0m words", "[31mred[0m words"),
    ],
)
def test_damage_costs_only_the_damaged_sign(raw: bytes, words: str) -> None:
    assert said(raw, text("utf-8")) == words


def test_a_cut_text_of_several_bytes_a_sign_keeps_its_charset() -> None:
    assert decoded(JAPANESE.encode("cp932")[:-1], "shift_jis") == JAPANESE[:-1]
    assert decoded(("\x1b$B" + "a").encode(), "iso-2022-jp") == ""


def test_what_has_no_reading_is_shown_as_lost() -> None:
    assert said(b"+2AA- hello", text("utf-7")) == "\ufffd hello"


def test_pythons_own_encodings_are_no_charsets() -> None:
    named = "idna punycode undefined rot13 hex zlib unicode_escape raw-unicode-escape".split()
    assert [codec_of(name) for name in named] == [""] * len(named)


def test_what_can_not_be_told_is_left_to_the_plain_reading() -> None:
    assert detect_charset(b"\xfc") in (None, "cp1252", "Windows-1252", "ISO-8859-1", "WINDOWS-1252")
    assert said(b"\xfcber") == "über"
