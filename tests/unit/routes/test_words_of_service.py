"""Words of service in many languages, misspelt words, and what a person must see first."""

import pytest

from throughline.domain.mood import is_praise
from throughline.domain.routes.concepts import concepts_of, names
from throughline.domain.routes.listed import Listed
from throughline.domain.routes.reading import BUCKETS, CONCEPTS, reading_of
from throughline.domain.routes.sensitive import is_sensitive


@pytest.mark.parametrize(
    "word", ["box", "Karton", "boîte", "caja", "scatola", "caixa", "doos", "pudełko", "kutu", "صندوق"]
)
def test_a_box_is_a_box_in_every_language(word: str) -> None:
    assert "box" in concepts_of(word)


@pytest.mark.parametrize("word", ["والصندوق", "الصندوق"])
def test_an_article_in_front_changes_nothing(word: str) -> None:
    assert "box" in concepts_of(word)


def test_a_word_without_a_meaning_of_ours_has_none() -> None:
    assert not concepts_of("qwertz")


def test_every_concept_has_a_bucket() -> None:
    assert 100 < len(names()) <= CONCEPTS


@pytest.mark.parametrize("text", ["", "   ", "a", "\ud800", "🛋️", "e" + "\u0301" * 500, "Größe " * 5_000])
def test_any_text_can_be_read(text: str) -> None:
    weighed = reading_of(text).weighed([1.0] * BUCKETS)
    assert all(0 <= at < BUCKETS for at in weighed)
    assert sum(weight * weight for weight in weighed.values()) <= 1.001


@pytest.mark.parametrize("word", ["harassed", "harased", "harrassed", "HARASSED", "harassing"])
def test_a_slip_of_the_finger_is_forgiven(word: str) -> None:
    assert word.lower() in Listed("harass*")


@pytest.mark.parametrize("word", ["rass", "harvest", "hard"])
def test_another_word_is_another_word(word: str) -> None:
    assert word not in Listed("harass* pleased")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("a customer slipped and hurt her knee", "hurt"),
        ("Kunde hat sich am Regal verletzt und blutet", "hurt"),
        ("il y a eu un blessé au rayon", "hurt"),
        ("my supervisor keeps touching girls in the store room", "harassed"),
        ("Kollege hat sie begrapscht", "harassed"),
        ("me amenazó con pegarme", "harassed"),
        ("smoke came out of the lamp when it was plugged in", "dangerous"),
        ("z lampy leci dym i iskry", "dangerous"),
        ("she got a letter with the details of another customer", "wrong hands"),
        ("elinde bıçak vardı", "crime"),
    ],
)
def test_what_a_person_must_see_first_is_seen(text: str, why: str) -> None:
    assert why in is_sensitive(text)


@pytest.mark.parametrize(
    "text",
    [
        "the drawer is stuck and the queue was long",
        "Paket kam zwei Tage zu spät",
        "le prix sur l'étiquette est faux",
        "el pasillo está sucio",
        "she loved the lamp",
        "",
    ],
)
def test_everyday_trouble_is_nobodys_alarm(text: str) -> None:
    assert is_sensitive(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "thank you to the driver",
        "super nett, danke!",
        "merci au livreur, adorable",
        "gracias a la chica de caja",
        "bravissimi i montatori",
        "klientka bardzo dziękuje",
        "çok teşekkürler, harika ekip",
        "شكرا للسائق",
    ],
)
def test_thanks_are_heard(text: str) -> None:
    assert is_praise(text)


@pytest.mark.parametrize("text", ["thanks, but the box was crushed", "nicht nett", "the till froze", "please help", ""])
def test_trouble_is_never_thanks(text: str) -> None:
    assert not is_praise(text)


@pytest.mark.parametrize(
    "text",
    [
        "A lamp came back: the box arrived crushed and its foot was scratched",
        "Danke, die Kasse ist wunderbar.",
        "Merci, la facture est superbe.",
        "The instructions for the invoice are missing. Otherwise fine.",
    ],
)
def test_what_befell_furniture_or_only_looks_alike_is_not_sensitive(text: str) -> None:
    assert is_sensitive(text) == ""


@pytest.mark.parametrize("text", ["the box crushed my foot", "a shelf fell on his foot", "The box dropped on her foot"])
def test_what_befell_somebody_is(text: str) -> None:
    assert is_sensitive(text)
