from contracts.catalogue import OUTGOING, schema
from throughline.contracts.reasons import CODES, DECIDING, PERSON, reason_code
from throughline.domain.decision import Parked, Praised, Routed
from throughline.domain.feedback import Kind
from throughline.domain.journey import Cue, JourneyMap, Part
from throughline.domain.routing import Router
from throughline.usecases.route_fact import NO_MAP


def part(touchpoint: str, department: str, *cues: Cue) -> Part:
    return Part("Buying", "Receiving", touchpoint, "home", department, "", "", cues, "2d", "")


ROUTER = Router(
    JourneyMap(
        version="1",
        parts=(
            part("Opening the parcel", "Packing", Cue("crushed"), Cue("box"), Cue("broken glass", decides=True)),
            part("Delivery", "Drivers", Cue("late"), Cue("box")),
            part("Paying", "IT", Cue("card reader")),
        ),
    )
)


def code_of(text: str, touchpoint: str = "", kind: Kind | None = None) -> str:
    (decision,) = ROUTER.decide(text, touchpoint=touchpoint, kind=kind)
    assert isinstance(decision, Routed | Praised | Parked)
    return reason_code(decision.reason)


def test_every_reason_that_routing_gives_has_a_code_of_its_own() -> None:
    assert code_of("It stood still.", "Paying") == "touchpoint-chosen"
    assert code_of("There was broken glass in it.") == DECIDING
    assert code_of("The card reader froze.") == "words-of-the-map"
    assert code_of("Something about a box.") == "several-fit"
    assert code_of("Qwertz.") == "nothing-fits"
    assert code_of("So kind.", "Paying", Kind.PRAISE) == "touchpoint-chosen"
    assert code_of("The card reader team was kind.", kind=Kind.PRAISE) == "words-of-the-map"
    assert code_of("So kind.", kind=Kind.PRAISE) == "nothing-fits"
    assert reason_code(NO_MAP) == "no-map"


def test_what_no_rule_gave_a_person_did() -> None:
    assert reason_code("Packing handed it on: “the map is wrong”") == PERSON


def test_the_schemas_know_the_same_codes() -> None:
    data = [schema(name)["properties"]["data"]["properties"] for name in OUTGOING]
    listed = {tuple(fields["reason"]["enum"]) for fields in data if "reason" in fields}
    assert listed == {CODES}
