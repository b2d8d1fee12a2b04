"""Stands in for the sentence model wherever functions run inside the tests: like letters instead of like sense."""

from array import array
from collections.abc import Sequence
from math import sqrt
from zlib import crc32

WIDTH = 64


class USE:
    """Makes vectors of length one, as the model does; the deployed stack has the model itself."""

    def __init__(self, threads: int = 1) -> None:
        self.threads = threads

    def encode(self, texts: Sequence[str]) -> list["array[float]"]:
        return [_vector(f" {text.casefold()} ") for text in texts]


def _vector(text: str) -> "array[float]":
    counted = [0.0] * WIDTH
    for at in range(len(text) - 2):
        counted[crc32(text[at : at + 3].encode("utf-8", "surrogatepass")) % WIDTH] += 1
    length = sqrt(sum(one * one for one in counted)) or 1.0
    return array("d", [one / length for one in counted])
