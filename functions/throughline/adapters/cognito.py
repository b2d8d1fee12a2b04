"""Cognito's sign-in pages and what stands behind them: addresses to send browsers to, codes redeemed, public keys.

Fixed hosts, no redirects, a time-out; answers are JSON or a reason.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from typing import Any
from urllib.parse import urlencode, urlsplit

from throughline.domain.id_token import unproven
from throughline.domain.manager import Attempt
from throughline.errors import Unavailable

TIMEOUT, LARGEST = 5, 64 * 1024
OK, BROKEN = 200, 500
KEYS = "/.well-known/jwks.json"
FORM = {"Content-Type": "application/x-www-form-urlencoded", "Accept": "application/json"}
AWAY = "the sign-in page does not answer just now"


@dataclass
class Cognito:
    """One pool of managers; `pages` is where people sign in, `keys_at` where the pool's keys stand, `site` is ours."""

    pages: str
    keys_at: str
    client: str
    site: str
    _known: Sequence[Mapping[str, Any]] = field(default=(), repr=False)

    @property
    def back(self) -> str:
        """Where people come back to."""
        return f"{self.site}/manage/back"

    def address(self, attempt: Attempt, root: bytes) -> str:
        """Where a browser goes to sign in."""
        asked = {
            "response_type": "code",
            "client_id": self.client,
            "redirect_uri": self.back,
            "scope": "openid",
            "state": attempt.state(root),
            "nonce": attempt.nonce(root),
            "code_challenge": attempt.challenge(root),
            "code_challenge_method": "S256",
        }
        return f"{self.pages}/oauth2/authorize?{urlencode(asked)}"

    def out(self) -> str:
        """Where a browser goes to be signed out there too."""
        return f"{self.pages}/logout?{urlencode({'client_id': self.client, 'logout_uri': f'{self.site}/manage/out'})}"

    def token(self, code: str, verifier: str) -> str:
        """The token that a code is worth, once; Refused when it is worth none, Unavailable when nobody answers."""
        told = {
            "grant_type": "authorization_code",
            "client_id": self.client,
            "code": code,
            "redirect_uri": self.back,
            "code_verifier": verifier,
        }
        status, document = fetched(f"{self.pages}/oauth2/token", urlencode(told).encode())
        if status >= BROKEN:
            raise Unavailable(AWAY)
        token = document.get("id_token")
        if status != OK or not isinstance(token, str):
            raise unproven("code")
        return token

    def keys(self, named: str) -> Sequence[Mapping[str, Any]]:
        """The pool's public keys, asked anew when the one `named` is unknown."""
        if not any(one.get("kid") == named for one in self._known):
            status, document = fetched(f"{self.keys_at}{KEYS}")
            found = document.get("keys")
            if status != OK or not isinstance(found, list):
                raise Unavailable(AWAY)
            self._known = [one for one in found if isinstance(one, dict)]
        return self._known


def fetched(url: str, body: bytes | None = None) -> tuple[int, Mapping[str, Any]]:
    """Status and JSON object of one request: a form sent where there is a `body`; Unavailable when nobody answers."""
    parts = urlsplit(url)
    line = (HTTPSConnection if parts.scheme == "https" else HTTPConnection)(parts.netloc, timeout=TIMEOUT)
    try:
        line.request("POST" if body is not None else "GET", parts.path, body, FORM if body is not None else {})
        answer = line.getresponse()
        return answer.status, _document(answer.read(LARGEST))
    except (OSError, HTTPException) as error:
        raise Unavailable(AWAY) from error
    finally:
        line.close()


def _document(body: bytes) -> Mapping[str, Any]:
    try:
        read = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return read if isinstance(read, dict) else {}
