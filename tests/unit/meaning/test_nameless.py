"""Who somebody is stays here; what happened may be told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughline.domain.nameless import without_identity

STAFF = ("Callum Reid", "Priya Nair")
OURS = ("Shop Floor", "Opening the parcel", "IT")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("my name is tom and the till froze", "my name is [name] and the till froze"),
        ("Mrs Kowalska waited all day", "Mrs [name] waited all day"),
        ("rang 0131 555 0142 about order A7K-20931", "rang [number] about order [number]"),
        ("write to anna.k@web.example or see https://x.example/u?id=1", "write to [address] or see [link]"),
        ("ask @bobby", "ask [name]"),
        ("I told Anna Maria van Dijk it was late", "I told [name] it was late"),
        ("callum and PRIYA carried it", "[name] and [name] carried it"),
        ("The customer Sarah said no one came. cheers dave", "The customer [name] said no one came. cheers [name]"),
        ("Herr Müller sagt, der Spiegel ist kaputt", "Herr [name] sagt, der Spiegel ist kaputt"),
        ("Der Spiegel kam bei Anna Schmidt kaputt und nass an", "Der Spiegel kam bei [name] kaputt und nass an"),
        ("Señora García está enfadada", "Señora [name] está enfadada"),
        ("pani Nowak czeka 6 tygodni na 240 zł", "pani [name] czeka 6 tygodni na [number] zł"),
        ("benim adım Ayşe, kasa bozuk", "benim adım [name], kasa bozuk"),
        ("The box broke.\nKind regards, Jo Bell", "The box broke.\nKind regards, [name]"),
    ],
)
def test_names_numbers_and_addresses_go(said: str, told: str) -> None:
    assert without_identity(said, names=STAFF, known=OURS) == told


@pytest.mark.parametrize(
    "said",
    [
        "lady orderd oak got walnut!! 2nd time this wek",
        "It was LATE AGAIN and I am tired",
        "This went from the Shop Floor to IT",
        "The lamp was broken. Nobody came. Dreadful.",
        "Die Kasse ist kaputt und der Kunde war böse",
        "客户说箱子坏了",
        "",
    ],
)
def test_what_happened_stays(said: str) -> None:
    assert without_identity(said, names=STAFF, known=OURS) == said


@given(
    st.text(max_size=300), st.from_regex(r"[a-z]{1,8}@[a-z]{1,8}\.example", fullmatch=True), st.integers(10**6, 10**12)
)
def test_no_address_and_no_long_number_is_ever_left(around: str, address: str, number: int) -> None:
    told = without_identity(f"{around} {address} {number} {around}")
    assert address not in told
    assert str(number) not in told
