"""A source of surveys: one account at a vendor, with what proves that a message is its own."""

import hmac
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Self

MOST_SECRETS = 2


@dataclass(frozen=True, slots=True)
class SurveySource:
    """`keys` stand in its address, `secrets` sign; two of each while one replaces the other, the newest first.

    `token` opens the vendor's API, `host` is the part of its address that differs from account to account.
    """

    name: str
    vendor: str
    keys: tuple[str, ...] = field(default=(), repr=False)
    secrets: tuple[str, ...] = field(default=(), repr=False)
    token: str = field(default="", repr=False)
    host: str = ""

    def opens(self, key: str) -> bool:
        """Whether this is one of its keys; how long it takes tells nothing."""
        given = key.encode("utf-8", "surrogatepass")
        return any([hmac.compare_digest(given, one.encode()) for one in self.keys])  # noqa: C419 - compare all, whichever fits

    def signing(self) -> tuple[bytes, ...]:
        """The secrets as the bytes that the vendor shows."""
        return tuple(one.encode("utf-8", "surrogateescape") for one in self.secrets)

    def as_document(self) -> dict[str, Any]:
        """For the stack's secret."""
        return {
            "vendor": self.vendor,
            "keys": list(self.keys),
            "secrets": list(self.secrets),
            "token": self.token,
            "host": self.host,
        }

    @classmethod
    def of_document(cls, name: str, document: Mapping[str, Any]) -> Self:
        """The source as the stack's secret keeps it."""
        return cls(
            name=name,
            vendor=str(document["vendor"]),
            keys=tuple(map(str, document.get("keys", ()))),
            secrets=tuple(map(str, document.get("secrets", ()))),
            token=str(document.get("token", "")),
            host=str(document.get("host", "")),
        )
