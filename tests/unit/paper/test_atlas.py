"""The map's document laid out as a page."""

from throughline.adapters.paper_atlas import atlas
from unit.paper.page_contexts import PAGES, PARTS


def test_stages_span_their_moments_in_the_order_of_the_map() -> None:
    journey = atlas(PAGES["map"])[0]
    assert [(stage["name"], stage["span"]) for stage in journey["stages"]] == [
        ("Finding", 2),
        ("Buying", 1),
        ("Receiving", 2),
    ]
    assert [moment["owner"] for moment in journey["moments"]] == [
        "Shop floor", "Web team", "Shop floor", "Delivery", "Packing",
    ]  # fmt: skip


def test_those_who_answer_for_a_moment_stand_above_the_line() -> None:
    journey = atlas(PAGES["map"])[0]
    assert [one["name"] for one in journey["front"]] == ["Shop floor", "Web team", "Delivery", "Packing"]
    assert [one["name"] for one in journey["back"]] == ["Cleaning", "IT", "Planning", "Buying"]


def test_each_department_has_a_cell_for_each_moment() -> None:
    journey = atlas(PAGES["map"])[0]
    packing = next(one for one in journey["front"] if one["name"] == "Packing")
    assert [bool(cell["parts"]) for cell in packing["cells"]] == [False, False, False, False, True]


def test_resting_rows_and_further_journeys() -> None:
    other = PARTS[0] | {"journey": "Getting help", "touchpoint": "Calling"}
    document = {"parts": [*PARTS, other, PARTS[-1] | {"department": "Gone", "active": False}]}
    journeys = atlas(document)
    assert [journey["name"] for journey in journeys] == ["Buying furniture", "Getting help"]
    assert "Gone" not in [one["name"] for one in journeys[0]["back"]]


def test_a_stage_met_twice_is_drawn_once() -> None:
    late = PARTS[0] | {"touchpoint": "Asking the neighbours"}
    journey = atlas({"parts": [*PARTS, late]})[0]
    assert [stage["name"] for stage in journey["stages"]] == ["Finding", "Buying", "Receiving"]
