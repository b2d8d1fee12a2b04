"""GET /openapi.json: how programs talk to this API; the document is made from the code when it is built."""

from functools import cache
from importlib.resources import files
from typing import Any

from aws_lambda_powertools.event_handler import Response

from throughline.adapters.described import described
from throughline.adapters.http import door
from throughline.errors import Unavailable

SHARED = {"Cache-Control": "public, max-age=300", "X-Content-Type-Options": "nosniff"}
app = door()


@app.get("/openapi.json", **described("This document", "programs", 200, 503, data="Document", page=False))
def show() -> Response[str]:
    """The document that the build left beside the pages."""
    return Response(200, content_type="application/json", body=_document(), headers=dict(SHARED))


@cache
def _document() -> str:
    try:
        return (files("throughline") / "pages" / "openapi.json").read_text(encoding="utf-8")
    except FileNotFoundError:
        raise Unavailable("no document was built") from None


def handle(event: dict[str, Any], context: Any) -> dict[str, Any]:
    return app.resolve(event, context)
