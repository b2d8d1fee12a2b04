"""What is deployed: how large it is, and whether anything is compiled when a function starts."""

from collections.abc import Iterator

from operate.bench.figures import Figure
from operate.build.artifact import LIMIT, artifacts, handlers, unpacked_bytes
from operate.build.checking import cold_start

MEGABYTE = 1_000_000


def size_figures() -> Iterator[Figure]:
    """The size of each artifact and the modules that its functions would compile."""
    for artifact in artifacts():
        yield Figure("the artifact, unpacked", unpacked_bytes(artifact) / MEGABYTE, "MB", LIMIT / MEGABYTE)
        count = len(handlers(artifact))
        compiled = len(cold_start(artifact)["compiled"])
        yield Figure(f"modules compiled when any of {count} functions starts", compiled, "modules", 0)
