"""Telling thanks from trouble by plain words; where both sound, it is trouble."""

from throughline.domain.words import stems

_PRAISE = frozenset(
    stems(
        "thank thanks grateful lovely wonderful brilliant fantastic excellent amazing great superb kind friendly"
        " helpful delighted impressed praise praised compliment perfect smiled loved awesome outstanding"
        " danke toll super freundlich hilfsbereit begeistert lob wunderbar großartig nett"
        " merci génial aimable ravi formidable bravo gracias amable encantado maravilloso excelente"
        " obrigado ótimo simpático grazie gentile bravissimo fantastico bedankt geweldig vriendelijk"
    )
)
_TROUBLE = frozenset(
    stems(
        "broken broke late wrong missing scratched damaged crushed dirty rude slow cold confusing confused unclear"
        " complain complained complaint problem issue fault faulty error fail failed frozen stuck waited waiting queue"
        " never cannot can't won't didn't doesn't isn't wasn't refund"
        " lost unhappy angry annoyed upset poor bad terrible awful twice again"
        " kaputt falsch fehlt verspätet schmutzig unfreundlich beschwerde problem fehler defekt"
        " cassé retard sale erreur manque problème roto tarde sucio falta error problema"
    )
)


def is_praise(text: str) -> bool:
    """Whether these words thank somebody and complain of nothing."""
    found = set(stems(text))
    return bool(found & _PRAISE) and not found & _TROUBLE
