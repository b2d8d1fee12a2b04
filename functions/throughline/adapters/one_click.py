"""RFC 8058: the body that a mail program posts when somebody presses its unsubscribe button."""

from collections.abc import Iterator
from email.parser import BytesParser
from email.policy import HTTP
from urllib.parse import parse_qsl

FIELD, VALUE = "list-unsubscribe", "one-click"


def is_one_click(content_type: str, body: bytes) -> bool:
    """Whether it says List-Unsubscribe=One-Click, as a form of either kind or without naming its kind."""
    if content_type.strip().lower().startswith("multipart/form-data"):
        return _in_parts(content_type, body)
    fields = parse_qsl(body.decode("utf-8", "replace"))
    return any(_says_so(name, value) for name, value in fields)


def _in_parts(content_type: str, body: bytes) -> bool:
    head = content_type.replace("\r", " ").replace("\n", " ")
    document = b"Content-Type: " + head.encode("ascii", "replace") + b"\r\n\r\n" + body
    try:
        return any(_says_so(name, value) for name, value in _parts(document))
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):  # what the parser raises on odd parts
        return False


def _parts(document: bytes) -> Iterator[tuple[str, str]]:
    message = BytesParser(policy=HTTP).parsebytes(document)
    for part in message.get_payload() if message.is_multipart() else []:
        if not isinstance(part, str):
            yield str(part.get_param("name", "", "content-disposition")), str(part.get_payload())


def _says_so(name: str, value: str) -> bool:
    return (name.strip().lower(), value.strip().lower()) == (FIELD, VALUE)
