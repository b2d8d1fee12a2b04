"""The outbox: every mail sent, whole, as its recipients would get it."""

import json
import threading
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

INDEX = "mails.jsonl"


@dataclass(frozen=True)
class Sent:
    """One mail as SES took it; `sent_at` is ISO 8601 in UTC, `recipients` are all, hidden ones too."""

    id: str
    sent_at: str
    sender: str
    recipients: list[str]
    subject: str
    size: int
    tags: dict[str, str] = field(default_factory=dict)
    configuration_set: str = ""


class Outbox:
    """A folder with one line for each mail and beside it the mails themselves."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.writing = threading.Lock()

    def keep(self, sent: Sent, raw: bytes) -> None:
        """Keep a mail; the line is written last, so that a listed mail is always whole."""
        self.folder.mkdir(parents=True, exist_ok=True)
        self.path_of(sent.id).write_bytes(raw)
        line = json.dumps(asdict(sent), ensure_ascii=False)
        with self.writing, (self.folder / INDEX).open("a", encoding="utf-8") as index:
            index.write(line + "\n")

    def all(self, since: datetime | None = None) -> Iterator[Sent]:
        """Give the mails in the order they were sent, one at a time."""
        index = self.folder / INDEX
        if not index.exists():
            return
        with index.open(encoding="utf-8") as lines:
            for line in lines:
                sent = Sent(**json.loads(line))
                if since is None or datetime.fromisoformat(sent.sent_at) >= since:
                    yield sent

    def find(self, mail_id: str) -> Sent | None:
        """Give one mail by its id."""
        return next((sent for sent in self.all() if sent.id == mail_id), None)

    def raw(self, mail_id: str) -> bytes:
        """Give the bytes of a mail."""
        return self.path_of(mail_id).read_bytes()

    def clear(self) -> int:
        """Forget all mails and say how many there were."""
        count = sum(1 for _ in self.all())
        (self.folder / INDEX).unlink(missing_ok=True)
        for path in self.folder.glob("*.eml"):
            path.unlink(missing_ok=True)
        return count

    def path_of(self, mail_id: str) -> Path:
        """Name a mail's file; an id from outside cannot leave the folder."""
        safe = "".join(letter for letter in mail_id if letter.isalnum() or letter in "-_")
        return self.folder / f"{safe}.eml"


def as_line(sent: Sent, raw: bytes) -> dict[str, Any]:
    """Give a mail in the shape that `outbox list` prints."""
    from operate.local.reading import read_mail  # listing alone needs the mail parser

    read = read_mail(raw)
    return {
        "id": sent.id,
        "at": sent.sent_at,
        "from": read.sender or sent.sender,
        "to": sent.recipients,
        "subject": sent.subject,
        "headers": read.headers,
        "text": read.text,
        "html": read.html,
        "bytes": sent.size,
        "tags": sent.tags,
    }
