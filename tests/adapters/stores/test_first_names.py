"""Whether a word is the first name of somebody who works here, told without a look at the list."""

from dataclasses import replace

import pytest

from aws import ATLAS
from fakes.rooms import Atlas
from fakes.values import person
from throughline.adapters.dynamo.records import AtlasRecord, bind
from throughline.adapters.dynamo.staff import DynamoStaff
from throughline.adapters.wiring import AtlasRoom
from throughline.domain.person import Person

EVERY = frozenset({"ada", "bo", "cy", "maria", "josé", "moss"})


def staff(*names: str) -> list[Person]:
    return [replace(person(f"id{at}"), name=name) for at, name in enumerate(names)]


def test_first_names_are_known_and_last_names_are_not(atlas: Atlas) -> None:
    atlas.directory.replace(staff("Ada Moss", "Maria José Lind"))
    assert atlas.directory.first_names(EVERY) == {"ada", "maria", "josé"}
    assert atlas.directory.first_names(frozenset()) == frozenset()


def test_of_those_who_left_nothing_is_known(atlas: Atlas) -> None:
    assert atlas.directory.first_names(EVERY) == frozenset()
    ada, bo, other = staff("Ada Moss", "Bo Lind", "Ada Lind")
    atlas.directory.replace([ada, bo, other])
    atlas.directory.replace([bo, other])
    assert atlas.directory.first_names(EVERY) == {"ada", "bo"}
    atlas.directory.replace([bo])
    assert atlas.directory.first_names(EVERY) == {"bo"}


@pytest.mark.usefixtures("tables")
def test_erased_their_first_name_goes_with_them_unless_somebody_shares_it() -> None:
    atlas, record = AtlasRoom(ATLAS), bind(AtlasRecord, ATLAS)
    ada, bo, other = staff("Ada Moss", "Bo Lind", "Ada Lind")
    atlas.directory.replace([ada, bo, other])
    for _ in range(2):
        DynamoStaff(record).erase(ada, "")
    assert atlas.directory.first_names(EVERY) == {"ada", "bo"}
    DynamoStaff(record).erase(other, "")
    assert atlas.directory.first_names(EVERY) == {"bo"}
