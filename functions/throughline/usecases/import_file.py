"""Read an export that somebody put where stored files lie, by the mapping as it is now, a part at a time."""

from collections.abc import Callable, Generator, Sequence
from contextlib import AbstractContextManager, closing
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO, Protocol

from throughline.domain.survey_mapping import MappedSurvey, SurveyMap
from throughline.domain.table import Problem
from throughline.errors import Refused
from throughline.ports import Facts, Queue
from throughline.usecases.import_rows import Imported, Numbered, import_rows
from throughline.usecases.read_delivery import Mapped, Mappings
from throughline.usecases.set_aside import set_aside

FOLDER, ENDING = "surveys/", ".csv"
DOOR = "survey file"
GONE = 404
AFRESH = 1 << 62  # more changes than there were: what a worker remembers of mappings will not do
Rows = Callable[[int, BinaryIO, SurveyMap, MappedSurvey, datetime], Generator[Numbered, None, None]]


@dataclass(frozen=True, slots=True)
class Opened:
    """A stored file's content, seekable; `version` changes with it."""

    content: BinaryIO
    version: str


class Exports(Protocol):
    """Files of answers that somebody stored."""

    def opened(self, key: str) -> AbstractContextManager[Opened]:
        """The file; Refused when it is not there any more, or too large."""

    def drop(self, key: str) -> None:
        """Delete it; a repeat changes nothing."""


@dataclass(frozen=True, slots=True)
class Part:
    """What is left of a file behind row `after`; `version` is the file's, empty for whichever is there.

    `faulty` is whether something before could not be read.
    """

    key: str
    after: int = 0
    version: str = ""
    faulty: bool = False


@dataclass(frozen=True, slots=True)
class ImportDesk:
    """What an import needs."""

    exports: Exports
    mappings: Mappings
    facts: Facts
    queue: Queue
    root: bytes
    rows: Rows


def import_file(*, part: Part, desk: ImportDesk, now: datetime, more: Callable[[], bool]) -> str:
    """Count as much of the file as there is time for `more`, and ask for the rest; what became of it, in words.

    A file that was read to its end without a fault is deleted; else it stays, so that it can be read again.
    """
    mapped = desk.mappings.of(source_of(part.key), changes=AFRESH)
    try:
        with desk.exports.opened(part.key) as file:
            if part.version not in ("", file.version):
                return "another file took its place"
            imported = _imported(part, file, mapped, desk, now, more)
    except Refused as refused:
        if refused.status == GONE:
            return "nothing to read: it is gone"
        told = told_of_file(part.key, mapped.changes)
        set_aside(words=told, reason=f"{refused.what} {refused.do}".strip(), seen=DOOR, now=now, facts=desk.facts)
        return "set aside: it can't be read"
    faulty = part.faulty or imported.wrong > 0
    if imported.after is not None:
        desk.queue.put([_rest(part, imported.after, file.version, faulty=faulty)])
    elif not faulty:
        desk.exports.drop(part.key)
    counts = f"{imported.written} written, {imported.repeated} repeated, {imported.wrong} left out"
    told = f"{counts}, {imported.ignored} passed over"
    return f"{told}; goes on" if imported.after is not None else told


def part_of(message: dict[str, object]) -> Part:
    """The rest of a file, as it was asked for."""
    return Part(
        str(message["file"]), int(str(message["after"])), str(message["version"]), faulty=message["faulty"] is True
    )


def _rest(part: Part, after: int, version: str, *, faulty: bool) -> dict[str, object]:
    told = {"file": part.key, "after": after, "version": version, "faulty": faulty}
    return {"id": f"{version} {after}", **told}


def source_of(key: str) -> str:
    """The source that a file is of, by the folder it lies in."""
    return key.removeprefix(FOLDER).partition("/")[0]


def told_of_file(key: str, changes: int) -> str:
    """What a person sees of a file, first of all where it lies and after how many changes of mappings it was read."""
    return f"{key}\nmapping {changes}"


def file_in(told: str) -> tuple[str, int]:
    """Key and changes that `told_of_file` tells of."""
    key, mapping = told.split("\n", 2)[:2]
    return key, int(mapping.partition(" ")[2])


def _imported(
    part: Part, file: Opened, mapped: Mapped, desk: ImportDesk, now: datetime, more: Callable[[], bool]
) -> Imported:
    survey = _meant(part.key, mapped)

    def problems(some: Sequence[Problem]) -> None:
        words = "\n".join((told_of_file(part.key, mapped.changes), *map(str, some)))
        set_aside(words=words, reason=f"{len(some)} cells can't be read", seen=DOOR, now=now, facts=desk.facts)

    mapping, version = SurveyMap(survey.source, (survey,), desk.root), mapped.versions.get(survey.survey_id, 0)
    with closing(desk.rows(part.after, file.content, mapping, survey, now)) as rows:
        return import_rows(rows=rows, version=version, root=desk.root, facts=desk.facts, problems=problems, more=more)


def _meant(key: str, mapped: Mapped) -> MappedSurvey:
    """The survey, by the folders that the file lies in."""
    source, _, rest = key.removeprefix(FOLDER).partition("/")
    named = rest.rpartition("/")[0]
    if not rest or not key.casefold().endswith(ENDING):
        do = f"Store it as {FOLDER}SOURCE/NAME{ENDING}."
        raise Refused("The file is no export of a source.", field=key, do=do)
    fitting = [one for one in mapped.surveys if named in ("", one.survey_id)]
    if len(fitting) != 1:
        store = f"Store it as {FOLDER}{source}/SURVEY/NAME{ENDING}."
        do = store if fitting else "Map it: throughline survey map import."
        raise Refused(f"{len(fitting)} mapped surveys fit the file.", field=key, do=do)
    return fitting[0]
