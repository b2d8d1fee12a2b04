"""Write people as a staff list tells of them: what they chose themselves is theirs."""

from collections.abc import Callable, Iterable, Mapping
from itertools import islice
from typing import Any

from pynamodb.exceptions import UpdateError
from pynamodb.expressions.condition import Condition
from pynamodb.expressions.update import Action

from throughline.adapters.dynamo import keys
from throughline.adapters.dynamo.codec import packed
from throughline.adapters.dynamo.committing import committed
from throughline.adapters.dynamo.records import CONDITION, AtlasRecord, transaction
from throughline.adapters.dynamo.staff import choice_key
from throughline.domain.person import Person
from throughline.domain.retention import Class, expiry_of
from throughline.domain.subject import subject_of
from throughline.errors import Unavailable
from throughline.ports import Clock

ZONE_SHARDS, OWN = 4, "own"
CHOICES = ("choice", "naming", "hour", "language")
MOVED_MEANWHILE, TOGETHER = 3, 50
CHANGES = "the staff list changes just now"
Chosen = Mapping[str, Any]
Hour = float | None


class StaffRows:
    """The items of people; `root` finds what those chose who were erased since and are told of again."""

    def __init__(self, record: type[AtlasRecord], clock: Clock, root: Callable[[], bytes] | None) -> None:
        self._record = record
        self._clock = clock
        self._root = root

    def write_new(self, people: Iterable[Person]) -> None:
        """Write people who have no item."""
        new = list(people)
        chosen = self._chosen_before_erased(new)
        with self._record.batch_write() as batch:
            for person in new:
                batch.save(self._item(person, chosen.get(person.id, {})))

    def tell_news(self, people: Iterable[Person], hours: Mapping[str, Hour]) -> None:
        """Write what the list says now of people who have an item, many at a time; `hours` are those they chose.

        Where somebody chooses just then, one by one.
        """
        waiting, known = iter(people), self._record.body.exists()
        while some := list(islice(waiting, TOGETHER)):
            together = transaction(self._record)
            for person in some:
                news, still = self._news(person, hours[person.id])
                together.update(self._record(*_key(person.id)), news, condition=known & still)
            if not committed(together, beaten_counts=True, away=CHANGES):
                for person in some:
                    self._tell_news_of(person)

    def noted(self, person: str, *choices: Action, still: Condition | None = None) -> bool:
        """Change somebody's item, if there is one and this still holds; whether it was."""
        known = self._record.body.exists()
        try:
            condition = known if still is None else known & still
            self._record(*_key(person)).update(list(choices), condition=condition)
        except UpdateError as error:
            if error.cause_response_code == CONDITION:
                return False
            raise
        return True

    def _tell_news_of(self, person: Person) -> None:
        for _ in range(MOVED_MEANWHILE):
            try:
                item = self._record.get(*_key(person.id), consistent_read=True)
            except self._record.DoesNotExist:  # erased meanwhile
                self.write_new([person] if person.active else [])
                return
            news, still = self._news(person, item.hour)
            if self.noted(person.id, *news, still=still):
                return
        raise Unavailable(CHANGES)

    def _news(self, person: Person, hour: Hour) -> tuple[list[Action], Condition]:
        """What the list says of somebody, as long as this is the hour that they chose: their zone tells it too."""
        record, item = self._record, self._item(person, {"hour": hour})
        news: list[Action] = [record.body.set(item.body)]
        news.append(record.zone.set(item.zone) if item.zone else record.zone.remove())
        news.append(record.expires.set(item.expires) if item.expires else record.expires.remove())
        return news, record.hour.does_not_exist() if hour is None else record.hour == hour

    def _chosen_before_erased(self, people: Iterable[Person]) -> Mapping[str, Chosen]:
        """What those chose who were erased since and are told of again; only who holds the root can know."""
        if self._root is None:
            return {}
        root = self._root()
        known = {choice_key(subject_of(root, one.email)): one.id for one in people if one.email}
        found = self._record.batch_get(list(known))
        return {known[item.pk, item.sk]: {name: getattr(item, name) for name in CHOICES} for item in found}

    def _item(self, person: Person, chosen: Chosen) -> AtlasRecord:
        at = OWN if chosen.get("hour") is not None else keys.shard(person.id, ZONE_SHARDS)
        zone = zone_key(person.timezone, at) if person.active else None
        expires = None if person.active else expiry_of(Class.LEFT, self._clock.now().date())
        return self._record(*_key(person.id), body=packed(person), zone=zone, expires=expires, **chosen)


def zone_key(timezone: str, at: int | str) -> str:
    """What a share of a time zone's people is found under; OWN for those who chose an hour themselves."""
    return f"Z#{timezone}#{at}"


def _key(person: str) -> tuple[str, str]:
    return f"PERSON#{person}", "person"
