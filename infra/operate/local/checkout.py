"""Where the checkout lies and where the local AWS keeps its files."""

from dataclasses import dataclass
from pathlib import Path

KEPT = ".throughline"
SOURCES = ("template.yaml", "infra/*.yaml", "functions/**/*.py", "functions/**/*.html", "functions/**/*.txt")


@dataclass(frozen=True)
class Checkout:
    """One checkout of the project; everything local lies under its `.throughline`."""

    root: Path

    @property
    def kept(self) -> Path:
        """Give the folder of all local files, made on first use and unseen by git."""
        folder = self.root / KEPT
        if not folder.is_dir():
            folder.mkdir(parents=True, exist_ok=True)
            (folder / ".gitignore").write_text("*\n", encoding="utf-8")
        return folder

    @property
    def state_file(self) -> Path:
        """Name the note that `up` leaves for all other commands."""
        return self.root / KEPT / "state.json"

    @property
    def outbox(self) -> Path:
        """Name the folder of the mails sent."""
        return self.root / KEPT / "outbox"

    @property
    def zips(self) -> Path:
        """Name the folder of packed and unpacked code, both named after their content."""
        return self.root / KEPT / "zips"

    def changed_since_build(self) -> Path | None:
        """Give a source that is newer than the build, if there is one."""
        built = self.built_template.stat().st_mtime
        sources = (path for pattern in SOURCES for path in self.root.glob(pattern))
        return next((path for path in sources if path.stat().st_mtime > built), None)

    @property
    def built_template(self) -> Path:
        """Name the template that the build leaves."""
        return self.root / ".aws-sam" / "build" / "template.yaml"


def find_checkout(start: Path | None = None) -> Checkout:
    """Find the checkout around a folder, else the one that this code was installed from."""
    here = (start or Path.cwd()).resolve()
    for folder in (here, *here.parents):
        if (folder / "template.yaml").is_file() and not is_build_output(folder):
            return Checkout(folder)
    return Checkout(Path(__file__).resolve().parents[3])


def is_build_output(folder: Path) -> bool:
    """Tell a build's folder, which holds a template too, from a checkout."""
    return ".aws-sam" in folder.parts
