"""Which page of a list is meant."""

import pytest

from throughline.domain.paging import LAST_PAGE, page_number


@pytest.mark.parametrize(
    ("asked", "page"), [("", 1), ("2", 2), ("0", 1), ("-1", 1), ("x", 1), ("²", 1), ("9" * 9, 1), ("99", LAST_PAGE)]
)
def test_any_page_that_is_asked_for_is_one(asked: str, page: int) -> None:
    assert page_number(asked) == page
