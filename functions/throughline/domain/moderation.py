"""What a person looks at before others read it: names of customers, hurtful words, how somebody can be reached."""

from collections.abc import Iterable
from functools import cache

from throughline.domain.nameless import ADDRESS, LINK, NAME, NUMBER, traces
from throughline.domain.recognition import HeldFor
from throughline.domain.routes.letters import simple
from throughline.domain.routes.listed import Listed
from throughline.domain.sentence_names import begins_with_name
from throughline.domain.words import words_in

_HURTFUL = """
 idiot* moron moronic stupid* dumb dumber ugly fat fatty bitch* bastard* slutty whore* fuck* shit shitty bullshit
 asshole* arsehole* dickhead* retarded faggot* nigger* cunt* twat* wanker* sexy boobs tits loser losers pathetic
 disgusting cripple* arsch* dumm* dämlich* schlampe* hure huren scheiß* ficken gefickt hässlich* blöd* wichser* fotze*
 spast spasti connard* connasse* salope* putain* merde* moche moches débile* pute enculé* puta putas mierda*
 gilipollas idiota* imbécil* cabrón* gordo gorda feo fea estúpid* coño merda* feia feio vadia* caralho* stronz*
 puttan* cazzo* ciccion* kut klootzak* hoer* lelijk* idioot* mongool* trut kurw* gówn* debil* głup* dziwk* suka
 brzydk* orospu* aptal* salak* çirkin* şerefsiz* babaca* tonto tonta tontos tontas burro burra otári* idiotic*
 غبي غبية الغبي الغبية أغبياء الأغبياء حمار الحمار حمير كلب الكلب قبيح القبيح حقير الحقير حقيرة أحمق الأحمق وقح تافه
"""
# Beginnings of ordinary words that are but a letter away from one that hurts: a box, to fetch, to write, advice.
_HARMLESS = tuple(
    "abhol carbon carton coin debbi connai cons cont idioma encuest schreib"
    " schrei schwest strona stroni wann putting putted debit miserab salom leser".split()
)
_LONGEST_WORD = 40  # what is longer is no word, and takes long to compare
_AS_TRACED = {NAME: HeldFor.NAME, NUMBER: HeldFor.NUMBER, ADDRESS: HeldFor.ADDRESS, LINK: HeldFor.ADDRESS}


@cache
def _hurtful() -> Listed:
    return Listed(_HURTFUL)


def is_hurtful(text: str) -> bool:
    """Whether a word in it hurts."""
    words = (simple(word[:_LONGEST_WORD]) for word in words_in(text))
    return any(word in _hurtful() and not word.startswith(_HARMLESS) for word in words)


def why_held(words: str, *, ours: Iterable[str] = ()) -> str:
    """Why a person has to look first; empty when nothing speaks against it. `ours` are names that are no person's.

    A first name alone can't be told from any other word: it is taken out only where the map or the staff list
    knows whose it is.
    """
    if is_hurtful(words):
        return HeldFor.HURTFUL
    known = tuple(ours)
    found = traces(words, known=known) | ({NAME} if begins_with_name(words, known=known) else set())
    return next((_AS_TRACED[trace].value for trace in (NAME, ADDRESS, LINK, NUMBER) if trace in found), "")
