"""What holds words of praise back until a person has read them."""

import pytest

from throughline.domain.moderation import is_hurtful, why_held
from throughline.domain.recognition import HeldFor


@pytest.mark.parametrize(
    "said",
    [
        "El Sr. García quedó contento",
        "O sr. João adorou o sofá",
        "M. Dupont était très content",
        "Dona Maria agradece a entrega",
        "شكرا السيدة سارة على المساعدة",
        "الأستاذ خالد ساعدنا كثيرا",
    ],
)
def test_a_title_tells_a_name_in_each_language(said: str) -> None:
    assert why_held(said) == HeldFor.NAME


@pytest.mark.parametrize(
    "said",
    [
        "Wir haben in der Hauptstraße 12 geliefert, danke",
        "geliefert in der Berliner Straße 4a",
        "they carried it up to 12 Oak Lane",
        "Livré au 12 rue de la Paix, merci",
        "Livré au 3 bis, avenue Foch",
        "Entregado en calle Mayor 12",
        "entregue na rua das Flores, n.º 8",
        "bezorgd op de Prinsengracht 263",
        "وصلوا إلى شارع النيل 12",
        "وصلوا إلى شارع النيل، رقم ١٢",
    ],
)
def test_a_street_with_its_number_is_an_address_in_each_language(said: str) -> None:
    assert why_held(said, ours=["Berliner Straße", "Oak Lane"]) == HeldFor.ADDRESS


@pytest.mark.parametrize(
    "said",
    [
        "Parkplatz 3 war frei und gleich an der Tür",
        "Das Sofa kam am 12. November",
        "the wardrobe came in 12 boxes and they put each in place",
        "Le canapé est arrivé en 2 jours, à sa place",
        "la calle estaba cerrada y llegaron en 2 horas",
    ],
)
def test_a_number_alone_is_no_address(said: str) -> None:
    assert why_held(said) == ""


@pytest.mark.parametrize("word", ["الغبي", "أغبياء", "حقير", "babaca", "tonto", "burro"])
def test_words_that_hurt_do_with_their_article_and_in_each_language(word: str) -> None:
    assert is_hurtful(f"… {word}!")


@pytest.mark.parametrize("said", ["con mucho gusto", "arrivé sans retard", "deux retards seulement"])
def test_a_word_that_hurts_in_another_language_alone_holds_nothing(said: str) -> None:
    assert why_held(said) == ""
