import json
import os
from pathlib import Path

import click
import pytest

from operate.local.checkout import Checkout, find_checkout
from operate.local.locks import LockHeldError, held, holder, take
from operate.local.state import UP_LOCK, State, lock_of, read_state, write_state
from operate.local.status import status_of
from operate.stack import find_stack, local_stack


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    (tmp_path / "template.yaml").touch()
    return Checkout(tmp_path)


def some_state() -> State:
    return State(
        pid=os.getpid(),
        stack="throughline-local",
        region="us-east-1",
        site_url="http://127.0.0.1:8600",
        aws_endpoint="http://127.0.0.1:1",
        mail_endpoint="http://127.0.0.1:2",
        smtp="127.0.0.1:3",
        access_key="local-key",
        secret_key="secret",
        outputs={"BusName": "bus"},
    )


def test_a_running_stack_is_found_from_any_folder_within(checkout: Checkout, monkeypatch: pytest.MonkeyPatch) -> None:
    inner = checkout.root / "functions" / "deep"
    inner.mkdir(parents=True)
    monkeypatch.chdir(inner)
    with held(lock_of(checkout, UP_LOCK)):
        write_state(checkout, some_state())

        assert read_state(find_checkout()) == some_state()
        assert find_stack().outputs == {"BusName": "bus"}
        assert find_stack().local


def test_the_note_is_for_its_owner_alone_and_unseen_by_git(checkout: Checkout) -> None:
    write_state(checkout, some_state())

    assert checkout.state_file.stat().st_mode & 0o077 == 0
    assert (checkout.kept / ".gitignore").read_text(encoding="utf-8") == "*\n"


def test_the_note_of_a_dead_up_is_removed(checkout: Checkout, monkeypatch: pytest.MonkeyPatch) -> None:
    write_state(checkout, some_state())
    monkeypatch.chdir(checkout.root)

    assert read_state(checkout) is None
    assert not checkout.state_file.exists()
    with pytest.raises(click.UsageError, match="throughline up"):
        find_stack()


def test_a_build_folder_is_no_checkout(checkout: Checkout) -> None:
    built = checkout.root / ".aws-sam" / "build"
    built.mkdir(parents=True)
    (built / "template.yaml").touch()

    assert find_checkout(built) == checkout


def test_what_changed_since_the_build_is_named(checkout: Checkout) -> None:
    checkout.built_template.parent.mkdir(parents=True)
    checkout.built_template.touch()
    os.utime(checkout.root / "template.yaml", (0, 0))
    assert checkout.changed_since_build() is None

    page = checkout.root / "functions" / "deep" / "page.html"
    page.parent.mkdir(parents=True)
    page.touch()
    os.utime(checkout.built_template, (0, 0))
    os.utime(page, (1, 1))
    assert checkout.changed_since_build() == page


def test_a_lock_has_one_holder_and_ends_with_it(tmp_path: Path) -> None:
    path = tmp_path / "a.lock"
    assert holder(path) is None
    handle = take(path)
    assert holder(path) == os.getpid()
    with pytest.raises(LockHeldError):
        take(path)
    handle.close()
    assert holder(path) is None


def test_each_service_has_its_address() -> None:
    stack = local_stack(some_state())

    assert stack.endpoint("sesv2") == "http://127.0.0.1:2"
    assert stack.client("s3").meta.endpoint_url == "http://127.0.0.1:1"


def test_the_status_of_nothing_is_not_ready() -> None:
    told = status_of(None)

    assert told["ready"] is False
    assert json.loads(json.dumps(told)) == told


def test_the_status_names_every_address() -> None:
    told = status_of(some_state())

    assert set(told["urls"]) == {"form", "surveys", "desk", "map", "outbox", "api", "manage"}
    assert (told["ready"], told["bus"], told["smtp"]) == (True, "bus", "127.0.0.1:3")
    assert told["credentials"]["aws_access_key_id"] == "local-key"
