"""What a new map changes, and who is left out of it."""

from dataclasses import replace

from operate import sample
from operate.files.maps import read_map
from operate.files.staff import read_staff
from throughline.domain.coverage import coverage
from throughline.domain.journey import Department, JourneyMap, Member
from throughline.domain.journey_check import check
from throughline.domain.map_changes import map_changes
from throughline.domain.people_check import check_people


def the_sample() -> JourneyMap:
    journey_map, problems = check(read_map(sample.JOURNEY))
    assert not problems
    assert journey_map is not None
    return journey_map


def test_the_same_map_changes_nothing() -> None:
    assert not map_changes(the_sample(), the_sample())


def test_the_first_map_only_adds() -> None:
    changes = map_changes(None, the_sample())
    assert not changes.removed
    assert "Opening the parcel · Packing (Packer)" in changes.added


def test_changes_name_the_row_and_its_columns() -> None:
    before = the_sample()
    first, second, *rest = before.parts
    changed = replace(first, reply_within="9d", stage="Elsewhere")
    new = replace(second, department="Falconry", role="Falcon")
    changes = map_changes(before, replace(before, parts=(changed, new, *rest), mantra="New"))
    row = f"{first.touchpoint} · {first.department} ({first.role})"
    assert changes.changed == (f"{row}: stage, reply_within", "mantra")
    assert changes.added == (f"{second.touchpoint} · Falconry (Falcon)",)
    assert changes.removed == (f"{second.touchpoint} · {second.department} ({second.role})",)


def test_another_order_is_a_change() -> None:
    before = the_sample()
    changes = map_changes(before, replace(before, parts=before.parts[::-1]))
    assert changes.changed == ("the order of the rows",)


def test_coverage_tells_who_answers_and_who_helps() -> None:
    found = {one.touchpoint: one for one in coverage(the_sample()).touched}
    parcel = found["Opening the parcel"]
    assert (parcel.answers, parcel.helps) == ("Packing", ("Warehouse", "Buying"))


def test_departments_and_roles_on_no_touchpoint_are_found() -> None:
    idle = Department("Falconry", people=(Member("Ann", "Falconer"),))
    journey_map = replace(the_sample(), departments=(*the_sample().departments, idle))
    people, _ = check_people(read_staff(sample.PEOPLE), journey_map)
    found = coverage(journey_map, people)
    assert found.left_out_departments == ("Falconry",)
    assert ("Falconry", "Falconer", ("Ann",)) in {(o.department, o.role, o.people) for o in found.left_out_roles}
    assert "Customer experience manager" in {one.role for one in found.left_out_roles}


def test_another_target_is_told() -> None:
    before = the_sample()
    assert map_changes(before, replace(before, precision_target=0.95)).changed == ("precision_target",)
