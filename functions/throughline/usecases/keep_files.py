"""Keep the files that came with a mail beside its line, so that they go when it does."""

from throughline.domain.mail.opening.attachments import attachment_bytes
from throughline.domain.stored_file import file_key
from throughline.usecases.mail_desk import Got, MailDesk

MOST = 20


def keep_files(*, got: Got, desk: MailDesk, line: str) -> tuple[str, ...]:
    """Store each file, no archive unpacked; their keys. Doing it again changes nothing."""
    keys = []
    for one in got.mail.attachments[:MOST]:
        key = file_key(line, got.digest(desk), one.part, one.name)
        desk.mails.keep(key, attachment_bytes(got.raw, one.part, tools=desk.tools))
        keys.append(key)
    return tuple(keys)
