"""The wish to get no more digests, said in answer to one and without a word beside it."""

import re
import unicodedata

LONGEST = 80
# Whole answers, in small letters without accents; a word more is something else that somebody should read.
_LEAVES_TEXT = """
unsubscribe; unsubscribe me; unsubscribe please; unsubscribe me please; please unsubscribe; please unsubscribe me
stop; stop please; please stop; stop it; opt out; remove me; please remove me; take me off
no more; no more mails; no more emails
abmelden; bitte abmelden; abbestellen; bitte abbestellen; austragen; bitte austragen; abmeldung; stopp; bitte stopp
keine mails mehr; bitte keine mails mehr; keine mails mehr bitte
cancelar suscripcion; cancelar la suscripcion; baja; dar de baja; darme de baja; darse de baja; desuscribir
desuscribirme; no mas correos; por favor baja
cancelar inscricao; cancelar a inscricao; cancelar subscricao; cancelar a subscricao; cancelar assinatura
descadastrar; remover; sair; parar; pare; por favor remover
desabonner; me desabonner; se desabonner; desabonnement; desabonnez-moi; desinscrire; me desinscrire; se desinscrire
desinscription; desinscrivez-moi; arreter; arretez; stop s'il vous plait; plus de mails
الغاء الاشتراك; الغ اشتراكي; الغوا اشتراكي; توقف; توقفوا; اوقف; اوقفوا; ايقاف; لا مزيد من الرسائل
"""
_LEAVES = frozenset(re.split(r"; |\n", _LEAVES_TEXT)) - {""}


def leaves(words: str) -> bool:
    """Whether somebody says that and nothing else."""
    return len(words) <= LONGEST and _plain(words) in _LEAVES


def _plain(words: str) -> str:
    folded = unicodedata.normalize("NFKD", words.casefold().replace("’", "'"))
    bare = "".join(sign for sign in folded if not unicodedata.combining(sign))
    return re.sub(r"[.!,;:()\"“”«»*\s،؛]+", " ", bare).strip()
