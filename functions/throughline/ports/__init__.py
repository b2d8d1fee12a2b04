"""What the use cases need from the world outside, as they would ask for it."""

from throughline.ports.contacts import Contacts
from throughline.ports.devices import Devices
from throughline.ports.line import Cases, Facts, Pending
from throughline.ports.mails import (
    BulkPostbox,
    Chunks,
    DigestReports,
    Digests,
    Letters,
    Paper,
    Postbox,
    Sending,
    Standings,
)
from throughline.ports.organisation import Colleagues, Directory, MapStore, Places
from throughline.ports.promises import Promises
from throughline.ports.recognitions import Recognitions
from throughline.ports.surroundings import Clock, PatientQueue, Queue, Secrets
from throughline.ports.themes import Themes
from throughline.ports.weeks import CaseFigures, Editions, Figures, Readings, Weeks

__all__ = [
    "BulkPostbox",
    "CaseFigures",
    "Cases",
    "Chunks",
    "Clock",
    "Colleagues",
    "Contacts",
    "Devices",
    "DigestReports",
    "Digests",
    "Directory",
    "Editions",
    "Facts",
    "Figures",
    "Letters",
    "MapStore",
    "Paper",
    "PatientQueue",
    "Pending",
    "Places",
    "Postbox",
    "Promises",
    "Queue",
    "Readings",
    "Recognitions",
    "Secrets",
    "Sending",
    "Standings",
    "Themes",
    "Weeks",
]
