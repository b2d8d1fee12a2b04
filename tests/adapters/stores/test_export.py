"""What is kept of digests about one reader is given out whole, and nobody else's id with it."""

from datetime import timedelta

import pytest

from aws import ATLAS, LEDGER
from fakes import FixedClock
from fakes.outside import ROOT
from fakes.rooms import Ledger
from fakes.values import TODAY, person
from throughline.adapters.dynamo.staff import DynamoStaff
from throughline.adapters.dynamo.subjects import DynamoSubjects
from throughline.adapters.wiring import AtlasRoom, LedgerRoom
from throughline.domain.digest_chunk import ALONE, Chunk, chunk_of
from throughline.domain.edition import Edition, Turns
from throughline.domain.retention import DAYS, LATE, Class
from throughline.domain.subject import Held, Kept, subject_of
from throughline.domain.week import Week
from throughline.usecases.export_digests import DigestBooks
from throughline.usecases.export_subject import export_subject

WEEK = Week.of(TODAY).previous()
EARLIER = WEEK.previous()
ADA = "id-ada"


def given(ledger: Ledger) -> list[Kept]:
    return list(DigestBooks(ledger.chunks, ledger.editions, TODAY).about(ADA))


def planned(ledger: Ledger, week: Week, *others: str) -> Chunk:
    chunk = chunk_of([ADA, *others], "Europe/London")
    ledger.chunks.put(week, [chunk])
    return chunk


def test_each_digest_that_went_with_others_is_told_with_its_week_and_how_it_ended(
    ledger: Ledger, clock: FixedClock
) -> None:
    first, second = planned(ledger, EARLIER, "id-ben"), planned(ledger, WEEK, "id-cy")
    ledger.chunks.put(WEEK, [chunk_of(["id-dan", "id-eve"])])
    taken = ledger.chunks.claim(EARLIER, first.id, clock.now())
    assert taken
    ledger.chunks.end(EARLIER, Chunk(taken.id, taken.people, ends={ADA: ALONE, "id-ben": "skipped: has left"}))
    ledger.chunks.reported(WEEK, second.id, [ADA])
    assert given(ledger) == [
        Kept("digest", f"{EARLIER} {first.id}", {"week": str(EARLIER), "outcome": ALONE}),
        Kept("digest", f"{WEEK} {second.id}", {"week": str(WEEK), "outcome": "sent"}),
    ]


def test_what_the_mail_service_told_of_it_is_told_too(ledger: Ledger) -> None:
    for reader, complaint in ((ADA, True), (ADA, False), ("id-ben", True)):
        ledger.chunks.bad_news(WEEK, reader, complaint=complaint)
    assert [(one.kind, one.document["outcome"]) for one in given(ledger)] == [
        ("report", "bounce"),
        ("report", "complaint"),
    ]


@pytest.mark.parametrize(
    ("people", "outcomes"),
    [
        (Turns((ADA, "id-ben"), ("id-cy",)), ["named"]),
        (Turns(("id-ben",), ("id-cy", ADA)), ["waiting"]),
        (Turns(("id-ben",), ("id-cy",)), []),
    ],
)
def test_an_edition_tells_whether_it_named_them(ledger: Ledger, people: Turns, outcomes: list[str]) -> None:
    ledger.editions.settle(Edition(str(WEEK), people=people))
    found = given(ledger)
    assert [one.document["outcome"] for one in found] == outcomes
    assert not any(other in str(found) for other in ("id-ben", "id-cy"))


@pytest.mark.parametrize("back", [0, DAYS[Class.LETTERS] - 7, DAYS[Class.LETTERS] + LATE - 14])
def test_a_week_counts_as_long_as_it_is_kept(ledger: Ledger, back: int) -> None:
    week = Week.of(TODAY - timedelta(days=back))
    planned(ledger, week)
    assert [one.document["week"] for one in given(ledger)] == [str(week)]


@pytest.mark.usefixtures("tables")
def test_what_somebody_chose_is_given_out_and_so_is_what_outlives_their_erasure(clock: FixedClock) -> None:
    room, atlas = LedgerRoom(LEDGER, clock=clock), AtlasRoom(ATLAS, clock=clock)
    ada = person("ada")
    atlas.directory.replace([ada, person("ben")])
    for choose in (atlas.directory.choose, atlas.directory.choose_naming):
        assert choose(ada.id, "off" if choose == atlas.directory.choose else "name")
    assert atlas.directory.choose_hour(ada.id, 0)
    staff, code = DynamoStaff(atlas.record), subject_of(ROOT, ada.email)
    subjects = DynamoSubjects(room.record, room.items)

    def rows(held: Held) -> list[tuple[str, object]]:
        books = DigestBooks(room.chunks, room.editions, TODAY)
        found = export_subject(held=held, kept=subjects, staff=staff, books=books, root=ROOT)
        return [(one.kind, dict(one.document)) for one in found if one.kind == "choice"]

    assert rows(Held(person=ada.id)) == [("choice", {"digest": "off", "naming": "name", "hour": 0})]
    assert rows(Held(person=person("ben").id)) == []
    staff.erase(ada, code)
    assert rows(Held(choice=code)) == [("choice", {"digest": "off"})]
