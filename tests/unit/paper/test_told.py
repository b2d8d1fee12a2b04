"""What did not work is said in the reader's language, word for word as it was meant."""

import re
from gettext import NullTranslations, translation
from pathlib import Path

import pytest
from markupsafe import escape

from fakes import MemoryAtlas
from fakes.values import small_map
from throughline.adapters import paper
from throughline.adapters.paper_problems import OF_LISTS, PROBLEMS
from throughline.adapters.paper_told import LONGEST, told_in
from throughline.errors import Refused
from throughline.usecases.set_words import problems_of, set_words
from unit.paper.said_in_code import A_VALUE, sentences

# Said to programs alone, or to whoever runs a command.
TO_PROGRAMS = {
    "We don't know this device yet.",
    "Send action=send_code; then action=code, with the asking it gives and the code from the department's mailbox.",
    "Send a form or a JSON object, and name it in Content-Type.",
    f"We can't read {A_VALUE}.",
    "The body is not a JSON object.",
    "Send one JSON object in UTF-8.",
    "This is not text.",
    "Write one value in quotes.",
    "The body can't be read.",
    "Send it once more, as it is.",
    "You are not signed in, or not any more.",
    "Sign in at /manage/in. Nothing has been changed.",
}
BY_COMMAND = {
    f"{A_VALUE} thinks that {A_VALUE} can prevent this.",
    "It is known whom that is for.",
    f'"{A_VALUE}" is no setting. The settings are: {A_VALUE}.',
    f'"{A_VALUE}" is no e-mail address.',
    f'"{A_VALUE}" is no target. Write the share that shall be right, from {A_VALUE} to {A_VALUE}.',
    "It is told in the next digest.",
    "It is told, and may lead.",
    "It is told to nobody who does not have it yet.",
    "It is not told.",
    f"{A_VALUE}, row {A_VALUE}: the cells can't be told apart ({A_VALUE}).",  # a page's list has a name
    # A page puts other words in place of these.
    "Many notes came over this link within the hour. Nothing was sent.",
    "Many notes came with this e-mail address today. Nothing was sent.",
    "Leave the address out, or send it tomorrow. If it can't wait, tell a colleague or your manager.",
    "Send it again within the next hour. If it can't wait, tell a colleague or your manager.",
    "Nothing waits for a decision there.",
    "See what waits: throughline triage list",
    "See it: throughline triage list",
    "It was said in confidence, and the map names nobody who may read it.",
    "Name a confidential contact or a CX manager on the map and import it.",
    "Mend it and send the whole list once more. Nothing has been changed.",
}
IN_A_LIST = {one for one in OF_LISTS if "%(problem)s" in one} | {"the cells can't be told apart (%(why)s)."}
DONE = "✓"


@pytest.fixture
def german(catalogues: Path) -> NullTranslations:
    return translation(paper.DOMAIN, catalogues, ["de"])


class Marked(NullTranslations):
    """A language that says every sentence alike, with its values behind it, and remembers what it was asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: set[str] = set()

    def gettext(self, message: str) -> str:
        self.asked.add(message)
        return DONE + "".join(re.findall(r"%\(\w+\)s", message))


@pytest.fixture(scope="module")
def marked() -> Marked:
    return Marked()


@pytest.fixture(scope="module")
def untold(marked: Marked) -> set[str]:
    """The sentences of the code that a page would leave in English, in part or as a whole."""
    told = told_in(marked)
    done = re.compile(rf"(?:{DONE}|<bdi>.*?</bdi>| )+", re.DOTALL)
    return {one for one in sentences() if not done.fullmatch(told(one))}


def test_whatever_a_page_may_have_to_say_is_known_to_it(untold: set[str]) -> None:
    assert untold == TO_PROGRAMS | BY_COMMAND


@pytest.mark.usefixtures("untold")
def test_what_is_said_nowhere_any_more_is_not_kept(marked: Marked) -> None:
    assert set(PROBLEMS) - IN_A_LIST - marked.asked == set()


def test_english_stays_word_for_word() -> None:
    told = told_in(NullTranslations())
    assert [told(one).replace("<bdi>", "").replace("</bdi>", "") for one in PROBLEMS] == [
        escape(one) for one in PROBLEMS
    ]


@pytest.mark.parametrize(
    ("english", "in_german"),
    [
        ("That is not the code.", "Das ist nicht der Code."),
        (
            "That is not the code. Look again at the newest mail: 4 more tries.",
            "Das ist nicht der Code. Sieh noch einmal in die neueste Mail. Verbleibende Versuche: <bdi>4</bdi>.",
        ),
        (
            "This sounds like something for Confidential contact alone. It was not sent.",
            "Das klingt nach etwas, das nur für <bdi>Vertrauensperson</bdi> ist. Es wurde nicht gesendet.",
        ),
        ("We don't know the step “<b>”.", "Den Schritt „<bdi>&lt;b&gt;</bdi>“ kennen wir nicht."),
        ("We don't know the step “”.", "Den Schritt „<bdi></bdi>“ kennen wir nicht."),
        ("That is too long. Ask <Ann>.", "Das ist zu lang. Ask &lt;Ann&gt;."),
        ("The moon was <full>.", "The moon was &lt;full&gt;."),
        (f"The map knows no “{'x' * LONGEST}”.", f"The map knows no “{'x' * LONGEST}”."),
    ],
)
def test_a_problem_is_said_in_german(english: str, in_german: str, german: NullTranslations) -> None:
    assert told_in(german)(english) == in_german


@pytest.mark.parametrize(
    ("name", "text", "in_german"),
    [
        ("mantra", "", ["Ein Leitsatz braucht Worte. Schreib einen Satz."]),
        (
            "lessons",
            "title,text,place\nLook,,North",
            [
                "Die Liste, Spalte C place: „place“ ist keine Spalte dieser Tabelle. Die Spalten sind: id, touchpoint",
                "Die Liste, Zeile 2, Spalte B text: Das Feld text ist leer. Jede Lektion braucht etwas darin.",
            ],
        ),
        (
            "goals",
            "goal,department,measure,target,from\nQuick,Packing,csat,most,2026-11-01",
            [
                "Die Liste: Die Spalte „until“ fehlt. Füge sie hinzu; ihre Zellen dürfen leer sein.",
                "Die Liste, Zeile 2, Spalte D target: „most“ ist kein Zielwert. Schreib so viele von zehn: 9 of 10",
                "Die Liste, Zeile 2, Spalte until: „“ ist kein Datum. Schreib Jahr, Monat, Tag: 2026-12-25.",
                "Die Liste, Zeile 2, Spalte touchpoint: Ein Wert gehört zu einem Moment. Nenne den Kontaktpunkt.",
            ],
        ),
        ("goals", 'goal,department\nQuick,"Pack"ing"', ["Die Liste, Zeile 2: Die Zellen lassen sich nicht"]),
    ],
)
def test_what_is_wrong_with_a_list_is_said_in_german(
    name: str, text: str, in_german: list[str], german: NullTranslations
) -> None:
    atlas = MemoryAtlas()
    atlas.maps.replace(small_map())
    with pytest.raises(Refused) as refused:
        set_words(name, text, maps=atlas.map_desk, goals=atlas.goals)
    told = [told_in(german)(one).striptags() for one in problems_of(refused.value)]
    assert [one[: len(said)] for one, said in zip(told, in_german, strict=True)] == in_german
