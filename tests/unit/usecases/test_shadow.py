"""A department in the shadow: what it would have had waits for a person, and nobody gets a mail."""

from fakes.values import SCRATCHED, small_map
from throughline.domain.decision import Parked, Routed
from throughline.domain.routing import Router

MAP = small_map()


def test_what_a_department_in_the_shadow_would_have_had_is_shown() -> None:
    (live,) = Router(MAP).decide(SCRATCHED)
    (shown,) = Router(MAP, shadow=frozenset({"packing"})).decide(SCRATCHED)
    assert isinstance(live, Routed)
    assert isinstance(shown, Parked)
    assert shown.alternatives[0].department == live.part.department == "Packing"
    assert shown.reason == f"Packing is in the shadow and would have had it: {live.reason}"


def test_the_shadow_of_one_leaves_others_live() -> None:
    assert Router(MAP, shadow=frozenset({"delivery"})).decide(SCRATCHED) == Router(MAP).decide(SCRATCHED)
