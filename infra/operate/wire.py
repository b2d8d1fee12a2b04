"""Opens the rooms of a deployed stack for the operator's commands."""

import os
from functools import cache

from operate import atlas
from operate.stack import Stack
from throughline.adapters.dynamo.atlas import DynamoPlaces
from throughline.adapters.secrets import StackSecrets
from throughline.adapters.wiring import AtlasRoom, LedgerRoom
from throughline.domain.journey import JourneyMap
from throughline.domain.place import Place
from throughline.domain.recalling import SINGLE_MAILS
from throughline.usecases.letters import Letterhead


def enter(stack: Stack) -> None:
    """Let every AWS client of this process reach the stack: the adapters make their own, as in a function."""
    wanted = {"AWS_REGION": stack.region, "AWS_DEFAULT_REGION": stack.region}
    if stack.profile:
        wanted["AWS_PROFILE"] = stack.profile
    if stack.state:
        wanted |= {
            "AWS_ACCESS_KEY_ID": stack.state.access_key,
            "AWS_SECRET_ACCESS_KEY": stack.state.secret_key,
            "AWS_ENDPOINT_URL": stack.state.aws_endpoint,
            "AWS_ENDPOINT_URL_SESV2": stack.state.mail_endpoint,
        }
    os.environ.update(wanted)


@cache
def _ledger(table: str, singles: int) -> LedgerRoom:
    return LedgerRoom(table, singles=singles)


@cache
def _atlas(table: str) -> AtlasRoom:
    return AtlasRoom(table)


def open_ledger(stack: Stack) -> LedgerRoom:
    """The stack's ledger."""
    enter(stack)
    singles = int(stack.outputs.get("CaseMailsADay", SINGLE_MAILS))
    return _ledger(stack.outputs["LedgerTable"], singles)


def open_atlas(stack: Stack) -> AtlasRoom:
    """What the organisation told this stack."""
    enter(stack)
    return _atlas(stack.outputs["AtlasTable"])


def open_secrets(stack: Stack) -> StackSecrets:
    """The stack's secret."""
    enter(stack)
    return StackSecrets(stack.outputs["SecretId"])


def map_in_force(stack: Stack) -> JourneyMap:
    """The stack's journey map; Refused when none has been imported."""
    return atlas.map_in_force(open_atlas(stack).maps)


def letterhead(stack: Stack) -> Letterhead:
    """What mails of this stack carry besides their story."""
    current = open_atlas(stack).maps.current()
    mantra, inbound = current.mantra if current else "", stack.outputs.get("InboundDomain", "")
    people = open_atlas(stack).directory
    return Letterhead(stack.outputs["SiteUrl"], open_secrets(stack).root(), mantra, inbound, colleagues=people)


def first_place(stack: Stack) -> Place | None:
    """The first active place with a poster, or None."""
    places = DynamoPlaces(open_atlas(stack).record)
    return next((place for place in places.all() if place.active), None)
