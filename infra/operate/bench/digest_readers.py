"""Readers of digests, many of them."""

from dataclasses import replace

from throughline.domain.person import Person

ZONE = "Europe/London"
DEPARTMENTS = ("Delivery", "Packing", "Planning", "Tills")


def mixed(count: int) -> list[Person]:
    """Readers of twenty departments, each with five roles, in ten places and two languages."""
    return [
        replace(
            one,
            department=(*DEPARTMENTS, *(f"Department {other}" for other in range(16)))[at % 20],
            role=f"Role {at // 20 % 5}",
            place=f"Place {at // 100 % 10}",
            language=("en", "de")[at // 1000 % 2],
        )
        for at, one in enumerate(readers(count))
    ]


def readers(count: int) -> list[Person]:
    """Readers of a few departments in two languages."""
    return [
        Person(
            f"{at:016x}",
            f"Reader {at}",
            f"reader{at}@shop.example",
            DEPARTMENTS[at % 4],
            role="Lead",
            place="North",
            timezone=ZONE,
            language=("en", "de")[at // 4 % 2],
        )
        for at in range(count)
    ]
