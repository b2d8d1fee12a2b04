"""Nobody learns who wrote: no log, no queue, no event, no mail but their own."""

import pytest

from aws import LEDGER
from handlers.events import json_post
from handlers.mails import comes, raw, sent
from privacy.story import ADDRESS, ANONYMOUS, CANARIES, NAME, PLACE, WORDS, Story, found_in, items_of, logged

UNNAMED = ("Zqsecret", "Zqwren", "zqkeptout", "zqhiddenid")
WISH = "The card reader froze.\r\nPlease keep my name off this.\r\n\r\nZqsecret Zqwren\r\nzqkeptout@home.example"


def test_no_log_figure_queue_or_event_holds_anything_of_anybody(
    story: Story, capsys: pytest.CaptureFixture[str]
) -> None:
    with logged() as rows:
        story.told()
    events = story.public()

    assert any("handled" in row for row in rows)
    assert any("CaseRouted" in event for event in events)
    assert {message["announces"] for message in story.queued} >= {"feedback.received", "answer.received"}
    printed = [*capsys.readouterr()]  # metrics go by standard output
    for seen in (rows, events, printed, [str(message) for message in story.queued]):
        assert found_in(dict(enumerate_texts(seen)), *CANARIES) == []


def test_who_wrote_stands_only_in_mails_to_themselves(story: Story) -> None:
    story.told()
    mails = story.live.mails()
    to_others = [raw for raw in mails if f"To: {ADDRESS}" not in raw]
    assert len(to_others) < len(mails)
    assert any(WORDS in raw for raw in to_others)
    assert found_in(dict(enumerate_texts(to_others)), NAME, "zqaddress", PLACE) == []


def test_a_small_place_is_named_nowhere(story: Story) -> None:
    story.told()
    assert found_in(items_of(LEDGER), PLACE) == []
    assert found_in({"page": story.page()}, PLACE, NAME, "zqaddress") == []


def test_a_nameless_note_has_no_name_to_find(story: Story) -> None:
    story.live.call("feedback_form", json_post(f"/f/{story.small.id}", ANONYMOUS))
    story.live.flows()
    assert found_in(items_of(LEDGER), NAME, "zqaddress", "192.0.2.10", "userAgent") == []


def test_whoever_wants_no_name_in_it_has_none_in_anything_that_is_kept(
    story: Story, capsys: pytest.CaptureFixture[str]
) -> None:
    mail = raw(WISH, sender="Zqsecret Zqwren <zqkeptout@home.example>", subject="From Zqsecret", name="zqhiddenid")
    with logged() as rows:
        for _ in range(2):
            comes(story.live, mail, "inbound/wish")
            story.live.flows()
    assert len(sent(story.live, "zqkeptout@home.example")) == 1
    to_others = [one for one in story.live.mails() if "To: zqkeptout" not in one]
    assert any("card reader froze" in one for one in to_others)
    messages = [str(message) for message in story.queued]
    for seen in (rows, story.public(), [*capsys.readouterr()], messages, to_others, [*story.everywhere().values()]):
        assert found_in(dict(enumerate_texts(seen)), *UNNAMED) == []


def enumerate_texts(texts: list[str]) -> list[tuple[str, str]]:
    return [(str(at), text) for at, text in enumerate(texts)]
