"""Both tables, as the functions wire them."""

from throughline.adapters.atlas_room import AtlasRoom
from throughline.adapters.ledger_room import LedgerRoom

__all__ = ["AtlasRoom", "LedgerRoom"]
