"""Stand-ins for everything outside the core, with the ports' meaning and nothing behind them."""

from fakes.atlas import MemoryAtlas
from fakes.ledger import MemoryLedger
from fakes.outside import FixedClock, MemoryMails, MemoryPostbox, MemoryQueue, PlainPaper, Root

__all__ = [
    "FixedClock",
    "MemoryAtlas",
    "MemoryLedger",
    "MemoryMails",
    "MemoryPostbox",
    "MemoryQueue",
    "PlainPaper",
    "Root",
]
