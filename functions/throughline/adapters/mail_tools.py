"""What reading a mail needs of libraries, loaded when it does; and the opening of containers beside it."""

import re

from throughline.domain.mail.incoming import Tools
from throughline.domain.mail.opening.tnef import open_tnef

_ASKED = 20_000  # bytes tell enough
_LATIN = ("cp1252", "cp1250", "iso-8859-2", "cp1254")
_OTHER = tuple(
    "cp1251 koi8-r koi8-u iso-8859-5 cp1253 iso-8859-7 cp1255 cp1256 cp874 cp932 euc-jp gb18030 big5 cp949".split()
)
_DENSE = 0.4  # of all letters; Latin script has fewer beyond ASCII, every other has more
_FEW, _LEAST_SURE, _MOSTLY = 2, 0.05, 0.6
_KANA = re.compile(rb"[\xa4\xa5][\xa1-\xf6]")  # Japanese in EUC-JP, which few words do not give away
_LETTERS = bytes((*range(65, 91), *range(97, 123)))


def detect_charset(raw: bytes) -> str | None:
    """The charset that the bytes look most like; None when nothing speaks for one."""
    import chardet

    some = raw[:_ASKED]
    plain = len(some) - len(some.translate(None, _LETTERS))
    high = sum(byte > 127 for byte in some)  # noqa: PLR2004 - where ASCII ends
    among = _OTHER if high > max(_FEW, _DENSE * (high + plain)) else _LATIN
    found = chardet.detect(some, prefer_superset=False, include_encodings=among, no_match_encoding=among[0])
    if (found["confidence"] or 0) >= _LEAST_SURE:
        return found["encoding"]
    return "euc-jp" if len(_KANA.findall(some)) * len(b"..") > high * _MOSTLY else None


MAIL_TOOLS = Tools(detect_charset, open_tnef)
