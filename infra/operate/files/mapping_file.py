"""Survey mappings read from YAML."""

from pathlib import Path

import yaml

from operate.files.text import read_bytes
from operate.files.yaml_table import entries, read_yaml, table_at
from throughline.domain.survey_mapping_check import MappingFile
from throughline.domain.table import Row, Table
from throughline.errors import Refused

SURVEYS, QUESTIONS = "surveys", "questions"


def read_mappings(path: Path) -> MappingFile:
    """The surveys of a file, `surveys:` or a bare list, and the questions of each."""
    root = read_yaml(read_bytes(path), path)
    node = entries(root).get(SURVEYS, root)
    if not isinstance(node, yaml.SequenceNode):
        do = "Write `surveys:` and below it one entry for each, beginning with a dash."
        raise Refused(f"{path.name} has no list of surveys.", field=SURVEYS, do=do)
    surveys = table_at(node, SURVEYS, single="survey_id")
    rows = tuple(Row(row.number, dict(row.cells) | _counted(row)) for row in surveys.rows)
    return MappingFile(Table(SURVEYS, rows, {}, "line"), [_questions(item) for item in node.value])


def _questions(survey: yaml.Node) -> Table:
    node = entries(survey).get(QUESTIONS)
    if node is None:
        return Table(QUESTIONS, (), {}, "line")
    return table_at(node, QUESTIONS, single="key")


def _counted(row: Row) -> dict[str, str]:
    """The questions stand in tables of their own; their cell says that there are any."""
    return {QUESTIONS: "yes"} if row[QUESTIONS] else {}
