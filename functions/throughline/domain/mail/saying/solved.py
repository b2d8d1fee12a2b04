"""What somebody answers to “Was it solved?”: yes, no, or more than that."""

import re
import unicodedata

# Whole answers, in small letters without accents; a word more makes it none of these.
_YES_TEXT = """
yes; yep; yeah; yes it is; yes it was; it is solved; it's solved; its solved; solved; it works; it works now; works now
yes it is solved; yes solved; yes it works; yes it works now; all good; all good now; yes all good
ja; jawohl; gelost; ist gelost; es ist gelost; ja gelost; ja ist gelost; ja es ist gelost; passt; passt jetzt; ja passt
alles gut; ja alles gut; ja erledigt; oui; resolu; c'est resolu; oui resolu; oui c'est resolu; oui ca marche
si; resuelto; si resuelto; esta resuelto; si esta resuelto; ya esta resuelto; si ya esta
sim; resolvido; sim resolvido; esta resolvido; sim esta resolvido; risolto; si risolto; e risolto; si e risolto
opgelost; ja opgelost; het is opgelost; ja het is opgelost; lost; ja lost; det ar lost; ja det ar lost
tak; rozwiazane; tak rozwiazane; はい; 解決しました; はい 解決しました
是; 是的; 已解决; 已经解决; 已經解決; 解决了; 解決了; 是的 解决了; 是的 解決了; 👍; ✅
"""
_NO_TEXT = """
no; nope; no it is not; no it isn't; no it isnt; not solved; it is not solved; it's not solved; not yet; no not yet
still broken; no still broken; it is still broken; it's still broken; still not solved; not fixed; no not fixed
it still happens; no it still happens; same as before; no change
nein; leider nicht; leider nein; nein leider nicht; noch nicht; nein noch nicht; nicht gelost; nein nicht gelost
noch nicht gelost; immer noch kaputt; nein immer noch kaputt
non; pas encore; non pas encore; pas resolu; non pas resolu; ce n'est pas resolu; toujours pas
todavia no; no todavia no; aun no; no resuelto; no esta resuelto; sigue igual; no sigue igual
nao; ainda nao; nao ainda nao; nao resolvido; nao esta resolvido; continua igual
non ancora; no non ancora; non risolto; no non risolto; non e risolto
nee; nog niet; nee nog niet; niet opgelost; nee niet opgelost; nog steeds kapot
nej; inte an; nej inte an; inte lost; nej inte lost; nie; jeszcze nie; nie jeszcze nie; nierozwiazane; nie rozwiazane
いいえ; まだです; いいえ まだです; 解決していません; まだ解決していません
不; 不是; 没有; 沒有; 还没有; 還沒有; 没解决; 没有解决; 还没解决; 還沒解決; 👎
"""
_YES, _NO = (frozenset(re.split(r"; |\n", text)) - {""} for text in (_YES_TEXT, _NO_TEXT))
_THANKS = re.compile(
    r"\s(?:many thanks|thank you(?: very much| so much)?|thanks(?: a lot| so much)?|danke(?: schon| sehr)?|vielen dank"
    r"|merci(?: beaucoup)?|(?:muchas )?gracias|(?:muito )?obrigad[oa]|grazie(?: mille)?|dank je(?: wel)?|bedankt"
    r"|tack(?: sa mycket)?|dziekuje)$"
)
_GREETING = re.compile(
    r"^(?:hi|hello|hey|hallo|guten tag|bonjour|hola|ola|buongiorno|ciao|hej|czesc|dzien dobry)(?: (?:all|team|there))? "
)
_NO_AND_WHY = re.compile(
    r"(?:no|nope|nein|non|nao|nee|nej|nie) .*\b(?:still|not|isn't|isnt|again|never|nicht|immer noch|noch immer|wieder"
    r"|toujours|pas|encore|sigue|todavia|aun|ainda|continua|ancora|sempre|niet|nog|steeds|inte|fortfarande|nadal|wciaz"
    r"|jeszcze)\b"
)
LONGEST = 200


def solved(words: str) -> bool | None:
    """True for a yes, False for a no with or without its reason, None for anything else: half a yes is none."""
    if len(words) > LONGEST:
        return None
    plain = _plain(words)
    for said in (plain, _GREETING.sub("", _THANKS.sub("", plain)).strip()):
        if said in _YES or said in _NO:
            return said in _YES
    return False if _NO_AND_WHY.match(plain) else None


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKD", text.casefold().replace("ł", "l").replace("’", "'"))
    bare = unicodedata.normalize("NFC", "".join(sign for sign in folded if not "\u0300" <= sign <= "\u036f"))
    return re.sub(r"[.!,;:()\"\s。！、，]+", " ", bare).strip()
