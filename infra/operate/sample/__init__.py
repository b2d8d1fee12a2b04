"""The sample organisation: an invented furniture house with its map, its people and its places."""

import csv
from pathlib import Path

FOLDER = Path(__file__).parent
JOURNEY = FOLDER / "journey.yaml"
PEOPLE = FOLDER / "people.csv"
PLACES = FOLDER / "places.csv"


def places() -> dict[str, int]:
    """How many people work at each place, by its name, in the file's order."""
    with PLACES.open(encoding="utf-8", newline="") as file:
        return {row["name"]: int(row["staff"]) for row in csv.DictReader(file)}
