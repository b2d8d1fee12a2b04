"""The pool of managers of a stack, as whoever operates it changes it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from operate.stack import Stack
from throughline.errors import Refused


@dataclass(frozen=True)
class Manager:
    """One who may; `state` is Cognito's word for how far their sign-in is."""

    email: str
    state: str
    since: str


class ManagerPool:
    """Those of one stack. A name in the pool is Cognito's own; people are known by their address."""

    def __init__(self, stack: Stack) -> None:
        self._stack = stack
        self._pool = {"UserPoolId": stack.outputs["ManagerPool"]}
        self._group = {**self._pool, "GroupName": stack.outputs["ManagerGroup"]}

    @property
    def address(self) -> str:
        """Where they sign in."""
        return f"{self._stack.outputs['SiteUrl']}/manage"

    def add(self, email: str, password: str = "") -> bool:
        """Let somebody in; whether they are new, and are told by mail, unless they are given a `password`."""
        known = self._known(email)
        for name in known or [self._made(email, password)]:
            self._cognito.admin_add_user_to_group(**self._group, Username=name)
        return not known

    def all(self) -> Iterator[Manager]:
        """Everyone who may."""
        pages = self._cognito.get_paginator("list_users_in_group").paginate(**self._group)
        for user in (one for page in pages for one in page["Users"]):
            since = user["UserCreateDate"].date().isoformat()
            yield Manager(_attribute(user, "email"), user["UserStatus"], since)

    def remove(self, email: str) -> int:
        """Let somebody in no more; how many sessions ended."""
        for name in self._sure(email):
            self._cognito.admin_remove_user_from_group(**self._group, Username=name)
            self._cognito.admin_user_global_sign_out(**self._pool, Username=name)
        return self.sign_out(email)

    def sign_out(self, email: str) -> int:
        """End somebody's sessions; how many there were."""
        from operate.wire import open_atlas

        sessions = open_atlas(self._stack).sessions
        return sum(sessions.end_all(_attribute(user, "sub")) for user in self._users(email))

    @cached_property
    def _cognito(self) -> Any:
        return self._stack.client("cognito-idp")

    def _made(self, email: str, password: str) -> str:
        told = [{"Name": "email", "Value": email}, {"Name": "email_verified", "Value": "true"}]
        how = {"MessageAction": "SUPPRESS"} if password else {"DesiredDeliveryMediums": ["EMAIL"]}
        made = self._cognito.admin_create_user(**self._pool, Username=email, UserAttributes=told, **how)
        name = str(made["User"]["Username"])
        if password:
            self._cognito.admin_set_user_password(**self._pool, Username=name, Password=password, Permanent=True)
        return name

    def _users(self, email: str) -> list[dict[str, Any]]:
        escaped = email.replace("\\", "\\\\").replace('"', '\\"')
        found = self._cognito.list_users(**self._pool, Filter=f'email = "{escaped}"')["Users"]
        return [one for one in found if _attribute(one, "email").casefold() == email.casefold()]

    def _known(self, email: str) -> list[str]:
        return [str(one["Username"]) for one in self._users(email)]

    def _sure(self, email: str) -> list[str]:
        if not (known := self._known(email)):
            do = "See who may: throughline manager list"
            raise Refused(f"Nobody signs in as {email}.", field="EMAIL", do=do)
        return known


def _attribute(user: dict[str, Any], name: str) -> str:
    return next((str(one["Value"]) for one in user.get("Attributes", ()) if one["Name"] == name), "")
