"""A small school: a map of two departments, decisions to learn from, a trainer that counts words."""

import json
from collections import Counter
from collections.abc import Sequence
from datetime import date

from fakes.learning import MemoryModels, MemoryPointer, MemoryPrecedents
from throughline.domain.journey import Cue, JourneyMap, Part, versioned
from throughline.domain.precedent import Example, How, Precedent
from throughline.usecases.learn_routing import School

TODAY = date(2026, 11, 23)


def part(touchpoint: str, department: str) -> Part:
    cues = (Cue(touchpoint),)
    return Part("Buying", "Use", touchpoint, "shop", department, "Lead", "Does it.", cues, "2d", "a@example.com")


def map_of(**owners: str) -> JourneyMap:
    """A map whose touchpoints belong to these departments."""
    return versioned(JourneyMap("", tuple(part(name, department) for name, department in owners.items())))


MAP = map_of(Unpacking="Packing", Paying="Tills", Carrying="Delivery")


def precedent(line: str, words: str, touchpoint: str, department: str, **other: object) -> Precedent:
    known = {"number": 1, "version": 1, "how": How.TRIAGED, "on": TODAY, "map_version": MAP.version, **other}
    return Precedent(line=line, words=words, touchpoint=touchpoint, department=department, **known)  # type: ignore[arg-type]


def week(count: int, start: int = 0) -> list[Precedent]:
    """So many decisions, the two departments in turn, in words of their own."""
    made = []
    for at in range(start, start + count):
        touchpoint, department, word = (("Unpacking", "Packing", "foot"), ("Paying", "Tills", "card"))[at % 2]
        made.append(precedent(f"F#{at:032}", f"the {word} number {at}", touchpoint, department))
    return made


class CountingTrainer:
    """Remembers the words that are nearly always said about one department."""

    def __init__(self) -> None:
        self.lessons = 0

    def learn(self, examples: Sequence[Example], journey_map: JourneyMap) -> bytes:  # noqa: ARG002
        self.lessons += 1
        said = Counter((word, one.department) for one in examples for word in set(one.text.split()))
        often = Counter(word for word, _ in said.elements())
        best = {word: department for (word, department), count in said.items() if 4 * count > 3 * often[word]}
        return json.dumps(best, sort_keys=True).encode()

    def right(self, model: bytes, examples: Sequence[Example], journey_map: JourneyMap) -> int:  # noqa: ARG002
        best = json.loads(model)
        guesses = [Counter(best[word] for word in one.text.split() if word in best) for one in examples]
        return sum(one.department in dict(guess.most_common(1)) for one, guess in zip(examples, guesses, strict=True))


def school(*known: Precedent) -> School:
    return School(MemoryPrecedents(*known), MemoryModels(), MemoryPointer(), CountingTrainer())
