"""Every pair of colours can be read, in light, in dark, and when a mail program turns them over."""

import re

import pytest

from throughline.adapters.paper import ROOM, render_letter
from unit.paper.contexts import LETTERS

SHEET = (ROOM / "pages" / "page.css").read_text(encoding="utf-8")
LETTER = render_letter("digest", LETTERS["digest"], "en").html
TEXT_PAIRS = ("ink paper", "ink wash", "quiet paper", "quiet wash", "accent paper", "accent wash", "on accent",
              "late paper", "late wash")  # fmt: skip
READABLE, VISIBLE = 4.5, 3.0


def luminance(colour: str) -> float:
    digits = colour.lstrip("#")
    digits = "".join(one * 2 for one in digits) if len(digits) == 3 else digits
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def turned(colour: str) -> str:
    return f"#{0xFFFFFF - int(colour[1:], 16):06x}"


def colour_in(style: str, name: str) -> str:
    found = re.search(f"{name}:(#[0-9a-f]{{6}})", style)
    return found[1] if found else ""


def palettes() -> list[dict[str, str]]:
    return [dict(re.findall(r"--(\w+):(#[0-9a-f]+)", block)) for block in re.findall(r":root\{(.*?)\}", SHEET)]


def dark_letter() -> dict[str, dict[str, str]]:
    block = LETTER.partition("prefers-color-scheme: dark")[2].partition("</style>")[0]
    rules = re.findall(r"\.(\w+) \{(.*?)\}", block)
    return {name: dict(re.findall(r"([\w-]+): (#[0-9a-f]{6})", rule)) for name, rule in rules}


@pytest.mark.parametrize("pair", TEXT_PAIRS)
@pytest.mark.parametrize("at", [0, 1], ids=["light", "dark"])
def test_words_on_pages_can_be_read(pair: str, at: int) -> None:
    front, ground = pair.split()
    assert contrast(palettes()[at][front], palettes()[at][ground]) >= READABLE


@pytest.mark.parametrize("at", [0, 1], ids=["light", "dark"])
def test_edges_of_controls_can_be_seen(at: int) -> None:
    assert contrast(palettes()[at]["edge"], palettes()[at]["paper"]) >= VISIBLE


def test_words_in_letters_can_be_read_also_when_turned_over() -> None:
    styles = re.findall(r'style="([^"]*)"', LETTER)
    found = [(colour_in(style, "(?<!-)color"), colour_in(style, "background-color")) for style in styles]
    pairs = {(front, ground) for front, ground in found if front and ground and front != ground}
    alone = set(re.findall(r"(?<!-)color:(#[0-9a-f]{6})", LETTER)) - {"#ffffff", "#e2dccf"}
    pairs |= {(front, ground) for front in alone for ground in ("#ffffff", "#faf7f2") if front != ground}
    assert len(pairs) > 5
    for front, ground in pairs - {("#faf7f2", "#ffffff")}:
        assert contrast(front, ground) >= READABLE
        assert contrast(turned(front), turned(ground)) >= READABLE


def test_words_in_dark_letters_can_be_read() -> None:
    dark = dark_letter()
    grounds = [dark[name]["background-color"] for name in ("wash", "paper", "said")]
    for ground in grounds:
        for front in (dark["paper"]["color"], dark["quiet"]["color"], dark["accent"]["color"]):
            assert contrast(front, ground) >= READABLE
    assert contrast(dark["button"]["color"], dark["button"]["background-color"]) >= READABLE
