"""The digest: planned, sent, chosen."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from urllib.parse import urlencode

from iam.at_the_doors import FORM
from iam.events import asked
from iam.on_the_line import PRAISE, answered
from iam.scenario import scenario
from iam.stand import Stand
from throughline.adapters.dynamo import keys
from throughline.adapters.dynamo.editions import EDITION
from throughline.domain.digest_chunk import chunk_of
from throughline.domain.week import Week
from throughline.usecases.preview_digest import CLAIM


def _monday(hour: int) -> dict[str, str]:
    today = datetime.now(UTC)
    monday = today + timedelta(days=7 - today.weekday())
    return {"time": monday.strftime(f"%Y-%m-%dT{hour:02}:00:00Z")}


def _weeks_ahead() -> Iterator[Week]:
    """A zone is planned once in a week, so that each try takes a week of its own."""
    return (Week.of(datetime.now(UTC) + timedelta(weeks=ahead)) for ahead in count(4))


@scenario("plan_digests")
def whoever_is_due_is_planned(stand: Stand) -> bool:
    plans = [stand.call("plan_digests", _monday(hour)) or {} for hour in (7, 8, 9)]
    return any(sum(plan.values()) for plan in plans)


@scenario("plan_digests")
def a_missed_hour_is_caught_up(stand: Stand) -> bool:
    return sum((stand.call("plan_digests", _monday(12)) or {}).values()) > 0


@scenario("send_digest")
def a_reader_gets_the_week(stand: Stand) -> bool:
    line, person, week = stand.note(PRAISE, kind="praise"), stand.readers[1], Week.of(datetime.now(UTC))
    assert stand.takes("route_issue", {"id": line, "pk": line, "sk": "fact"})
    claim = (keys.digest(week, keys.shard(person, keys.DIGEST_SHARDS)), person)
    stand.forget(*claim)
    message = {"id": "digest", "week": str(week), "person": person, "at": datetime.now(UTC).isoformat()}
    return stand.takes("send_digest", message) and stand.items(claim[0])[person]["state"] == {"S": "sent"}


@scenario("send_digest")
def a_digest_in_doubt_ends(stand: Stand) -> bool:
    person, week = stand.readers[3], Week.of(datetime.now(UTC))
    claim = (keys.digest(week, keys.shard(person, keys.DIGEST_SHARDS)), person)
    stand.mark(*claim, state={"S": "claimed"}, tries={"N": "2"}, lease_until={"N": "1"})
    message = {"id": "digest", "week": str(week), "person": person, "at": datetime.now(UTC).isoformat()}
    return stand.takes("send_digest", message) and "in doubt" in stand.items(claim[0])[person]["state"]["S"]


@scenario("send_digest")
def the_cx_manager_sees_it_before(stand: Stand) -> bool:
    week = Week.of(datetime.now(UTC))
    claim = (keys.digest(week, keys.shard(CLAIM, keys.DIGEST_SHARDS)), CLAIM)
    stand.forget(*claim)
    message = {"id": f"preview:{week}", "week": str(week), "person": CLAIM, "at": datetime.now(UTC).isoformat()}
    return stand.takes("send_digest", message) and stand.items(claim[0])[CLAIM]["state"] == {"S": "sent"}


@scenario("plan_digests")
def many_are_planned_together(stand: Stand) -> bool:
    week = next(week for week in _weeks_ahead() if not stand.items(keys.digest_run(week)))
    stand.mark(keys.digest_run(week), keys.RUN, body={"S": json.dumps({"together": True})})
    day = week.monday() + timedelta(days=7)
    plans = [stand.call("plan_digests", {"time": f"{day}T{hour:02}:00:00Z"}) or {} for hour in (7, 8, 9)]
    return any(sum(plan.values()) for plan in plans)


@scenario("send_digest")
def readers_of_a_chunk_get_the_week(stand: Stand) -> bool:
    week, chunk = Week.of(datetime.now(UTC)), chunk_of(stand.readers[:2])
    line = stand.note(PRAISE, kind="praise")
    assert stand.takes("route_issue", {"id": line, "pk": line, "sk": "fact"})
    kept = (keys.chunks(week, keys.shard(chunk.id, keys.CHUNK_SHARDS)), chunk.id)
    stand.forget(*kept)
    body = {"people": list(chunk.people), "zone": "", "ends": {}}
    stand.mark(*kept, state={"S": "waiting"}, body={"S": json.dumps(body)})
    message = {"id": "digest", "week": str(week), "chunk": chunk.id, "mails": "2", "at": datetime.now(UTC).isoformat()}
    return stand.takes("send_digest", message) and stand.items(kept[0])[chunk.id]["state"] == {"S": "ended"}


@scenario("digest_choice")
def a_reader_sees_the_choice(stand: Stand) -> bool:
    token = stand.link("digest", stand.readers[2])
    return stand.answers("digest_choice", 200, asked("GET", f"/u/{token}", **FORM), "…@")


@scenario("digest_choice")
def a_reader_chooses(stand: Stand) -> bool:
    person = stand.readers[2]
    wanted = "weekly" if stand.choice_of(person) == "monthly" else "monthly"
    chosen = asked("POST", f"/u/{stand.link('digest', person)}", urlencode({"digest": wanted}), **FORM)
    return stand.answers("digest_choice", 200, chosen) and stand.choice_of(person) == wanted


@scenario("digest_choice")
def a_reader_chooses_another_hour(stand: Stand) -> bool:
    chosen = asked("POST", f"/u/{stand.link('digest', stand.readers[3])}", urlencode({"hour": "14"}), **FORM)
    return stand.answers("digest_choice", 200, chosen, "14:00")


@scenario("week_page")
def whoever_has_no_mailbox_reads_the_week(stand: Stand) -> bool:
    for back in (0, 1, 2):
        week = Week.of(datetime.now(UTC) - timedelta(weeks=back))
        stand.mark(keys.edition(week), EDITION, body={"S": json.dumps({"week": str(week), "whole": True})})
    page = asked("GET", f"/f/{stand.place}/week", **FORM)
    return stand.answers("week_page", 200, page, "The good news of the week")


@scenario("week_page")
def a_reading_of_the_week_is_counted(stand: Stand) -> bool:
    week = Week.of(datetime.now(UTC) - timedelta(weeks=2))
    told = urlencode({"week": str(week), "reading": "00aa" * 4})
    return stand.answers("week_page", 200, asked("POST", f"/f/{stand.place}/week", told, **FORM), str(week))


@scenario("tell_themes")
def a_department_is_told_what_customers_speak_of(stand: Stand) -> bool:
    week = keys.themes(Week.of(datetime.now(UTC)))
    for _ in range(5):
        line, fact = answered(stand)
        assert stand.takes("route_issue", {"id": line, "pk": line, "sk": fact})
    for noted in stand.items(week):
        stand.forget(week, noted)
    said = stand.call("tell_themes", _monday(15)) or {}
    return bool(said.get("told")) and any(name.startswith("letter#themes#") for name in stand.items(week))
