"""How often each door is tried: some hundred times in a test, a hundred thousand in all when the bench asks."""

import json
import os
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, settings

USUAL = 150
TRIES = int(os.environ.get("THROUGHLINE_TRIES", USUAL))
SEARCHING = TRIES != USUAL  # a test tries the same each time; a search draws anew
TOLD: Counter[str] = Counter()
_SLOW = (HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example, HealthCheck.filter_too_much)


def tried(share: float = 1) -> Callable[[Any], Any]:
    """Hypothesis' settings for a door; `share` is more for a fast one and less for a slow one."""
    phases = [Phase.explicit, Phase.generate, Phase.shrink]
    return settings(
        max_examples=max(20, int(TRIES * share)),
        deadline=None,
        phases=phases,
        database=None,
        derandomize=not SEARCHING,
        suppress_health_check=[*_SLOW, HealthCheck.function_scoped_fixture],
    )


def note(door: str, inputs: int = 1) -> None:
    """Count what was tried at a door."""
    TOLD[door] += inputs


def tell(path: Path, failed: int) -> None:
    """Write down how many tests failed, and what was tried at which door, for whoever asked."""
    path.write_text(json.dumps({"failed": failed, "tried": dict(sorted(TOLD.items()))}), encoding="utf-8")
