"""What a language says in a reply, by the part it plays; each part is one letter in the grammar of replies."""

from dataclasses import dataclass, field


def _part(letter: str) -> str:
    return field(default="", metadata={"letter": letter})


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Words:
    """A language's phrases by part; phrases are parted by commas, `(a|b|)` is one of them or nothing.

    Phrases are met without accents and capitals, umlauts also as two letters; the longest wins. Parts in
    the second half make a reply unfit for some intents: see the grammar in `intent.py`.
    """

    hello: str = _part("h")
    """Greetings; what follows up to a comma is taken for a name."""
    bye: str = _part("e")
    """What a closing line begins with; all after it is a signature."""
    filler: str = _part("f")
    """Words that change nothing: it, now, today, the problem."""
    we: str = _part("w")
    """Our side as the one who did it, with the helping verb where one stands first."""
    be: str = _part("a")
    """Joins a thing with what happened to it: is, was, has been."""
    becomes: str = _part("b")
    """The same where things need no article: ist, är, jest."""
    was: str = _part("v")
    """It was: tells how it came; unfit in what says that it is done, harmless beside it."""
    the: str = _part("d")
    """Articles and other words that a thing follows."""
    thing: str = _part("t")
    """Things at work that are often mended."""
    ended: str = _part("C")
    """It is over, whatever it was: counts only where no other thing is named."""
    mended: str = _part("Z")
    """It is mended, after any thing, where grammar keeps no articles."""
    done: str = _part("D")
    """It is mended."""
    did: str = _part("V")
    """Something was changed, which is an answer only together with what was."""
    works: str = _part("W")
    """It runs as it should."""
    means: str = _part(":")
    """What comes now is how it was done."""
    joins: str = _part("&")
    """And."""
    at: str = _part("i")
    """Says where: in, on."""
    since: str = _part("s")
    """Makes the day that follows lie in the past."""
    got: str = _part("G")
    """We have it and see to it."""
    okay: str = _part("O")
    """Agreement that counts only when nothing else is said."""
    surely: str = _part("A")
    """Agreement that mocks when it stands beside "fixed"."""
    thanks: str = _part("K")
    """Thanks."""
    praise: str = _part("P")
    """Delight."""
    courtesy: str = _part("c")
    """Kind offers; what follows in the sentence changes nothing."""

    particle: str = _part("o")
    """Follows what something was done to, where such a sign is written."""
    please: str = _part("r")
    """Please."""
    person: str = _part("p")
    """Others who do things: you, they, the customer."""
    no: str = _part("N")
    """Denies."""
    later: str = _part("F")
    """Lies ahead, or should: will, soon, must, please."""
    doubt: str = _part("S")
    """Not sure, not all, not now, not this: if, perhaps, half, tried, other."""
    trouble: str = _part("k")
    """What was wrong; harmless after "fixed:", where it is told what was."""
    irony: str = _part("L")
    """Means the opposite, or is only said by others."""
    contrast: str = _part("B")
    """But."""
    ask: str = _part("Q")
    """Begins a question."""
    asks_last: str = _part("z")
    """Ends a question."""
    not_ours: str = _part("H")
    """It is for somebody else."""
    belongs: str = _part("I")
    """The department it belongs to follows."""
    ask_them: str = _part("M")
    """Asks to take it to the department that follows."""
    theirs: str = _part("Y")
    """The department it belongs to stands before or after it."""
    more_time: str = _part("E")
    """Asks for time."""
    need: str = _part("R")
    """Asks for time where a day or a span of time follows."""
    until: str = _part("U")
    """A day follows."""
    number: str = _part("n")
    """Numbers in words."""
    span: str = _part("u")
    """Days, weeks, months."""
    day: str = _part("y")
    """Names of days and months."""
    plain: str = _part("x")
    """Words without a part, so that no other language claims them: of, with."""
