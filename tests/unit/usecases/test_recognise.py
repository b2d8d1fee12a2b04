"""Thanks: whom they name, who may read them, who hears of them."""

from dataclasses import replace
from datetime import timedelta

import pytest

from fakes import MemoryAtlas
from fakes.values import CARRIED, HEAD, NOW, known_reporter, person, small_map
from throughline.domain.feedback import Kind
from throughline.domain.letter import LetterKind
from throughline.domain.person import BY_NAME, KEEP_OUT
from throughline.domain.recognition import MOST_GIVEN, HeldFor, Publicity, Thanks
from throughline.domain.routing import Router
from throughline.errors import Refused
from throughline.usecases.moderate_thanks import hand_thanks, moderate_thanks
from throughline.usecases.recognise import nameable
from throughline.usecases.route_fact import route_fact
from unit.usecases.desk import Desk

ADA = replace(person("ada", role="Driver"), name="Ada Moss")
BO = replace(person("bo", department="Packing"), name="Bo Lind")
KIND = "Ada Moss stayed until the lamp was found. Ada smiled all the way."
HELD, PUBLISHED, PRIVATE, DROPPED = Publicity.HELD, Publicity.PUBLISHED, Publicity.PRIVATE, Publicity.DROPPED


class Shop(Desk):
    """A desk whose router knows the staff list."""

    def __post_init__(self) -> None:
        super().__post_init__()
        self.atlas = MemoryAtlas()
        self.atlas.directory.replace([ADA, BO])
        self.map = small_map(values="Kindness; We finish what we start")

    def routes(self, line: str, fact: str = "fact", *, revision: int | None = None) -> tuple[str, ...]:
        room, router = self.ledger, Router(self.map) if self.map else None
        return route_fact(
            line=line,
            fact=fact,
            facts=room.facts,
            cases=room.cases,
            router=router,
            head=replace(HEAD, colleagues=self.atlas.directory),
            now=self.clock.now(),
            revision=revision,
        )

    def thanked(self, text: str = KIND, **told: object) -> Thanks:
        line = self.routed(text, **{"kind": Kind.PRAISE, **told})
        return self.line(line).thanks[0]

    def mails(self) -> list[str]:
        return [one.to for one in self.letters() if one.kind is LetterKind.THANKED]

    def moderates(self, thanks: Thanks, state: Publicity) -> Thanks:
        return moderate_thanks(
            ref=thanks.ref,
            state=state,
            recognitions=self.ledger.recognitions,
            directory=self.atlas.directory,
            head=HEAD,
            now=self.clock.now(),
        )


@pytest.fixture
def shop() -> Shop:
    return Shop()


def test_praise_that_names_somebody_reaches_them_and_loses_their_name(shop: Shop) -> None:
    given = shop.thanked()
    assert (given.to, given.state) == (ADA.id, PUBLISHED)
    assert given.words == "[…] stayed until the lamp was found. […] smiled all the way."
    assert (given.behind[0].department, given.behind[0].role) == ("Delivery", "Driver")
    assert shop.mails() == [ADA.email]


def test_a_chosen_name_counts_however_it_is_written_and_the_moment_stays_credited(shop: Shop) -> None:
    given = shop.thanked(CARRIED, to="  ada   MOSS ", touchpoint="Delivery at the door")
    assert given.to == ADA.id
    assert [one.department for one in given.behind] == ["Delivery", "Planning"]


def test_a_department_may_be_thanked(shop: Shop) -> None:
    given = shop.thanked(CARRIED, to="packing", touchpoint="Delivery at the door")
    assert (given.to, given.behind[0].department) == ("", "Packing")
    assert shop.mails() == []


def test_a_note_that_says_whom_it_thanks_is_praise(shop: Shop) -> None:
    assert shop.thanked(kind=None, to="Ada Moss").to == ADA.id


def test_a_value_of_the_map_is_kept_and_any_other_is_not(shop: Shop) -> None:
    assert shop.thanked(value="kindness").value == "Kindness"
    assert shop.thanked(identity="device-0002", value="Speed").value == ""


def test_two_names_in_one_praise_wait_for_a_person_and_both_are_left_out(shop: Shop) -> None:
    given = shop.thanked("Ada Moss and Bo Lind were lovely.")
    assert (given.state, given.held_for, given.words) == (HELD, HeldFor.SEVERAL, "[…] and […] were lovely.")
    assert shop.mails() == []


def test_a_first_name_alone_is_left_out_and_reaches_nobody(shop: Shop) -> None:
    given = shop.thanked("Thank you, Ada. Ada's smile helped; Bo did too.")
    assert given.words == "Thank you, […]. […]'s smile helped; […] did too."
    assert (given.to, given.state) == ("", PUBLISHED)


def test_beside_whoever_is_thanked_another_first_name_is_left_out_as_another(shop: Shop) -> None:
    given = shop.thanked("Ada Moss was kind, and Bo helped.")
    assert given.words == "[…] was kind, and [name] helped."
    (letter,) = shop.letters()
    shop.sends(letter)
    assert "Ada Moss was kind, and [name] helped." in shop.postbox.sent[0].text


def test_what_one_person_alone_reads_keeps_whom_else_it_names(shop: Shop) -> None:
    assert shop.thanked("Bo says thank you too.", to="Ada Moss", private=True).words == "Bo says thank you too."


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("Eleanor Rigby was so happy, thank you.", HeldFor.NAME),
        ("Thank you, my number is 0131 555 0142.", HeldFor.NUMBER),
        ("The order A-118204 came so quickly, thank you.", HeldFor.NUMBER),
        ("Write to my mother at mum@home.example, thank you.", HeldFor.ADDRESS),
        ("Mrs Baker was so happy, thank you.", HeldFor.NAME),
        ("Thank you, you lovely idiot.", HeldFor.HURTFUL),
    ],
)
def test_what_may_hurt_waits_for_a_person_before_anybody_reads_it(shop: Shop, said: str, why: HeldFor) -> None:
    given = shop.thanked(said, to="Ada Moss")
    assert (given.state, given.held_for) == (HELD, why)
    assert shop.mails() == []


def test_published_by_a_person_it_stands_in_that_week_and_reaches_whom_it_names(shop: Shop) -> None:
    given = shop.thanked("Mrs Baker was so happy, thank you.", to="Ada Moss")
    shop.clock.moment = NOW + timedelta(days=9)
    moved = shop.moderates(given, PUBLISHED)
    assert (moved.state, moved.held_for, moved.on) == (PUBLISHED, "", shop.clock.now().date())
    assert shop.mails() == [ADA.email]
    assert shop.moderates(moved, PUBLISHED) == moved


def test_dropped_it_is_told_to_nobody_not_even_in_a_mail_that_was_written(shop: Shop) -> None:
    given = shop.thanked()
    shop.moderates(given, DROPPED)
    (letter,) = shop.letters()
    assert shop.sends(letter) == "what it told of is gone"
    assert shop.postbox.sent == []


def test_what_is_private_is_read_by_its_person_alone(shop: Shop) -> None:
    given = shop.thanked("Mrs Baker says thank you, Ada Moss.", to="Ada Moss", private=True)
    assert given.state is PRIVATE
    (letter,) = shop.letters()
    shop.sends(letter)
    assert "Mrs Baker says thank you, Ada Moss." in shop.postbox.sent[0].text
    with pytest.raises(Refused):
        shop.moderates(given, PUBLISHED)


def test_what_is_private_and_for_nobody_we_know_is_handed_by_a_person_and_never_published(shop: Shop) -> None:
    given = shop.thanked(CARRIED, to="Adda", private=True)
    assert (given.state, given.held_for) == (HELD, HeldFor.NOBODY)
    with pytest.raises(Refused):
        shop.moderates(given, PUBLISHED)
    room = shop.ledger.recognitions
    handed = hand_thanks(ref=given.ref, person=ADA, recognitions=room, head=HEAD, now=NOW)
    assert (handed.to, handed.state) == (ADA.id, PRIVATE)
    assert shop.mails() == [ADA.email]


def test_what_is_private_and_may_hurt_is_handed_by_a_person_and_never_published(shop: Shop) -> None:
    given = shop.thanked("Thank you, you lovely idiot.", to="Ada Moss", private=True)
    assert (given.state, given.held_for) == (HELD, HeldFor.ALONE)
    with pytest.raises(Refused):
        shop.moderates(given, PUBLISHED)
    handed = hand_thanks(ref=given.ref, person=ADA, recognitions=shop.ledger.recognitions, head=HEAD, now=NOW)
    assert (handed.state, shop.mails()) == (PRIVATE, [ADA.email])


def test_what_was_held_back_and_published_again_is_told_once(shop: Shop) -> None:
    held = shop.moderates(shop.thanked(), HELD)
    shop.clock.moment = NOW + timedelta(days=3)
    assert shop.moderates(held, PUBLISHED).state is PUBLISHED
    assert len(shop.letters()) == 1


def test_what_was_dropped_unread_is_told_once_it_is_published_after_all(shop: Shop) -> None:
    given = shop.moderates(shop.thanked("Mrs Baker was so happy, thank you.", to="Ada Moss"), DROPPED)
    assert shop.moderates(given, HELD).held_for == HeldFor.NAME
    assert shop.moderates(given, PUBLISHED).state is PUBLISHED
    assert shop.mails() == [ADA.email]


def test_a_days_thanks_come_in_one_mail_on_the_next_morning_of_whoever_is_thanked(shop: Shop) -> None:
    first, second = shop.thanked(), shop.thanked("Ada Moss is kind.", identity="device-0002")
    (letter,) = shop.letters()
    assert letter.tells == tuple(sorted((first.ref, second.ref)))
    assert shop.ledger.waits[letter.line, letter.name] == "2026-11-24T08+00:00"
    shop.sends(letter)
    assert "Ada Moss is kind." in shop.postbox.sent[0].text


def test_what_comes_after_their_morning_is_told_on_the_next_one(shop: Shop) -> None:
    shop.atlas.directory.replace([replace(ADA, timezone="Pacific/Honolulu"), BO])
    for at, hour in enumerate((2, 20)):  # that is the evening before, and the morning of the same day
        shop.clock.moment = NOW.replace(hour=hour)
        shop.thanked(identity=f"device-000{at + 1}")
    assert [len(one.tells) for one in shop.letters()] == [1, 1]
    assert sorted(shop.ledger.waits.values()) == ["2026-11-23T18+00:00", "2026-11-24T18+00:00"]


def test_whoever_wants_to_be_kept_out_hears_nothing_and_their_team_is_thanked(shop: Shop) -> None:
    shop.atlas.directory.choose_naming(ADA.id, KEEP_OUT)
    given = shop.thanked()
    assert given.behind[0].department == "Delivery"
    assert shop.mails() == []
    assert nameable([given], shop.atlas.directory) == {}


def test_only_whoever_said_yes_is_named(shop: Shop) -> None:
    given = shop.thanked()
    assert nameable([given], shop.atlas.directory) == {}
    shop.atlas.directory.choose_naming(ADA.id, BY_NAME)
    assert nameable([given], shop.atlas.directory) == {ADA.id: "Ada Moss"}


def test_beyond_the_limit_it_still_arrives_and_nobody_else_is_told(shop: Shop) -> None:
    told = {"to": "Ada Moss", "reporter": known_reporter()}
    given = [shop.thanked(CARRIED, identity=f"device-1{at:03}", **told) for at in range(MOST_GIVEN + 1)]
    assert [one.state for one in given].count(PUBLISHED) == MOST_GIVEN
    assert (given[-1].state, given[-1].held_for) == (HELD, HeldFor.LIMIT)
    (letter,) = [one for one in shop.letters() if one.kind is LetterKind.THANKED]
    assert given[-1].ref in letter.tells


def test_somebody_without_a_mailbox_is_thanked_all_the_same(shop: Shop) -> None:
    shop.atlas.directory.replace([replace(ADA, email="")])
    given = shop.thanked()
    assert given.to == ADA.id
    assert shop.mails() == []
