"""What is erased is gone wherever the product can read, and nothing that comes again brings it back."""

from dataclasses import replace

import boto3
import pytest

from aws import ATLAS, BUCKET, LEDGER
from handlers.events import queued
from handlers.live import FOLLOWS, _stream_records, body_of
from operate.atlas import atlas_of
from operate.stack import Stack
from privacy.conftest import Command
from privacy.story import (
    ADDRESS,
    ANSWER,
    ASIDE,
    CUSTOMER,
    KIM,
    LATER,
    MAIL,
    PEOPLES,
    WORDS,
    Story,
    found_in,
    items_of,
    objects,
    raw_items,
)
from throughline.domain.case import State
from throughline.domain.week import Week


def erase_everybody(story: Story, run: Command) -> None:
    for reference in (story.known, story.unknown, ADDRESS, CUSTOMER):
        assert run("erase", "--subject", reference, "--yes").exit_code == 0


def test_after_erasing_nothing_of_anybody_is_left(told: Story, run: Command) -> None:
    erase_everybody(told, run)
    assert found_in(told.everywhere(), *PEOPLES) == []
    assert objects() == {}


def test_states_and_history_stay(told: Story, run: Command) -> None:
    before = told.live.ledger.facts.line(told.line)
    erase_everybody(told, run)
    after = told.live.ledger.facts.line(told.line)
    assert after.erased
    assert after.feedback is None
    assert [case.state for case in after.cases] == [case.state for case in before.cases] == [State.RESOLVED]
    assert after.steps == before.steps
    assert (after.sayings, after.changes) == ({}, ())


def test_the_words_that_weighed_go_with_the_note(told: Story, run: Command) -> None:
    room = told.live.ledger
    weighed = [one["pk"]["S"] for one in raw_items(LEDGER) if one["sk"]["S"].startswith("weighed#")]
    (parked,) = room.cases.parked()
    assert room.suggestions.suggest(replace(parked, weighed=(LATER,), hits=("riddle",)))
    assert weighed
    erase_everybody(told, run)
    assert [room.facts.line(line).weighed for line in weighed] == [{} for _ in weighed]
    left = room.facts.line(parked.line).parked
    assert left
    assert (left.weighed, left.hits) == ((), ())


def test_counts_stay_and_a_week_has_nothing_left_to_quote(told: Story, run: Command) -> None:
    room, week = told.live.ledger, Week.of(told.live.ledger.clock.now())
    before = room.figures.week(week)
    assert before
    erase_everybody(told, run)
    assert room.figures.week(week) == before
    assert [*room.weeks.thanks(week), *room.weeks.changes(week)] == []
    assert [*room.cases.parked(), *room.facts.asides(), *room.pending.waiting()] == []


def test_nothing_that_comes_again_brings_it_back(told: Story, run: Command) -> None:
    mails, messages, records = len(told.live.mails()), list(told.queued), _stream_records(LEDGER)
    erase_everybody(told, run)

    told.live.call("carry", {"Records": records})
    for function in FOLLOWS.values():
        told.live.call(function, queued([one for one in messages if wanted_by(function, one["announces"])]))
    assert told.notified() == {"batchItemFailures": []}
    assert told.notes() == [told.known, told.unknown, told.riddle]
    told.other_doors()
    told.survey(revision=9, verbatim=f"Said again, {LATER}.")
    told.survey(question_key="why", metric=None, score=None, verbatim=f"Said later, {LATER}.")
    told.stores()
    told.live.flows()

    assert len(told.live.mails()) == mails
    assert found_in(told.everywhere(), *PEOPLES) == []


def wanted_by(function: str, announces: str) -> bool:
    letters, tallies = announces == "letter.waiting", announces == "answer.received"
    return {"send_letter": letters, "tally_answer": tallies}.get(function, not letters)


def test_a_mail_that_waits_is_not_sent_any_more(story: Story, run: Command) -> None:
    story.known, *_ = story.notes()
    story.live.call("carry", {"Records": story.live.announced()})
    waiting = story._passing(story.live.queues["route"])
    story.live.call("route_issue", queued(waiting))
    run("erase", "--subject", ADDRESS, "--yes")
    run("erase", "--subject", story.known, "--yes")
    story.live.flows()
    assert [raw for raw in story.live.mails() if "scratched" in raw] == []


def test_a_fact_that_is_erased_before_it_is_routed_becomes_nothing(story: Story, run: Command) -> None:
    story.known, *_ = story.notes()
    run("erase", "--subject", story.known, "--yes")
    story.live.flows()
    line = story.live.ledger.facts.line(story.line)
    assert (line.erased, line.cases, line.feedback) == (True, (), None)


def test_a_receipt_that_was_erased_opens_nothing_and_its_case_says_why(told: Story, run: Command) -> None:
    run("erase", "--subject", told.known, "--yes")
    assert "erased" in told.page()
    assert body_of(told.acts("acknowledge", ""))["outcome"] == "late"
    assert found_in({"page": told.page()}, *PEOPLES) == []


def test_a_department_goes_on_with_a_case_whose_words_are_gone(story: Story, run: Command) -> None:
    story.known, *_ = story.notes()
    story.live.flows()
    run("erase", "--subject", story.known, "--yes")
    assert body_of(story.acts("acknowledge", ""))["outcome"] == "changed"
    assert body_of(story.acts("hand_on", "", to="Delivery"))["outcome"] == "changed"
    assert body_of(story.acts("acknowledge", "", number=2))["outcome"] == "changed"
    assert [hit for hit in found_in(items_of(LEDGER), *PEOPLES) if story.line in hit] == []


def test_a_restore_is_erased_again_from_what_either_table_or_a_file_knows(
    told: Story, run: Command, tmp_path_factory: pytest.TempPathFactory
) -> None:
    backup, mails = {table: raw_items(table) for table in (LEDGER, ATLAS)}, objects()
    erase_everybody(told, run)
    kept = tmp_path_factory.mktemp("kept") / "erasures.jsonl"
    kept.write_text(run("erase", "--list").stdout, encoding="utf-8")
    assert found_in({"list": kept.read_text()}, *PEOPLES) == []

    for replayed in (("--replay",), ("--replay", "--from", str(kept))):
        restore(LEDGER, backup[LEDGER])
        restore(ATLAS, [*backup[ATLAS], *(one for one in raw_items(ATLAS) if one["pk"]["S"].startswith("E#"))])
        for key, raw in mails.items():
            boto3.client("s3").put_object(Bucket=BUCKET, Key=key, Body=raw)
        assert found_in(told.everywhere(), *PEOPLES) != []
        assert run("erase", *replayed).stdout == "4 erasures were done again.\n"
        assert found_in(told.everywhere(), *PEOPLES) == []


def restore(table: str, items: list[dict[str, object]]) -> None:
    dynamo = boto3.client("dynamodb")
    for item in raw_items(table):
        dynamo.delete_item(TableName=table, Key={"pk": item["pk"], "sk": item["sk"]})
    for item in items:
        dynamo.put_item(TableName=table, Item=item)


def test_a_person_is_gone_and_gets_no_digest_even_when_the_list_brings_them_back(
    story: Story, run: Command, stack: Stack
) -> None:
    directory = atlas_of(stack).directory
    assert directory.choose(KIM, "off")
    assert run("erase", "--subject", KIM, "--yes").exit_code == 0
    assert directory.person(KIM) is None
    assert found_in(items_of(ATLAS), "zqaddress", "zqname") == []

    directory.replace([story.kim])
    again = directory.person(KIM)
    assert again is not None
    assert again.digest == "off"


@pytest.mark.usefixtures("told")
def test_a_mailbox_on_the_map_is_left_to_whoever_keeps_the_map(run: Command) -> None:
    done = run("erase", "--subject", "packing@shop.example", "--yes")
    assert done.exit_code == 1
    assert "Packing" in done.stderr
    assert WORDS in str(items_of(LEDGER))


def test_erasing_asks_first(told: Story, run: Command) -> None:
    assert run("erase", "--subject", told.known).exit_code == 1
    assert not told.live.ledger.facts.line(told.line).erased
    assert CUSTOMER in str(items_of(LEDGER))


@pytest.mark.usefixtures("told")
def test_a_survey_response_is_found_by_its_own_id(run: Command) -> None:
    assert run("erase", "--subject", "r-1", "--yes").exit_code == 0
    assert found_in(items_of(LEDGER), CUSTOMER) == []
    assert (ANSWER in str(items_of(LEDGER)), ASIDE in str(items_of(LEDGER))) == (True, True)


def test_a_mail_that_was_erased_and_is_stored_again_is_deleted_unread(told: Story, run: Command) -> None:
    run("erase", "--subject", ADDRESS, "--yes")
    boto3.client("s3").put_object(Bucket=BUCKET, Key="inbound/1", Body=MAIL)
    told.notified()
    assert objects() == {}
