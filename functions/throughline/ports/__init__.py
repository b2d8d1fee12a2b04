"""What the use cases need from the world outside, as they would ask for it."""

from throughline.ports.contacts import Contacts
from throughline.ports.line import Cases, Facts, Pending
from throughline.ports.mails import Digests, Letters, Paper, Postbox, Standings
from throughline.ports.organisation import Directory, MapStore, Places
from throughline.ports.promises import Promises
from throughline.ports.surroundings import Clock, Queue, Secrets
from throughline.ports.themes import Themes
from throughline.ports.weeks import Figures, Weeks

__all__ = [
    "Cases",
    "Clock",
    "Contacts",
    "Digests",
    "Directory",
    "Facts",
    "Figures",
    "Letters",
    "MapStore",
    "Paper",
    "Pending",
    "Places",
    "Postbox",
    "Promises",
    "Queue",
    "Secrets",
    "Standings",
    "Themes",
    "Weeks",
]
