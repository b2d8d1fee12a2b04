"""The staff list as privacy requests see it: those who left are on it too."""

from collections.abc import Iterator

from throughline.adapters.dynamo.codec import packed, unpacked
from throughline.adapters.dynamo.names import DynamoNames
from throughline.adapters.dynamo.records import AtlasRecord
from throughline.domain.person import KEEP_OUT, Person, person_id
from throughline.domain.subject import Kept

PERSON, OFF = "person", "off"
CHOSEN = {"choice": "digest", "naming": "naming", "hour": "hour", "language": "language"}


def choice_key(subject: str) -> tuple[str, str]:
    """Where a choice stands that outlives the person it was made by."""
    return f"CHOICE#{subject}", "choice"


class DynamoStaff:
    """Finds and erases people; only the operator's commands come here."""

    def __init__(self, record: type[AtlasRecord]) -> None:
        self._record = record

    def find(self, reference: str) -> Person | None:
        """Somebody by e-mail address or by id."""
        by_address = person_id(email=reference, name="", department="")
        items = self._record.batch_get([(f"PERSON#{one}", PERSON) for one in {by_address, reference}])
        return next((unpacked(Person, item.body) for item in items if item.body), None)

    def everybody(self) -> Iterator[Person]:
        """All who are on the list or were: reads the whole table."""
        return (unpacked(Person, item.body) for item in self._items())

    def chosen(self, person: str, subject: str) -> Iterator[Kept]:
        """What somebody chose themselves, by their id; and what of it outlived an erasure, by their code."""
        asked = [(f"PERSON#{person}", PERSON)] if person else []
        asked += [choice_key(subject)] if subject else []
        for item in self._record.batch_get(asked):
            own = {said: getattr(item, name) for name, said in CHOSEN.items()}
            if any(value is not None for value in own.values()):
                yield Kept("choice", f"{item.pk} {item.sk}", {k: v for k, v in own.items() if v is not None})

    def erase(self, person: Person, subject: str) -> None:
        """Take somebody off for good; that they want no digest, or to be kept out, is kept under a code of nobody's."""
        item = self._record(f"PERSON#{person.id}", PERSON)
        for found in self._record.batch_get([(f"PERSON#{person.id}", PERSON)]):
            digest = OFF if found.choice == OFF else None
            naming = KEEP_OUT if found.naming == KEEP_OUT else None
            if subject and (digest or naming):
                self._record(*choice_key(subject), choice=digest, naming=naming).save()
        DynamoNames(self._record).erase(person)
        item.delete()
        self._erase_as_manager(person)

    def _erase_as_manager(self, person: Person) -> None:
        address = person.email.casefold()
        for item in self._items():
            other = unpacked(Person, item.body)
            if address and other.manager.casefold() == address:
                item.update([self._record.body.set({**packed(other), "manager": ""})])

    def _items(self) -> Iterator[AtlasRecord]:
        found = self._record.scan(self._record.pk.startswith("PERSON#"))
        return (item for item in found if item.body)
