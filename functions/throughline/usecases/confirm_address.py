"""An address says that it is the right one for its departments."""

from dataclasses import dataclass

from throughline.domain.reach import Asked
from throughline.ports.addresses import Addresses


@dataclass(frozen=True, slots=True)
class Confirmed:
    """Whether it counts from now on or did so before, and what was asked if anything still was."""

    outcome: str
    asked: Asked | None = None


def look(*, subject: str, addresses: Addresses) -> Confirmed:
    """How it stands; looking changes nothing."""
    asked = addresses.asked(subject)
    return Confirmed("asked", asked) if asked else Confirmed("known")


def confirm_address(*, subject: str, addresses: Addresses) -> Confirmed:
    """Its departments' mail goes there from now on; saying it twice changes nothing."""
    asked = addresses.asked(subject)
    return Confirmed("confirmed", asked) if addresses.settle(subject) else Confirmed("known")
