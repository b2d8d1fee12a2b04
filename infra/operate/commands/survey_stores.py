"""Commands that put surveys into a stack: mappings, and what was answered before."""

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

import click

from operate.commands.tell import refuse, say, show_json
from operate.files.mapping_file import read_mappings
from operate.stack import find_stack, stack_options
from throughline.adapters.surveys.export import rows_of
from throughline.domain.survey import Answer
from throughline.domain.survey_mapping import MappedSurvey, SurveyMap
from throughline.domain.survey_mapping_check import check_mappings
from throughline.domain.survey_reading import Ignored
from throughline.domain.table import Problem
from throughline.errors import Refused
from throughline.usecases.import_rows import counted_only
from throughline.usecases.record_answers import AnswersRecorded, record_answers

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
AT_ONCE, HANDS, SHOWN = 200, 8, 20
TOLD_EACH = 1000


@click.command("import", epilog="Example: throughline survey map import surveys.yaml")
@click.argument("file", type=FILE)
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
@stack_options
def import_map(file: Path, *, as_json: bool, stack: str | None, region: str | None, profile: str | None) -> None:
    """Load the mappings of FILE (YAML); what was kept of their sources is read again."""
    from operate.wire import open_atlas, open_ledger  # half a second that commands on files alone need not wait

    surveys, where = mapped_in(file, as_json=as_json), find_stack(stack, region, profile)
    mappings, deliveries = open_atlas(where).mappings, open_ledger(where).deliveries
    versions = {(one.source, one.survey_id): mappings.put(one) for one in surveys}
    changed = {key: version for key, version in versions.items() if version}
    again = 0
    for source in {source for source, _ in changed}:
        mapped = mappings.of(source)
        known = {one.survey_id for one in mapped.surveys}
        for line, name, survey in deliveries.of_source(source):
            if (source, survey) in changed or survey not in known:
                deliveries.announce_again(line, name, mapped.changes)
                again += 1
    told = {"surveys": len(surveys), "changed": len(changed), "read_again": again}
    if as_json:
        show_json({"ok": True, **told})
    else:
        click.echo(f"{len(surveys)} surveys, {len(changed)} of them new or changed; {again} deliveries are read again.")


@click.command("import", epilog="Example: throughline survey import --source tally --mapping surveys.yaml export.csv")
@click.argument("export", type=FILE)
@click.option("--source", required=True, help="The source that the answers are of.")
@click.option("--mapping", "mapping_file", type=FILE, required=True, help="The mappings (YAML).")
@click.option("--survey", "survey_id", default="", help="Which survey, where the mapping has several of the source.")
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
@stack_options
def import_answers(
    export: Path,
    source: str,
    mapping_file: Path,
    survey_id: str,
    *,
    as_json: bool,
    stack: str | None,
    region: str | None,
    profile: str | None,
) -> None:
    """Count the answers of EXPORT (CSV), once however often; nobody gets a mail and no case opens."""
    from operate.wire import open_atlas, open_ledger, open_secrets  # as above

    where = find_stack(stack, region, profile)
    survey = _survey(mapped_in(mapping_file, as_json=False), source, survey_id)
    root, facts = open_secrets(where).root(), open_ledger(where).facts
    versions = open_atlas(where).mappings.of(source).versions
    counted: Counter[str] = Counter()
    with export.open("rb") as file:
        rows = rows_of(file, SurveyMap(source, (survey,), root), survey, datetime.now(UTC))
        answers = (counted_only(one, versions.get(one.survey_id, 0)) for one in _sound(rows, counted))
        _written(answers, lambda some: record_answers(answers=some, root=root, facts=facts), counted)
    told = {name: counted[name] for name in ("written", "repeated", "wrong", "ignored")}
    if as_json:
        show_json(told)
    else:
        told_of = "{written} answers written, {repeated} were there before, {wrong} cells left out."
        passed = " {ignored} rows are no customer's: somebody tried the survey." if counted["ignored"] else ""
        click.echo((told_of + passed).format(**told))
    sys.exit(1 if counted["wrong"] and not counted["written"] + counted["repeated"] else 0)


def mapped_in(file: Path, *, as_json: bool) -> tuple[MappedSurvey, ...]:
    """The surveys of a file; ends with all that is wrong with it."""
    surveys, problems = check_mappings(read_mappings(file))
    if problems:
        refuse(problems, as_json=as_json, err=not as_json)
    return surveys


def _survey(surveys: Iterable[MappedSurvey], source: str, survey_id: str) -> MappedSurvey:
    fitting = [one for one in surveys if one.source == source and survey_id in ("", one.survey_id)]
    if len(fitting) != 1:
        do = "Name it: --survey ID." if fitting else "Map it first, or check --source and --survey."
        raise Refused(f"{len(fitting)} mapped surveys fit.", field="survey", do=do)
    return fitting[0]


def _sound(rows: Iterable[Answer | Problem | Ignored], counted: Counter[str]) -> Iterator[Answer]:
    """The answers; what is wrong with others is told, the first of it in words."""
    for one in rows:
        if isinstance(one, Answer):
            yield one
            continue
        if isinstance(one, Ignored):
            counted["ignored"] += 1
            continue
        counted["wrong"] += 1
        if counted["wrong"] <= SHOWN:
            say(str(one))


def _written(
    answers: Iterator[Answer], record: Callable[[list[Answer]], AnswersRecorded], counted: Counter[str]
) -> None:
    """Many hands at a time, so that neither memory nor waiting grows with the file."""
    with ThreadPoolExecutor(HANDS) as hands:
        while some := list(islice(answers, AT_ONCE)):
            for done in hands.map(record, [some[at::HANDS] for at in range(HANDS)]):
                counted.update(written=done.written, repeated=done.repeated)
            seen = counted["written"] + counted["repeated"]
            if seen % TOLD_EACH < AT_ONCE:
                say(f"{seen} answers so far")
