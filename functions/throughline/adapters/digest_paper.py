"""A digest in the reader's language: the domain's facts worded as sentences, then set as a letter."""

from functools import lru_cache
from gettext import NullTranslations, translation
from typing import Any

from throughline.adapters.paper import DOMAIN, LANGUAGES, render_letter, spoken
from throughline.domain.digest import Digest
from throughline.domain.digest_score import ScoreTold
from throughline.domain.digest_stories import Improvement, Sight, Story, shortened
from throughline.domain.journey import Lesson
from throughline.domain.person import Person
from throughline.domain.score import FEWEST
from throughline.domain.survey import Metric
from throughline.usecases.send_digest import DigestLinks

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
    words = _words(spoken(reader.language))
    return {
        "week": str(digest.week.number),
        "mantra": digest.mantra,
        "site": links.site,
        "greeting_place": reader.place or reader.department,
        "thanks_count": digest.thanks_count,
        "changes_count": digest.changes_count,
        "headline": _story(digest.headline, words) if digest.headline else None,
        "praises": [_story(one, words) for one in digest.praises],
        "changes": [_change(one) for one in digest.changes],
        "more": digest.more,
        "scores": [_score(one, words) for one in digest.scores],
        "line_of_sight": _sight(digest.sight, words) if digest.sight else None,
        "lesson": _lesson(digest.lesson) if digest.lesson else None,
        "speak_url": links.speak,
        "choice_url": links.choice,
        "reason": _reason(reader, words),
        "zone": reader.timezone,
    }


def _story(story: Story, words: NullTranslations) -> Fields:
    behind = [{"department": one.department, "role": one.role, "how": one.how} for one in story.behind]
    moment = story.touchpoint or words.gettext("everything we do")
    return {"quote": story.quote, "who": _who(story.who, words), "touchpoint": moment, "behind": behind}


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


def _lesson(lesson: Lesson) -> Fields:
    return {"title": lesson.title, "text": lesson.text, "question": lesson.question, "answer": lesson.answer}


def _reason(reader: Person, words: NullTranslations) -> str:
    _ = words.gettext
    monthly = _("You get this once a month because you work here: %(department)s.")
    weekly = _("You get this every week because you work here: %(department)s.")
    return (monthly if reader.digest == "monthly" else weekly) % {"department": reader.department}


def choice_notice(digest: str, language: str) -> str:
    """What a page says once a choice is kept."""
    _ = _words(spoken(language)).gettext
    if digest == "off":
        return _("Kept. No more good news by mail.")
    return _("Kept. Once a month.") if digest == "monthly" else _("Kept. Every week.")


@lru_cache(maxsize=16)
def _words(tag: str) -> NullTranslations:
    return translation(DOMAIN, LANGUAGES, [tag], fallback=True)
