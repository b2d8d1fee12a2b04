"""The journey map as a value."""

import json
from dataclasses import replace
from datetime import date

from hypothesis import given, settings

from throughline.domain.journey import (
    Cue,
    Department,
    JourneyMap,
    Part,
    as_document,
    from_document,
    versioned,
)
from unit.files.maps_made_up import maps

OWNER = Part("Buying", "Pay", "Paying at the till", "shop", "Shop Floor", "Till", "", (Cue("queue"),), "1d", "")
HELPER = replace(OWNER, department="IT", role="Tills", notify_email="tills@example.org")
ASLEEP = replace(OWNER, department="Accounts", active=False)
PARCEL = replace(OWNER, touchpoint="Opening the parcel", department="Packing")
MAP = JourneyMap(
    version="",
    parts=(ASLEEP, OWNER, PARCEL, HELPER),
    departments=(Department("Shop Floor", "shop@example.org"), Department("IT", "it@example.org")),
)


@settings(deadline=None, max_examples=60)
@given(maps())
def test_a_map_survives_its_document_exactly(journey_map: JourneyMap) -> None:
    assert from_document(json.loads(json.dumps(as_document(journey_map)))) == journey_map


def test_the_first_active_row_owns_the_touchpoint() -> None:
    touchpoint = MAP.touchpoint("  paying AT the till ")
    assert touchpoint is not None
    assert touchpoint.owner == OWNER
    assert touchpoint.parts == (OWNER, HELPER)


def test_touchpoints_keep_the_order_of_the_map() -> None:
    assert [one.name for one in MAP.touchpoints()] == ["Paying at the till", "Opening the parcel"]


def test_an_unknown_name_is_nothing() -> None:
    assert MAP.touchpoint("Flying") is None
    assert MAP.department("Flying") is None


def test_a_touchpoint_with_sleeping_rows_only_is_not_there() -> None:
    assert JourneyMap("", (ASLEEP,)).touchpoint("Paying at the till") is None


def test_mail_goes_to_the_rows_address_else_to_its_departments() -> None:
    assert MAP.address_of(HELPER) == "tills@example.org"
    assert MAP.address_of(OWNER) == "shop@example.org"
    assert MAP.address_of(PARCEL) == ""


def test_the_version_follows_the_content_alone() -> None:
    version = versioned(MAP).version
    assert versioned(replace(MAP, version="anything")).version == version
    assert versioned(replace(MAP, holidays=(date(2026, 12, 25),))).version != version
    assert versioned(replace(MAP, parts=(OWNER, ASLEEP, PARCEL, HELPER))).version != version


def test_the_target_is_part_of_the_version_where_it_is_not_the_usual_one() -> None:
    version = versioned(MAP).version
    assert "precision_target" not in as_document(MAP)
    assert versioned(replace(MAP, precision_target=0.95)).version != version
