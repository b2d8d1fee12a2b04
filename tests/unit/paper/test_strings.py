"""The catalogues say all that letters and pages say."""

import shutil
from pathlib import Path

import pytest

from operate.strings import PACKAGE, SAME, check, compile_catalogues, main, update

GERMAN = Path("languages/de/LC_MESSAGES/throughline.po")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    package = tmp_path / "throughline"
    for room in ("adapters", "letters", "pages", "languages"):
        shutil.copytree(PACKAGE / room, package / room, ignore=shutil.ignore_patterns("__pycache__", "dynamo", "*.mo"))
    for other in package.glob("languages/*/"):
        if other.name != "de" and other.is_dir():
            shutil.rmtree(other)
    return package


def reworded(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_every_language_says_everything_now() -> None:
    assert check() == []


def test_update_changes_nothing_when_nothing_changed(copy: Path) -> None:
    before = {path: path.read_bytes() for path in copy.rglob("*.po*")}
    update(copy)
    assert {path: path.read_bytes() for path in copy.rglob("*.po*")} == before


def test_a_new_string_is_missed_until_it_is_translated(copy: Path) -> None:
    reworded(copy / "pages" / "thanks.html", "Your receipt", "Your slip")
    assert check(copy) == [
        "throughline.pot is not what letters and pages say now",
        "de: “Your slip” has no translation",
    ]
    update(copy)
    assert check(copy) == ["de: “Your slip” has no translation"]


@pytest.mark.parametrize("spoiled", ["%(abteilung)s hat es", "Jemand hat es"])
def test_a_translation_with_other_placeholders_is_found(copy: Path, spoiled: str) -> None:
    reworded(copy / GERMAN, '%(department)s hat es"', f'{spoiled}"')
    assert "de: “%(department)s has it” has other placeholders than its translation" in check(copy)


def test_what_is_left_in_english_is_found_unless_it_is_meant(copy: Path) -> None:
    reworded(copy / GERMAN, "%(department)s hat es", "%(department)s has it")
    assert [one for one in check(copy) if "left in English" in one and "has it" in one]
    reworded(copy / GERMAN, 'msgid "%(department)s has it"', f'# {SAME}\nmsgid "%(department)s has it"')
    assert check(copy) == []


def test_a_plural_with_other_forms_than_its_language_has_is_found(copy: Path) -> None:
    text = (copy / GERMAN).read_text(encoding="utf-8")
    (copy / GERMAN).write_text(text.replace("msgstr[1]", 'msgstr[2] "%(num)s"\nmsgstr[1]', 1), encoding="utf-8")
    assert check(copy) == ["de: a plural has more than the 2 forms of its language"]
    (copy / GERMAN).write_text(text.replace("msgstr[1]", "msgstr[0]", 1), encoding="utf-8")
    assert [one for one in check(copy) if one.endswith("has no translation")]


def test_compiled_catalogues_stand_beside_their_sources(copy: Path) -> None:
    written = compile_catalogues(copy)
    assert written == [(copy / GERMAN).with_suffix(".mo")]
    assert written[0].stat().st_size > 1000


def test_the_command_ends_by_what_it_found(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(copy)]) == 0
    reworded(copy / GERMAN, "Wir haben es", "")
    assert main(["check", str(copy)]) == 1
    assert "update" in capsys.readouterr().err
    assert main(["compile", str(copy)]) == 0
    assert main(["update", str(copy)]) == 0
    with pytest.raises(SystemExit) as refused:
        main(["sing"])
    assert refused.value.code == 2
