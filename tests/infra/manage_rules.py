"""Who gets at the managers' pages, and who may become one; each rule yields what is wrong."""

from collections.abc import Iterator
from typing import Any

from infra.stack import Stack, only_local

ROUTE, AUTHORIZER = "AWS::ApiGatewayV2::Route", "AWS::ApiGatewayV2::Authorizer"
OPEN = {"GET /manage/in", "GET /manage/back", "GET /manage/out", "POST /manage/out"}


def managers_pages_stand_behind_the_door(stack: Stack) -> Iterator[str]:
    """All but those that lead in and out; and nothing else does."""
    for _, route in stack.properties(ROUTE):
        key = str(route["RouteKey"])
        wanted = "/manage" in key and key not in OPEN
        behind = route.get("AuthorizationType") == "CUSTOM" and (
            stack.meant(route.get("AuthorizerId", "")) == "ManageDoorAuthorizer"
        )
        if wanted != behind:
            yield f"{key} stands on the wrong side of the managers' door"


def the_door_is_asked_each_time(stack: Stack) -> Iterator[str]:
    """A session that was ended opens nothing any more; whoever has no cookie is shown the way in."""
    found = dict(stack.properties(AUTHORIZER))
    for path, door in found.items():
        sound = {
            "asks our function": "${ManageDoor.Arn}" in str(door.get("AuthorizerUri")),
            "asks it each time": door.get("AuthorizerResultTtlInSeconds") == 0,
            "takes its plain answer": door.get("EnableSimpleResponses") is True,
            "speaks as it listens": door.get("AuthorizerPayloadFormatVersion") == "2.0",
            "wants a request": door.get("AuthorizerType") == "REQUEST",
            "asks about strangers too": list(only_local(door.get("IdentitySource"))) == [],
        }
        yield from (f"{path} is not one that {what}" for what, holds in sound.items() if not holds)
    if set(found) != {"ManageDoorAuthorizer"}:
        yield "there is another door than the managers'"


def only_managers_are_let_in(stack: Stack) -> Iterator[str]:
    """Nobody signs up by themselves, codes alone go through browsers, and they come back to us alone."""
    pool = _properties(stack, "Manage/Managers")
    client = _properties(stack, "Manage/Client")
    site = {"Fn::Sub": "${SiteUrl}/manage/back"}, {"Fn::Sub": "${SiteUrl}/manage/out"}
    sound = {
        "nobody signs up": pool.get("AdminCreateUserConfig") == {"AllowAdminCreateUserOnly": True},
        "the pool stays": stack.resources["Manage/Managers"].get("DeletionPolicy") == "Retain",
        "codes alone": client.get("AllowedOAuthFlows") == ["code"],
        "back to us alone": (client.get("CallbackURLs"), client.get("LogoutURLs")) == ([site[0]], [site[1]]),
        "no secret to lose": client.get("GenerateSecret") is False,
        "no name is told": client.get("PreventUserExistenceErrors") == "ENABLED",
        "no more than who": client.get("AllowedOAuthScopes") == ["openid"],
    }
    yield from (f"of the managers' pool it does not hold: {what}" for what, holds in sound.items() if not holds)


def _properties(stack: Stack, path: str) -> dict[str, Any]:
    found: dict[str, Any] = stack.resources[path]["Properties"]
    return found


RULES = (managers_pages_stand_behind_the_door, the_door_is_asked_each_time, only_managers_are_let_in)
