"""The sheet for a team's fifteen minutes, on one side of paper: one praise, one change, one lesson, one question."""

from throughline.adapters.digest_paper import Fields, lesson_fields, story_fields
from throughline.adapters.paper import render_page, words_of
from throughline.domain.digest import Digest
from throughline.domain.digest_stories import Story, shortened

LONGEST_LESSON = 700


def huddle_sheet(digest: Digest, department: str, language: str) -> str:
    """The sheet as HTML."""
    return render_page("huddle", huddle_fields(digest, department, language), language)


def huddle_fields(digest: Digest, department: str, language: str) -> Fields:
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
        "praise": story_fields(praise, words) if praise else _none(words.gettext("Whom do you want to thank?")),
        "issue": {"department": change.department, "change": change.change} if change else None,
        "lesson": lesson | {"text": shortened(lesson["text"], LONGEST_LESSON)} if lesson else None,
        "question": (lesson and lesson["question"]) or ask,
    }


def _praise(digest: Digest, department: str) -> Story | None:
    """The first story that the department stands behind, else that of the week."""
    stories = [one for one in (digest.headline, *digest.praises) if one]
    return next((one for one in stories if one.part_of(department)), stories[0] if stories else None)


def _none(quote: str) -> Fields:
    return {"quote": quote, "who": "", "touchpoint": "", "behind": []}
