"""What the organisation told us: its map, its places, its people."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from aws import ATLAS
from calls import count_calls
from fakes import FixedClock
from fakes.rooms import Atlas
from fakes.values import person, small_map
from throughline.adapters.dynamo.staff import DynamoStaff
from throughline.adapters.wiring import AtlasRoom
from throughline.domain.journey import CASES, THEMES, Lesson, SurveyRule, versioned
from throughline.domain.person import Person
from throughline.usecases.choose_digest import choose_digest


def test_there_is_no_map_before_the_first_import(atlas: Atlas) -> None:
    assert atlas.maps.current() is None


def test_a_map_is_read_back_as_it_was_put_in_force(atlas: Atlas) -> None:
    lesson = Lesson("wrap", "Opening the parcel", "Wrapping", "Foot first.", "What first?", "The foot.")
    rules = (SurveyRule("*", THEMES), SurveyRule("Opening the parcel", CASES))
    around = replace(small_map(), holidays=(date(2026, 12, 25),), lessons=(lesson,), cx_manager="cx@shop.example")
    whole = versioned(replace(around, survey_rules=rules))
    atlas.maps.replace(whole)
    assert atlas.maps.current() == whole


def test_a_smaller_map_leaves_no_row_of_the_larger_one(atlas: Atlas) -> None:
    larger = small_map()
    smaller = versioned(replace(larger, parts=larger.parts[:2]))
    atlas.maps.replace(larger)
    atlas.maps.replace(smaller)
    assert atlas.maps.current() == smaller


@pytest.mark.usefixtures("tables")
def test_a_new_map_is_noticed_within_a_minute_and_costs_few_reads(clock: FixedClock) -> None:
    reader, writer = AtlasRoom(ATLAS, clock=clock).maps, AtlasRoom(ATLAS, clock=clock).maps
    writer.replace(small_map())
    reader.current()
    with count_calls() as calls:
        for _ in range(20):
            reader.current()
            clock.passes(seconds=1)
    assert len(calls) == 0
    newer = small_map(mantra="As if it were new.")
    writer.replace(newer)
    clock.passes(seconds=40)
    assert reader.current() == newer


@pytest.mark.usefixtures("tables")
def test_an_unchanged_map_is_never_read_again_only_its_version(clock: FixedClock) -> None:
    maps = AtlasRoom(ATLAS, clock=clock).maps
    maps.replace(small_map())
    maps.current()
    with count_calls() as calls:
        for _ in range(10):
            clock.passes(minutes=1)
            maps.current()
    assert [call.operation for call in calls] == ["GetItem"] * 10


def test_a_place_is_found_by_its_link_until_it_is_revoked(atlas: Atlas, clock: FixedClock) -> None:
    north = atlas.places.add("North", 12)
    assert atlas.places.find(north.id) == north
    assert atlas.places.revoke(north.id) is True
    clock.passes(minutes=1)
    assert atlas.places.find(north.id) is None
    assert list(atlas.places.all()) == [replace(north, active=False)]


@pytest.mark.usefixtures("tables")
def test_a_place_that_was_revoked_elsewhere_is_closed_within_a_minute_and_costs_few_reads(clock: FixedClock) -> None:
    reader, writer = AtlasRoom(ATLAS, clock=clock).places, AtlasRoom(ATLAS, clock=clock).places
    north = writer.add("North", 12)
    with count_calls() as calls:
        for _ in range(20):
            assert reader.find(north.id) == north
            clock.passes(seconds=1)
    assert len(calls) == 1
    writer.revoke(north.id)
    clock.passes(seconds=40)
    assert reader.find(north.id) is None


def test_there_is_nothing_behind_a_link_that_nobody_made(atlas: Atlas) -> None:
    assert atlas.places.find("nobody") is None
    assert atlas.places.revoke("nobody") is False


def test_a_staff_list_says_who_came_who_changed_and_who_left(atlas: Atlas) -> None:
    ada, bo, cy = person("ada"), person("bo"), person("cy")
    assert atlas.directory.replace([ada, bo]) == (2, 0, 0)
    assert atlas.directory.replace([ada, replace(bo, role="Driver"), cy]) == (1, 1, 0)
    assert atlas.directory.replace([ada, cy]) == (0, 0, 1)
    assert {one.name for one in atlas.directory.people()} == {"ada", "cy"}
    gone = atlas.directory.person(bo.id)
    assert gone
    assert not gone.active


def test_somebody_who_left_can_come_back(atlas: Atlas) -> None:
    atlas.directory.replace([person("ada")])
    atlas.directory.replace([])
    assert atlas.directory.replace([person("ada")]) == (1, 0, 0)
    assert list(atlas.directory.people()) == [person("ada")]


def test_people_are_found_by_their_time_zone(atlas: Atlas) -> None:
    far = person("li", timezone="Asia/Kathmandu")
    atlas.directory.replace([person("ada"), person("bo"), far])
    assert sorted(atlas.directory.zones()) == ["Asia/Kathmandu", "Europe/London"]
    assert list(atlas.directory.in_zone("Asia/Kathmandu")) == [far]
    assert list(atlas.directory.in_zone("America/New_York")) == []


def test_somebody_who_moves_is_found_in_the_new_zone_only(atlas: Atlas) -> None:
    atlas.directory.replace([person("ada")])
    atlas.directory.replace([person("ada", timezone="Asia/Kathmandu")])
    assert list(atlas.directory.in_zone("Europe/London")) == []
    assert list(atlas.directory.zones()) == ["Asia/Kathmandu"]


def test_a_reader_chooses_how_often_the_digest_comes(atlas: Atlas) -> None:
    atlas.directory.replace([person("ada")])
    assert atlas.directory.choose("id-ada", "off") is True
    assert list(atlas.directory.in_zone("Europe/London")) == [person("ada", digest="off")]
    assert atlas.directory.choose("nobody", "off") is False


def test_a_readers_choice_outlives_a_staff_list_and_even_a_leave(atlas: Atlas) -> None:
    ada = person("ada")
    atlas.directory.replace([ada])
    atlas.directory.choose("id-ada", "off")
    for staff in ([replace(ada, role="Driver")], [], [ada]):
        atlas.directory.replace(staff)
    assert list(atlas.directory.people()) == [person("ada", digest="off")]


def test_what_a_reader_chooses_while_a_staff_list_is_taken_over_holds(atlas: Atlas) -> None:
    directory, far = atlas.directory, "Asia/Kathmandu"
    directory.replace([person(name) for name in ("ada", "bo", "cy")])
    directory.replace([person("ada"), person("bo")])

    def rows() -> Iterator[Person]:
        for name in ("ada", "cy"):
            directory.choose(f"id-{name}", "off")
            directory.choose_hour(f"id-{name}", 14)
            directory.choose_naming(f"id-{name}", "out")
            yield person(name, role="Lead driver", timezone=far)

    assert directory.replace(rows()) == (1, 1, 1)
    chosen = {"role": "Lead driver", "timezone": far, "digest": "off", "hour": 14, "naming": "out"}
    both = [person("ada", **chosen), person("cy", **chosen)]
    assert sorted(directory.at_own_hour(far), key=lambda one: one.id) == both
    assert sorted(directory.people(), key=lambda one: one.id) == both


def test_whoever_leaves_while_the_list_leaves_them_out_stays_out_with_the_next_list(atlas: Atlas) -> None:
    atlas.directory.replace([person("ada", digest="off")])
    for _ in range(2):
        chosen = choose_digest(person="id-ada", digest="off", directory=atlas.directory)
        assert chosen.reason == "it was so before"
    atlas.directory.replace([person("ada")])
    assert list(atlas.directory.people()) == [person("ada", digest="off")]


@pytest.mark.usefixtures("tables")
def test_a_staff_list_is_taken_over_many_people_at_a_time() -> None:
    directory = AtlasRoom(ATLAS).directory
    directory.replace([person(f"p{at}") for at in range(120)])
    with count_calls() as calls:
        directory.replace([person(f"p{at}", role="Driver") for at in range(120)])
    assert sum(call.operation == "TransactWriteItems" for call in calls) == 3
    assert len(calls) < 30


@pytest.mark.usefixtures("tables")
def test_whoever_is_erased_while_a_staff_list_is_taken_over_is_new_or_gone() -> None:
    room = AtlasRoom(ATLAS)
    room.directory.replace([person("ada"), person("bo"), person("cy")])

    def rows() -> Iterator[Person]:
        for name in ("ada", "bo"):
            DynamoStaff(room.record).erase(person(name), "")
        yield person("ada", role="Lead driver")

    room.directory.replace(rows())
    assert list(room.directory.people()) == [person("ada", role="Lead driver")]
    assert room.directory.person("id-bo") is None


def test_a_chosen_hour_and_language_outlive_a_staff_list_and_even_a_leave(atlas: Atlas) -> None:
    ada = person("ada")
    atlas.directory.replace([ada, person("bo")])
    assert atlas.directory.choose_hour("id-ada", 14) is True
    assert atlas.directory.choose_language("id-ada", "de") is True
    for staff in ([replace(ada, language="fr", timezone="Asia/Kathmandu")], [], [ada]):
        atlas.directory.replace(staff)
    chosen = person("ada", hour=14, language="de")
    assert list(atlas.directory.people()) == list(atlas.directory.at_own_hour("Europe/London")) == [chosen]
    assert list(atlas.directory.at_own_hour("Asia/Kathmandu")) == []


def test_whoever_chose_an_hour_is_in_their_zone_once_however_often_they_choose(atlas: Atlas) -> None:
    atlas.directory.replace([person("ada"), person("bo")])
    for hour in (14, 22, 22):
        assert atlas.directory.choose_hour("id-ada", hour) is True
    own = [person("ada", hour=22)]
    assert list(atlas.directory.at_own_hour("Europe/London")) == own
    assert sorted(one.id for one in atlas.directory.in_zone("Europe/London")) == ["id-ada", "id-bo"]


def test_whoever_left_may_still_choose_and_is_in_no_zone(atlas: Atlas) -> None:
    atlas.directory.replace([person("ada")])
    atlas.directory.replace([])
    assert atlas.directory.choose_hour("id-ada", 14) is True
    assert list(atlas.directory.at_own_hour("Europe/London")) == []
    assert atlas.directory.choose_hour("nobody", 14) is False
    assert atlas.directory.choose_language("nobody", "de") is False


def test_a_house_is_a_domain_that_several_people_share(atlas: Atlas) -> None:
    assert atlas.directory.houses() == frozenset()
    addresses = ("a@shop.example", "b@shop.example", "c@gmail.com", "d@gmail.com", "e@own.example", "")
    atlas.directory.replace([replace(person(str(at)), email=one) for at, one in enumerate(addresses)])
    assert atlas.directory.houses() == {"shop.example"}
