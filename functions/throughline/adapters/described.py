"""What a route says of itself in the API's document: its answers, in words and shapes."""

from http import HTTPStatus
from typing import Any

PAGE = {"text/html": {"schema": {"type": "string"}}}
FIELDS = (400, 413, 415)  # what reading a form or a JSON object may end in
MEANINGS = {
    200: "Here it is, or nothing new had to be done.",
    201: "Taken: something new was kept.",
    202: "Nobody takes it under this address, and nothing was kept; look at the address that was given out.",
    303: "Go on at the address in Location.",
    400: "Something in it can't be used; the answer names the field.",
    401: "The signature or its time does not hold.",
    403: "The link or the page's nonce does not open this, or not any more.",
    404: "There is nothing under this link or receipt.",
    409: "Something else was done under it before; look at what stands now.",
    413: "It is larger than this door takes.",
    415: "Content-Type names neither a form nor JSON.",
    429: "More came by this link or address than is taken, and nothing was kept; Retry-After says when to come again.",
    503: "It can't be taken just now; send it again in a minute.",
}


def described(summary: str, tag: str, *statuses: int, data: str = "", page: bool = True) -> dict[str, Any]:
    """What a route's decorator takes; `data` names the shape that programs get, `page` is whether people get one."""
    shown = (PAGE if page else {}) | (_json(data) if data else {})
    problem = PAGE | _json("Problem")
    answers = {
        status: {"description": MEANINGS[status], "content": shown if status < HTTPStatus.BAD_REQUEST else problem}
        for status in statuses
    }
    return {"summary": summary, "tags": [tag], "responses": answers}


def _json(shape: str) -> dict[str, Any]:
    return {"application/json": {"schema": {"$ref": f"#/components/schemas/{shape}"}}}
