"""The sheet for a team's fifteen minutes, on one side of paper: one praise, one issue, one lesson, one question."""

from dataclasses import asdict

from throughline.adapters.digest_paper import Fields, lesson_fields, story_fields
from throughline.adapters.paper import render_page, words_of
from throughline.domain.digest import Digest
from throughline.domain.digest_stories import Story, shortened
from throughline.usecases.show_huddle import Issue

LONGEST_LESSON, LONGEST_SAID = 600, 200


def huddle_sheet(digest: Digest, department: str, language: str, issue: Issue | None = None) -> str:
    """The sheet as HTML."""
    return render_page("huddle", huddle_fields(digest, department, language, issue), language)


def huddle_fields(digest: Digest, department: str, language: str, issue: Issue | None = None) -> Fields:
    """What is on it. It tells what was changed and not who said what: a team is small."""
    words = words_of(language)
    praise = _praise(digest, department)
    change = digest.changes[0] if digest.changes else None
    lesson = lesson_fields(digest.lesson) if digest.lesson else None
    ask = words.gettext("What did a customer thank you for this week?")
    return {
        "mantra": digest.mantra,
        "week": str(digest.week.number),
        "department": department,
        "praise": _short(story_fields(praise, words, department))
        if praise
        else _none(words.gettext("Whom do you want to thank?")),
        "issue": asdict(issue) | {"quote": shortened(issue.quote, LONGEST_SAID)} if issue else None,
        "change": {"department": change.department, "change": shortened(change.change, LONGEST_SAID)}
        if change
        else None,
        "lesson": lesson | {"text": shortened(lesson["text"], LONGEST_LESSON)} if lesson else None,
        "question": (lesson and lesson["question"]) or ask,
    }


def _praise(digest: Digest, department: str) -> Story | None:
    """The first story that the department stands behind, else that of the week."""
    stories = [one for one in (digest.headline, *digest.praises) if one]
    return next((one for one in stories if one.part_of(department)), stories[0] if stories else None)


def _short(story: Fields) -> Fields:
    return story | {"quote": shortened(story["quote"], LONGEST_SAID)}


def _none(quote: str) -> Fields:
    return {"quote": quote, "who": "", "touchpoint": "", "behind": []}
