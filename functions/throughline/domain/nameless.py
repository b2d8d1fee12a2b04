"""Words without whoever they are about: for anybody outside who is asked what they mean."""

import re
from collections.abc import Iterable

from throughline.domain.street import STREET

NAME, NUMBER, ADDRESS, LINK = "[name]", "[number]", "[address]", "[link]"
_SHORTEST = 3
_MANY_DIGITS = 5


def _any(phrases: str) -> str:
    """One of these phrases, which stand apart by semicolons, whatever their case."""
    listed = sorted((re.escape(one.strip()) for one in phrases.split(";")), key=len, reverse=True)
    return f"(?i:{'|'.join(listed)})"


_SPOKEN = re.compile(r"[^\W\d_]+")
_LAST_CASED = 0x590  # letters that have capitals are Latin, Greek, Cyrillic, Armenian
CAPITAL = "[" + "".join(sign for sign in map(chr, range(_LAST_CASED)) if sign.isupper()) + r"][\w'’-]*"
_PARTICLE = _any("van; von; de; da; del; della; der; den; di; dos; du; la; le; el; al; bin; ben; zu")
_FULL = rf"{CAPITAL}(?:\s+(?:{_PARTICLE}\s+)*{CAPITAL})*"
_LINK = re.compile(r"\b(?:https?://|www\.)\S+", re.IGNORECASE)
_MAIL = re.compile(r"(?<![^\s@<>()\[\]])[^\s@<>()\[\]]+@[^\s@<>()\[\]]+")
_HANDLE = re.compile(r"(?<!\w)@\w+")
_LETTERED = re.compile(r"(?<!\w)(?=\w*\d)(?=[\d/-]*[^\W\d_])[\w/-]{4,}")
_DIGITS = re.compile(r"(?<!\w)\+?\(?\d[\d\s().,/:-]*\d(?!\w)|\d{2,}")
_TITLE = re.compile(
    r"\b("
    + _any(
        "mr; mrs; ms; miss; mister; madam; dr; prof; sr; herr; herrn; frau; fräulein; madame; mme; monsieur; mlle;"
        "señor; señora; señorita; sra; doña; signor; signora; signorina; senhor; senhora; meneer; mevrouw; mevr; pan;"
        "pani; panu; panem; panią; bay; bayan"
    )
    + rf")(\.?\s+)({_FULL})"
)
_SELF = re.compile(
    r"\b("
    + _any(
        "my name is; name:; ich heiße; ich heisse; mein name ist; je m'appelle; je m’appelle; mon nom est; me llamo;"
        "mi nombre es; mi chiamo; me chamo; meu nome é; ik heet; mijn naam is; nazywam się; nazywam sie; mam na imię;"
        "benim adım"
    )
    + rf")(\s+)({_FULL}|\w+)"
)
_CLOSING = re.compile(
    r"((?:^|[\n.!?,])\s*"
    + _any(
        "kind regards; best regards; regards; best wishes; yours sincerely; sincerely; cheers; thanks; thank you;"
        "mit freundlichen grüßen; viele grüße; beste grüße; liebe grüße; grüße; lg; mfg; cordialement; bien à vous;"
        "merci; saludos; un saludo; gracias; cordiali saluti; saluti; grazie; atenciosamente; obrigado; obrigada;"
        "met vriendelijke groet; groetjes; pozdrawiam; z poważaniem; saygılarımla; teşekkürler"
    )
    + rf"[,.!]?\s+)(?:{_FULL}|\w+)\s*\Z"
)
RUN = re.compile(rf"\b{CAPITAL}(?:\s+(?:{_PARTICLE}\s+)*{CAPITAL})+")
_WITHIN = r"(?<=[\w,;:)\]]\s)"
_RUN_WITHIN, _ALONE_WITHIN = re.compile(_WITHIN + RUN.pattern), re.compile(_WITHIN + CAPITAL)
# Where every noun has a capital, one capital alone tells nothing.
_CAPITAL_NOUNS = re.compile(r"\b(?:der|die|das|und|ist|nicht|mit|ein|eine|kein|keine|wir|ich|auch|auf|von|zu)\b")


def without_identity(text: str, *, names: Iterable[str] = (), known: Iterable[str] = ()) -> str:
    """The text with addresses, links, numbers and names taken out, each by a word that says what stood there.

    `names` are those of people that we know, however written; `known` are words that are no names. Numbers go
    whatever they count: what happened is told without them. A name that nobody knows, written small and without
    a title, can't be told from a word: it stays.
    """
    plain = STREET.sub(ADDRESS, _HANDLE.sub(NAME, _MAIL.sub(ADDRESS, _LINK.sub(LINK, text))))
    plain = _DIGITS.sub(NUMBER, _LETTERED.sub(NUMBER, plain))
    plain = _CLOSING.sub(rf"\1{NAME}", plain)
    plain = _without_known(plain, names)
    plain = _SELF.sub(rf"\1\2{NAME}", _TITLE.sub(rf"\1\2{NAME}", plain))
    return _without_capitals(plain, {word.casefold() for phrase in known for word in _SPOKEN.findall(phrase)})


def traces(text: str, *, known: Iterable[str] = ()) -> frozenset[str]:
    """What in a text may lead to somebody, each by the word that stands for it: NAME, NUMBER, ADDRESS, LINK.

    Only what is surely meant so: a name with a title, introduced, under a letter, or of two words within a sentence
    that are not `known`; a number of five digits and more, or of letters and digits.
    """
    ours = {word.casefold() for phrase in known for word in _SPOKEN.findall(phrase)}
    named = _TITLE.search(text) or _SELF.search(text) or _signed(text) or _runs_within(text, ours)
    digits = max((sum(map(str.isdecimal, found[0])) for found in _DIGITS.finditer(text)), default=0)
    found = {
        NAME: named,
        ADDRESS: _MAIL.search(text) or _HANDLE.search(text) or STREET.search(text),
        LINK: _LINK.search(text),
        NUMBER: digits >= _MANY_DIGITS or _LETTERED.search(text),
    }
    return frozenset(trace for trace, there in found.items() if there)


def _signed(text: str) -> bool:
    """Whether a name stands under a letter, written as one."""
    closing = _CLOSING.search(text)
    return closing is not None and closing[0].split()[-1][0].isupper()


def _runs_within(text: str, ours: set[str]) -> bool:
    """Whether two words with capitals stand side by side that are no shout and not ours."""
    runs = (_SPOKEN.findall(found[0]) for found in _RUN_WITHIN.finditer(text))
    return any(not all(word.casefold() in ours or _is_shout(word) for word in run) for run in runs)


def _without_known(text: str, names: Iterable[str]) -> str:
    words = {word.casefold() for name in names for word in _SPOKEN.findall(name) if len(word) >= _SHORTEST}
    return _SPOKEN.sub(lambda found: NAME if found[0].casefold() in words else found[0], text)


def _without_capitals(text: str, ours: set[str]) -> str:
    """Two capitals side by side are a name, one alone within a sentence too, except where nouns have capitals."""

    def named(found: re.Match[str]) -> str:
        words = _SPOKEN.findall(found[0])
        return found[0] if all(word.casefold() in ours or _is_shout(word) for word in words) else NAME

    if _CAPITAL_NOUNS.search(text):
        return _RUN_WITHIN.sub(named, text)
    return _ALONE_WITHIN.sub(named, RUN.sub(named, text))


def _is_shout(word: str) -> bool:
    """Whether it is capitals only, as angry people write, or the English I."""
    return word == "I" or (len(word) > 1 and word.isupper())
