"""What a command works on when it reads or changes the map, the people or the places of a stack."""

from dataclasses import dataclass

from operate.stack import Stack
from throughline.domain.journey import JourneyMap
from throughline.errors import Refused
from throughline.ports import Directory, MapStore, Places


@dataclass(frozen=True, slots=True)
class Atlas:
    """The three stores of what the organisation told us, each asked afresh."""

    maps: MapStore
    directory: Directory
    places: Places


def atlas_of(stack: Stack) -> Atlas:
    """The stores of a stack."""
    # Half a second that commands on files alone need not wait.
    from operate.wire import open_atlas, open_secrets
    from throughline.adapters.dynamo.atlas import DynamoMaps, DynamoPlaces
    from throughline.adapters.dynamo.directory import DynamoDirectory

    record = open_atlas(stack).record
    directory = DynamoDirectory(record, root=open_secrets(stack).root)
    return Atlas(DynamoMaps(record), directory, DynamoPlaces(record))


def map_in_force(maps: MapStore) -> JourneyMap:
    """The map in force; raises Refused before the first import."""
    current = maps.current()
    if current is None:
        raise Refused("There is no map yet.", do="Load one: throughline journey import FILE.")
    return current
