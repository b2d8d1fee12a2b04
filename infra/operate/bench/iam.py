"""How much of the template is proven: mistakes that its rules see, rights that are needed; told by the tests."""

import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from operate.bench.figures import Figure
from operate.local.checkout import find_checkout

MISTAKES = "tests/infra/test_mutations.py"
RIGHTS = "tests/iam/every_right.py"
# Whom a function may send mail as: two functions, and the local AWS can't check either.
LEFT_TO_AWS = 2


@dataclass(frozen=True)
class Report:
    """What a run of tests found: how many there were, how many did not hold, and what they counted."""

    tests: int
    failed: int
    counted: dict[str, int]


def proof_figures() -> Iterator[Figure]:
    """Mistakes let through and rights unproven, both none; minutes long."""
    yield from mistake_figures(_ran(MISTAKES, "test_a_mistake"))
    yield from right_figures(_ran(RIGHTS))


def mistake_figures(report: Report) -> Iterator[Figure]:
    """Mistakes in the template that no rule sees."""
    seen = {"mistakes seen": report.tests - report.failed, "mistakes tried": report.tests}
    yield Figure("mistakes in the template that go unseen", report.failed, "", 0, parts=seen)


def right_figures(report: Report) -> Iterator[Figure]:
    """Functions whose rights are not proven, rights without need, and what is left to AWS."""
    yield Figure(
        "functions with unproven rights",
        report.failed,
        "",
        0,
        parts={"functions, each with all its rights": report.tests},
    )
    needed = {
        "rights needed by our own calls": report.counted.get("ours", 0),
        "rights needed by Lambda on our behalf": report.counted.get("lambdas", 0),
    }
    yield Figure("rights that nothing needs", report.counted.get("unneeded", 0), "", 0, parts=needed)
    left = report.counted.get("unproven", 0)
    yield Figure("scopes only AWS can check (SES: whom to send as)", left, "", LEFT_TO_AWS)


def read_report(text: str) -> Report:
    """Read what pytest writes for other programs."""
    cases = list(ET.fromstring(text).iter("testcase"))  # noqa: S314 - as above
    failed = [case for case in cases if case.find("failure") is not None or case.find("error") is not None]
    counted: dict[str, int] = {}
    for each in (each for case in cases for each in case.iter("property")):
        name = each.get("name", "")
        counted[name] = counted.get(name, 0) + int(each.get("value", "0"))
    return Report(len(cases), len(failed), counted)


def _ran(tests: str, only: str = "") -> Report:
    with tempfile.TemporaryDirectory() as scratch:
        told = Path(scratch) / "report.xml"
        command = [sys.executable, "-m", "pytest", tests, "-q", "-k", only, "-p", "no:cacheprovider"]
        report = ["-o", "junit_family=xunit1", f"--junitxml={told}"]
        done = subprocess.run(  # noqa: S603 - our own tests
            [*command, *report], cwd=find_checkout().root, capture_output=True, text=True, check=False
        )
        if done.returncode:
            sys.stderr.write(done.stdout + done.stderr)
        return read_report(told.read_text(encoding="utf-8")) if told.exists() else Report(0, 1, {})
