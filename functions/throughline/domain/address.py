"""E-mail addresses, as far as a map or a staff list needs to know them."""

import re

_UNSEEN = r"\x00-\x20\x7f-\xa0\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff"
_LOCAL = rf"(?!\S*=\?)[^\s@<>(),;:\"\\\[\]{_UNSEEN}]{{1,64}}"  # "=?" opens an encoded word, which may hold anything
_LABEL = r"[^\W_](?:[\w-]{0,61}[^\W_])?"
_ADDRESS = re.compile(rf"{_LOCAL}@(?:{_LABEL}\.)+{_LABEL}")


def is_address(text: str) -> bool:
    """Whether this is one plain e-mail address and nothing else."""
    return len(text) <= 254 and _ADDRESS.fullmatch(text) is not None  # noqa: PLR2004 - RFC 5321's longest path


def address_in(text: str) -> str:
    """The first e-mail address among other words; empty where there is none."""
    return next((word for word in re.split(r"[\s,;<>()]+", text) if is_address(word)), "")
