"""Where files that came with a mail lie, and what they are called."""

ATTACHMENTS = "attachments/"


def file_key(line: str, mail: str, part: int, name: str) -> str:
    """The key of one file: under its line, told apart by its mail's code and its place in it."""
    return f"{ATTACHMENTS}{line.partition('#')[2]}/{mail[:8]}-{part}-{name}"


def file_name(key: str) -> str:
    """The name that its sender gave it."""
    return key.rpartition("/")[2].split("-", 2)[-1]
