"""Staff lists written to files and read back, and what is found wrong in them."""

from pathlib import Path

import pytest

from operate import sample
from operate.files.maps import read_map
from operate.files.staff import read_staff, write_staff
from throughline.domain.journey_check import check
from throughline.domain.people_check import check_people


@pytest.mark.parametrize("ending", [".csv", ".xlsx", ".yaml"])
def test_a_staff_list_comes_back_as_it_was(tmp_path: Path, ending: str) -> None:
    people, problems = check_people(read_staff(sample.PEOPLE))
    assert not problems
    path = tmp_path / f"people{ending}"
    write_staff(people, path)
    assert check_people(read_staff(path)) == (people, ())


def test_every_mistake_is_told_at_once_and_nobody_is_taken_over(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text(
        "name,email,department,timezone,language,digest,active\n"
        "Ana,ana@example.org,Packng,Europe/Londn,english!,weakly,maybe\n"
        ",ana at example,IT,,,,\n"
        "Bo,,IT,,,,\nBo,,it,,,,\nCy,ANA@example.org,IT,,,,\n",
        encoding="utf-8",
    )
    journey_map, _ = check(read_map(sample.JOURNEY))
    people, problems = check_people(read_staff(path), journey_map)
    assert people == ()
    assert [(one.row, one.column, one.nearest) for one in problems] == [
        (2, "C department", "Packing"),
        (2, "D timezone", "Europe/London"),
        (2, "E language", ""),
        (2, "F digest", "weekly"),
        (2, "G active", "yes"),
        (3, "A name", ""),
        (3, "B email", ""),
        (5, "A name", ""),
        (6, "B email", ""),
    ]


def test_a_person_keeps_their_id_when_the_address_is_written_otherwise(tmp_path: Path) -> None:
    ids = []
    for email, name in (("Ana@Example.org", "Ana"), ("ana@example.org", "Ana Ruiz")):
        path = tmp_path / "people.yaml"
        path.write_text(f"people: [{{name: {name}, email: {email}, department: IT}}]", encoding="utf-8")
        ids += [person.id for person in check_people(read_staff(path))[0]]
    assert len(ids) == 2
    assert len(set(ids)) == 1


def test_a_person_without_a_time_zone_lives_in_their_departments(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text("name,email,department\nAna,,accounts\n", encoding="utf-8")
    journey_map, _ = check(read_map(sample.JOURNEY))
    (person,), _ = check_people(read_staff(path), journey_map)
    assert (person.department, person.timezone, person.digest) == ("Accounts", "Europe/London", "weekly")
