"""People by their full name, in DynamoDB: one small item a name, so that finding somebody reads no list.

First names stand together on a few shelves, without whose they are: enough to tell whether a word is one.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from throughline.adapters.dynamo import keys
from throughline.adapters.dynamo.codec import unpacked
from throughline.adapters.dynamo.records import AtlasRecord
from throughline.domain.first_names import first_names_of
from throughline.domain.journey import folded
from throughline.domain.person import Person

NAME, KEPT, FIRST, SHELVES = "name", "NAMES", "FIRST", 8
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

    def first(self, words: Collection[str]) -> frozenset[str]:
        """Those of these words that are somebody's first name."""
        shelves = {keys.shard(word, SHELVES) for word in words}
        return frozenset(name for at in shelves for name in self._shelf(at)) & frozenset(words)

    def replace(self, before: Iterable[Person], after: Iterable[Person]) -> None:
        """Bring the names to the list as it is now; all of them where none were kept yet."""
        after = list(after)
        standing, wanted = _by_name(before) if self._kept() else {}, _by_name(after)
        with self._record.batch_write() as batch:
            for name, people in wanted.items():
                if standing.get(name) != people:
                    batch.save(self._record(_key(name), NAME, body=sorted(people)))
            for name in standing.keys() - wanted.keys():
                batch.delete(self._record(_key(name), NAME))
            for at, names in _shelved(after).items():
                batch.save(self._record(_shelf_key(at), NAME, body=sorted(names)))
        self._record(KEPT, NAME, body=[]).save()

    def erase(self, person: Person) -> None:
        """Take somebody off their name; first names that nobody else has go with them."""
        self._erase_first(person)
        name = folded(person.name)[:LONGEST]
        others = self.of(name) - {person.id}
        item = self._record(_key(name), NAME, body=sorted(others))
        if others:
            item.save()
        else:
            item.delete()

    def _erase_first(self, person: Person) -> None:
        own = set(first_names_of(person.name))
        kept = {at: self._shelf(at) for at in {keys.shard(name, SHELVES) for name in own}}
        if own.isdisjoint(name for names in kept.values() for name in names):
            return
        others = {name for one in self._active() if one.id != person.id for name in first_names_of(one.name)}
        for at, names in kept.items():
            self._record(_shelf_key(at), NAME, body=[one for one in names if one not in own or one in others]).save()

    def _active(self) -> Iterator[Person]:
        found = self._record.scan(self._record.pk.startswith("PERSON#"))
        people = (unpacked(Person, item.body) for item in found if item.body)
        return (one for one in people if one.active)

    def _shelf(self, at: int) -> list[str]:
        try:
            return list(map(str, self._record.get(_shelf_key(at), NAME).body))
        except self._record.DoesNotExist:
            return []

    def _kept(self) -> bool:
        try:
            return bool(self._record.get(KEPT, NAME))
        except self._record.DoesNotExist:
            return False


def _key(name: str) -> str:
    return f"NAME#{name}"


def _shelf_key(at: int) -> str:
    return f"{FIRST}#{at}"


def _shelved(people: Iterable[Person]) -> Mapping[int, set[str]]:
    """First names by the shelf that they stand on; empty shelves too."""
    shelves: dict[int, set[str]] = {at: set() for at in range(SHELVES)}
    for name in {name for person in people for name in first_names_of(person.name)}:
        shelves[keys.shard(name, SHELVES)].add(name)
    return shelves


def _by_name(people: Iterable[Person]) -> Names:
    found: dict[str, set[str]] = defaultdict(set)
    for person in people:
        if name := folded(person.name)[:LONGEST]:
            found[name].add(person.id)
    return {name: frozenset(ids) for name, ids in found.items()}
