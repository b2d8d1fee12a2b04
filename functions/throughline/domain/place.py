"""Places: the opaque links behind the QR posters."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Place:
    """Where a report can be made; the id says nothing and can be revoked.

    `id` is 128 random bits, URL-safe (22 characters); `staff` is how many work there, which decides
    whether the place may be named to anyone. Zero means unknown and counts as too few.
    """

    id: str
    name: str
    staff: int = 0
    active: bool = True

    def shown(self, smallest_group: int) -> "Place":
        """The place as a report may name it: without its name where fewer than that work."""
        return self if self.staff >= smallest_group else replace(self, name="")
