"""What S3 is told, and how it says no."""


def unwrapped(body: bytes) -> bytes:
    """What is to be stored, out of the one chunk with its checksum that botocore puts it into."""
    size, _, rest = body.partition(b"\r\n")
    wrapped = rest.rpartition(b"\r\n0\r\n")[2].startswith(b"x-amz-checksum")
    return rest[: int(size, 16)] if wrapped else body


def xml(code: str) -> bytes:
    """A refusal as S3 writes it."""
    return f"<Error><Code>{code}</Code><Message>not now</Message></Error>".encode()
