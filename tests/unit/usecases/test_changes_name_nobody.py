"""You said, we did: everybody reads it, so it names nobody."""

from dataclasses import replace

import pytest

from fakes import MemoryAtlas
from fakes.values import HEAD, known_reporter, person, small_map
from throughline.domain.act import Act
from throughline.domain.case import Action
from throughline.domain.edition import Hand
from throughline.domain.edition_plan import held_changes
from throughline.domain.journey import JourneyMap, Member
from throughline.domain.letter import LetterKind
from throughline.domain.person import BY_NAME, KEEP_OUT
from throughline.domain.recognition import Change
from throughline.domain.seal import nonce_of
from throughline.usecases.act_on_case import act_on_case
from unit.usecases.desk import Desk
from unit.usecases.mailroom import MailRoom, from_packing

JANE = replace(person("jane"), name="Jane Doe", naming=KEEP_OUT)
BOB = replace(person("bob"), name="Bob Miller", naming=BY_NAME)


def on_the_map() -> JourneyMap:
    known = small_map()
    return replace(known, departments=(replace(known.departments[0], people=(Member("Tom Reed", "Packer"),)),))


class Office(Desk):
    """A desk that knows the staff list."""

    def __post_init__(self) -> None:
        super().__post_init__()
        self.atlas = MemoryAtlas()
        self.atlas.directory.replace([JANE, BOB])
        self.map = on_the_map()

    def changed(self, said: str, done: str, **told: object) -> Change:
        case = self.case(self.routed(f"The box was crushed. {said}", **told))
        act_on_case(
            act=Act(Action.RESOLVE, nonce_of(HEAD.root, case.subject, case.version), done),
            case=case,
            line=self.line(case.line),
            cases=self.ledger.cases,
            journey_map=self.map or small_map(),
            head=replace(HEAD, colleagues=self.atlas.directory),
            now=self.clock.now(),
        )
        (change,) = self.line(case.line).changes
        return replace(change, said=change.said.removeprefix("The box was crushed. "))


@pytest.fixture
def office() -> Office:
    return Office()


@pytest.mark.parametrize(
    ("said", "done", "told"),
    [
        ("Jane Doe was rude to me.", "Jane Doe has had a talk.", ("[…] was rude to me.", "[…] has had a talk.")),
        ("Bob at the till was rude.", "We asked Bob.", ("[…] at the till was rude.", "We asked […].")),
        ("Ask Jane Doe’s team.", "Jane's van has foam now.", ("Ask […]’s team.", "[…]'s van has foam now.")),
        ("Tom sat on it, then tom reed left.", "Tom has foam.", ("[…] sat on it, then […] left.", "[…] has foam.")),
        ("Will it be fixed?", "The foot is wrapped.", ("Will it be fixed?", "The foot is wrapped.")),
    ],
)
def test_who_works_here_is_left_out_whatever_they_chose(
    office: Office, said: str, done: str, told: tuple[str, str]
) -> None:
    change = office.changed(said, done)
    assert (change.said, change.change) == told
    assert held_changes([change], Hand(), office.map) == {}


def test_whoever_wrote_it_is_left_out(office: Office) -> None:
    change = office.changed("I am Ros Wren, and Ros is cross.", "We rang Ros Wren.", reporter=known_reporter())
    assert (change.said, change.change) == ("I am […], and […] is cross.", "We rang […].")


def test_whoever_raised_it_still_reads_what_was_written_to_them(office: Office) -> None:
    office.changed("Bob sat on it.", "We asked Bob.", reporter=known_reporter())
    (letter,) = [one for one in office.letters() if one.kind is LetterKind.CHANGED]
    assert letter.fields["change"] == "We asked Bob."


@pytest.mark.parametrize("said", ["Eleanor Rigby was left waiting in the rain.", "Rob Miller sat on it."])
def test_anybody_else_waits_for_a_look(office: Office, said: str) -> None:
    change = office.changed(said, "We built a roof.")
    assert list(held_changes([change], Hand(), office.map).values()) == ["name"]


def test_a_change_that_came_by_mail_names_nobody_either() -> None:
    room = MailRoom()
    room.atlas.directory.replace([JANE, BOB])
    case = room.opened()
    room.takes(from_packing(case, "fixed: Bob Miller wraps the foot, and Jane checks"))
    assert [one.change for one in room.line(case.line).changes] == ["[…] wraps the foot, and […] checks"]
