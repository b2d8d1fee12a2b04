"""The template's routes and the functions behind them, so that a new one can't be forgotten."""

import re
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from handlers.events import Context, http
from infra.stack import load

ROUTE, INTEGRATION = "AWS::ApiGatewayV2::Route", "AWS::ApiGatewayV2::Integration"
NOT_FOUND = {"statusCode": 404, "headers": {}, "body": ""}
IN_TARGET = re.compile(r"integrations/(.+)")


@cache
def routes() -> Mapping[str, str]:
    """Each route's key ("GET /c/{token}") and the function that answers it."""
    stack = load()
    uris = {path: stack.meant(each["IntegrationUri"]) for path, each in stack.properties(INTEGRATION)}
    found = {}
    for _, each in stack.properties(ROUTE):
        target = IN_TARGET.fullmatch(stack.meant(each["Target"]))
        assert target, each
        function = stack.resources[uris[target[1]].removesuffix(".Arn")]
        found[each["RouteKey"]] = str(function["Properties"]["Handler"]).partition(".")[0]
    return found


@cache
def guarded() -> frozenset[str]:
    """The routes that the managers' door stands before."""
    return frozenset(each["RouteKey"] for _, each in load().properties(ROUTE) if "AuthorizerId" in each)


def answer(method: str, url: str, body: bytes = b"", **headers: str) -> Mapping[str, Any]:
    """What the API answers: the function behind the route, or its own "not found" where there is no route."""
    parts = urlsplit(url)
    key = next((key for key in routes() if _fits(key, method, parts.path)), "")
    if not key:
        return NOT_FOUND
    event = http(method, parts.path, body, **{"accept": "text/html", **headers})
    if key in guarded():
        said = import_module("manage_door.handler").handle({**event, "type": "REQUEST"}, Context())
        event["requestContext"]["authorizer"] = {"lambda": said["context"]}
    event |= {"rawQueryString": parts.query, "queryStringParameters": dict(parse_qsl(parts.query)), "routeKey": key}
    given: Mapping[str, Any] = import_module(f"{routes()[key]}.handler").handle(event, Context())
    return given


def _fits(key: str, method: str, path: str) -> bool:
    wanted, _, pattern = key.partition(" ")
    return wanted in (method, "ANY") and re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", pattern), path) is not None
