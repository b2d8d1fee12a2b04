"""Whoever is thanked by name: what is kept about them goes with them, and nobody else reads the name meanwhile."""

from aws import ATLAS, LEDGER
from handlers.events import json_post
from privacy.conftest import Command
from privacy.story import ADDRESS, KIM, NAME, Story, items_of
from throughline.domain.week import Week

PRAISE = {"id": "device-praise-1", "text": f"Thank you, Kim {NAME.capitalize()} carried the sofa upstairs."}


def thanked(story: Story) -> None:
    live = story.live
    live.call("feedback_form", json_post(f"/f/{story.small.id}", {**PRAISE, "to": f"Kim {NAME}"}))
    live.flows()


def holding(word: str) -> list[str]:
    """Where a word stands in the tables, but for the note itself, which is its writer's, and the manager's name."""
    kept = {**items_of(LEDGER), **items_of(ATLAS)}
    return [where for where, said in kept.items() if word in (where + said).casefold() and not where.endswith(" fact")]


def test_the_name_stands_only_in_the_note_and_in_their_own_mail(story: Story) -> None:
    thanked(story)
    (line,) = {one.line for one in story.live.ledger.weeks.thanks(_week(story))}
    (given,) = story.live.ledger.facts.line(line).thanks
    assert given.to == KIM
    assert NAME not in given.words.casefold()
    assert [one.rpartition(" ")[2] for one in holding(NAME) if one.startswith(LEDGER)] == ["letter#thanked"]


def test_erased_they_are_named_nowhere_but_in_the_note_itself(story: Story, run: Command) -> None:
    thanked(story)
    assert run("erase", "--subject", ADDRESS, "--yes").exit_code == 0
    assert holding(KIM) == []
    assert holding(NAME) == []


def test_what_was_said_to_them_is_given_out_when_they_ask(story: Story, run: Command) -> None:
    thanked(story)
    given = run("export", "--subject", ADDRESS)
    assert "carried the sofa upstairs" in given.stdout


def _week(story: Story) -> Week:
    return Week.of(story.live.ledger.clock.now())
