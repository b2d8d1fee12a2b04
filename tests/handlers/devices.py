"""A device that a department knows already."""

from datetime import UTC, datetime

from fakes.outside import ROOT
from fakes.values import SITE
from throughline.adapters.desk_door import cookie_of
from throughline.adapters.manage import name_of
from throughline.domain.device import pass_for


def known_to(department: str, at: datetime | None = None, root: bytes = ROOT) -> str:
    """What its browser sends along since it became known at that time, which is now if nobody says otherwise."""
    return f"{name_of(cookie_of(department), SITE)}={pass_for(root, department, at or datetime.now(UTC))}"
