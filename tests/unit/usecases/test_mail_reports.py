"""What the mail service reports of a mail settles it, or changes how mail to its address fares."""

from collections.abc import Mapping
from typing import Any

import pytest

from fakes import MemoryAtlas, PlainPaper
from fakes.outside import ROOT
from fakes.values import NOW, TODAY, known_reporter, person, small_map
from throughline.domain.digest_chunk import chunk_of
from throughline.domain.letter import Letter, LetterKind
from throughline.domain.person import person_id
from throughline.domain.reach import Reach
from throughline.domain.subject import subject_of
from throughline.domain.week import Week
from throughline.usecases.note_outcome import STOPPED, OutcomeDesk, note_outcome
from throughline.usecases.reported_together import ReportedTogether
from throughline.usecases.send_letter import NO_MAIL_ARRIVES, mail_of
from unit.usecases.desk import Desk

FROZE = "The card reader froze."
PACKING, BOSS = "packing@shop.example", "boss@shop.example"


def asides(desk: Desk) -> list[tuple[str, str]]:
    return [(one.reason, one.what) for one in desk.ledger.facts.asides()]


def report(
    desk: Desk,
    event: str,
    tags: Mapping[str, str],
    atlas: MemoryAtlas | None = None,
    mail_id: str = "ses-1",
    **told: Any,
) -> str:
    mail = {"messageId": mail_id, "tags": {name: [value] for name, value in tags.items()}}
    ledger, directory = desk.ledger, (atlas or MemoryAtlas()).directory
    rooms = OutcomeDesk(
        ledger.letters, ledger.facts, ledger.digests, directory, ledger.standings, ledger.chunks, ledger.sending
    )
    return note_outcome(report={"eventType": event, "mail": mail, **told}, desk=rooms, now=desk.clock.now())


def bounces(desk: Desk, letter: Letter, mail_id: str = "ses-1", kind: str = "Permanent") -> str:
    return report(desk, "Bounce", mail_of(letter, PlainPaper()).tags, mail_id=mail_id, bounce={"bounceType": kind})


def reach(desk: Desk, address: str) -> Reach:
    return desk.ledger.standings.of(subject_of(ROOT, address))


@pytest.mark.parametrize("event", ["Send", "Delivery"])
def test_a_report_that_a_mail_went_settles_it(desk: Desk, waiting: Letter, event: str) -> None:
    desk.ledger.letters.claim(waiting.line, waiting.name, NOW)  # and then its sender died
    tags = mail_of(waiting, PlainPaper()).tags
    assert report(desk, event, tags) == f"noted: {event.lower()}"
    desk.clock.passes(minutes=16)
    assert desk.sends(waiting) == "already sent or taken"


def test_a_report_that_a_digest_went_settles_it(desk: Desk) -> None:
    week = Week.of(TODAY)
    desk.ledger.digests.claim(week, "id-ada", NOW)
    for reader in ("id-ada", "id-gone"):  # whoever was erased meanwhile is not written down again
        assert report(desk, "Send", {"digest": str(week), "person": reader}) == "noted: send of a digest"
    assert list(desk.ledger.digests.report(week)) == [("id-ada", "sent")]


def test_whoever_complains_gets_no_more_digests(desk: Desk) -> None:
    atlas = MemoryAtlas()
    atlas.directory.replace([person("ada")])
    assert report(desk, "Complaint", {"person": "id-ada"}, atlas) == "noted: no more digests after a complaint"
    ada = atlas.directory.person("id-ada")
    assert ada
    assert ada.digest == "off"


def test_whoever_works_here_and_complains_of_any_mail_gets_no_more_digests(desk: Desk, waiting: Letter) -> None:
    atlas = MemoryAtlas()
    known = person("pat", id=person_id(email=PACKING, name="", department=""))
    atlas.directory.replace([known])
    told: dict[str, Any] = {"complaint": {"complainedRecipients": [{"emailAddress": PACKING}, "odd", {}]}}
    tags = mail_of(waiting, PlainPaper()).tags
    assert report(desk, "Complaint", tags, atlas, **told) == "noted: no more digests after a complaint"
    reader = atlas.directory.person(known.id)
    assert reader
    assert (reader.digest, reach(desk, PACKING).complained) == ("off", True)
    assert report(desk, "Complaint", tags, MemoryAtlas(), **told) == "noted: complaint"


@pytest.mark.parametrize("beside", [BOSS, ""])
def test_what_a_department_can_not_get_goes_to_whoever_stands_in_for_it(desk: Desk, beside: str) -> None:
    desk.map = small_map(cx_manager=beside)
    desk.routed()
    waiting = desk.letter_to(PACKING)
    assert desk.sends(waiting) == "sent: case"
    assert [bounces(desk, waiting), bounces(desk, waiting)] == ["noted: bounce", "noted: bounce"]
    assert str(reach(desk, PACKING)) == "unreachable since 2026-11-23"
    assert reach(desk, PACKING).bounces == 1
    if not beside:
        assert desk.sends(waiting) == f"refused: {NO_MAIL_ARRIVES}"
        assert asides(desk) == [(f"a mail: refused: {NO_MAIL_ARRIVES}", f"{waiting.line} {waiting.name}")]
        return
    assert [desk.sends(waiting), desk.sends(waiting)] == ["sent: case", "already sent or taken"]
    first, again = desk.postbox.sent
    assert (first.to, again.to, first.reply_to) == (PACKING, BOSS, again.reply_to)
    assert "'instead_of': 'Packing'" in again.text
    desk.routed(identity="device-0002")
    assert desk.sends(desk.letters()[-1]) == "sent: case"
    assert desk.postbox.sent[-1].to == BOSS


def test_what_comes_back_from_everybody_is_shown_to_a_person(desk: Desk) -> None:
    desk.map = small_map(cx_manager=BOSS)
    desk.routed()
    waiting = desk.letter_to(PACKING)
    desk.sends(waiting)
    bounces(desk, waiting)
    desk.sends(waiting)
    bounces(desk, waiting, "ses-2")
    assert [why for why, _ in asides(desk)] == ["a mail: it came back from everybody who could have it"]
    assert desk.sends(waiting) == "already sent or taken"


def test_a_bounce_that_may_pass_keeps_nobody_from_mail(desk: Desk, waiting: Letter) -> None:
    desk.sends(waiting)
    for mail_id in ("ses-1", "ses-2", "ses-2"):
        assert bounces(desk, waiting, mail_id, "Transient") == "noted: bounce that may pass"
    assert str(reach(desk, PACKING)) == "bounced 2 times, last on 2026-11-23"
    desk.routed(identity="device-0002")
    assert desk.sends(desk.letters()[-1]) == "sent: case"
    assert desk.postbox.sent[-1].to == PACKING


def test_a_bounce_that_is_told_before_the_sending_is_noted_still_sends_it_on(desk: Desk) -> None:
    desk.map = small_map(cx_manager=BOSS)
    desk.routed()
    waiting = desk.letter_to(PACKING)
    desk.ledger.letters.claim(waiting.line, waiting.name, NOW)
    bounces(desk, waiting)
    desk.ledger.letters.sent(waiting.line, waiting.name, "ses-1")  # the sender's own note comes last
    assert desk.sends(waiting) == "sent: case"
    assert desk.postbox.sent[-1].to == BOSS


def test_whoever_raised_it_and_can_not_be_reached_gets_no_further_mail(desk: Desk) -> None:
    ros = known_reporter()
    desk.routed(reporter=ros)
    heard = desk.letter_to(ros.email)
    desk.sends(heard)
    bounces(desk, heard)
    desk.routed(identity="device-0002", reporter=ros)
    assert desk.sends(desk.letters()[-1]) == f"refused: {NO_MAIL_ARRIVES}"
    assert [one.to for one in desk.postbox.sent] == [ros.email]
    assert heard.kind is LetterKind.HEARD
    assert desk.ledger.standings.mended(subject_of(ROOT, ros.email))
    desk.routed(identity="device-0003", reporter=ros)
    assert desk.sends(desk.letters()[-1]) == "sent: heard"


@pytest.mark.parametrize("event", ["Open", "Bounce", "Reject", ""])
def test_reports_of_anything_else_are_passed_over(desk: Desk, event: str) -> None:
    assert report(desk, event, {}).startswith("nothing to note")


def of_a_digest(**more: str) -> dict[str, str]:
    return {"digest": "2026-W47", "person": "id-ada", "subject": "s", **more}


def test_reports_of_a_chunk_are_noted_in_it_and_by_one_write(desk: Desk) -> None:
    chunk = chunk_of(["id-ada", "id-ben", "id-cy"])
    desk.ledger.chunks.put(Week(2026, 47), [chunk])
    tags = [of_a_digest(person=person, chunk=chunk.id) for person in ("id-ada", "id-cy")]
    mails = [{"messageId": "1", "tags": {name: [value] for name, value in one.items()}} for one in tags]
    reports = [{"eventType": "Send", "mail": mail} for mail in mails]
    together = ReportedTogether(desk.ledger.chunks, reports)
    together.reported(Week(2026, 47), chunk.id, ["id-ada"])
    assert next(desk.ledger.chunks.of(Week(2026, 47))).sent == {"id-ada", "id-cy"}
    assert report(desk, "Send", of_a_digest(person="id-ben", chunk=chunk.id)) == "noted: send of a digest"
    assert not next(desk.ledger.chunks.of(Week(2026, 47))).waiting


@pytest.mark.parametrize(("event", "readers"), [("Bounce", 3), ("Complaint", 2)])
def test_the_digest_stops_when_too_many_come_back_or_are_complained_of(desk: Desk, event: str, readers: int) -> None:
    desk.ledger.chunks.went(Week(2026, 47), 100)
    bounce = {"bounceType": "Permanent"}
    told = [report(desk, event, of_a_digest(person=f"id-{at}"), bounce=bounce) for at in range(readers + 1)]
    assert [one.startswith(STOPPED) for one in told] == [False] * (readers - 1) + [True, False]
    assert desk.ledger.sending.waits(NOW).startswith(str(readers))


@pytest.mark.parametrize("kind", ["Suppressed", "OnAccountSuppressionList"])
def test_what_the_mail_service_did_not_even_try_stops_no_digest_and_is_noted(desk: Desk, kind: str) -> None:
    desk.ledger.chunks.went(Week(2026, 47), 100)
    bounce = {"bounceType": "Permanent", "bounceSubType": kind}
    for at in range(20):
        assert report(desk, "Bounce", of_a_digest(person=f"id-{at}"), bounce=bounce) == "noted: bounce"
    assert len(list(desk.ledger.chunks.bad_news_in(Week(2026, 47)))) == 20
    assert desk.ledger.standings.of("s").lasting


def test_turns_that_no_mail_went_in_count_for_nothing(desk: Desk) -> None:
    desk.ledger.sending.take([10_000], NOW)
    desk.ledger.chunks.went(Week(2026, 47), 100)
    bounce = {"bounceType": "Permanent"}
    told = [report(desk, "Bounce", of_a_digest(person=f"id-{at}"), bounce=bounce) for at in range(3)]
    assert told[-1].startswith(STOPPED)


def test_what_comes_back_of_a_case_stops_no_digest(desk: Desk) -> None:
    desk.ledger.chunks.went(Week(2026, 47), 100)
    for at in range(5):
        report(desk, "Bounce", {"subject": f"s{at}", "kind": "case"}, bounce={"bounceType": "Permanent"})
    assert not desk.ledger.sending.waits(NOW)
