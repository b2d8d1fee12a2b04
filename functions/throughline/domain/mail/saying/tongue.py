"""A cheap guess at the language of some words, by the small ones that are frequent in it."""

import re
from functools import cache

_SMALL = {
    "en": "the and to of is was it that for not with you have this are were my but they be on at from your",
    "de": "der die das und ist nicht ich mit auf ein eine es war sie wir zu den dem für wurde haben aber auch",
    "fr": "le la les des et est pas une pour dans je vous nous que qui sur avec été mais votre du au ce",
    "es": "el los las que y es una por con para no del se muy está pero como más fue mi al lo su",
    "pt": "o os as que e não uma por com para do da em foi mas muito está você são ao isso meu eu",
    "it": "il lo gli che e è una per con non di del della sono stato ma molto questo anche nel mi alla ho",
    "nl": "de het een en is niet van ik dat op te voor met zijn was maar ook aan wij werd er naar bij",
    "sv": "och att det är inte en ett på jag som för av med den till var vi har om men från så",
    "pl": "i w na nie się że z do jest to był była ale jak dla przez po już bardzo tylko od czy są",
}
_WORD = re.compile(r"[^\W\d_]+")
_KANA, _HAN = ("\u3040", "\u30ff"), ("\u4e00", "\u9fff")
_READ = 2_000  # signs are enough
_LEAST, _ASIAN_ONE_IN = 2, 8


@cache
def _known() -> dict[str, frozenset[str]]:
    return {language: frozenset(words.split()) for language, words in _SMALL.items()}


def language_of(text: str) -> str:
    """Its tag, such as `de`; empty when the words do not tell."""
    some = text[:_READ]
    han, kana = (sum(first <= sign <= last for sign in some) for first, last in (_HAN, _KANA))
    if (han + kana) * _ASIAN_ONE_IN > len(some):
        return "ja" if kana else "zh"
    words = _WORD.findall(some.lower())
    counts = sorted(((sum(word in known for word in words), tag) for tag, known in _known().items()), reverse=True)
    (most, tag), (next_most, _) = counts[:2]
    return tag if most >= _LEAST and most > next_most else ""
