"""Puts the sample organisation into a stack: its map, its people, its places."""

import csv
from pathlib import Path

from operate.commands.journey import checked
from operate.files.staff import read_staff
from operate.stack import Stack
from operate.wire import open_atlas
from throughline.domain.journey import JourneyMap
from throughline.domain.people_check import check_people
from throughline.domain.place import Place

FOLDER = Path(__file__).resolve().parent.parent / "sample"


def load_sample(stack: Stack) -> tuple[JourneyMap, tuple[Place, ...]]:
    """Import the sample; places are made once and found again after that."""
    atlas = open_atlas(stack)
    journey_map = checked(FOLDER / "journey.yaml", as_json=False, err=True)
    people, problems = check_people(read_staff(FOLDER / "people.csv"), journey_map)
    if problems:
        raise ValueError(f"the sample's people can't be read: {problems[0]}")
    atlas.maps.replace(journey_map)
    atlas.directory.replace(people)
    known = {place.name: place for place in atlas.places.all() if place.active}
    with (FOLDER / "places.csv").open(encoding="utf-8") as rows:
        wanted = [(row["name"], int(row["staff"])) for row in csv.DictReader(rows)]
    return journey_map, tuple(known.get(name) or atlas.places.add(name, staff) for name, staff in wanted)
