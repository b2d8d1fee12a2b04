"""What is for the confidential contact alone, by its words and by the map."""

from dataclasses import replace
from typing import Any

import pytest

from fakes.values import CARRIED, SCRATCHED, small_map
from throughline.domain.confided import confided_because
from throughline.domain.journey import CONFIDANT, Department, JourneyMap, Member

CONTACT = "Ida Berg, 0800 555 0100, trust@shop.example"


def led(**told: Any) -> JourneyMap:
    """A shop whose packing is led by Bea Lund."""
    known = small_map()
    people = (Member("Bea Lund", "Head of packing"), Member("Tom Reed", "Packer"))
    packing = replace(known.departments[0], people=people, escalate_to="jo.hart@shop.example")
    return replace(known, departments=(packing, *known.departments[1:]), **told)


@pytest.mark.parametrize(
    "text",
    [
        "She cut her hand on the glass and had to go to hospital.",
        "Somebody on the night crew keeps groping the trainees.",
        "Der Stromschlag am Regal hat mich umgeworfen.",
    ],
)
def test_harm_and_harassment_are_told_by_their_words_without_a_map(text: str) -> None:
    assert confided_because(text, None)


def test_everyday_trouble_and_thanks_are_not() -> None:
    assert [confided_because(text, led()) for text in (SCRATCHED, CARRIED)] == ["", ""]


def test_the_maps_own_words_are_kept_in_whatever_form() -> None:
    journey_map = led(confidential_words="works council; side payment")
    assert "works council" in confided_because("They leave the Works Councils out.", journey_map)
    assert confided_because("He asks for side payments at the gate.", journey_map)
    assert confided_because("The works canteen has no council tax form.", journey_map) == ""


@pytest.mark.parametrize(
    "text", ["bea lund never listens", "Bea shouts at us", "the head of packing hides it", "jo hart knows"]
)
def test_a_complaint_that_names_who_leads_a_team_does_not_reach_the_team(text: str) -> None:
    assert confided_because(text, led()) == "it may be about the head of a team"


@pytest.mark.parametrize("text", ["Tom was late again", "Thank you Bea, that was wonderful", "the bea is a plant"])
def test_others_and_thanks_to_a_head_go_their_way(text: str) -> None:
    assert confided_because(text, led()) == ""


def test_the_contact_is_named_as_people_know_them_and_stands_in_no_list() -> None:
    journey_map = led(confidential_contact=CONTACT, cx_manager="cx@shop.example")
    confidant = journey_map.department(CONFIDANT)
    assert confidant == Department(CONFIDANT, "trust@shop.example", "Europe/London", escalate_to="cx@shop.example")
    assert journey_map.confided_to() == "Ida Berg"
    assert confidant not in journey_map.departments


def test_without_a_contact_it_is_the_cx_manager_and_without_either_nobody() -> None:
    manager = led(confidential_contact="ask at reception", cx_manager="cx@shop.example")
    confidant = manager.confidant()
    assert confidant is not None
    assert (confidant.notify_email, manager.confided_to()) == ("cx@shop.example", "CX manager")
    assert led().confidant() is None
