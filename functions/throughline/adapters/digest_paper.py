"""A digest in the reader's language: the domain's facts worded as sentences, then set as a letter."""

from gettext import NullTranslations
from typing import Any

from throughline.adapters.paper import render_letter, words_of
from throughline.adapters.paper_words import grouped
from throughline.domain.digest import Digest
from throughline.domain.digest_score import ScoreTold
from throughline.domain.digest_stories import Improvement, Sight, Story, shortened
from throughline.domain.journey import Lesson
from throughline.domain.person import BY_NAME, BY_TEAM, KEEP_OUT, Person
from throughline.domain.recognition import Behind
from throughline.domain.score import FEWEST
from throughline.domain.survey import Metric
from throughline.usecases.send_digest import DigestLinks
from throughline.usecases.show_goals import goals_view

Fields = dict[str, Any]
LONGEST_FELT = 160
TWO_MINUTES, LONGEST_SENTENCE = 1800, 300  # letters: 300 words are read in two minutes
MOST_BEHIND, LONGEST_NAME, LONGEST_ROLE, LONGEST_HOW = 4, 60, 40, 160


class JinjaDigestPaper:
    """Texts for digests from the letters' folder."""

    def write(self, digest: Digest, reader: Person, links: DigestLinks) -> tuple[str, str, str]:
        """Subject, text part and HTML part in the reader's language."""
        rendered = render_letter("digest", digest_fields(digest, reader, links), reader.language)
        return rendered.subject, rendered.text, rendered.html


def digest_fields(digest: Digest, reader: Person, links: DigestLinks) -> Fields:
    """What the digest's texts ask for, worded for this reader."""
    words = words_of(reader.language)
    stories = _stories(digest, reader.department, words)
    return {
        "week": str(digest.week.number),
        "mantra": digest.mantra,
        "site": links.site,
        "greeting_place": reader.place or reader.department,
        "department": reader.department,
        "thanks_count": digest.thanks_count,
        "changes_count": digest.changes_count,
        "headline": stories[0] if digest.headline else None,
        "praises": stories[bool(digest.headline) :],
        "changes": [_change(one) for one in digest.changes],
        "also": [shortened(one, LONGEST_NAME) for one in digest.also],
        "more": digest.more,
        "note": digest.note,
        "by": digest.by,
        "scores": [_score(one, words) for one in digest.scores],
        "own_scores": [_score(one, words) for one in digest.own_scores],
        "goals": goals_view(digest.board, reader.department, reader.role),
        "line_of_sight": _sight(digest.sight, digest.headline, words) if digest.sight else None,
        "lesson": lesson_fields(digest.lesson) if digest.lesson else None,
        "recalls": [lesson_fields(one) for one in digest.recalls],
        "speak_url": links.speak,
        "page_url": links.page,
        "answerable": links.answerable,
        "choice_url": links.choice,
        "reason": _reason(reader, words),
        "zone": reader.timezone,
    }


def _stories(digest: Digest, department: str, words: NullTranslations) -> list[Fields]:
    """All of them; who stands behind a moment is said once, however often it is praised."""
    told, seen = [], set()
    for story in (digest.headline, *digest.praises):
        if story:
            moment = (story.touchpoint, story.behind)
            told.append(story_fields(story, words, department, again=moment in seen))
            seen.add(moment)
    return told


def story_fields(story: Story, words: NullTranslations, department: str = "", *, again: bool = False) -> Fields:
    """A story as texts ask for it: a few of those behind it, this department among them, and how many more.

    With `again` they were told before, and are left out.
    """
    shown = [] if again else _foremost(story, department)
    return {
        "quote": story.quote,
        "who": _who(story.who, words),
        "touchpoint": shortened(story.touchpoint, LONGEST_NAME) or words.gettext("everything we do"),
        "behind": [_part(one) for one in shown],
        "behind_more": 0 if again else len(story.behind) - len(shown),
        "again": again and bool(story.behind),
        "thanked": shortened(story.thanked, LONGEST_NAME),
        "value": shortened(story.value, LONGEST_NAME),
    }


def _foremost(story: Story, department: str) -> list[Behind]:
    """Whoever the moment belongs to, the reader's own part, then the others as the map has them."""
    own = story.part_of(department) if department else None
    order = dict.fromkeys((*story.behind[:1], *([own] if own else []), *story.behind))
    return list(order)[:MOST_BEHIND]


def _part(one: Behind) -> Fields:
    return {
        "department": shortened(one.department, LONGEST_NAME),
        "role": shortened(one.role, LONGEST_ROLE),
        "how": shortened(one.how, LONGEST_HOW),
    }


def _who(who: str, words: NullTranslations) -> str:
    """Who said it: never a name, since nobody here agreed to be named."""
    _ = words.gettext
    return {"a customer": _("A customer"), "a colleague": _("A colleague")}.get(who, _("Somebody"))


def _change(change: Improvement) -> Fields:
    told = {"said": change.said, "department": change.department, "change": change.change}
    return {**told, "by": shortened(change.by or change.place, LONGEST_NAME)}


def _score(score: ScoreTold, words: NullTranslations) -> Fields:
    told = {"metric": score.metric.value, "answered": score.answered, "share": score.share}
    if score.tenths is None:
        few = words.ngettext(
            "%(num)s answer, too few for a score.", "%(num)s answers, too few for a score.", score.answered
        )
        enough = words.gettext("We speak of a score from %(count)s answers on.") % {"count": FEWEST}
        return {**told, "plain": few % {"num": score.answered}, "chance": enough}
    count = words.ngettext("%(num)s person answered.", "%(num)s people answered.", score.answered)
    pleased = _pleased(score.metric, score.tenths, words) % {"tenths": score.tenths}
    return {
        **told,
        "plain": f"{count % {'num': grouped(score.answered, words)}} {pleased}",
        "chance": _chance(score, words),
    }


def _pleased(metric: Metric, tenths: int, words: NullTranslations) -> str:
    if metric is Metric.NPS:
        return words.ngettext("%(tenths)s of 10 would recommend us.", "%(tenths)s of 10 would recommend us.", tenths)
    if metric is Metric.CSAT:
        return words.ngettext("%(tenths)s of 10 was happy with us.", "%(tenths)s of 10 were happy with us.", tenths)
    return words.ngettext("%(tenths)s of 10 found it easy.", "%(tenths)s of 10 found it easy.", tenths)


def _chance(score: ScoreTold, words: NullTranslations) -> str:
    _ = words.gettext
    if score.before is None:
        return _("There is nothing yet to compare it with.")
    before = {"tenths": score.before}
    if score.before == score.tenths:
        return _("It was %(tenths)s of 10 the week before too.") % before
    if score.chance:
        return _("It was %(tenths)s of 10 the week before: that may be chance.") % before
    return _("It was %(tenths)s of 10 the week before: that is more than chance.") % before


def _sight(sight: Sight, headline: Story | None, words: NullTranslations) -> Fields:
    _ = words.gettext
    moment = sight.touchpoint or _("everything we do")
    helps = (
        _("It carries %(department)s at “%(touchpoint)s”.") if sight.helps else _("People meet it at “%(touchpoint)s”.")
    )
    quote = shortened(sight.quote, LONGEST_FELT)
    felt = _("%(who)s: “%(quote)s”") % {"who": _who(sight.who, words), "quote": quote}
    if headline and sight.quote == headline.quote:
        felt = _("It is what the story of the week tells.")
    return {
        "what_you_do": sight.how,
        "whom_it_helps": helps % {"department": sight.helps, "touchpoint": moment},
        "felt": felt,
    }


def lesson_fields(lesson: Lesson) -> Fields:
    """A lesson as texts ask for it."""
    return {
        "title": shortened(lesson.title, LONGEST_SENTENCE),
        "text": shortened(lesson.text, TWO_MINUTES),
        "question": shortened(lesson.question, LONGEST_SENTENCE),
        "answer": shortened(lesson.answer, LONGEST_SENTENCE),
    }


def _reason(reader: Person, words: NullTranslations) -> str:
    _ = words.gettext
    monthly = _("You get this once a month because you work here: %(department)s.")
    weekly = _("You get this every week because you work here: %(department)s.")
    return (monthly if reader.digest == "monthly" else weekly) % {"department": reader.department}


def clock_hour(hour: int) -> str:
    """An hour of the day as all our languages read it."""
    return f"{hour}:00"


def choice_notice(choice: str, language: str, hour: int | None = None) -> str:
    """What a page says once a choice is kept; `hour` is that of the day, where one was chosen."""
    _ = words_of(language).gettext
    at = _("The hour is %(hour)s by your clock.") % {"hour": clock_hour(hour)} if hour is not None else ""
    kept = {
        "off": _("Kept. No more good news by mail."),
        "monthly": _("Kept. Once a month."),
        "weekly": _("Kept. Every week."),
        BY_NAME: _("Kept. Whoever thanks you, your name may be said."),
        BY_TEAM: _("Kept. Your team is named, and you are not."),
        KEEP_OUT: _("Kept. You are not named, and we don't write to you about it."),
    }[choice]
    return f"{kept} {at}".strip()
