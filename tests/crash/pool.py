"""The pool that managers sign in at, and one who is about to."""

from collections.abc import Mapping
from typing import Any

from aws import ROOT_WORD
from crash.world import START
from fakes.signing import CLIENT, GROUP, ISSUER, MANAGER, claims, signer
from throughline.domain.manager import Attempt

ATTEMPT = Attempt("seed-1", START)
SESSION = ATTEMPT.session(ROOT_WORD.encode(), MANAGER)
POOL = {
    "SIGN_IN_URL": "https://in.example",
    "POOL_URL": ISSUER,
    "ISSUER": ISSUER,
    "CLIENT_ID": CLIENT,
    "MANAGERS": GROUP,
}


def sign_in_page_answers(url: str, _body: bytes | None = None) -> tuple[int, Mapping[str, Any]]:
    """What the pool says: its keys, or the token that a code is worth."""
    if "jwks" in url:
        return 200, {"keys": [signer().key()]}
    return 200, {"id_token": signer().token(claims(ATTEMPT.nonce(ROOT_WORD.encode()), START))}
