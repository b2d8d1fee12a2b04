"""Names of files that are safe to store, show and save anywhere, told apart within one mail."""

import re
import unicodedata

LONGEST = 120
_MOST_BYTES = 200
_LONGEST_ENDING = 12
_UNSAFE = re.compile(r'[<>:"|?*]')
# Control signs, halves of signs, and what changes the direction or hides in a name.
_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\uffff\ud800-\udfff]"
)
_RESERVED = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|clock\$|com[0-9¹²³]|lpt[0-9¹²³])", re.IGNORECASE)
_ENDINGS = {
    "application/json": ".json",
    "application/msword": ".doc",
    "application/ms-tnef": ".dat",
    "application/pdf": ".pdf",
    "application/pkcs7-mime": ".p7m",
    "application/rtf": ".rtf",
    "application/zip": ".zip",
    "audio/mpeg": ".mp3",
    "image/bmp": ".bmp",
    "image/gif": ".gif",
    "image/heic": ".heic",
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/svg+xml": ".svg",
    "image/tiff": ".tif",
    "image/webp": ".webp",
    "message/rfc822": ".eml",
    "text/calendar": ".ics",
    "text/csv": ".csv",
    "text/html": ".html",
    "text/plain": ".txt",
    "video/mp4": ".mp4",
}


def safe_name(told: str, kind: str, taken: set[str]) -> str:
    """A safe form of a told name, its ending kept; what is taken is numbered, and the name is then taken."""
    stem, ending = _apart(_bare(told) or f"file{_ENDINGS.get(kind, '.bin')}")
    name, count = _fit(stem, ending), 1
    while name.casefold() in taken:
        count += 1
        name = _fit(stem, f" ({count}){ending}")
    taken.add(name.casefold())
    return name


def _bare(told: str) -> str:
    """The last step of a path, in one spelling, without what is unseen or stands for something in a file system."""
    whole = unicodedata.normalize("NFC", _UNSEEN.sub("", told[: LONGEST * 40]))
    last = next((step for step in reversed(re.split(r"[/\\]", whole)) if step.strip(" .")), "")
    plain = " ".join(_UNSAFE.sub("_", last).split()).strip(" .")
    return f"_{plain}" if _RESERVED.fullmatch(plain.partition(".")[0].rstrip()) else plain


def _apart(name: str) -> tuple[str, str]:
    stem, dot, ending = name.rpartition(".")
    return (stem, dot + ending) if stem and 0 < len(ending) <= _LONGEST_ENDING else (name, "")


def _fit(stem: str, ending: str) -> str:
    room = _MOST_BYTES - len(ending.encode())
    short = stem[: LONGEST - len(ending)].encode()[:room].decode("utf-8", "ignore")
    return short.rstrip(" .") + ending
