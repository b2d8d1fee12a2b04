"""An attempt to sign in and the session that comes of it."""

import hashlib
import re
from base64 import urlsafe_b64encode
from datetime import timedelta

from fakes.outside import ROOT
from fakes.values import NOW
from throughline.domain.manager import (
    SIGNED_IN,
    TO_SIGN_IN,
    Attempt,
    attempt_behind,
    is_page_nonce,
    page_nonce,
    session_behind,
)
from throughline.domain.seal import Link, sign_link

ATTEMPT = Attempt("seed-1", NOW)
SESSION = ATTEMPT.session(ROOT, "manager-1")
SECOND = timedelta(seconds=1)


def test_an_attempt_is_known_again_for_ten_minutes() -> None:
    token = ATTEMPT.token(ROOT)
    assert attempt_behind(ROOT, token, NOW + TO_SIGN_IN - SECOND) == ATTEMPT
    assert attempt_behind(ROOT, token, NOW + TO_SIGN_IN) is None
    assert attempt_behind(b"another root", token, NOW) is None
    assert attempt_behind(ROOT, SESSION.token(ROOT), NOW) is None


def test_a_session_is_known_again_for_eight_hours() -> None:
    token = SESSION.token(ROOT)
    assert session_behind(ROOT, token, NOW + SIGNED_IN - SECOND) == SESSION
    assert session_behind(ROOT, token, NOW + SIGNED_IN) is None
    assert session_behind(b"another root", token, NOW) is None
    assert session_behind(ROOT, ATTEMPT.token(ROOT), NOW) is None
    assert session_behind(ROOT, sign_link(ROOT, Link("case", SESSION.subject, NOW + SIGNED_IN)), NOW) is None


def test_the_same_attempt_ends_in_the_same_session_and_another_in_another() -> None:
    assert ATTEMPT.session(ROOT, "manager-1") == SESSION
    assert Attempt("seed-2", NOW).session(ROOT, "manager-1").id != SESSION.id


def test_what_an_attempt_says_tells_nothing_of_the_rest() -> None:
    said = [ATTEMPT.state(ROOT), ATTEMPT.nonce(ROOT), ATTEMPT.verifier(ROOT), ATTEMPT.challenge(ROOT)]
    others = Attempt("seed-2", NOW)
    assert len({*said, others.state(ROOT), others.nonce(ROOT), others.verifier(ROOT), others.challenge(ROOT)}) == 8
    assert not any(one in ATTEMPT.token(ROOT) for one in said)


def test_the_verifier_is_one_that_the_challenge_is_made_of() -> None:
    verifier = ATTEMPT.verifier(ROOT)
    assert re.fullmatch(r"[A-Za-z0-9._~-]{43,128}", verifier)
    made = urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).decode()
    assert ATTEMPT.challenge(ROOT) == made.rstrip("=")


def test_a_form_is_for_one_session() -> None:
    nonce = page_nonce(ROOT, SESSION.subject)
    assert is_page_nonce(ROOT, SESSION.subject, nonce)
    for wrong in ("", "0.", nonce[:-1], nonce + "0", "1" + nonce[1:], page_nonce(ROOT, "manager-1/other"), "é"):
        assert not is_page_nonce(ROOT, SESSION.subject, wrong)
