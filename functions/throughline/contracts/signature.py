"""Standard Webhooks 1.0: who sent this, is it unchanged, and is it from now."""

import hmac
import re
from base64 import b64encode
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NoReturn

from throughline.errors import Refused

WINDOW_SECONDS = 300
LONGEST_ID = 256
MOST_SIGNATURES = 20
ID, TIMESTAMP, SIGNATURE = "webhook-id", "webhook-timestamp", "webhook-signature"
_SECONDS = re.compile(r"[0-9]{1,11}")


def verify(keys: Sequence[bytes], headers: Mapping[str, str], body: bytes, now: datetime) -> str:
    """The message's id, when one of its signatures was made with one of the keys within five minutes of now.

    Refused (401) says why not; nothing that the other side can send raises anything else.
    """
    sent = {name.lower(): value for name, value in headers.items()}
    message_id, timestamp = sent.get(ID, ""), sent.get(TIMESTAMP, "")
    _check_id(message_id)
    _check_time(timestamp, now)
    if not keys:
        _refuse("No signing key stands for this source.", "source", "Name a source that has been added.")
    given = [one.encode("utf-8", "surrogatepass") for one in sent.get(SIGNATURE, "").split(" ")[:MOST_SIGNATURES]]
    expected = [_signature(key, message_id, timestamp, body).encode() for key in keys]
    if not any([hmac.compare_digest(one, other) for one in expected for other in given]):  # noqa: C419 - compare all, whichever fits
        _refuse(
            "No signature fits this body.",
            SIGNATURE,
            "Sign id.timestamp.body as sent, with the source's key.",
        )
    return message_id


def sign(key: bytes, message_id: str, at: datetime, body: bytes) -> dict[str, str]:
    """The three headers that make a body ours."""
    timestamp = str(int(at.timestamp()))
    return {ID: message_id, TIMESTAMP: timestamp, SIGNATURE: _signature(key, message_id, timestamp, body)}


def _signature(key: bytes, message_id: str, timestamp: str, body: bytes) -> str:
    signed = f"{message_id}.{timestamp}.".encode("utf-8", "surrogatepass") + body
    return "v1," + b64encode(hmac.digest(key, signed, "sha256")).decode()


def _check_id(message_id: str) -> None:
    if not 1 <= len(message_id) <= LONGEST_ID:
        _refuse("The message has no usable id.", ID, f"Send an id of 1 to {LONGEST_ID} characters.")
    if "." in message_id or not message_id.isprintable():
        _refuse("The message's id holds a dot or signs that can't be printed.", ID, "Send an id without them.")


def _check_time(timestamp: str, now: datetime) -> None:
    if not _SECONDS.fullmatch(timestamp):
        _refuse("The message does not say when it was sent.", TIMESTAMP, "Send seconds since 1970, digits only.")
    if abs(now.timestamp() - int(timestamp)) > WINDOW_SECONDS:
        do = "Set the sender's clock, and sign anew at each attempt."
        _refuse("The message is more than five minutes from now.", TIMESTAMP, do)


def _refuse(what: str, field: str, do: str) -> NoReturn:
    raise Refused(what, field=field, do=do, status=401)
