"""Rights are enough when nothing asks for more, and needed when something named fails without them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from fnmatch import fnmatchcase

from iam import (
    at_addresses,
    at_the_desk,
    at_the_doors,
    at_the_survey_door,
    by_their_triggers,
    in_call_backs,
    in_exports,
    in_floods,
    in_learning,
    in_mails,
    in_managing,
    in_promises,
    on_monday,
    on_the_line,
)
from iam.rights import LAMBDAS_OWN, Right, Role, replaced
from iam.scenario import SCENARIOS, Scenario
from iam.stand import Decision, Stand

__all__ = ["SCENARIOS", "Proof", "proof_of", "rehearsed"]
ROOMS = (
    at_addresses,
    at_the_desk,
    at_the_doors,
    at_the_survey_door,
    in_call_backs,
    in_exports,
    in_floods,
    in_learning,
    in_mails,
    in_managing,
    in_promises,
    on_the_line,
    on_monday,
    by_their_triggers,
)
IMPATIENT = 2.5


@dataclass
class Proof:
    """What became of one function: what it lacks, and for each right the scenario that fails without it."""

    lacking: list[str] = field(default_factory=list)
    served: dict[Right, str] = field(default_factory=dict)

    @property
    def unneeded(self) -> list[str]:
        """The rights without which nothing fails."""
        return [str(right) for right, scenario in self.served.items() if not scenario]

    @property
    def ours(self) -> int:
        """How many needed rights our own code takes."""
        return sum(bool(name) for right, name in self.served.items() if right.action not in LAMBDAS_OWN)

    @property
    def lambdas(self) -> int:
        """How many needed rights Lambda takes for the function."""
        return sum(bool(name) for right, name in self.served.items() if right.action in LAMBDAS_OWN)


def proof_of(stand: Stand, role: Role) -> Proof:
    """Try everything with all rights, then take each right away in turn and see what fails by that."""
    proof, uses = rehearsed(stand, role)
    quick_first = sorted(uses, key=lambda one: (one.slow, len(uses[one])))
    for right in role.rights:
        likely = (one for one in quick_first if right in uses[one])
        proof.served[right] = next((one.name for one in likely if fails_without(stand, role, right, one)), "")
    return proof


def rehearsed(stand: Stand, role: Role) -> tuple[Proof, dict[Scenario, set[Right]]]:
    """What the function lacks, and the rights that each scenario asks for."""
    proof, uses = Proof(), dict[Scenario, set[Right]]()
    for one in SCENARIOS[role.folder]:
        happened, decisions = _tried(stand, one)
        uses[one] = _asked_for(role, decisions)
        proof.lacking += [f"{one.name}: {each.action} on {each.resource}" for each in decisions if not each.allowed]
        proof.lacking += [] if happened else [f"{one.name}: it did not come about"]
    return proof, uses


def fails_without(stand: Stand, role: Role, right: Right, one: Scenario) -> bool:
    """Whether a scenario fails, and this right is what was refused."""
    patience, stand.patience = stand.patience, IMPATIENT
    try:
        with replaced(stand, role, role.without(right)):
            happened, decisions = _tried(stand, one)
    finally:
        stand.patience = patience
    return not happened and right in _asked_for(role, (each for each in decisions if not each.allowed))


def _tried(stand: Stand, one: Scenario) -> tuple[bool, list[Decision]]:
    """Whether it comes about with a fresh function, and all that was decided meanwhile."""
    stand.chill(one.folder)
    list(stand.decisions())
    happened = one.happens(stand)
    return happened, list(stand.decisions())


def _asked_for(role: Role, decisions: Iterable[Decision]) -> set[Right]:
    asked = {(one.action, one.resource) for one in decisions if one.role == role.name}
    return {
        right
        for right in role.rights
        if any(action == right.action and fnmatchcase(resource, right.resource) for action, resource in asked)
    }
