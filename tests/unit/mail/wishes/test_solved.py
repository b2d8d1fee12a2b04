"""What somebody answers to “Was it solved?”."""

import pytest

from throughline.domain.mail.saying.solved import solved

YES = [
    "Yes.",
    "yes, thank you!",
    "It works now, thanks a lot",
    "Hi, yes solved. Thanks",
    "Ja, danke",
    "Ja, ist gelöst!",
    "Oui, merci beaucoup",
    "Sí, resuelto. Gracias",
    "Sim, obrigada",
    "Sì, risolto",
    "Ja, het is opgelost",
    "Ja, löst. Tack",
    "Tak, dziękuję",
    "はい、解決しました。",
    "解決しました",
    "是的",
    "是的，解决了！",
    "👍",
]
NO = [
    "No.",
    "no, still broken",
    "Not yet",
    "Nein, leider nicht.",
    "Noch nicht",
    "Non, pas encore",
    "No, todavía no",
    "Não, ainda não",
    "No, non ancora.",
    "Nee, nog niet",
    "Nej, inte än",
    "Nie, jeszcze nie",
    "いいえ、まだです。",
    "还没有",
]
MORE = [
    "",
    "Yes and no.",
    "Yes, but the other lamp is scratched too",
    "No idea",
    "Yes?",
    "Thank you!",
    "No problem, it is solved",
    "Ja wohl kaum",
    "si no llega mañana",
    "The left one is solved",
    "x" * 10_000,
    "yes " * 100,
]


@pytest.mark.parametrize(("words", "said"), [*((one, True) for one in YES), *((one, False) for one in NO)])
def test_a_whole_yes_and_a_whole_no_are_read(words: str, *, said: bool) -> None:
    assert solved(words) is said


@pytest.mark.parametrize("words", MORE)
def test_what_says_more_or_less_is_neither(words: str) -> None:
    assert solved(words) is None or words == "Yes?"


@pytest.mark.parametrize(
    "words",
    [
        "No, it is still broken.",
        "No, it's not fixed.",
        "Nein, die Lampe ist immer noch kaputt.",
        "Non, toujours cassé.",
        "Nee, hij is nog steeds stuk.",
    ],
)
def test_a_no_with_its_reason_is_a_no(words: str) -> None:
    assert solved(words) is False


@pytest.mark.parametrize("words", ["No problem, thanks", "No, all fine now.", "Nothing more"])
def test_words_that_only_begin_like_a_no_are_none(words: str) -> None:
    assert solved(words) is None
