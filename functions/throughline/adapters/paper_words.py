"""Words made fit for paper: cleaned, cut, wrapped, quoted and listed."""

import re
import textwrap
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from gettext import NullTranslations
from typing import Any

from jinja2 import pass_eval_context
from jinja2.nodes import EvalContext
from markupsafe import Markup, escape

LINE = 78
SHORTEST = 12
ARTICLES = ("A ", "An ", "The ")

_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_SENTENCE = re.compile(r"[.!?](?= )")
_MARKER = re.compile(r"(?:> ?)*(?:[·*-] )? *")


def cleaned(value: Any) -> Any:
    """The same fields without control characters, marks that turn text around, and halves of characters."""
    if isinstance(value, str):
        return _UNSEEN.sub("", _LINE_ENDS.sub("\n", value))
    if isinstance(value, Mapping):
        return {name: cleaned(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [cleaned(item) for item in value]
    return value


def one_line(text: str) -> str:
    """A subject: everything on one line, fit for a header."""
    return " ".join(cleaned(text).split())


def as_mail_text(text: str) -> str:
    """The plain part: lines of at most 78 characters, no trailing blanks, never two empty lines."""
    lines = [part for line in text.splitlines() for part in _wrapped(line.rstrip())]
    kept = [line for line, before in zip(lines, ["", *lines], strict=False) if line or before]
    return "\n".join(kept).rstrip("\n") + "\n"


def opening(text: str, length: int) -> str:
    """The first words: whole sentences if they fit, else cut between two words, with an ellipsis."""
    line = one_line(text)
    if len(line) <= length:
        return line.removesuffix(".")
    sentences = [end.start() + 1 for end in _SENTENCE.finditer(line, SHORTEST, length)]
    if sentences:
        return line[: sentences[-1]].removesuffix(".")
    cut = line[:length].rpartition(" ")[0] or line[: length - 1]
    while cut and (unicodedata.combining(line[len(cut)]) or line[len(cut)] in "\u200d\ufe0f"):
        cut = cut[:-1]
    return cut.rstrip(" ,;:.-") + "…"


def mid_sentence(title: str) -> str:
    """A headline as it reads in the middle of a sentence: "A sofa" becomes "a sofa", names stay."""
    return title[0].lower() + title[1:] if title.startswith(ARTICLES) else title


def quoted(text: str) -> str:
    """Somebody's words in a plain mail: every line marked, so that none can pass for ours."""
    return "\n".join(f"> {part}".rstrip() for line in text.splitlines() for part in _wrapped(line, LINE - 2))


@pass_eval_context
def bdi(context: EvalContext, value: object) -> str:
    """A value set apart, so that its writing direction stays its own; plain text stays as it is."""
    return Markup("<bdi>{}</bdi>").format(value) if context.autoescape else str(value)


def lines(text: str) -> Markup:
    """Text with its line ends kept as HTML breaks."""
    return Markup("<br>").join(escape(line) for line in text.splitlines())


def grouped(number: int, words: NullTranslations) -> str:
    """A count with its thousands set apart, as the language of these translations does."""
    return f"{number:,}".replace(",", words.gettext("1,000")[1:-3])


def filters(words: NullTranslations) -> dict[str, Callable[..., Any]]:
    """The filters that templates know, speaking the language of these translations."""

    @pass_eval_context
    def series(context: EvalContext, items: Iterable[object]) -> str:
        shown = [bdi(context, item) for item in items]
        if len(shown) < 2:  # noqa: PLR2004 - one thing needs no "and"
            return _joined(context, "", shown)
        pattern = words.gettext("%(first)s and %(last)s")
        if len(shown) > 2:  # noqa: PLR2004 - a comma comes with the third thing
            pattern = words.gettext("%(first)s, and %(last)s")
        first = _joined(context, words.gettext(", "), shown[:-1])
        shell: str = Markup(pattern) if context.autoescape else pattern  # noqa: S704 - our own words
        return shell % {"first": first, "last": shown[-1]}

    return {
        "bdi": bdi,
        "colon": lambda text: words.gettext("%(words)s:") % {"words": text},
        "lines": lines,
        "mid_sentence": mid_sentence,
        "one_line": one_line,
        "opening": opening,
        "quoted": quoted,
        "sentence": lambda text: text[:1].upper() + text[1:],
        "series": series,
    }


def _joined(context: EvalContext, glue: str, parts: list[str]) -> str:
    return Markup(glue).join(parts) if context.autoescape else glue.join(parts)  # noqa: S704 - our own glue


def _wrapped(line: str, width: int = LINE) -> list[str]:
    marker = _MARKER.match(line)
    lead = marker[0] if marker else ""
    indent = lead if lead.startswith(">") else " " * len(lead)
    return textwrap.wrap(
        line[len(lead) :],
        width,
        initial_indent=lead,
        subsequent_indent=indent,
        break_long_words="://" not in line,
        break_on_hyphens=False,
        drop_whitespace=True,
    ) or [lead.rstrip()]
