"""All of the proof, minutes long: run it by name, or with `make bench`, which counts what it finds."""

from collections.abc import Callable

import pytest

from iam.proof import SCENARIOS, proof_of
from iam.rights import UNPROVEN, roles
from iam.stand import Stand


@pytest.mark.parametrize("folder", sorted(SCENARIOS))
def test_a_functions_rights_are_enough_and_each_is_needed(
    folder: str, stand: Stand, record_property: Callable[[str, object], None]
) -> None:
    proof = proof_of(stand, roles(stand)[folder])
    record_property("ours", proof.ours)
    record_property("lambdas", proof.lambdas)
    record_property("unneeded", len(proof.unneeded))
    record_property("unproven", sum(name == folder for name, _ in UNPROVEN))
    assert proof.lacking == []
    assert proof.unneeded == []
