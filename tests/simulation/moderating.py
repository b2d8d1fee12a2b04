"""Whoever looks at recognitions before others read them, and whoever says whether they may be named."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from fakes import MemoryAtlas
from simulation.functions import Functions
from simulation.stream import StreamedLedger
from throughline.domain.person import BY_NAME, BY_TEAM, NAMINGS
from throughline.domain.recognition import FOR_ONE, Publicity, Thanks
from throughline.errors import Refused
from throughline.usecases.choose_digest import choose_naming
from throughline.usecases.moderate_thanks import hand_thanks, moderate_thanks
from throughline.usecases.settle_thanks import settle_thanks


@dataclass
class Moderator:
    """Publishes, drops and hands over, now and then holds; `naming` is what each person wished, and since when."""

    functions: Functions
    ledger: StreamedLedger
    atlas: MemoryAtlas
    naming: defaultdict[str, list[tuple[datetime, str]]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        """Chance is shared by all."""
        self.rng = self.functions.rng

    def moderates(self) -> None:
        """A manager decides about one that waits; now and then an operator takes back what all may read."""
        held = list(self.functions.ledger.recognitions.held())
        try:
            if held and self.rng.random() < 0.8:
                self._settles(self.rng.choice(held))
            else:
                self._takes_back()
        except Refused:
            return

    def names_themselves(self) -> None:
        """Somebody says whether they may be named when they are thanked."""
        person = f"id-{self.rng.randrange(8)}"
        try:
            naming = self.rng.choice((BY_NAME, *NAMINGS))
            choose_naming(person=person, naming=naming, directory=self.functions.atlas.directory)
        finally:
            known = self.atlas.directory.person(person)
            self.naming[person].append((self.functions.clock.now(), known.naming if known else BY_TEAM))

    def namings(self, person: str, at: datetime, stale: timedelta = timedelta()) -> set[str]:
        """What the person wished at that moment, and a while before it."""
        known = self.naming[person]
        before = [naming for since, naming in known if since < at - stale][-1:] or [BY_TEAM]
        return {*before, *(naming for since, naming in known if at - stale <= since <= at)}

    def _settles(self, thanks: Thanks) -> None:
        room, head, now = self.functions.ledger.recognitions, self.functions.head(), self.functions.clock.now()
        if thanks.held_for in FOR_ONE:
            person = self.atlas.directory.person(thanks.to or f"id-{self.rng.randrange(8)}")
            assert person
            hand_thanks(ref=thanks.ref, person=person, recognitions=room, head=head, now=now)
            return
        state, directory = self.rng.choice(("published", "published", "dropped")), self.functions.atlas.directory
        settle_thanks(ref=thanks.ref, state=state, recognitions=room, directory=directory, head=head, now=now)

    def _takes_back(self) -> None:
        given = [one for line in self.ledger.lines.values() for one in line.thanks if not one.back]
        told = [one for one in given if one.state is Publicity.PUBLISHED]
        if not told:
            return
        state = self.rng.choice((Publicity.HELD, Publicity.DROPPED))
        directory, head, now = self.functions.atlas.directory, self.functions.head(), self.functions.clock.now()
        room = self.functions.ledger.recognitions
        ref = self.rng.choice(told).ref
        moderate_thanks(ref=ref, state=state, recognitions=room, directory=directory, head=head, now=now)
