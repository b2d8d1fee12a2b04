"""Signed links at the doors."""

from datetime import datetime

from throughline.domain.seal import Link, read_link
from throughline.errors import Refused


def read_or_refuse(root: bytes, token: str, *, purpose: str, now: datetime) -> Link:
    """What a link stands for; Refused (403) with a helpful word when it is forged, expired or for something else."""
    link = read_link(root, token, purpose=purpose, now=now)
    if link is None:
        do = "Open the newest mail about it: its link works. Nothing has been changed."
        raise Refused("This link does not open anything any more.", field="token", do=do, status=403)
    return link
