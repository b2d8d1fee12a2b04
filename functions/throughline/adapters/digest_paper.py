"""A digest in the reader's language: the domain's facts worded as sentences, then set as a letter."""

from gettext import NullTranslations
from typing import Any

from throughline.adapters.paper import render_letter, words_of
from throughline.domain.digest import Digest
from throughline.domain.digest_score import ScoreTold
from throughline.domain.digest_stories import Improvement, Sight, Story, shortened
from throughline.domain.journey import Lesson
from throughline.domain.person import BY_NAME, BY_TEAM, KEEP_OUT, Person
from throughline.domain.score import FEWEST
from throughline.domain.survey import Metric
from throughline.usecases.send_digest import DigestLinks
from throughline.usecases.show_goals import goals_view

Fields = dict[str, Any]
LONGEST_FELT = 160


class JinjaDigestPaper:
    """Texts for digests from the letters' folder."""

    def write(self, digest: Digest, reader: Person, links: DigestLinks) -> tuple[str, str, str]:
        """Subject, text part and HTML part in the reader's language."""
        rendered = render_letter("digest", digest_fields(digest, reader, links), reader.language)
        return rendered.subject, rendered.text, rendered.html


def digest_fields(digest: Digest, reader: Person, links: DigestLinks) -> Fields:
    """What the digest's texts ask for, worded for this reader."""
    words = words_of(reader.language)
    return {
        "week": str(digest.week.number),
        "mantra": digest.mantra,
        "site": links.site,
        "greeting_place": reader.place or reader.department,
        "department": reader.department,
        "thanks_count": digest.thanks_count,
        "changes_count": digest.changes_count,
        "headline": story_fields(digest.headline, words) if digest.headline else None,
        "praises": [story_fields(one, words) for one in digest.praises],
        "changes": [_change(one) for one in digest.changes],
        "also": list(digest.also),
        "more": digest.more,
        "note": digest.note,
        "by": digest.by,
        "scores": [_score(one, words) for one in digest.scores],
        "own_scores": [_score(one, words) for one in digest.own_scores],
        "goals": goals_view(digest.board, reader.department, reader.role),
        "line_of_sight": _sight(digest.sight, words) if digest.sight else None,
        "lesson": lesson_fields(digest.lesson) if digest.lesson else None,
        "recalls": [lesson_fields(one) for one in digest.recalls],
        "speak_url": links.speak,
        "answerable": links.answerable,
        "choice_url": links.choice,
        "reason": _reason(reader, words),
        "zone": reader.timezone,
    }


def story_fields(story: Story, words: NullTranslations) -> Fields:
    """A story as texts ask for it."""
    behind = [{"department": one.department, "role": one.role, "how": one.how} for one in story.behind]
    moment = story.touchpoint or words.gettext("everything we do")
    return {
        "quote": story.quote,
        "who": _who(story.who, words),
        "touchpoint": moment,
        "behind": behind,
        "thanked": story.thanked,
        "value": story.value,
    }


def _who(who: str, words: NullTranslations) -> str:
    """Who said it: never a name, since nobody here agreed to be named."""
    _ = words.gettext
    return {"a customer": _("A customer"), "a colleague": _("A colleague")}.get(who, _("Somebody"))


def _change(change: Improvement) -> Fields:
    return {"said": change.said, "department": change.department, "change": change.change, "by": change.place}


def _score(score: ScoreTold, words: NullTranslations) -> Fields:
    told = {"metric": score.metric.value, "answered": score.answered, "share": score.share}
    if score.tenths is None:
        few = words.ngettext(
            "%(num)s answer, too few for a score.", "%(num)s answers, too few for a score.", score.answered
        )
        enough = words.gettext("We speak of a score from %(count)s answers on.") % {"count": FEWEST}
        return {**told, "plain": few % {"num": score.answered}, "chance": enough}
    count = words.ngettext("%(num)s person answered.", "%(num)s people answered.", score.answered)
    plain = f"{count % {'num': score.answered}} {_pleased(score.metric, words) % {'tenths': score.tenths}}"
    return {**told, "plain": plain, "chance": _chance(score, words)}


def _pleased(metric: Metric, words: NullTranslations) -> str:
    _ = words.gettext
    if metric is Metric.NPS:
        return _("%(tenths)s of 10 would recommend us.")
    return _("%(tenths)s of 10 were happy with us.") if metric is Metric.CSAT else _("%(tenths)s of 10 found it easy.")


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


def _sight(sight: Sight, words: NullTranslations) -> Fields:
    _ = words.gettext
    moment = sight.touchpoint or _("everything we do")
    helps = (
        _("It carries %(department)s at “%(touchpoint)s”.") if sight.helps else _("People meet it at “%(touchpoint)s”.")
    )
    quote = shortened(sight.quote, LONGEST_FELT)
    felt = _("%(who)s: “%(quote)s”") % {"who": _who(sight.who, words), "quote": quote}
    return {
        "what_you_do": sight.how,
        "whom_it_helps": helps % {"department": sight.helps, "touchpoint": moment},
        "felt": felt,
    }


def lesson_fields(lesson: Lesson) -> Fields:
    """A lesson as texts ask for it."""
    return {"title": lesson.title, "text": lesson.text, "question": lesson.question, "answer": lesson.answer}


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
