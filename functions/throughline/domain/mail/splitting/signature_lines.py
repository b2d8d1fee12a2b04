"""What a line near the end of somebody's words is: a farewell, a name, a way to reach them."""

import re

from throughline.domain.mail.splitting.signature_words import (
    FAREWELLS,
    FIRMS,
    PHONES,
    POSTSCRIPTS,
    THANKS,
    TITLES,
)
from throughline.domain.mail.splitting.split_patterns import Late

_ENDS = " \t,.!;:–—-*_~。，！、"
_NAME = r"[^\W\d_](?:[^\W\d_]|['’.\-])*"
_PARTICLES = (
    "von|van|de|der|den|del|della|di|da|dos|du|la|le|zu|af|bin|el|und|and|&|aus|your|ihr|ihre|dein|deine|from|the|team"
)
_FAREWELL = Late(FAREWELLS)
_THANKS = Late(THANKS)
_AND = re.compile(r"\s(?:/|&|and|und|et|y|e|en|och|og|i)\s")
_FAREWELL_NAME = Late(rf"(?i:{FAREWELLS})[,!.]?\s+(?P<name>\S.{{0,40}})", 0)
_NAMED = re.compile(rf"[-–—~/*•\s]{{0,4}}(?:{_NAME}|{_PARTICLES})(?:,?\s(?:{_NAME}|{_PARTICLES}|\(.{{1,20}}\))){{0,4}}")
_AROUND_NAME = re.compile(r"^(?:i\. ?[AV]\.|ppa\.|p\. ?p\.)\s*|\s*[:;]-?[)D]$")
_CAPITAL = re.compile(r"(?:[^\W\d_]{1,2}['’])?(?![a-zß-öø-ÿ])")
_BULLET = re.compile(r"(?:[-*•+–·]|\d{1,3}[.)]|[a-z]\))\s")
_PHONE = Late(rf"(?:(?:{PHONES})\b[.:：)]*\s*)?[+(]?\d[\d\s()./\-–]{{6,24}}(?:\s.{{0,24}})?")
_LABELLED = Late(rf"(?:{PHONES})\s?[.:：)]+\s*\S.{{0,80}}|[📧📱📞☎✉🌐📍🏢]\S{{0,2}}\s*\S.{{0,80}}")
_REACH = re.compile(
    r"[<(\[]?(?:mailto:)?[^\s@<>]{1,64}@[^\s@<>]{1,120}[>)\]]?(?:\s.{0,60})?|[<(\[]?(?:https?://|www\.)\S{1,200}"
)
_HOLDS_REACH = Late(r"@[\w-]{1,60}\.\w|https?://|www\.\w|\+\d[\d\s()./-]{6,}\d|\b0\d[\d\s()./-]{6,}\d")
_PLACE = Late(
    r"\d{4,6}\s+[^\W\d]|,\s?[A-Z]{2}\s\d{4,5}|\S{3,30}(?:str\.|straße|strasse|street|st\.|road|rd|ave(?:nue)?|lane|weg|platz|laan|straat|gatan?|vägen|ul\.)(?!\w)|^(?:rue|via|calle|rua|ulica|ul\.|av\.)\s|〒\d"
)
_TITLE = Late(rf"(?<!\w)(?:{TITLES})(?!\w)")
_FIRM = Late(rf"\s(?:{FIRMS})\.?(?:$|[\s,|])")
_POSTSCRIPT = Late(POSTSCRIPTS)
_CLOSES = re.compile(r"[.!?。！？…]['\"”’)]?$")
_LONGEST, _MOST_WORDS, _MOST_NAME = 90, 9, 45


def is_farewell(plain: str) -> bool:
    """`Kind regards,` and its like, alone on the line or with the name behind it."""
    if len(plain) > _LONGEST:
        return False
    if _FAREWELL.fullmatch(plain.strip(_ENDS)) or _are_farewells(_AND.split(plain)):
        return True
    match = _FAREWELL_NAME.fullmatch(plain)
    return bool(match) and is_name(match["name"]) and match["name"][:1].isupper() if match else False


def _are_farewells(parts: list[str]) -> bool:
    bare = [part.strip(_ENDS) for part in parts]
    told = [bool(_FAREWELL.fullmatch(part)) for part in bare]
    return any(told) and all(known or _THANKS.fullmatch(part) for known, part in zip(told, bare, strict=True))


def is_parting(plain: str) -> bool:
    """A farewell or thanks, however it ends."""
    return is_farewell(plain) or (len(plain) <= _LONGEST and bool(_THANKS.fullmatch(plain.strip(_ENDS))))


def is_thanks(plain: str) -> bool:
    """Thanks that lead to the name: `Thanks,`; said with a full stop they are words of their own."""
    return len(plain) <= _LONGEST and not _CLOSES.search(plain) and bool(_THANKS.fullmatch(plain.strip(_ENDS)))


def is_name(plain: str) -> bool:
    """One to five words that can be somebody's name."""
    if not plain or len(plain) > _MOST_NAME or not _NAMED.fullmatch(_AROUND_NAME.sub("", plain).strip(" ,*_")):
        return False
    words = [
        word
        for word in _AROUND_NAME.sub("", plain).strip(" ,*_-–—~/•").split()
        if word.lower() not in _PARTICLES.split("|")
    ]
    return bool(words) and all(_CAPITAL.match(word) for word in words) and not _CLOSES.search(plain.rstrip("."))


def is_contact(plain: str) -> bool:
    """A way to reach somebody: phone, mail, web; nothing else on the line."""
    if len(plain) > 2 * _LONGEST:
        return False
    bare = plain.strip("*_ ")
    return (
        bool(_PHONE.fullmatch(bare) or _LABELLED.fullmatch(bare) or _REACH.fullmatch(bare))
        or ("|" in bare and bool(_HOLDS_REACH.search(bare)))
        or (bool(_HOLDS_REACH.search(bare)) and len(bare.split()) <= _MOST_WORDS and not _CLOSES.search(bare))
    )


def is_post(plain: str) -> bool:
    """A place in the firm or on the map: a job, a firm's name, an address."""
    return can_sign(plain) and bool(_TITLE.search(plain) or _FIRM.search(plain) or _PLACE.search(plain) or "|" in plain)


def is_card(plain: str) -> bool:
    """Name, job and a way to reach in one line: `Rosa Lindqvist | Workshop | +44 ...`."""
    name, bar, rest = plain.partition("|")
    return bool(bar) and is_name(name.strip()) and is_contact(plain) and bool(_HOLDS_REACH.search(rest))


def can_sign(plain: str) -> bool:
    """Whether the line is short and no sentence, as lines of a signature are."""
    if is_contact(plain):
        return True
    words = plain[: _LONGEST + 1].split()
    if len(plain) > _LONGEST or len(words) > _MOST_WORDS or _BULLET.match(plain) or plain.endswith((":", "?", "？")):
        return False
    return not _CLOSES.search(plain) or bool(_FIRM.search(plain)) or is_farewell(plain)


def is_postscript(plain: str) -> bool:
    """`P.S.` and its like: words again, wherever they stand."""
    return bool(_POSTSCRIPT.match(plain))
