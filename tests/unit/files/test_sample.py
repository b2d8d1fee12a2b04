"""The sample organisation keeps what it promises to show."""

from collections import Counter

import pytest

from operate import sample
from operate.files.maps import read_map
from operate.files.staff import read_staff
from throughline.domain.journey import JourneyMap
from throughline.domain.journey_check import check
from throughline.domain.people_check import check_people
from throughline.domain.person import Person


@pytest.fixture(scope="module")
def journey_map() -> JourneyMap:
    found, problems = check(read_map(sample.JOURNEY))
    assert not problems
    assert found is not None
    return found


@pytest.fixture(scope="module")
def people(journey_map: JourneyMap) -> tuple[Person, ...]:
    found, problems = check_people(read_staff(sample.PEOPLE), journey_map)
    assert not problems
    return found


def test_it_is_big_enough_to_be_worth_looking_at(journey_map: JourneyMap) -> None:
    touchpoints = journey_map.touchpoints()
    assert len({one.journey for one in touchpoints}) >= 3
    assert len(touchpoints) >= 20
    assert len(journey_map.departments) >= 9
    assert sum(one.kind == "contract" for one in journey_map.departments) >= 2
    assert len(journey_map.lessons) >= 12


def test_every_row_has_a_role_words_and_a_way_to_be_reached(journey_map: JourneyMap) -> None:
    for part in journey_map.parts:
        assert part.role
        assert len(part.routes_when) >= 3
        assert journey_map.address_of(part)
        assert len(part.how_they_affect_it) <= 110


def test_a_deciding_phrase_decides_for_one_row_alone(journey_map: JourneyMap) -> None:
    deciding = Counter(cue.words for part in journey_map.parts for cue in part.routes_when if cue.decides)
    assert len(deciding) >= 20
    assert set(deciding.values()) == {1}


def test_every_lesson_can_be_recalled(journey_map: JourneyMap) -> None:
    assert all(one.question.endswith("?") and one.answer and one.touchpoint for one in journey_map.lessons)
    assert all(50 <= len(one.text.split()) <= 150 for one in journey_map.lessons)


def test_people_live_in_three_zones_with_and_without_a_mailbox(people: tuple[Person, ...]) -> None:
    assert len(people) >= 40
    assert {one.timezone for one in people} == {"Europe/London", "Europe/Berlin", "America/New_York"}
    assert sum(not one.email for one in people) >= 10
    assert {one.digest for one in people} == {"weekly", "monthly", "off"}
    assert {one.manager for one in people} - {""} <= {one.name for one in people}


def test_places_count_the_people_who_work_there(people: tuple[Person, ...]) -> None:
    assert sample.places() == Counter(one.place for one in people)
    assert min(sample.places().values()) < 5 <= sorted(sample.places().values())[1]


def test_everyone_named_in_the_map_is_on_the_staff_list(journey_map: JourneyMap, people: tuple[Person, ...]) -> None:
    on_the_list = {(one.name, one.department, one.role) for one in people}
    in_the_map = {(p.name, one.name, p.role) for one in journey_map.departments for p in one.people}
    assert in_the_map <= on_the_list
