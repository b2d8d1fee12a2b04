"""`throughline route`: where the map's words send a text, and why."""

import json
from pathlib import Path
from typing import Any

import click

from operate.commands.journey import checked
from throughline.domain.decision import Candidate, Decision, Parked, Praised, Routed
from throughline.domain.feedback import Kind
from throughline.domain.routing import Router

JOURNEY = click.option("--journey", required=True, type=click.Path(exists=True, path_type=Path), help="The map.")


@click.group(epilog='Example: throughline route text --journey map.yaml "The box was crushed"')
def route() -> None:
    """Where a text would go."""


@route.command("text", epilog='Example: throughline route text --journey map.yaml "..."')
@JOURNEY
@click.argument("text")
def one_text(journey: Path, text: str) -> None:
    """One text; the answer is one JSON line."""
    click.echo(json.dumps(_answer(Router(checked(journey, as_json=False, err=True)), text), ensure_ascii=False))


@route.command("batch", epilog="Example: throughline route batch --journey map.yaml in.jsonl")
@JOURNEY
@click.argument("lines", type=click.File(encoding="utf-8"))
def batch(journey: Path, lines: Any) -> None:
    """Lines {"id", "text"} in, decisions out."""
    router = Router(checked(journey, as_json=False, err=True))
    for line in lines:
        if line.strip():
            asked = json.loads(line)
            click.echo(json.dumps({"id": asked["id"], **_answer(router, str(asked["text"]))}, ensure_ascii=False))


def _answer(router: Router, text: str) -> dict[str, Any]:
    decisions = router.decide(text)
    first = decisions[0]
    also = [one.part.department for one in decisions[1:] if isinstance(one, Routed)]
    return {**_row(first), "also": also, "sensitive": False}


def _row(decision: Decision) -> dict[str, Any]:
    match decision:
        case Routed():
            found = Candidate(decision.part.department, decision.part.touchpoint, decision.confidence)
            return _said(found, decision.reason, decision.alternatives, Kind.ISSUE, decided=True)
        case Praised():
            part = decision.touchpoint.owner if decision.touchpoint else None
            found = Candidate(part.department, part.touchpoint, 1.0) if part else Candidate("", "", 0.0)
            return _said(found, decision.reason, (), Kind.PRAISE, decided=part is not None)
        case Parked():
            best = decision.alternatives[0] if decision.alternatives else Candidate("", "", 0.0)
            return _said(best, decision.reason, decision.alternatives, Kind.ISSUE, decided=False)
    return _said(Candidate("", "", 0.0), decision.reason, (), Kind.NOBODY, decided=False)


def _said(found: Candidate, reason: str, others: tuple[Candidate, ...], kind: Kind, *, decided: bool) -> dict[str, Any]:
    alternatives = [
        {"department": one.department, "touchpoint": one.touchpoint, "confidence": one.confidence} for one in others
    ]
    return {
        "decided": decided,
        "department": found.department,
        "touchpoint": found.touchpoint,
        "confidence": found.confidence,
        "reason": reason,
        "alternatives": alternatives,
        "kind": kind.value,
    }
