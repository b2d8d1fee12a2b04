"""Every made-up reply: each language in each program's way, its words, places and signatures in turn."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import product

from operate.bench.replying import bare, marking, north, south
from operate.bench.replying.letter import Letter, Place, Signed
from operate.bench.replying.tongue import Tongue

TONGUES = (
    north.ENGLISH,
    north.GERMAN,
    south.FRENCH,
    south.SPANISH,
    south.PORTUGUESE,
    south.ITALIAN,
    north.DUTCH,
    north.SWEDISH,
    north.POLISH,
    south.JAPANESE,
    south.CHINESE,
)
Write = Callable[[Letter], str]
MARKING: dict[str, tuple[Callable[[Tongue], str], Write]] = {
    "Gmail": (lambda tongue: tongue.gmail, marking.gmail),
    "Apple Mail": (lambda tongue: tongue.apple, marking.apple),
    "Thunderbird": (lambda tongue: tongue.thunderbird, marking.thunderbird),
    "Roundcube": (lambda tongue: tongue.ox, marking.roundcube),
    "Open-Xchange": (lambda tongue: tongue.ox, marking.open_xchange),
}
BARE: dict[str, tuple[Write, Write | None]] = {
    "Outlook": (bare.outlook, bare.outlook_page),
    "Outlook made plain": (bare.outlook_bold, None),
    "Outlook web": (bare.outlook_web, bare.outlook_web_page),
    "Outlook phone": (bare.outlook_phone, None),
    "Exchange": (bare.exchange, None),
    "Samsung": (bare.samsung, None),
    "Yahoo": (bare.yahoo, bare.yahoo_page),
    "Zoho": (bare.zoho, bare.zoho_page),
    "Notes": (bare.notes, None),
    "Gmail without marks": (bare.unmarked_gmail, None),
    "GMX": (bare.exchange, bare.gmx_page),
    "Proton": (lambda letter: marking.plain(letter, letter.tongue.gmail), marking.proton),
}


@dataclass(frozen=True, slots=True)
class Sample:
    """A made-up reply in one of its two forms, and the words in it that are new."""

    client: str
    name: str
    plain: str
    html: str
    new: str


def made_up() -> Iterator[Sample]:
    """All of them, plain and as a page, in an order that never changes."""
    for tongue, said, signed in product(TONGUES, range(6), Signed):
        if said < len(tongue.says):
            for place in Place:
                if place is not Place.BETWEEN or said == 0:
                    yield from _forms(Letter(tongue, tongue.says[said], place, signed))


def _forms(letter: Letter) -> Iterator[Sample]:
    for client, (line, page) in MARKING.items():
        yield _sample(client, letter, plain=marking.plain(letter, line(letter.tongue)))
        yield _sample(client, letter, html=page(letter))
    for client, (plain, page_or_none) in BARE.items() if letter.place is Place.TOP else ():
        yield _sample(client, letter, plain=plain(letter))
        if page_or_none:
            yield _sample(client, letter, html=page_or_none(letter))


def _sample(client: str, letter: Letter, *, plain: str = "", html: str = "") -> Sample:
    form = "plain" if plain else "page"
    name = f"{client} {form} {letter.tongue.code} {letter.place.value} {letter.signed.value} {letter.said[:12]!r}"
    return Sample(client, name, plain, html, letter.new)
