"""Letters and pages: fields in, words out, in the reader's language."""

import hashlib
import re
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from gettext import NullTranslations, translation
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from markupsafe import Markup

from throughline.adapters import paper_atlas, paper_sayings, paper_told, paper_tongues, paper_words

ROOM = Path(__file__).resolve().parent.parent
LANGUAGES = ROOM / "languages"
DOMAIN = "throughline"
ENGLISH = "en"
RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})
SHEETS = ("page.css", "map.css", "huddle.css")
SCRIPTS = ("receipt.js", "week.js")

_TAG = re.compile(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8}){0,3}")


@dataclass(frozen=True, slots=True)
class Rendered:
    """One mail's words: a subject of one line, the plain text and the HTML that say the same."""

    subject: str
    text: str
    html: str


@dataclass(frozen=True, slots=True)
class Language:
    """A language that pages and letters are written in; its name is in itself."""

    tag: str
    name: str


def render_letter(kind: str, fields: Mapping[str, Any], language: str) -> Rendered:
    """The mail of that kind (a folder of `letters`), its fields cleaned of what could mislead an eye."""
    subject, text, html = (
        _render(f"letters/{kind}/{part}", fields, language) for part in ("subject.txt", "body.txt", "body.html")
    )
    return Rendered(paper_words.one_line(subject), paper_words.as_mail_text(text), html)


def render_page(name: str, context: Mapping[str, Any], language: str) -> str:
    """The page of that name (a template of `pages`) as HTML."""
    if name == "map":
        context = {**context, "journeys": paper_atlas.atlas(context)}
    return _render(f"pages/{name}.html", context, language)


def languages() -> tuple[Language, ...]:
    """Every language that can be chosen, English first."""
    tags = sorted(path.parent.parent.name for path in LANGUAGES.glob(f"*/LC_MESSAGES/{DOMAIN}.mo"))
    return tuple(Language(tag.replace("_", "-"), _own_name(tag)) for tag in (ENGLISH, *tags))


def spoken(language: str) -> str:
    """The tag we answer a wish for a language with: itself, its shorter form, or English."""
    if not _TAG.fullmatch(language):
        return ENGLISH
    parts = language.replace("-", "_").split("_")
    for length in range(len(parts), 0, -1):
        tag = "_".join([parts[0].lower(), *parts[1:length]])
        if (LANGUAGES / tag / "LC_MESSAGES" / f"{DOMAIN}.mo").is_file():
            return tag
    return ENGLISH


@lru_cache
def page_policy() -> str:
    """What our pages may do, as a Content-Security-Policy: their own sheets and script, known by hash."""
    styles, scripts = (" ".join(_hash(name) for name in names) for names in (SHEETS, SCRIPTS))
    own = f"style-src {styles}; script-src {scripts}; connect-src 'self'; form-action 'self'"
    return f"default-src 'none'; {own}; base-uri 'none'; frame-ancestors 'none'"


class TemplatePaper:
    """The port's paper, written from the templates beside this package."""

    def write(self, kind: str, fields: Mapping[str, Any], language: str) -> tuple[str, str, str]:
        """Subject, text part and HTML part."""
        letter = render_letter(kind, fields, language)
        return letter.subject, letter.text, letter.html


def _render(template: str, fields: Mapping[str, Any], language: str) -> str:
    known = {name: value for name, value in fields.items() if name not in ("language", "dir")}
    return _environment(spoken(language)).get_template(template).render(paper_words.cleaned(known))


@lru_cache(maxsize=16)
def _environment(tag: str) -> Environment:
    words = _words(tag)
    environment = Environment(
        loader=FileSystemLoader(ROOM),
        autoescape=select_autoescape(["html"], default=False),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
        auto_reload=False,
    )
    environment.install_gettext_translations(words, newstyle=True)  # type: ignore[attr-defined]
    environment.filters |= paper_words.filters(words)
    environment.filters |= {
        "by_machine": paper_tongues.by_machine_in(words),
        "moment": paper_sayings.moment_in(words),
        "reason": paper_sayings.reason_in(words),
        "told": paper_told.told_in(words),
    }
    environment.globals |= {
        "language": tag.replace("_", "-"),
        "dir": "rtl" if tag.partition("_")[0] in RIGHT_TO_LEFT else "ltr",
        "ours": lambda name: Markup(_ours(name)),  # noqa: S704 - our own file, nobody's words
    }
    return environment


def words_of(language: str) -> NullTranslations:
    """Our words in the language, or in English."""
    return _words(spoken(language))


@lru_cache(maxsize=16)
def _words(tag: str) -> NullTranslations:
    return translation(DOMAIN, LANGUAGES, [tag], fallback=True) if tag != ENGLISH else NullTranslations()


def _own_name(tag: str) -> str:
    return _words(tag).pgettext("the name of this language, in itself", "English")


def _ours(name: str) -> str:
    return (ROOM / "pages" / name).read_text(encoding="utf-8").strip()


def _hash(name: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(_ours(name).encode()).digest()).decode()}'"
