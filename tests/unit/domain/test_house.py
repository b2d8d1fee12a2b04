"""Which addresses belong to one house."""

import pytest

from throughline.domain.house import domain_of, house_of, same_address, same_house


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("a@shop.example", "b@Shop.Example", True),
        ("a@shop.example", "a@other.example", False),
        ("a@gmail.com", "b@gmail.com", False),
        ("a@web.de", "a@WEB.DE", False),
        ("", "", False),
        ("a", "a", False),
        ("Line <a@shop.example>", "b@shop.example", True),
    ],
)
def test_a_house_is_a_domain_whose_owner_says_who_lives_there(one: str, other: str, *, same: bool) -> None:
    assert same_house(one, other) == same_house(other, one) == same


def test_an_address_is_the_same_in_any_case_and_nobody_is_nobody() -> None:
    assert same_address(" Ros@shop.example", "ros@SHOP.example ")
    assert not same_address("", " ")
    assert (domain_of("nobody"), house_of("a@gmx.net")) == ("", "")
