"""The words of pages and letters in other languages: collected, checked and compiled.

Run as `python -m operate.strings update|check|compile [FOLDER]`.
"""

import argparse
import re
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

import throughline

PACKAGE = Path(throughline.__file__).resolve().parent
DOMAIN = "throughline"
ROOMS = ("adapters", "letters", "pages")
METHODS = [("**.py", "python"), ("**.html", "jinja2"), ("**.txt", "jinja2")]
KEYWORDS = {"_": None, "N_": None, "gettext": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
OPTIONS = {"jinja2": {"trimmed": "true", "newstyle_gettext": "true", "silent": "false"}}

_NOISE = ("Project-Id", "Report-", "POT-", "PO-Rev", "Last-", "Language-T", "Generated-")
SAME = "the same as in English"
_PLACEHOLDER = re.compile(r"%\((\w+)\)s")


def collected(package: Path = PACKAGE) -> Catalog:
    """Every string that the package's letters and pages say, with the files that say it."""
    catalog = Catalog(domain=DOMAIN, charset="utf-8")
    options = {pattern: OPTIONS.get(method, {}) for pattern, method in METHODS}
    for room in ROOMS:
        found = extract_from_dir(
            package / room, METHODS, options, keywords=KEYWORDS, directory_filter=lambda _folder: True
        )
        for name, _line, said, comments, context in sorted(found, key=lambda one: (one[0], one[1])):
            catalog.add(said, locations=[(f"{room}/{name}", 0)], auto_comments=comments, context=context)
    return catalog


def update(package: Path = PACKAGE) -> list[Path]:
    """Writes the template of all strings, brings every language's catalogue up to it, tells the files."""
    template = collected(package)
    written = [_write(_template_path(package), template)]
    for path in _catalogues(package / "languages"):
        catalog = _read(path)
        catalog.update(template, no_fuzzy_matching=True)
        catalog.obsolete.clear()
        written.append(_write(path, catalog))
    return written


def check(package: Path = PACKAGE) -> list[str]:
    """What is missing or out of date, one sentence each; empty when every language says everything."""
    template = collected(package)
    kept = _template_path(package)
    current = kept.exists() and kept.read_bytes() == _bytes(template)
    stale = [] if current else [f"{kept.name} is not what letters and pages say now"]
    return stale + [
        fault
        for path in _catalogues(package / "languages")
        for fault in (*_faults(_language(path), _read(path), template), *_too_many_forms(path))
    ]


def compile_catalogues(folder: Path) -> list[Path]:
    """Compiles each .po under a folder to the .mo beside it; the files written."""
    written = []
    for path in _catalogues(folder):
        target = path.with_suffix(".mo")
        with target.open("wb") as file:
            write_mo(file, _read(path))
        written.append(target)
    return written


def main(arguments: list[str] | None = None) -> int:
    """The command; 0 done, 1 found wanting, 2 asked in a wrong way."""
    parser = argparse.ArgumentParser(prog="python -m operate.strings", description=__doc__)
    parser.add_argument("verb", choices=["update", "check", "compile"])
    parser.add_argument("folder", nargs="?", type=Path, default=PACKAGE, help="a copy of the package")
    asked = parser.parse_args(arguments)
    if asked.verb == "check":
        faults = check(asked.folder)
        print("\n".join(faults) or "Every language says everything.")
        if faults:
            print("Run `python -m operate.strings update`, then fill in what is empty.", file=sys.stderr)
        return 1 if faults else 0
    written = update(asked.folder) if asked.verb == "update" else compile_catalogues(asked.folder)
    print("\n".join(str(path) for path in written))
    return 0


def _faults(language: str, catalog: Catalog, template: Catalog) -> Iterator[str]:
    for message in template:
        if message.id:
            said = catalog.get(message.id, message.context)
            if said is None or said.fuzzy or not all(_forms(said)):
                yield f"{language}: “{_name(message)}” has no translation"
            elif _forms(said)[0] == _name(message) and SAME not in said.user_comments:
                yield f"{language}: “{_name(message)}” is left in English; where that is meant, write: # {SAME}"
            elif _placeholders(said) - _placeholders(message) or _lost(message, said):
                yield f"{language}: “{_name(message)}” has other placeholders than its translation"


def _too_many_forms(path: Path) -> Iterator[str]:
    """What babel only warns of: a plural with forms that its language does not have."""
    count = _read(path).num_plurals
    if f"msgstr[{count}]" in path.read_text(encoding="utf-8"):
        yield f"{_language(path)}: a plural has more than the {count} forms of its language"


def _lost(message: Message, said: Message) -> bool:
    """Whether some form leaves out a value; a number may be left to the word that means it."""
    wanted = _placeholders(message) - {"num"}
    return any(not wanted <= set(_PLACEHOLDER.findall(form)) for form in _forms(said))


def _forms(message: Message) -> tuple[str, ...]:
    return _each(message.string or "")


def _placeholders(message: Message) -> set[str]:
    """The named values a message asks for, or its translation fills in."""
    said = "".join(_forms(message)) or "".join(_each(message.id))
    return set(_PLACEHOLDER.findall(said))


def _name(message: Message) -> str:
    return _each(message.id)[0]


def _each(said: str | list[str] | tuple[str, ...]) -> tuple[str, ...]:
    return (said,) if isinstance(said, str) else tuple(said)


def _language(path: Path) -> str:
    return path.parent.parent.name


def _template_path(package: Path) -> Path:
    return package / "languages" / f"{DOMAIN}.pot"


def _catalogues(folder: Path) -> list[Path]:
    return sorted(folder.rglob(f"LC_MESSAGES/{DOMAIN}.po"))


def _read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=_language(path), domain=DOMAIN)


def _bytes(catalog: Catalog) -> bytes:
    buffer = BytesIO()
    write_po(buffer, catalog, width=100, omit_header=catalog.locale is None, include_lineno=False)
    lines = buffer.getvalue().splitlines(keepends=True)
    return b"".join(line for line in lines if not line.startswith(tuple(f'"{word}'.encode() for word in _NOISE)))


def _write(path: Path, catalog: Catalog) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(_bytes(catalog))
    return path


if __name__ == "__main__":
    sys.exit(main())
