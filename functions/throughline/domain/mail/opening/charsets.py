"""Bytes as text: by the charset they declare, unless they show to be another; broken signs only where all is lost."""

import codecs
import re
from collections.abc import Callable

from throughline.domain.mail.opening.escapes import is_escaped, unescaped

Detect = Callable[[bytes], str | None]

# What is written under a name is often a larger set than the name allows.
_LARGER = {
    "ansi_x3.4-1968": "utf-8",
    "ascii": "utf-8",
    "big5": "cp950",
    "euc-kr": "cp949",
    "gb2312": "gb18030",
    "gb_2312-80": "gb18030",
    "gbk": "gb18030",
    "hz-gb-2312": "hz",
    "iso-8859-1": "cp1252",
    "iso-8859-8-i": "iso-8859-8",
    "iso-8859-9": "cp1254",
    "iso8859-1": "cp1252",
    "ks_c_5601-1987": "cp949",
    "ks_c_5601-1989": "cp949",
    "ksc5601": "cp949",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "shift-jis": "cp932",
    "shift_jis": "cp932",
    "sjis": "cp932",
    "tis-620": "cp874",
    "unicode-1-1-utf-7": "utf-7",
    "us-ascii": "utf-8",
    "utf8mb4": "utf-8",
    "windows-31j": "cp932",
    "windows-874": "cp874",
    "windows-949": "cp949",
    "x-euc-jp": "euc_jp",
    "x-gbk": "gb18030",
    "x-mac-roman": "mac_roman",
    "x-sjis": "cp932",
}
_NAME = re.compile(r"[\w.:+-]{1,60}", re.ASCII)
_NOT_FOR_MAIL = re.compile(r"(?:raw_)?unicode_?escape|idna|punycode|undefined|mbcs|oem|unknown|.*_codec|palmos")
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_SEVEN_BITS = frozenset(("utf-7", "hz"))
_WIDE = re.compile(r"utf[-_]?(?:16|32)")
_MANY_BYTES = frozenset("cp932 cp949 cp950 gb18030 big5hkscs euc_jp johab".split())
_SOUND_UTF8 = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_LINE_END = re.compile("\r?\r\n|\r")
_HALF = re.compile("[\ud800-\udfff]")
_UNSEEN = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]+")
_ALSO_STRANGE = 4  # bytes above ASCII: so many are UTF-8 by chance in no other charset's text
_DAMAGED_ONE_IN = 20
_SOUND_OF = 5  # of so many bytes above ASCII one may be damaged, and it is UTF-8 still
_CUT = "unexpected end of data"
_AS_WESTERN = "throughline.western"


def decoded(raw: bytes, charset: str | None = "", detect: Detect = lambda _: None) -> str:
    """Text from bytes, its lines ended by line feeds; a wrong or unknown charset gives way to one that can be read."""
    text = _UNSEEN.sub("", _LINE_END.sub("\n", _read(raw, codec_of(charset or ""), detect)))
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace") if _HALF.search(text) else text


def codec_of(charset: str) -> str:
    """What decodes a declared charset; empty when nothing does, or when it is no charset of mail."""
    named = _NAME.search(charset.lower())
    if not named:
        return ""
    name = _LARGER.get(named[0].replace("cs", "", 1) if named[0].startswith("cs") else named[0], named[0])
    try:
        known = codecs.lookup(name)
    except (LookupError, ValueError):
        return ""
    return "" if _NOT_FOR_MAIL.fullmatch(known.name.replace("-", "_")) or not _is_text(known) else name


def _is_text(codec: codecs.CodecInfo) -> bool:
    return bool(getattr(codec, "_is_text_encoding", True))


def _read(raw: bytes, named: str, detect: Detect) -> str:
    for mark, codec in _MARKS:
        if raw.startswith(mark):
            return _leniently(raw, codec).removeprefix("\ufeff")
    if is_escaped(raw):
        return unescaped(raw, _plainly)
    if raw.isascii() and named not in _SEVEN_BITS and not (_WIDE.match(named) and b"\0" in raw):
        return raw.decode("ascii")
    return _as_declared(raw, named) or _as_it_looks(raw, named, detect)


def _as_declared(raw: bytes, named: str) -> str:
    if named and not _is_utf8_after_all(raw, named):
        try:
            return raw.decode(named)
        except (UnicodeError, ValueError):
            return _with_few_gaps(raw, named)
    return ""


def _is_utf8_after_all(raw: bytes, named: str) -> bool:
    """Whether a charset of one byte a sign is declared over what can only be UTF-8."""
    if named in _MANY_BYTES | _SEVEN_BITS or _WIDE.match(named) or named.startswith("utf"):
        return False
    strange = len(raw) - len(raw.translate(None, bytes(range(128, 256))))
    return (strange >= _ALSO_STRANGE or named == "cp1252") and _strictly(raw, "utf-8") != ""


def _with_few_gaps(raw: bytes, named: str) -> str:
    """Text in a charset of several bytes a sign that a cut or a damaged byte broke; empty when much is broken."""
    if named not in _MANY_BYTES:
        return ""
    text = raw.decode(named, "replace")
    gaps = text.count("\ufffd")
    return "" if gaps * _DAMAGED_ONE_IN > len(text) + _DAMAGED_ONE_IN else text.replace("\ufffd", "")


def _as_it_looks(raw: bytes, named: str, detect: Detect) -> str:
    if text := _strictly(raw, "utf-8"):
        return text
    if _mostly_utf8(raw):
        return raw.decode("utf-8", _AS_WESTERN)
    codec = codec_of(detect(raw) or "")
    guessed = "" if codec == named else _as_declared(raw, codec)
    return guessed or _plainly(raw)


def _strictly(raw: bytes, codec: str) -> str:
    try:
        return raw.decode(codec)
    except (UnicodeError, ValueError):
        return ""


def _leniently(raw: bytes, codec: str) -> str:
    return raw.decode("utf-8-sig", _AS_WESTERN) if codec == "utf-8-sig" else raw.decode(codec, "ignore")


def _mostly_utf8(raw: bytes) -> bool:
    sound = sum(map(len, _SOUND_UTF8.findall(raw)))
    strange = len(raw) - len(raw.translate(None, bytes(range(128, 256))))
    return sound * _SOUND_OF >= strange * (_SOUND_OF - 1)


def _plainly(raw: bytes) -> str:
    return _strictly(raw, "utf-8") or _strictly(raw, "cp1252") or raw.decode("cp1252", _AS_WESTERN)


def _as_western(error: UnicodeError) -> tuple[str, int]:
    """What stands for bytes that are no UTF-8: what they are in the West; nothing for a sign cut off at the end."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    if error.reason == _CUT and error.end == len(error.object):
        return "", error.end
    broken = error.object[error.start : error.end]
    return _strictly(broken, "cp1252") or broken.decode("latin-1"), error.end


codecs.register_error(_AS_WESTERN, _as_western)
