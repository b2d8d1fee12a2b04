"""What a department is asked, its code and its address, is asked in the language that the map names for it."""

from dataclasses import replace

import pytest

from fakes.outside import ROOT
from fakes.values import HEAD, NOW, small_map
from throughline.adapters.paper import render_letter
from throughline.domain.device import new_asking
from throughline.domain.journey import JourneyMap
from throughline.domain.letter import Letter, LetterKind
from throughline.usecases.ask_addresses import ask_addresses
from throughline.usecases.know_device import Gate, send_code
from unit.usecases.desk import Desk

HALL = "hall@shop.example"


def speaking(**languages: str) -> JourneyMap:
    """Departments that share a mailbox, each with its language."""
    known = small_map()
    told = [
        replace(one, language=languages[one.name], notify_email=HALL) if one.name in languages else one
        for one in known.departments
    ]
    return replace(known, departments=tuple(told))


def asked(desk: Desk, journey_map: JourneyMap) -> Letter:
    ask_addresses(before=None, after=journey_map, addresses=desk.ledger.addresses, head=HEAD, now=NOW)
    (letter,) = [one for one in desk.letters() if one.to == HALL and one.kind is LetterKind.CONFIRM_ADDRESS]
    return letter


def code_of(desk: Desk, department: str, journey_map: JourneyMap) -> Letter:
    gate = Gate(desk.ledger.devices, journey_map, HEAD)
    send_code(asking=new_asking(ROOT, department), gate=gate, now=NOW)
    (letter,) = [one for one in desk.letters() if one.kind is LetterKind.CODE]
    return letter


def test_a_german_department_is_sent_its_code_in_german(desk: Desk) -> None:
    letter = code_of(desk, "Packing", speaking(Packing="de"))
    assert letter.language == "de"
    assert "öffnet die Notizen von Packing" in render_letter(letter.kind, letter.fields, letter.language).subject


def test_a_german_department_is_asked_for_its_address_in_german(desk: Desk) -> None:
    letter = asked(desk, speaking(Packing="de"))
    assert letter.language == "de"
    assert "Ist das das richtige Postfach?" in render_letter(letter.kind, letter.fields, letter.language).text


@pytest.mark.parametrize(
    ("languages", "expected"),
    [
        ({"Packing": ""}, "en"),
        ({"Packing": "en"}, "en"),
        ({"Packing": "", "Delivery": "de"}, "de"),
        ({"Packing": "fr", "Delivery": "de"}, "fr"),
    ],
)
def test_whose_mailbox_it_is_says_the_language(desk: Desk, languages: dict[str, str], expected: str) -> None:
    assert asked(desk, speaking(**languages)).language == expected


@pytest.mark.parametrize("department", ["Packing", "Confidential contact", "Nobody of the map"])
def test_english_stands_in_where_the_map_names_none(desk: Desk, department: str) -> None:
    assert code_of(desk, department, small_map(cx_manager="cx@shop.example")).language == "en"
