"""The commands of the digest: what would go, what went, and why not."""

import json
from dataclasses import dataclass, field
from datetime import timedelta
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from commanding import given_at
from fakes.chunks import MemoryChunks, MemorySending
from operate import digest_rooms
from operate.commands import digest as commands
from operate.digest_rooms import DigestRooms
from operate.stack import Stack
from throughline.adapters.digest_paper import JinjaDigestPaper
from throughline.domain.digest_time import Rhythm
from throughline.domain.recognition import Thanks
from throughline.domain.week import Week
from throughline.errors import Refused
from throughline.usecases.compose_digest import DigestEditor
from throughline.usecases.plan_chunks import Crowd, plan_chunks
from throughline.usecases.send_digest import DigestDesk
from unit.digest.rooms import (
    MONDAY_NINE,
    WEEK,
    HandClock,
    MemoryDigests,
    MemoryDirectory,
    MemoryFigures,
    MemoryMaps,
    MemoryPlaces,
    MemoryQueue,
    MemoryWeeks,
    Root,
    person,
    thanks,
)

HOUR = timedelta(hours=1)
STAFF = (person("ada"), person("bob", digest="monthly"), person("cleo", email=""), person("dan"))


@dataclass
class Office:
    given: tuple[Thanks, ...] = (thanks(),)
    digests: MemoryDigests = field(default_factory=MemoryDigests)
    queue: MemoryQueue = field(default_factory=MemoryQueue)
    crowd: Crowd | None = None

    def rooms(self) -> DigestRooms:
        return DigestRooms(MemoryDirectory({one.id: one for one in STAFF}), self.digests, Rhythm(), self.crowd)

    def desk(self) -> DigestDesk:
        weeks = MemoryWeeks(self.given)
        editor = DigestEditor(weeks, MemoryFigures(), MemoryMaps(), MemoryPlaces(), HandClock(), 5)
        return DigestDesk(editor, JinjaDigestPaper(), Root(), "https://line.example", "line@shop.example")


@pytest.fixture
def office(monkeypatch: pytest.MonkeyPatch) -> Office:
    here = Office()
    stack = Stack("here", {"SenderAddress": "line@shop.example"}, "eu-west-1", local=False)
    monkeypatch.setattr(commands, "find_stack", lambda *_: stack)
    given_at(monkeypatch, MONDAY_NINE + HOUR, commands)
    for module in (commands, digest_rooms):
        monkeypatch.setattr(module, "rooms_of", lambda _: here.rooms())
    monkeypatch.setattr(commands, "queue_of", lambda _: here.queue)
    monkeypatch.setattr(digest_rooms, "desk_of", lambda _: here.desk())
    return here


def run(*words: str) -> Result:
    result = CliRunner().invoke(commands.digest, words)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


@pytest.mark.usefixtures("office")
def test_a_preview_is_the_mail_in_three_files(tmp_path: Path) -> None:
    result = run("preview", "--week", str(WEEK), "--to", "Ada@shop.example", "-o", str(tmp_path / "new"), "--json")
    told = json.loads(result.stdout)
    assert [Path(name).name for name in told["files"]] == ["mail.eml", "mail.html", "mail.txt"]
    mail = message_from_bytes((tmp_path / "new" / "mail.eml").read_bytes(), policy=default)
    assert (mail["To"], mail["Subject"]) == ("ada@shop.example", told["subject"])
    assert "He did not have to" in (tmp_path / "new" / "mail.txt").read_text()


@pytest.mark.usefixtures("office")
def test_a_preview_for_a_stranger_says_where_readers_stand(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="Nobody with the address") as refused:
        run("preview", "--week", str(WEEK), "--to", "x@y.example", "-o", str(tmp_path))
    assert "people export" in refused.value.do


def test_a_preview_of_an_empty_week_says_that_no_mail_goes(office: Office, tmp_path: Path) -> None:
    office.given = ()
    with pytest.raises(Refused, match="nothing to celebrate in 2026-W47"):
        run("preview", "--week", str(WEEK), "--to", "ada@shop.example", "-o", str(tmp_path))


@pytest.mark.usefixtures("office")
def test_a_preview_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(Refused, match="can't be written"):
        run("preview", "--week", str(WEEK), "--to", "ada@shop.example", "-o", str(tmp_path / "file"))


def test_the_plan_shows_who_is_still_to_get_it(office: Office) -> None:
    office.digests.states[WEEK, "id-dan"] = "sent"
    result = run("plan", "--week", str(WEEK))
    assert result.stdout == "ada@shop.example  Europe/London  en\n"
    assert "1 to go" in result.stderr
    assert not office.queue.messages


@pytest.mark.usefixtures("office")
def test_the_plan_in_the_first_days_of_a_month_holds_the_monthly_readers() -> None:
    lines = run("plan", "--week", "2026-W44", "--json").stdout.splitlines()
    assert [json.loads(line)["person"] for line in lines] == ["id-ada", "id-bob", "id-dan"]


def test_sending_queues_all_who_have_not_had_it(office: Office) -> None:
    office.digests.states[WEEK, "id-ada"] = "sent"
    office.digests.states[WEEK, "id-dan"] = "claimed"
    assert run("send", "--week", str(WEEK)).stdout == "1 on their way\n"
    assert [message["person"] for message in office.queue.messages] == ["everybody", "id-dan"]
    assert json.loads(run("send", "--week", str(WEEK), "--json").stdout) == {"week": "2026-W47", "queued": 1}


@pytest.mark.parametrize(
    ("week", "what", "do"),
    [
        (
            "2026-W48",
            "not due yet",
            "It goes by itself on 2026-11-30, 9:00 (UTC). The last that is out: --week 2026-W47",
        ),
        (
            "2027-W47",
            "not due yet",
            "It goes by itself on 2027-11-29, 9:00 (UTC). The last that is out: --week 2026-W47",
        ),
        ("2026-W38", "forgotten who had", "Take one of the last eight weeks."),
    ],
)
def test_a_week_that_is_not_over_or_long_forgotten_is_sent_to_nobody(
    office: Office, week: str, what: str, do: str
) -> None:
    with pytest.raises(Refused, match=what) as refused:
        run("send", "--week", week)
    assert refused.value.do == do
    assert not office.queue.messages


def test_the_oldest_week_of_which_it_is_known_who_had_it_may_be_sent(office: Office) -> None:
    office.digests.states |= {(Week(2026, 39), f"id-{name}"): "sent" for name in ("ada", "dan")}
    assert run("send", "--week", "2026-W39").stdout == "0 on their way\n"


def test_the_report_says_who_got_it_who_did_not_and_why(office: Office) -> None:
    office.digests.states |= {(WEEK, "id-ada"): "sent", (WEEK, "id-dan"): "waiting", (WEEK, "id-zoe"): "sent"}
    result = run("report", "--week", str(WEEK))
    assert result.stdout.splitlines() == [
        "ada@shop.example  sent",
        "bob@shop.example  skipped: asked for one a month, and another week's is the one",
        "id-cleo  skipped: has no mailbox",
        "dan@shop.example  waits: the mail service was away",
        "id-zoe  sent",
    ]
    assert result.stderr.startswith("2 sent; ")
    first = json.loads(run("report", "--week", str(WEEK), "--json").stdout.splitlines()[0])
    assert first == {"person": "id-ada", "address": "ada@shop.example", "outcome": "sent"}


def test_the_report_says_whose_digest_came_back(office: Office) -> None:
    office.crowd = Crowd(MemoryChunks(), MemorySending(), singles=2000)
    office.digests.states |= {(WEEK, "id-ada"): "sent", (WEEK, "id-dan"): "sent"}
    office.crowd.chunks.bad_news(WEEK, "id-dan", complaint=False)
    result = run("report", "--week", str(WEEK))
    told = {"ada@shop.example  sent", "dan@shop.example  bounced: it came back for good"}
    assert told < set(result.stdout.splitlines())
    assert "1 came back for good, 0 readers complained" in result.stderr


def test_whoever_came_after_their_zone_was_planned_is_sent_theirs_and_nobody_twice(office: Office) -> None:
    office.crowd = Crowd(MemoryChunks(), MemorySending(), singles=2)
    plan_chunks("Europe/London", [STAFF[0]], WEEK, MONDAY_NINE, office.crowd, MemoryQueue())
    report = run("report", "--week", str(WEEK)).stdout.splitlines()
    assert {"ada@shop.example  is queued", "dan@shop.example  not planned yet"} < set(report)
    for queued in (2, 2):
        assert run("send", "--week", str(WEEK)).stdout == f"{queued} on their way\n"
    readers = [person for chunk in office.crowd.chunks.of(WEEK) for person in chunk.people]
    assert sorted(readers) == ["id-ada", "id-dan"]


def test_a_chunk_that_was_given_back_waits_for_the_mail_service(office: Office) -> None:
    office.crowd = Crowd(MemoryChunks(), MemorySending(), singles=2)
    plan_chunks("Europe/London", [STAFF[0]], WEEK, MONDAY_NINE, office.crowd, MemoryQueue())
    chunk = next(office.crowd.chunks.of(WEEK))
    taken = office.crowd.chunks.claim(WEEK, chunk.id, MONDAY_NINE)
    assert taken
    assert "ada@shop.example  is being sent" in run("report", "--week", str(WEEK)).stdout
    office.crowd.chunks.release(WEEK, taken)
    assert "ada@shop.example  waits: the mail service was away" in run("report", "--week", str(WEEK)).stdout


@pytest.mark.usefixtures("office")
def test_a_digest_that_nobody_planned_is_reported_as_such() -> None:
    assert "ada@shop.example  not planned yet" in run("report", "--week", str(WEEK)).stdout


@pytest.mark.parametrize("week", ["2026-W54", "last", "2026-47"])
def test_no_such_week_is_wrong_use(week: str) -> None:
    assert run("plan", "--week", week).exit_code == 2
