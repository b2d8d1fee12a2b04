"""A small shop whose people say things in their own words, and a model that learned from them."""

from functools import cache

from fakes.values import small_map
from throughline.adapters.training.trainer import RidgeTrainer
from throughline.domain.precedent import Example
from throughline.domain.routes.weights import Model

MAP = small_map()
PACKING = ("Opening the parcel", "Packing")
TILLS = ("Paying at the till", "IT")
DOOR = ("Delivery at the door", "Delivery")
MONEY = ("Getting money back", "Accounts")
NOBODY = ("", "")
SAID = {
    PACKING: "shade foot leg drawer vase mirror plate glass pot frame".split(),
    TILLS: "terminal keypad display contactless drawer printer tap pin slip beep".split(),
    DOOR: "stairs hallway doorstep lift neighbour corner carpet bell floor ramp".split(),
    MONEY: "bank credit transfer account overpaid voucher weeks sum repaid promised".split(),
    NOBODY: "poem football weather riddle song cinema recipe chess moon parade".split(),
}
HOW = ("the {} is odd", "again the {} and the {}", "about the {}", "{}, {} and {}", "she asked about the {} twice")


def said(spot: tuple[str, str], at: int) -> str:
    words = SAID[spot]
    told = HOW[at // 5 % len(HOW)]
    return told.format(*(words[(at * 3 + step) % len(words)] for step in range(told.count("{}")))) + f" nr {at}"


def stream(count: int, start: int = 0) -> list[Example]:
    spots = list(SAID)
    return [
        Example(said(spots[at % 5], at), *spots[at % 5], case=f"{spots[at % 5][1]:.1}{at}")
        for at in range(start, start + count)
    ]


@cache
def taught(count: int = 200) -> bytes:
    return RidgeTrainer().learn(stream(count), MAP)


def model(count: int = 200) -> Model:
    return Model(taught(count), "m1")
