"""Takes mails into Roundup: from the bytes of a mail to its issue, by its mail gateway.

A line is `{"raw": base64, "sender"}`; the answer says whether an issue was made or added to.

In the measured part: its parsing, its search for the sender and for an older issue, message, files and issue
written to SQLite with their detectors, the commit, opening and closing the database as it does for each mail.
Out of it: loading Roundup, making a tracker from its classic template, fetching mail, and senders who are new:
each is made known before, since a new one costs it a password. Nobody is on the list of those who are told, so
no mail is written, and one would go to a file; a mail that it refuses ends in an exception instead of a mail back.
"""

import email
import os
import sys
from base64 import b64decode
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from tempfile import mkdtemp
from types import SimpleNamespace
from typing import Any

from operate.bench.peers.lines import Call, Line, run

SETTINGS = {"mail_domain": "in.throughline.example", "mail_host": "localhost", "tracker_web": "http://localhost/"}
TEMPLATE = Path(sys.prefix) / "share" / "roundup" / "templates" / "classic"


def load(lines: Sequence[Line]) -> Call:
    """A tracker which knows all senders."""
    os.environ["SENDMAILDEBUG"] = "mails"
    home = str(Path(mkdtemp(dir=".")) / "tracker")
    settings = {**SETTINGS, "rdbms_backend": "sqlite", "admin_email": "admin", "dispatcher_email": "admin"}
    import_module("roundup.init").install(home, str(TEMPLATE), settings=settings)
    tracker = import_module("roundup.instance").open(home)
    tracker.init(import_module("roundup.password").Password("unused", scheme="plaintext"))
    _know({line["sender"] for line in lines}, tracker)
    gateway = import_module("roundup.mailgw")
    desk = gateway.MailGW(tracker, SimpleNamespace(default_class="", set_value=[]))
    desk.trapExceptions = 0

    def call(line: Line) -> Line:
        message = email.message_from_bytes(b64decode(line["raw"]), gateway.RoundupMessage)
        return {"taken": bool(desk.handle_Message(message))}

    return call


def _know(senders: set[str], tracker: Any) -> None:
    unused = import_module("roundup.password").Password("unused", scheme="plaintext")
    desk = tracker.open("admin")
    for number, sender in enumerate(sorted(senders)):
        with suppress(ValueError):  # what it takes for no address
            desk.user.create(username=f"sender{number}", address=sender, roles="User", password=unused)
    desk.commit()
    desk.close()


if __name__ == "__main__":
    run("roundup", load)
