"""A digest's preview in the CX manager's language: what it tells and what they can do, before the digest itself."""

from collections.abc import Iterable, Mapping
from gettext import NullTranslations

from throughline.adapters.digest_paper import Fields, digest_fields
from throughline.adapters.paper import render_letter, words_of
from throughline.adapters.paper_sayings import N_
from throughline.domain.digest import Digest
from throughline.domain.digest_preview import Preview, Told
from throughline.domain.person import Person
from throughline.domain.recognition import HeldFor
from throughline.usecases.send_digest import DigestLinks

MOST_LISTED = 30
PAGE = "/manage/digest"
WHY: Mapping[str, str] = {
    HeldFor.HURTFUL: N_("a word in it may hurt"),
    HeldFor.NAME: N_("it may name somebody"),
    HeldFor.NUMBER: N_("it holds a number that may be somebody's"),
    HeldFor.ADDRESS: N_("it says how somebody can be reached"),
}
COMMANDS = (
    "throughline digest hold --week {week}",
    "throughline digest drop --week {week} STORY",
    "throughline digest pin --week {week} STORY",
    'throughline digest note --week {week} --by "Name, CEO" "Words"',
    "throughline digest release --week {week}",
)


class JinjaPreviewPaper:
    """Texts for previews from the letters' folder."""

    def write_preview(
        self, preview: Preview, digest: Digest, reader: Person, links: DigestLinks
    ) -> tuple[str, str, str]:
        """Subject, text part and HTML part in the manager's language."""
        told = {"url": f"{links.site}{PAGE}?week={preview.week}", **preview_fields(preview, reader.language)}
        fields = digest_fields(digest, reader, links) | {"preview": told}
        rendered = render_letter("preview", fields, reader.language)
        return rendered.subject, rendered.text, rendered.html


def preview_fields(preview: Preview, language: str) -> Fields:
    """What the preview's texts ask for."""
    words = words_of(language)
    return {
        "stories": _listed(preview.stories, words),
        "others": max(0, len(preview.stories) - MOST_LISTED),
        "held": _listed(preview.held, words),
        "named": list(preview.named),
        "quiet": list(preview.quiet),
        "unread": preview.unread,
        "stopped": preview.stopped,
        "commands": [line.format(week=preview.week) for line in COMMANDS],
    }


def _listed(stories: Iterable[Told], words: NullTranslations) -> list[Fields]:
    shown = list(stories)[:MOST_LISTED]
    why = {one.why: words.gettext(WHY[one.why]) if one.why in WHY else one.why for one in shown}
    return [{"mark": one.mark, "words": one.words, "why": why[one.why]} for one in shown]
