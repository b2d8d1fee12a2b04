"""What is sent to the doors: mostly almost right, so that it comes far, and sometimes anything at all."""

import json
from base64 import b64encode
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, urlencode

from hypothesis import strategies as st

from handlers.events import FORM, http
from hostile.strings import EXAMPLES, SHORT

JSON = "application/json"
KINDS = (FORM, JSON, f"{FORM}; charset=utf-16", "multipart/form-data; boundary=x", "", "text/plain", "JSON", "\ud800")
PARTED = tuple(
    f"multipart/form-data{boundary}" for boundary in ("; boundary*=undefined''x", "; boundary*=idna''x..", "")
)
DEEP = tuple(mark * depth for mark in (b"[", b'{"a":', b'{"text":[') for depth in (3, 400, 970, 990, 1_000, 20_000))
ODD = (
    b"",
    b"\0",
    b"\xff\xfe\x00",
    b"\xed\xa0\x80=1",
    b"=&=&&;==",
    b"&" * 5_000,
    b"a=1&" * 5_000,
    b"x" * 65_537,
    b"null",
    b"NaN",
    b"[]",
    b'"text"',
    b"1e999",
    b"9" * 5_000,
    b'{"id": 1e400, "text": -Infinity}',
    b'{"text": "x", "text": "y", "id": "device-000001"}',
    b'{"id": "device-000001", "text": "\\ud800", "kind": "\\u0000"}',
    b"--x\r\nContent-Disposition: form-data; name*=undefined''y\r\n\r\nOne-Click\r\n--x--",
    b'--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--',
)  # fmt: skip
WORDS = st.one_of(
    st.sampled_from(SHORT),
    st.sampled_from(SHORT),
    st.text(max_size=40),
    st.text(st.characters(categories=["Cc", "Cf", "Cs", "Zl", "Zp"]), max_size=12),
    st.sampled_from(EXAMPLES),
)
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | WORDS
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=5,
)


def almost(good: Mapping[str, Any], bad: st.SearchStrategy[Any] = WORDS) -> st.SearchStrategy[dict[str, Any]]:
    """The right fields with a few of them spoiled, missing, or joined by others."""
    spoiled = st.dictionaries(st.sampled_from([*good, "nonsense"]), bad, max_size=3)
    missing = st.lists(st.sampled_from([*good]), max_size=1)
    strange = st.dictionaries(WORDS, bad, max_size=1)
    return st.builds(_mixed, st.just(good), spoiled, missing, strange)


def _mixed(good: Mapping[str, Any], spoiled: Mapping[str, Any], missing: list[str], strange: Any) -> dict[str, Any]:
    kept = {name: value for name, value in good.items() if name not in missing}
    return {**kept, **spoiled, **strange}


def as_form(fields: Mapping[str, Any]) -> bytes:
    """A form's body; halves of characters go as the bytes they would have."""
    pairs = [(quote(name, errors="surrogatepass"), str(value)) for name, value in fields.items()]
    return urlencode(pairs, errors="surrogatepass").encode()


def as_json(document: Any) -> bytes:
    """JSON; what JSON has no word for goes as Python says it."""
    return json.dumps(document).encode()


def bodies(good: Mapping[str, Any]) -> st.SearchStrategy[tuple[str, bytes]]:
    """Content type and body, together or at odds."""
    form = st.tuples(st.just(FORM), almost(good, WORDS).map(as_form))
    document = st.tuples(st.just(JSON), almost(good, VALUES).map(as_json))
    odd = st.tuples(st.sampled_from(KINDS + PARTED), st.sampled_from(ODD + DEEP) | st.binary(max_size=60))
    anything = st.tuples(st.sampled_from((FORM, JSON)), VALUES.map(as_json))
    return st.one_of(form, form, document, document, odd, anything)


def requests(
    method: str, paths: st.SearchStrategy[str], sent: st.SearchStrategy[tuple[str, bytes]]
) -> st.SearchStrategy[dict[str, Any]]:
    """A request as Lambda gets it, by a browser or a program, its body in base64 or as text."""
    accepts = st.sampled_from(("text/html", JSON, "*/*", ""))
    return st.builds(_request, st.just(method), paths, sent, accepts, st.sampled_from((0, 0, 0, 1, 2)), QUERIES)


QUERIES = st.dictionaries(st.sampled_from(["receipt", "language", "x"]), WORDS, max_size=2)


def _request(
    method: str, path: str, sent: tuple[str, bytes], accept: str, wrapping: int, query: Mapping[str, str]
) -> dict[str, Any]:
    kind, body = sent
    event = http(method, path, body, accept=accept, accept_language=query.get("language", "")[:80])
    headers = {**event["headers"], "content-type": kind}
    wrapped = {
        0: {"body": b64encode(body).decode(), "isBase64Encoded": True},
        1: {"body": body.decode("utf-8", "replace"), "isBase64Encoded": False},
        2: {"body": "=" + body.decode("latin-1"), "isBase64Encoded": True},
    }
    return {**event, "headers": headers, "queryStringParameters": dict(query), **wrapped[wrapping]}


def tokens(good: str) -> st.SearchStrategy[str]:
    """A link's last part: the right one, the right one with a letter changed, or any words."""
    places = st.integers(0, max(len(good) - 1, 0))
    letters = st.sampled_from("AZaz09-_.=%")
    changed = st.builds(lambda at, letter: good[:at] + letter + good[at + 1 :], places, letters)
    cut = places.map(lambda at: good[:at])
    return st.one_of(st.just(good), st.just(good), changed, cut, WORDS)
