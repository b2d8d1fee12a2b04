"""What the documents say, and what the code has, as the docs tests hold them against each other."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
README, OPERATING, CATALOGUE = ROOT / "README.md", ROOT / "infra" / "README.md", ROOT / "events" / "README.md"
DOCUMENTS = (README, OPERATING, CATALOGUE)
TEMPLATE = (ROOT / "template.yaml").read_text(encoding="utf-8")


def text_of(document: Path) -> str:
    return document.read_text(encoding="utf-8") if document.exists() else ""


def code_of(document: Path) -> str:
    """What stands as code: examples, pictures and words between backticks."""
    text = text_of(document)
    examples = re.findall(r"^```\w*\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    return "\n".join([*examples, *re.findall(r"`([^`\n]+)`", text)])


ALL_CODE = "\n".join(map(code_of, DOCUMENTS))


def named(word: str) -> bool:
    """Whether a document names it as code, as a word of its own."""
    return re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", ALL_CODE) is not None


def links(document: Path) -> list[str]:
    """The targets of links to files."""
    found = re.findall(r"\[[^\]]*\]\(([^)\s]+)\)", text_of(document))
    return [target for target in found if not target.startswith(("https://", "#"))]


def code_lines(document: Path) -> list[str]:
    """The lines of shell examples, without what follows a #."""
    blocks = re.findall(r"^```sh\n(.*?)^```", text_of(document), re.MULTILINE | re.DOTALL)
    return [line.partition("#")[0].strip() for block in blocks for line in block.splitlines()]


def make_targets() -> list[str]:
    return re.findall(r"^([a-z]+):.*## ", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


def functions() -> list[str]:
    return sorted(path.parent.name for path in (ROOT / "functions").glob("*/handler.py"))


def schemas() -> list[str]:
    return sorted(path.name for path in (ROOT / "events" / "schemas").glob("*.json"))


def parameters() -> list[str]:
    section = TEMPLATE.partition("\nParameters:\n")[2].partition("\n\n")[0]
    return re.findall(r"^  (\w+):", section, re.MULTILINE)


def routes() -> list[str]:
    return sorted(set(re.findall(r'RouteKey: "[A-Z]+ ([^"]+)"', TEMPLATE)))


def example(document: Path, language: str) -> str:
    """The first example in a language."""
    found = re.search(rf"^```{language}\n(.*?)^```", text_of(document), re.MULTILINE | re.DOTALL)
    return found[1] if found else ""


def settings() -> list[str]:
    """The environment names that the functions read."""
    names: set[str] = set()
    for path in (ROOT / "functions").glob("*/settings.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
                names.add(node.target.id.upper())
    return sorted(names)
