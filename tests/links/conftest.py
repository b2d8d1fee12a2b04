"""The line on a pretended AWS, after a week in which every kind of mail went out."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

import pytest
from moto import mock_aws

from aws import REGION
from handlers.live import Live, forget
from links.sent import GoodWeek
from throughline.adapters import ledger_room
from throughline.domain.sending import Limits

MORE = ("send_digest", "digest_choice", "api_document")
SETTINGS = {
    "AWS_ACCESS_KEY_ID": "pretended",
    "AWS_SECRET_ACCESS_KEY": "pretended",
    "AWS_SESSION_TOKEN": "pretended",
    "AWS_DEFAULT_REGION": REGION,
    "AWS_REGION": REGION,
}


@pytest.fixture
def week(session: Any) -> Iterator[GoodWeek]:
    """A week of a test's own."""
    with good_week(session) as made:
        yield made


@pytest.fixture(scope="module")
def any_week(session: Any) -> Iterator[GoodWeek]:
    """A week for tests that do not mind what others did to it."""
    with good_week(session) as made:
        yield made


@contextmanager
def good_week(session: Any) -> Iterator[GoodWeek]:
    with pytest.MonkeyPatch.context() as patch, mock_aws():
        patch.setattr("boto3.session.Session.client", lambda _self, *which, **how: session.create_client(*which, **how))
        patch.setattr("boto3.client", session.create_client)
        patch.setattr("pynamodb.connection.base.get_session", lambda: session)
        patch.setattr(ledger_room, "mail_limits", lambda: Limits(rate=500, daily=50_000, sent=0))
        for name, value in SETTINGS.items():
            patch.setenv(name, value)
        live = Live()
        for name, value in live.environment().items():
            patch.setenv(name, value)
        _forget_all()
        yield GoodWeek(live)
        _forget_all()


def _forget_all() -> None:
    forget()
    for function in MORE:
        for kept in vars(import_module(f"{function}.handler")).values():
            if hasattr(kept, "cache_clear"):
                kept.cache_clear()
