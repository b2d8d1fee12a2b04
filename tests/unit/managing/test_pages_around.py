"""The overview, the mirror and the shadow, as a manager sees and changes them."""

from dataclasses import replace

import pytest

from fakes import MemoryAtlas
from fakes.learning import MemoryPrecedents
from fakes.managers import MemoryMapDesk
from fakes.values import HEAD, RIDDLE, SCRATCHED, TODAY, small_map, thanks
from throughline.domain.decision import Candidate, Parked
from throughline.domain.journey import JourneyMap, folded, versioned
from throughline.domain.line import ParkedItem
from throughline.domain.precedent import How, Precedent
from throughline.domain.recognition import HeldFor, Publicity
from throughline.domain.routing import Router
from throughline.errors import Refused, Unavailable
from throughline.usecases.accept_proposals import accept_proposals, seen_in_mirror
from throughline.usecases.settle_thanks import settle_thanks
from throughline.usecases.show_held_thanks import held_thanks_view
from throughline.usecases.show_managing import managing_view
from throughline.usecases.show_shadow import move_shadow, shadow_view
from unit.usecases.desk import Desk


@pytest.fixture
def atlas() -> MemoryAtlas:
    made = MemoryAtlas()
    made.maps.replace(small_map())
    return made


def learned() -> MemoryPrecedents:
    """Four that were thought to be Delivery's for “sofa”, and belong to Packing."""
    return MemoryPrecedents(
        *(
            Precedent(
                f"F#{at}",
                1,
                1,
                How.CORRECTED,
                "the padding of the sofa",
                "Opening the parcel",
                "Packing",
                TODAY,
                "1",
                said="Delivery",
                hits=("sofa",),
            )
            for at in range(4)
        )
    )


def test_the_overview_counts_what_waits_and_what_is_late(desk: Desk, atlas: MemoryAtlas) -> None:
    desk.routed(RIDDLE)
    desk.routed(SCRATCHED, identity="device-0002")
    atlas.shadows.put("IT")

    def view() -> dict[str, object]:
        now = desk.clock.now()
        current = atlas.maps.current()
        return managing_view(backlog=desk.ledger.backlog, shadows=atlas.shadows, journey_map=current, now=now)

    assert view() | {"mantra": ""} == {
        "waiting": 1,
        "late": [],
        "thanks": 0,
        "aside": 0,
        "shadow": ["IT"],
        "has_map": True,
        "mantra": "",
    }
    desk.clock.passes(days=9)
    assert view()["late"] == [{"department": "Packing", "count": 1}]


def test_before_the_first_map_the_overview_says_so(desk: Desk, atlas: MemoryAtlas) -> None:
    now = desk.clock.now()
    view = managing_view(backlog=desk.ledger.backlog, shadows=atlas.shadows, journey_map=None, now=now)
    assert (view["has_map"], view["late"], view["shadow"]) == (False, [], [])


def test_an_edit_that_is_proposed_can_be_taken_once(atlas: MemoryAtlas) -> None:
    _, mirror = seen_in_mirror(atlas.map_desk, learned())
    (drop,) = (one for one in mirror.proposals if one.edit == "drop")
    after = accept_proposals(codes=[drop.code], maps=atlas.map_desk, precedents=learned())
    assert atlas.maps.current() == after
    assert "sofa" not in str([part.routes_when for part in after.parts])
    with pytest.raises(Refused, match="Nothing is proposed") as refused:
        accept_proposals(codes=[drop.code], maps=atlas.map_desk, precedents=learned())
    assert refused.value.field == "code"


def test_an_edit_never_undoes_what_came_in_force_meanwhile(atlas: MemoryAtlas) -> None:
    _, mirror = seen_in_mirror(atlas.map_desk, learned())
    imported = versioned(replace(small_map(), mantra="Another one."))

    class Raced(MemoryMapDesk):
        def current(self) -> JourneyMap | None:
            found = super().current()
            atlas.maps.replace(imported)
            return found

    with pytest.raises(Unavailable):
        accept_proposals(codes=[mirror.proposals[0].code], maps=Raced(atlas.maps), precedents=learned())
    assert atlas.maps.current() == imported


def test_there_is_no_mirror_before_the_first_map() -> None:
    with pytest.raises(Refused, match="no journey map") as refused:
        seen_in_mirror(MemoryAtlas().map_desk, learned())
    assert refused.value.status == 404


def held_back(desk: Desk, text: str, identity: str) -> ParkedItem:
    """A note while Packing is in the shadow."""
    line = desk.reports(text, identity=identity)
    router = Router(small_map(), shadow=frozenset({folded("Packing")}))
    (decision,) = router.decide(text)
    assert isinstance(decision, Parked)
    found = (Candidate("IT", "", 0.3), *decision.alternatives)  # its sense was weighed since
    item = ParkedItem(line, "fact", decision.reason, text, TODAY.isoformat(), found)
    desk.ledger.change(line, parked=item)
    return item


def test_a_department_in_the_shadow_shows_what_it_would_have_got(desk: Desk, atlas: MemoryAtlas) -> None:
    atlas.shadows.put("Packing")
    item = held_back(desk, SCRATCHED, "device-0001")
    view = shadow_view(cases=desk.ledger.cases, shadows=atlas.shadows, journey_map=small_map())
    assert view["shadow"] == [
        {"department": "Packing", "notes": [{"id": item.line, "quote": SCRATCHED, "since": TODAY.isoformat()}]}
    ]
    assert view["others"] == ["Accounts", "Delivery", "IT", "Planning"]


def test_a_department_goes_into_the_shadow_and_out_of_it(atlas: MemoryAtlas) -> None:
    def moved(to: str, department: str = "packing ") -> str:
        return move_shadow(department=department, to=to, shadows=atlas.shadows, journey_map=small_map())

    assert [moved("shadow"), moved("shadow"), moved("live"), moved("live")] == [
        "changed",
        "repeated",
        "changed",
        "repeated",
    ]
    for wrong in (("shadow", "The moon"), ("elsewhere", "Packing"), ("shadow", "")):
        with pytest.raises(Refused):
            moved(*wrong)
    assert atlas.shadows.names() == frozenset()


def waiting_thanks(desk: Desk, **told: object) -> str:
    held = replace(thanks("F#7"), state=Publicity.HELD, held_for=HeldFor.NUMBER.value, **told)  # type: ignore[arg-type]
    desk.ledger.change("F#7", thanks=(held,))
    return held.ref


def settled(desk: Desk, ref: str, state: str) -> str:
    room, directory, now = desk.ledger.recognitions, MemoryAtlas().directory, desk.clock.now()
    return settle_thanks(ref=ref, state=state, recognitions=room, directory=directory, head=HEAD, now=now)


def test_thanks_that_wait_are_shown_with_their_reason(desk: Desk) -> None:
    ref = waiting_thanks(desk)
    view = held_thanks_view(done="", recognitions=desk.ledger.recognitions)
    assert [(one["id"], one["held_for"], one["departments"]) for one in view["thanks"]] == [
        (ref, "number", ["Delivery", "Planning"])
    ]
    assert held_thanks_view(done=ref, recognitions=desk.ledger.recognitions)["thanks"] == []


@pytest.mark.parametrize("state", ["published", "dropped"])
def test_thanks_are_decided_once(desk: Desk, state: str) -> None:
    ref = waiting_thanks(desk)
    assert [settled(desk, ref, state), settled(desk, ref, state)] == ["changed", "repeated"]
    assert list(desk.ledger.recognitions.held()) == []


def test_what_is_not_a_managers_to_decide_about_thanks_is_refused(desk: Desk) -> None:
    ref = waiting_thanks(desk)
    for wrong in ((ref, "private"), (ref, ""), ("F#7/2", "published"), ("", "dropped"), ("F#7/x", "dropped")):
        with pytest.raises(Refused):
            settled(desk, *wrong)
    assert len(list(desk.ledger.recognitions.held())) == 1
