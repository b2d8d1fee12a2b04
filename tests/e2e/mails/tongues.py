"""Mails in charsets of the world: declared, declared wrongly, in doubt, or not declared at all."""

from email.base64mime import body_encode
from email.header import Header

from e2e.mails.written import Nasty, head, of_parts, part

KITCHEN = "Die Tür der Küche ist zerkratzt, und außen fehlt Farbe: größer als gedacht."
FRENCH = "La boîte est arrivée écrasée, c'était à côté de l'évier."
JAPANESE = "届いた箱がつぶれていて、ランプに傷がありました。"
RUSSIAN = "Коробка пришла раздавленной, и лампа поцарапана."
CHINESE = "箱子送到时已经压坏了，台灯被刮花了。喆镕"
KOREAN = "상자가 찌그러져 도착했고 램프가 긁혔습니다."


def tongues() -> list[Nasty]:
    return [
        one("iso-2022-jp", "iso-2022-jp", "iso2022_jp", JAPANESE),
        one("shift-jis", "Shift_JIS", "cp932", JAPANESE),
        one("koi8-r", "koi8-r", "koi8_r", RUSSIAN),
        one("gb18030-as-gb2312", "gb2312", "gb18030", CHINESE),
        one("euc-kr", "ks_c_5601-1987", "cp949", KOREAN),
        one("latin-1-bare", "", "latin-1", KITCHEN),
        one("latin-1-as-utf-8", "utf-8", "latin-1", KITCHEN),
        one("utf-8-as-ascii", "us-ascii", "utf-8", FRENCH),
        one("unknown-charset", "x-klingon-7", "utf-8", KITCHEN),
        one("quotes-of-windows", "iso-8859-1", "cp1252", "The “box” arrived crushed – again… €20"),
        named_file(),
    ]


def one(name: str, declared: str, codec: str, text: str) -> Nasty:
    """Its subject stands in the same charset, its bytes as they are where no charset is declared."""
    kind = f"Content-Type: text/plain; charset={declared}" if declared else "Content-Type: text/plain"
    raw = head(name, "@@", kind, "Content-Transfer-Encoding: 8bit") + b"\r\n" + text.encode(codec) + b"\r\n"
    return Nasty(name, raw.replace(b"@@", subject(declared, codec, text)), (text,), ("\ufffd",))


def subject(declared: str, codec: str, text: str) -> bytes:
    raw = text[:12].encode(codec)
    if not declared:
        return raw
    return b"=?" + declared.encode() + b"?b?" + body_encode(raw, maxlinelen=998, eol="").encode() + b"?="


def named_file() -> Nasty:
    """Words, subject and the file's name in one charset, each written in a way of its own."""
    name = "japanese-file"
    file = Header("傷の写真.jpg", "iso-2022-jp").encode()
    raw = of_parts(
        name,
        part(JAPANESE.encode("iso2022_jp"), "Content-Type: text/plain; charset=iso-2022-jp"),
        part(b"AAAA\r\n", f'Content-Type: image/jpeg; name="{file}"', "Content-Transfer-Encoding: base64"),
        subject=Header("箱の件", "iso-2022-jp").encode(),
    )
    return Nasty(name, raw, (JAPANESE, "箱の件"), ("\ufffd", "\x1b"))
