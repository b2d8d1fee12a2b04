"""The wish to stay unnamed, in eleven languages, and what is left of words without the name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth import grows_with_its_length
from throughline.domain.mail.saying.nameless import wants_no_name, without_name

WISHES = [
    "Please keep my name off this.",
    "KEEP MY NAME OUT of it please",
    "Please don’t use my name",
    "do not share our names",
    "I'd prefer to stay anonymous.",
    "Bitte meinen Namen nicht nennen!",
    "Nennen Sie bitte meinen Namen nicht.",
    "Lasst meinen Namen bitte raus",
    "Ich möchte anonym bleiben",
    "bitte ohne Namen",
    "Ne mentionnez pas mon nom, svp.",
    "Merci de ne pas citer mon nom",
    "Je souhaite rester anonyme",
    "Por favor, no mencione mi nombre",
    "Prefiero permanecer en el anonimato",
    "Não mencionem o meu nome",
    "Gostaria de permanecer anônima",
    "Non fate il mio nome, per favore",
    "Vorrei rimanere anonima",
    "Noem mijn naam niet",
    "mijn naam graag weglaten",
    "Ik wil graag anoniem blijven",
    "Nämn inte mitt namn",
    "Jag vill vara anonym",
    "Proszę nie podawać mojego nazwiska",
    "Chciałabym pozostać anonimowa",
    "名前は出さないでください",
    "匿名でお願いします",
    "请不要透露我的姓名",
    "希望匿名",
]
OTHERS = [
    "",
    "My name is off by one letter on the label.",
    "Keep the lamp off the pallet.",
    "The invoice came without my name.",
    "You can keep my name off if you like",
    "Die Rechnung kam ohne meinen Namen.",
    "Le colis est arrivé sans mon nom.",
    "The customer kept asking for my name",
    "An anonymous caller said the till froze",
    "名前を聞かれました",
]


@pytest.mark.parametrize("words", WISHES)
def test_a_wish_is_heard_in_the_words_and_in_the_subject(words: str) -> None:
    assert wants_no_name("", f"The till froze.\n{words}")
    assert wants_no_name(words, "The till froze.")


@pytest.mark.parametrize("words", OTHERS)
def test_other_words_about_names_are_no_wish(words: str) -> None:
    assert not wants_no_name("Till 3", words)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Kim froze.\nBest, Kim Zander", "… froze.\nBest, … …"),
        ("write to kim.zander@shop.example or KIM", "write to … or …"),
        ("kimono and Kimberley", "kimono and Kimberley"),
        ("Jo wrote", "Jo wrote"),
    ],
)
def test_a_name_is_taken_out_wherever_it_stands_as_one(text: str, left: str) -> None:
    assert without_name(text, "Kim Zander Jo", "kim.zander@shop.example") == left


@given(st.text(max_size=200), st.text(max_size=40), st.text(max_size=40))
def test_any_words_and_any_names_are_fine(text: str, name: str, address: str) -> None:
    wants_no_name(name, text)
    assert isinstance(without_name(text, name, address), str)


def test_long_words_are_read_in_the_time_of_their_length() -> None:
    def read(pieces: int) -> None:
        wants_no_name("keep my " * (pieces // 5), "please " * pieces)
        without_name("kim " * pieces, "kim " * 1_000, "kim@shop.example")

    assert grows_with_its_length(read, 100_000)
