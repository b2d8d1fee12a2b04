"""The note that a running `up` leaves for all other commands."""

import json
import os
from dataclasses import asdict, dataclass, field
from pathlib import Path

from operate.local.checkout import Checkout
from operate.local.locks import holder

UP_LOCK = "up.lock"
WATCHER_LOCK = "watcher.lock"


@dataclass(frozen=True)
class State:
    """A ready local stack: how to reach it and with which credentials. Ports are on 127.0.0.1."""

    pid: int
    stack: str
    region: str
    site_url: str
    aws_endpoint: str
    mail_endpoint: str
    smtp: str
    access_key: str
    secret_key: str
    outputs: dict[str, str] = field(default_factory=dict)


def write_state(checkout: Checkout, state: State) -> None:
    """Note a ready stack in one step, readable by this user alone."""
    target = checkout.kept / "state.json"
    draft = target.with_suffix(".draft")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        json.dump(asdict(state), file, indent=1)
    draft.replace(target)


def read_state(checkout: Checkout) -> State | None:
    """Give the running stack; a note left by a dead `up` is removed."""
    if not checkout.state_file.exists():
        return None
    if holder(lock_of(checkout, UP_LOCK)) is None:
        checkout.state_file.unlink(missing_ok=True)
        return None
    return State(**json.loads(checkout.state_file.read_text(encoding="utf-8")))


def lock_of(checkout: Checkout, name: str) -> Path:
    """Name a lock's file."""
    return checkout.root / ".throughline" / name
