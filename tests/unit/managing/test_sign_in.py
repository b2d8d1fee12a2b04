"""Coming back from the sign-in page: everything has to fit."""

from dataclasses import dataclass, field

import pytest

from fakes.managers import MemorySessions, MemorySignIn
from fakes.outside import ROOT
from fakes.signing import CLIENT, GROUP, ISSUER, MANAGER, claims, signer
from fakes.values import NOW
from throughline.domain.manager import Attempt, Session
from throughline.errors import Refused
from throughline.usecases.sign_in_manager import Answer, Pool, sign_in_manager

ATTEMPT, OTHER = Attempt("seed-1", NOW), Attempt("seed-2", NOW)
STATE = ATTEMPT.state(ROOT)


@dataclass
class House:
    """A browser that began an attempt, and what came of it."""

    attempt: Attempt | None = ATTEMPT
    sessions: MemorySessions = field(default_factory=MemorySessions)
    nonce: str = ATTEMPT.nonce(ROOT)

    def __post_init__(self) -> None:
        token = signer().token(claims(self.nonce, NOW))
        self.sign_in = MemorySignIn("good", token, [signer().key()])

    def back(self, code: str = "good", state: str = STATE, trouble: str = "") -> Session:
        return sign_in_manager(
            answer=Answer(code, state, trouble),
            attempt=self.attempt,
            pool=Pool(ISSUER, CLIENT, GROUP),
            sign_in=self.sign_in,
            sessions=self.sessions,
            root=ROOT,
            now=NOW,
        )

    def refused(self, **told: str) -> str:
        with pytest.raises(Refused) as caught:
            self.back(**told)
        assert caught.value.status == 403
        assert self.sessions.standing == set()
        return caught.value.field


def test_whoever_signed_in_has_a_session() -> None:
    house = House()
    session = house.back()
    assert session == ATTEMPT.session(ROOT, MANAGER)
    assert house.sessions.stands(session)
    assert house.sign_in.verifiers == [ATTEMPT.verifier(ROOT)]


def test_the_same_answer_twice_is_one_session() -> None:
    house = House()
    assert house.back() == house.back()
    assert len(house.sessions.standing) == 1


def test_another_browsers_answer_is_refused_before_its_code_is_redeemed() -> None:
    house = House()
    assert [house.refused(state=wrong) for wrong in ("", "x", OTHER.state(ROOT), "é\ud800")] == ["state"] * 4
    assert House(attempt=None).refused() == "state"
    assert house.sign_in.verifiers == []


def test_what_the_sign_in_page_refused_is_refused() -> None:
    assert House().refused(trouble="access_denied", code="") == "error"
    assert House().refused(code="spent") == "code"


def test_a_token_for_another_attempt_is_refused() -> None:
    assert House(nonce=OTHER.nonce(ROOT)).refused() == "nonce"


def test_a_key_that_the_pool_does_not_show_proves_nothing() -> None:
    house = House()
    house.sign_in = MemorySignIn("good", signer(2048, "key-9").token(claims(house.nonce, NOW)), [signer().key()])
    assert house.refused() == "header"
