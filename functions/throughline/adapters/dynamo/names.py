"""People by their full name, in DynamoDB: one small item a name, so that finding somebody reads no list."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from throughline.adapters.dynamo.records import AtlasRecord
from throughline.domain.journey import folded
from throughline.domain.person import Person

NAME, KEPT = "name", "NAMES"
LONGEST = 200
Names = Mapping[str, frozenset[str]]


class DynamoNames:
    """Ids of people by name; kept in step with the staff list by whoever imports it."""

    def __init__(self, record: type[AtlasRecord]) -> None:
        self._record = record

    def of(self, name: str) -> frozenset[str]:
        """The ids under a name; empty for one that nobody has."""
        wanted = folded(name)[:LONGEST]
        try:
            body = self._record.get(_key(wanted), NAME).body if wanted else []
        except self._record.DoesNotExist:
            return frozenset()
        return frozenset(map(str, body))

    def replace(self, before: Iterable[Person], after: Iterable[Person]) -> None:
        """Bring the names to the list as it is now; all of them where none were kept yet."""
        standing, wanted = _by_name(before) if self._kept() else {}, _by_name(after)
        with self._record.batch_write() as batch:
            for name, people in wanted.items():
                if standing.get(name) != people:
                    batch.save(self._record(_key(name), NAME, body=sorted(people)))
            for name in standing.keys() - wanted.keys():
                batch.delete(self._record(_key(name), NAME))
        self._record(KEPT, NAME, body=[]).save()

    def erase(self, person: Person) -> None:
        """Take somebody off their name."""
        name = folded(person.name)[:LONGEST]
        others = self.of(name) - {person.id}
        item = self._record(_key(name), NAME, body=sorted(others))
        if others:
            item.save()
        else:
            item.delete()

    def _kept(self) -> bool:
        try:
            return bool(self._record.get(KEPT, NAME))
        except self._record.DoesNotExist:
            return False


def _key(name: str) -> str:
    return f"NAME#{name}"


def _by_name(people: Iterable[Person]) -> Names:
    found: dict[str, set[str]] = defaultdict(set)
    for person in people:
        if name := folded(person.name)[:LONGEST]:
            found[name].add(person.id)
    return {name: frozenset(ids) for name, ids in found.items()}
