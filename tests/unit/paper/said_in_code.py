"""The sentences that the code says when something did not work, read from the code itself."""

import ast
import re
from collections.abc import Iterator
from importlib import import_module
from types import ModuleType

from operate.strings import PACKAGE

A_VALUE = "Quartz"
FUNCTIONS = PACKAGE.parent
PROBLEMS = {"Refused", "TooMany", "Problem", "FormProblems"}
# Whose problems meet no page: programs send, commands ask, files are checked before they are imported.
NO_PAGE = (
    "adapters/s3_*.py",
    "adapters/surveys/*.py",
    "adapters/vendor_apis/*.py",
    "contracts/envelope.py",
    "contracts/fields.py",
    "contracts/incoming.py",
    "contracts/signature.py",
    "domain/department_check.py",
    "domain/journey_check.py",
    "domain/people_check.py",
    "domain/survey_*.py",
    "usecases/find_subject.py",
    "usecases/import_file.py",
    "usecases/open_contact.py",
    "usecases/open_raw_mail.py",
    "usecases/release_parked.py",
)
_SENTENCE = re.compile(r'["A-Z“].* .*[.?"]|[A-Z].*: throughline .*', re.DOTALL)


def sentences() -> Iterator[str]:
    """Every sentence of the modules that raise what a page may have to say, with a word in place of each value."""
    silent = {path for pattern in NO_PAGE for path in PACKAGE.glob(pattern)}
    for path in sorted(FUNCTIONS.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        if path not in silent and _raises(tree):
            module = import_module(".".join(path.relative_to(FUNCTIONS).with_suffix("").parts))
            yield from filter(_SENTENCE.fullmatch, (_text(one, module) for one in _written(tree)))


def _raises(tree: ast.Module) -> bool:
    named = (one.names if isinstance(one, ast.ImportFrom) else [one] for one in tree.body)
    return any(PROBLEMS & {getattr(name, "name", "") for name in names} for names in named)


def _written(tree: ast.AST) -> Iterator[ast.expr]:
    """Every text but the docstrings; a text with values in it, or put together, as a whole."""
    for one in ast.iter_child_nodes(tree):
        if isinstance(one, ast.Constant | ast.JoinedStr | ast.BinOp):
            yield one
        elif not (isinstance(one, ast.Expr) and isinstance(one.value, ast.Constant)):
            yield from _written(one)


def _text(one: ast.expr, module: ModuleType) -> str:
    if isinstance(one, ast.BinOp):
        return _text(one.left, module) + _text(one.right, module)
    if isinstance(one, ast.JoinedStr):
        return "".join(_text(part, module) for part in one.values)
    if isinstance(one, ast.FormattedValue):
        return _value(one.value, module)
    return str(one.value) if isinstance(one, ast.Constant) else A_VALUE


def _value(one: ast.expr, module: ModuleType) -> str:
    """What the module itself puts in, such as a sentence that several end with; else a word."""
    if isinstance(one, ast.Call) and isinstance(one.func, ast.Attribute) and one.func.attr == "format":
        one = one.func.value
    known = getattr(module, one.id, A_VALUE) if isinstance(one, ast.Name) else A_VALUE
    return re.sub(r"\{\w+\}", A_VALUE, known) if isinstance(known, str) else A_VALUE
