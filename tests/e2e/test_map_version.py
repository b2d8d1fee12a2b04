"""A new version of the map is noticed by functions that run already."""

from pathlib import Path

import yaml

from e2e.line import SAMPLE, Line, token
from operate.demo.doors import until

NEW = {
    "journey": "Visiting a shop",
    "stage": "Arriving",
    "touchpoint": "Charging the car",
    "channel": "shop",
    "department": "Facilities",
    "role": "Site keeper",
    "how_they_affect_it": "Keeps the charging posts working.",
    "routes_when": '"charging post"!',
    "reply_within": "2d",
}


def test_a_new_version_of_the_map_is_noticed_within_a_minute(line: Line, tmp_path: Path) -> None:
    before = line.settled(line.note(f"The charging post, {token()}."))
    sample = yaml.safe_load((SAMPLE / "journey.yaml").read_text(encoding="utf-8"))
    changed = tmp_path / "journey.yaml"
    changed.write_text(yaml.safe_dump({**sample, "rows": [*sample["rows"], NEW]}), encoding="utf-8")

    def noticed() -> list[str]:
        items = line.settled(line.note(f"The charging post, {token()}."))
        return [item["touchpoint"] for item in items if item["kind"] == "case"]

    assert before[0]["kind"] == "parked"
    try:
        line.run("journey", "import", str(changed))
        assert until("the new version", noticed, patience=60) == ["Charging the car"]
    finally:
        line.tell_map()
