"""The sample organisation: an invented furniture house with its map, its people and its places."""

from pathlib import Path

FOLDER = Path(__file__).parent
JOURNEY = FOLDER / "journey.yaml"
PEOPLE = FOLDER / "people.csv"
PLACES = FOLDER / "places.csv"
