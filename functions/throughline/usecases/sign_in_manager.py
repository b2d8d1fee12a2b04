"""Somebody comes back from the sign-in page: who it is is proven, and a session begins."""

import hmac
from dataclasses import dataclass
from datetime import datetime

from throughline.domain.id_token import Expected, key_named, manager_in, unproven
from throughline.domain.manager import Attempt, Session
from throughline.errors import Refused
from throughline.ports.managers import Sessions, SignIn


@dataclass(frozen=True, slots=True)
class Pool:
    """The pool of managers: who signs for it, for whom, and the group that manages."""

    issuer: str
    client: str
    group: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What the sign-in page sent a browser back with; `trouble` where it let nobody in."""

    code: str
    state: str
    trouble: str = ""


def sign_in_manager(
    *,
    answer: Answer,
    attempt: Attempt | None,
    pool: Pool,
    sign_in: SignIn,
    sessions: Sessions,
    root: bytes,
    now: datetime,
) -> Session:
    """The session of whoever signed in; Refused (403) when anything does not fit. The same answer twice is one."""
    if answer.trouble:
        raise Refused("The sign-in page let nobody in.", field="error", do="Sign in once more.", status=403)
    if attempt is None:
        do = "Sign in once more; it has to be done in one browser and within ten minutes."
        raise Refused("This sign-in was not begun here, or took too long.", field="state", do=do, status=403)
    if not hmac.compare_digest(answer.state.encode("utf-8", "surrogatepass"), attempt.state(root).encode()):
        raise unproven("state")
    token = sign_in.token(answer.code, attempt.verifier(root))
    expected = Expected(pool.issuer, pool.client, attempt.nonce(root), pool.group)
    manager = manager_in(token, sign_in.keys(key_named(token)), expected, now)
    session = attempt.session(root, manager)
    sessions.begin(session)
    return session
