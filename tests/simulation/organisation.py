"""Small organisations to simulate: maps that change, places, readers in four time zones, things that people say."""

from dataclasses import replace
from functools import cache

from fakes.values import part, small_map
from throughline.domain.feedback import Kind
from throughline.domain.journey import CASES, Department, JourneyMap, SurveyRule, versioned
from throughline.domain.person import Person
from throughline.domain.routing import Router

ZONES = ("Europe/London", "Asia/Kolkata", "America/New_York", "Pacific/Auckland")
PLACES = (("North", 12), ("Kiosk canary-of-a-small-place", 2))
DEPARTMENTS = ("Packing", "Delivery", "Planning", "IT", "Accounts", "Cleaning", "Nobody at all")
CX_MANAGER = "cx@shop.example"
STAFF = ("Ada Moss", "Ben Hale", "Cleo Dunn", "Kim Rowe", "Dev Anand", "Finn Oakes", "Gwen Pike", "Kim Rowe")
TRUST, CONFIDED = "trust@shop.example", "wordofconfidence"  # who alone may read what holds that word
CANARY, WORD = "canary-", "wordofmouth"  # a name or an address; something that somebody said

SAID = (
    ("The lamp was scratched when the customer opened the box.", "", None),
    ("The parcel was crushed, and the refund has not come.", "", None),
    ("The card reader froze again.", "Paying at the till", None),
    ("Thank you to the driver who carried the sofa upstairs.", "", None),
    ("The driver was lovely. But the box was crushed and the glass broke.", "", None),
    ("Something felt odd today.", "", None),
    ("No lift, and the time slot was wrong.", "Delivery at the door", Kind.ISSUE),
    ("Everybody was so kind.", "Opening the parcel", Kind.PRAISE),
    ("The floor was sticky.", "The floor of the shop", None),
    (f"A colleague was groped at the table, the box was crushed: {CONFIDED}.", "", None),
    ("The head office cut the opening hours, and the box was crushed.", "", None),  # which only sounds like one
)


def spelled(number: int) -> str:
    """A number in letters, lest the words that it marks wait for a person because of it."""
    return f"{number}".translate(str.maketrans("0123456789", "abcdefghij"))


@cache
def maps() -> tuple[JourneyMap, ...]:
    """Three versions of one map: a department goes, another comes that has no mailbox."""
    first = small_map(cx_manager=CX_MANAGER, confidential_contact=f"Ida Berg, {TRUST}")
    grown = replace(
        first,
        parts=(*first.parts, part("The floor of the shop", "Cleaning", "sticky", "dirty")),
        departments=(*first.departments, Department("Cleaning")),
        survey_rules=(SurveyRule("Opening the parcel", CASES),),
    )
    shrunk = replace(
        grown,
        parts=tuple(one for one in grown.parts if one.department != "Planning"),
        departments=tuple(
            replace(one, notify_email="cleaning@shop.example") if one.name == "Cleaning" else one
            for one in grown.departments
            if one.name != "Planning"
        ),
    )
    return first, versioned(grown), versioned(shrunk)


@cache
def router_of(version: str) -> Router:
    """The router of one version, made once for all simulations."""
    return Router(map_of(version))


@cache
def map_of(version: str) -> JourneyMap:
    """The map of that version."""
    return next(one for one in maps() if one.version == version)


def colleagues() -> list[Person]:
    """Three more in each zone who read the same, so that their digests can go together."""
    return [
        Person(f"id-{at}", f"Reader {spelled(at)}", f"reader{at}@shop.example", DEPARTMENTS[at % 4], timezone=zone)
        for at, zone in enumerate(ZONES * 3, start=len(STAFF))
    ]


def readers() -> list[Person]:
    """Two readers in each zone, one of them without a mailbox, two of them of one name."""
    return [
        Person(f"id-{at}", name, f"reader{at}@shop.example" if at else "", DEPARTMENTS[at % 5], timezone=zone)
        for at, (name, zone) in enumerate(zip(STAFF, (*ZONES, *ZONES), strict=True))
    ]
