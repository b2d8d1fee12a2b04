"""A staff list as an identity provider answers it."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from operate import sample
from operate.files.maps import read_map
from operate.files.scim import read_scim
from operate.files.staff import read_staff
from throughline.domain.journey_check import check
from throughline.domain.people_check import check_people
from throughline.errors import Refused

HERE = Path("users.json")
ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"
ADA: dict[str, Any] = {
    "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User", ENTERPRISE],
    "id": "u1",
    "userName": "ada",
    "displayName": "Ada Moss",
    "title": "Packer",
    "preferredLanguage": "de, en;q=0.8",
    "timezone": "Europe/Berlin",
    "active": True,
    "emails": [
        {"value": "ada@home.example", "type": "home"},
        {"value": "ada@shop.example", "type": "work", "primary": True},
    ],
    ENTERPRISE: {"department": "Packing", "manager": {"value": "u2"}},
}
BO: dict[str, Any] = {
    "id": "u2",
    "userName": "bo@shop.example",
    "name": {"givenName": "Bo", "familyName": "Lind"},
    ENTERPRISE: {"department": "Packing"},
}


def page(*users: object, **told: object) -> dict[str, Any]:
    schemas = ["urn:ietf:params:scim:api:messages:2.0:ListResponse"]
    return {"schemas": schemas, "totalResults": len(users), "Resources": list(users), **told}


def read(document: object) -> list[dict[str, str]]:
    return [dict(row.cells) for row in read_scim(json.dumps(document).encode(), HERE).rows]


def test_a_user_becomes_a_row_of_the_staff_list() -> None:
    assert read(page(ADA, BO))[0] == {
        "name": "Ada Moss",
        "email": "ada@shop.example",
        "department": "Packing",
        "role": "Packer",
        "timezone": "Europe/Berlin",
        "language": "de",
        "manager": "bo@shop.example",
        "active": "yes",
    }


def test_a_user_with_little_is_read_too_and_names_in_any_case() -> None:
    told = {"USERNAME": "cy", "Name": {"Formatted": "Cy Dee"}, ENTERPRISE.upper(): {"Department": "IT"}}
    found = read(page(BO, told))
    assert (found[0]["name"], found[0]["email"], found[0]["active"]) == ("Bo Lind", "bo@shop.example", "yes")
    assert (found[1]["name"], found[1]["email"], found[1]["department"]) == ("Cy Dee", "", "IT")


def test_whoever_is_not_active_leaves() -> None:
    people, problems = check_people(read_scim(json.dumps(page(ADA | {"active": False}, BO)).encode(), HERE))
    assert not problems
    assert [one.active for one in people] == [False, True]


def test_several_pages_are_one_list_and_groups_are_no_people() -> None:
    group = {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:Group"], "displayName": "Packing"}
    pages = [page(ADA, totalResults=3), page(BO, group, totalResults=3)]
    assert [row["name"] for row in read(pages)] == ["Ada Moss", "Bo Lind"]


def test_a_part_of_the_users_is_refused_since_the_others_would_leave() -> None:
    with pytest.raises(Refused) as refused:
        read(page(ADA, totalResults=900))
    assert refused.value.what == "users.json has 1 of 900 users; the others would leave."


@pytest.mark.parametrize("content", [b"{", b"[]x", b"[" * 100_000, b'{"Resources": {}}', b'"users"', b"[1, 2]"])
def test_what_is_no_list_of_users_says_what_to_do(content: bytes) -> None:
    with pytest.raises(Refused) as refused:
        read_scim(content, HERE)
    assert "GET /Users" in refused.value.do


def test_problems_name_the_user_by_its_place_in_the_list(tmp_path: Path) -> None:
    path = tmp_path / "users.json"
    path.write_text(json.dumps(page(ADA, BO | {ENTERPRISE: {"department": "Packng"}})), encoding="utf-8")
    people, problems = check_people(read_staff(path), check(read_map(sample.JOURNEY))[0])
    assert people == ()
    assert [(one.row, one.column, one.nearest) for one in problems] == [(2, "department", "Packing")]


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*ADA, "value", "x"]), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(st.lists(VALUES, max_size=4))
def test_whatever_stands_there_is_read_as_text(users: list[Any]) -> None:
    rows = read(page(*users))
    assert all(isinstance(cell, str) for row in rows for cell in row.values())
