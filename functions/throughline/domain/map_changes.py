"""What a new map adds, changes and takes away, told in people's words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from typing import TypeVar

from throughline.domain.journey import Department, JourneyMap, Lesson, Part, folded

Entry = TypeVar("Entry", Part, Department, Lesson)
AROUND = (
    "mantra",
    "holidays",
    "confidential_contact",
    "cx_manager",
    "survey_rules",
    "precision_target",
    "confidential_words",
    "values",
)


@dataclass(frozen=True, slots=True)
class MapChanges:
    """One line for each thing that differs between two maps."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything differs."""
        return bool(self.added or self.changed or self.removed)


def map_changes(before: JourneyMap | None, after: JourneyMap) -> MapChanges:
    """What differs; rows are the same when touchpoint, department and role are."""
    old = before or JourneyMap("", ())
    kinds = (
        _compared(_parts(old.parts), _parts(after.parts)),
        _compared(_departments(old.departments), _departments(after.departments)),
        _compared(_lessons(old.lessons), _lessons(after.lessons)),
    )
    around = tuple(name for name in AROUND if getattr(old, name) != getattr(after, name))
    order = () if _order(old, after) == _order(after, old) else ("the order of the rows",)
    return MapChanges(
        added=tuple(line for kind in kinds for line in kind.added),
        changed=(*(line for kind in kinds for line in kind.changed), *around, *order),
        removed=tuple(line for kind in kinds for line in kind.removed),
    )


def _compared(old: dict[str, Entry], new: dict[str, Entry]) -> MapChanges:
    added = tuple(name for name in new if name not in old)
    removed = tuple(name for name in old if name not in new)
    both = [name for name in new if name in old and new[name] != old[name]]
    return MapChanges(added, tuple(f"{name}: {_differing(old[name], new[name])}" for name in both), removed)


def _differing(old: Entry, new: Entry) -> str:
    names = (field.name for field in fields(new))
    return ", ".join(name for name in names if getattr(old, name) != getattr(new, name))


def _parts(parts: Iterable[Part]) -> dict[str, Part]:
    return dict(_told_apart((_part_name(part), part) for part in parts))


def _departments(departments: Iterable[Department]) -> dict[str, Department]:
    return {f"department {one.name}": one for one in departments}


def _lessons(lessons: Iterable[Lesson]) -> dict[str, Lesson]:
    return dict(_told_apart((f'lesson "{one.title}"', one) for one in lessons))


def _part_name(part: Part) -> str:
    return f"{part.touchpoint} · {part.department}{f' ({part.role})' if part.role else ''}"


def _told_apart(entries: Iterable[tuple[str, Entry]]) -> Iterator[tuple[str, Entry]]:
    """Number the names that come again."""
    seen: dict[str, int] = defaultdict(int)
    for name, entry in entries:
        seen[folded(name)] += 1
        again = seen[folded(name)]
        yield (f"{name} [{again}]" if again > 1 else name), entry


def _order(one: JourneyMap, other: JourneyMap) -> list[str]:
    """The names of one map's rows that the other has too, in order."""
    shared = _parts(other.parts)
    return [name for name in _parts(one.parts) if name in shared]
