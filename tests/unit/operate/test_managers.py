"""The pool of managers, as the operator changes it."""

from datetime import UTC, datetime
from typing import Any

import pytest

from operate.managers import Manager, ManagerPool
from operate.stack import Stack
from throughline.errors import Refused

OUTPUTS = {"ManagerPool": "eu_1", "ManagerGroup": "managers", "SiteUrl": "https://line.example"}
ADA, DIRECTORYS_ADA = "ada@shop.example", "Directory_ada"


class Cognito:
    """A pool in memory: people by Cognito's own names, and who is in the group."""

    def __init__(self) -> None:
        self.people: dict[str, dict[str, Any]] = {}
        self.group: list[str] = []
        self.calls: list[str] = []

    def known(self, name: str, email: str) -> None:
        told = [{"Name": "email", "Value": email}, {"Name": "sub", "Value": f"sub-{name}"}]
        created = datetime(2026, 11, 23, tzinfo=UTC)
        self.people[name] = {"Username": name, "Attributes": told, "UserStatus": "CONFIRMED", "UserCreateDate": created}

    def list_users(self, **asked: Any) -> dict[str, Any]:
        self.calls.append(asked["Filter"])
        return {"Users": list(self.people.values())}

    def admin_create_user(self, **asked: Any) -> dict[str, Any]:
        self.calls.append(asked.get("MessageAction", "told by mail"))
        self.known("user-1", asked["Username"])
        return {"User": self.people["user-1"]}

    def admin_set_user_password(self, **asked: Any) -> None:
        self.calls.append(f"password, {asked['Permanent']}")

    def admin_add_user_to_group(self, **asked: Any) -> None:
        self.group.append(asked["Username"])

    def admin_remove_user_from_group(self, **asked: Any) -> None:
        self.group.remove(asked["Username"])

    def admin_user_global_sign_out(self, **asked: Any) -> None:
        self.calls.append(f"out: {asked['Username']}")

    def get_paginator(self, _name: str) -> "Cognito":
        return self

    def paginate(self, **_asked: Any) -> list[dict[str, Any]]:
        return [{"Users": [self.people[name]]} for name in self.group]


@pytest.fixture
def cognito() -> Cognito:
    return Cognito()


@pytest.fixture
def pool(cognito: Cognito, monkeypatch: pytest.MonkeyPatch) -> ManagerPool:
    monkeypatch.setattr(Stack, "client", lambda _stack, _service: cognito)
    made = ManagerPool(Stack("here", OUTPUTS, "eu-west-1", local=False))
    monkeypatch.setattr(ManagerPool, "sign_out", lambda self, email: len(self._users(email)))
    return made


def test_somebody_new_is_told_by_mail(pool: ManagerPool, cognito: Cognito) -> None:
    assert pool.add(ADA)
    assert cognito.group == ["user-1"]
    assert cognito.calls == [f'email = "{ADA}"', "told by mail"]
    assert list(pool.all()) == [Manager(ADA, "CONFIRMED", "2026-11-23")]
    assert pool.address == "https://line.example/manage"


def test_whoever_is_given_a_password_is_not_told(pool: ManagerPool, cognito: Cognito) -> None:
    pool.add(ADA, "a long password")
    assert cognito.calls[1:] == ["SUPPRESS", "password, True"]


def test_whoever_signed_in_through_a_directory_is_let_in_as_they_are(pool: ManagerPool, cognito: Cognito) -> None:
    cognito.known(DIRECTORYS_ADA, ADA.upper())
    cognito.known("user-9", "ben@shop.example")
    assert not pool.add(ADA)
    assert cognito.group == [DIRECTORYS_ADA]


def test_who_is_removed_is_out_everywhere(pool: ManagerPool, cognito: Cognito) -> None:
    pool.add(ADA)
    assert pool.remove(ADA) == 1
    assert cognito.group == []
    assert cognito.calls[-2] == "out: user-1"
    with pytest.raises(Refused, match="Nobody signs in as ben"):
        pool.remove("ben@shop.example")


def test_an_address_can_not_widen_the_search(pool: ManagerPool, cognito: Cognito) -> None:
    with pytest.raises(Refused):
        pool.remove('a" or email ^= "')
    assert cognito.calls == ['email = "a\\" or email ^= \\""']
