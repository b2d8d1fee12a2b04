"""A manager's way in: one attempt to sign in, begun in one browser, and the session that comes of it."""

import hashlib
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from datetime import datetime, timedelta

from throughline.domain.seal import Link, derived, mac, nonce_of, read_link, sign_link, version_of_nonce

ATTEMPT, SESSION = "sign-in", "manager"
TO_SIGN_IN, SIGNED_IN = timedelta(minutes=10), timedelta(hours=8)


@dataclass(frozen=True, slots=True)
class Session:
    """What a manager's browser holds from signing in until signing out, or `until` then."""

    manager: str
    id: str
    until: datetime

    @property
    def subject(self) -> str:
        """Which of whose sessions it is."""
        return f"{self.manager}/{self.id}"

    def token(self, root: bytes) -> str:
        """What the browser keeps."""
        return sign_link(root, Link(SESSION, self.subject, self.until))


@dataclass(frozen=True, slots=True)
class Attempt:
    """All that proves that the answer of the sign-in page is for this browser grows from its seed, under the root."""

    seed: str
    begun: datetime

    def token(self, root: bytes) -> str:
        """What the browser keeps while somebody signs in."""
        return sign_link(root, Link(ATTEMPT, self.seed, self.begun + TO_SIGN_IN))

    def state(self, root: bytes) -> str:
        """What comes back beside the code."""
        return mac(root, "sign-in state", self.seed)

    def nonce(self, root: bytes) -> str:
        """What comes back inside the token."""
        return mac(root, "sign-in nonce", self.seed)

    def verifier(self, root: bytes) -> str:
        """What only we can say when the code is redeemed (PKCE)."""
        return derived(root, f"sign-in verifier {self.seed}").hex()

    def challenge(self, root: bytes) -> str:
        """What the sign-in page knows of the verifier beforehand."""
        digest = hashlib.sha256(self.verifier(root).encode()).digest()
        return urlsafe_b64encode(digest).rstrip(b"=").decode()

    def session(self, root: bytes, manager: str) -> Session:
        """The session that it ends in; the same attempt always ends in the same one."""
        return Session(manager, mac(root, "session", self.seed), self.begun + SIGNED_IN)


def attempt_behind(root: bytes, token: str, now: datetime) -> Attempt | None:
    """The attempt that a browser began; None when it is forged or took too long."""
    link = read_link(root, token, purpose=ATTEMPT, now=now)
    return Attempt(link.subject, link.expires - TO_SIGN_IN) if link else None


def session_behind(root: bytes, token: str, now: datetime) -> Session | None:
    """The session that a browser holds; None when it is forged or over. It may have been ended since."""
    link = read_link(root, token, purpose=SESSION, now=now)
    manager, _, identity = link.subject.rpartition("/") if link else ("", "", "")
    return Session(manager, identity, link.expires) if link else None


def page_nonce(root: bytes, subject: str) -> str:
    """What each form of a session's pages carries, so that no other site can send one in its name."""
    return nonce_of(root, f"{SESSION} {subject}", 0)


def is_page_nonce(root: bytes, subject: str, nonce: str) -> bool:
    """Whether a form was made for this session."""
    return version_of_nonce(root, f"{SESSION} {subject}", nonce) == 0
