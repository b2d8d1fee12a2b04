"""The command `score`: what a file of answers says, with its noise."""

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

import click

from operate.commands.tell import say, show_json
from throughline.domain.cells import column_name
from throughline.domain.digest_score import tenths_of
from throughline.domain.score import Scored, Tally, mean, nps, share
from throughline.domain.shares import counted, pleased
from throughline.domain.survey import SCALES, Answer, Metric
from throughline.errors import Refused

COLUMN = "score"
SEPARATORS = (",", ";", "\t")
LEFT_OUT = frozenset(
    {"", "-", "–", "—", ".", "n/a", "#n/a", "na", "n.a.", "nan", "none", "null", "skipped", "not applicable"}
    | {"no answer", "don't know", "k.a.", "k. a.", "keine angabe", "weiß nicht", "sans réponse", "no sabe"}
)
MOST_SHOWN = 20
FELT = {
    Metric.NPS: "would recommend us",
    Metric.CSAT: "were happy with us",
    Metric.CES: "found it easy",
}
LONGEST_CELL = 200
# A number alone, or with words that have no other number: "9", "9 - very likely", "9 of 10", "very likely (9)".
_NUMBER = r"(?P<value>-?\d+(?:[.,]\d+)?)"
_OF = r"(?:\s*(?:/|(?:out of|of|von|sur|de|di|van)\b)\s*(?P<of>\d+))?"
_FIRST = re.compile(_NUMBER + _OF + r"(?:\s*[^\w\s]\D*|\s+\D*)?")
_LAST = re.compile(r"[^\W\d_]\D*?(?:[(\[]|\s[-–—]\s+|[:=]\s*)" + _NUMBER + r"(?P<of>)\s*[)\]]?")


@dataclass
class Count:
    """What a file's rows add up to."""

    tally: Tally = Tally()  # noqa: RUF009 - frozen
    skipped: int = 0
    wrong: int = 0


class Scale(click.ParamType[tuple[float, float]]):
    """A scale written as 1-5."""

    name = "LOW-HIGH"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> tuple[float, float]:
        """Its two ends."""
        low, _, high = str(value).partition("-")
        try:
            ends = float(low), float(high)
        except ValueError:
            ends = 0, 0
        if ends[0] >= ends[1]:
            self.fail(f"{value!r} is not a scale; write its ends like 1-5", param, ctx)
        return ends


@click.command(epilog="Example: throughline score nps answers.csv")
@click.argument("metric", type=click.Choice([one.value for one in SCALES]))
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--scale", type=Scale(), help="Ends of the scale; else 0-10, 1-5 and 1-7.")
@click.option("--lower-is-better", is_flag=True, help="For scales on which 1 is best.")
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
def score(metric: str, file: Path, *, scale: tuple[float, float] | None, lower_is_better: bool, as_json: bool) -> None:
    """Score the column `score` of FILE (CSV), with its 95 % interval; empty cells are left out."""
    asked = Metric(metric)
    low, high = scale or SCALES[asked]
    direction = "lower" if lower_is_better else "higher"
    pattern = Answer("file", "", "", "", metric=asked, scale_min=low, scale_max=high, direction=direction)
    if asked is Metric.NPS and (scale or lower_is_better):
        raise click.UsageError("the Net Promoter Score has one scale, 0 to 10, and more is better")
    count = _counted(file, pattern)
    if count.wrong:
        more = f" The first {MOST_SHOWN} are shown." if count.wrong > MOST_SHOWN else ""
        do = f"Mend the rows, or leave their cells empty.{more}"
        raise Refused(f"{count.wrong} scores can't be read, so nothing is scored.", field=str(file), do=do)
    if not count.tally.answered:
        raise Refused(f"{file.name} has no answer.", field=COLUMN, do="Fill the column, or name another file.")
    _show(pattern, count, as_json=as_json)


def _show(pattern: Answer, count: Count, *, as_json: bool) -> None:
    metric, tally = pattern.metric or Metric.OTHER, count.tally
    hits = pleased(metric, tally)
    scored = nps(tally) if metric is Metric.NPS else share(hits, tally.answered)
    told = scored if scored.enough or metric is not Metric.NPS else None
    middle = None if metric is Metric.NPS else mean(tally)
    plain = _plain(metric, scored, hits)
    if as_json:
        counts = {"answered": tally.answered, "skipped": count.skipped, "promoters": tally.promoters}
        counts |= {"passives": tally.passives, "detractors": tally.detractors}
        ends = {name: getattr(told, name, None) for name in ("value", "low", "high")}
        score = {"score": ends.pop("value"), **ends, "enough": scored.enough}
        means = {} if middle is None else {"mean": float(middle)}
        show_json({"metric": metric.value, **counts, **score, **means, "plain": plain})
        return
    unit = "" if metric is Metric.NPS else " %"
    click.echo(f"{metric.name} {told.value}{unit}" if told else f"No {metric.name} yet")
    if told:
        click.echo(f"95 % interval {told.low} to {told.high}{unit}")
    click.echo(f"{tally.promoters} promoters, {tally.passives} passives, {tally.detractors} detractors")
    click.echo(f"{tally.answered} answered, {count.skipped} left out")
    click.echo(plain + _mean_told(middle, pattern))


def _mean_told(middle: Decimal | None, pattern: Answer) -> str:
    if middle is None:
        return ""
    best = pattern.scale_min if pattern.direction == "lower" else pattern.scale_max
    return f" The mean is {middle} on {pattern.scale_min:g} to {pattern.scale_max:g}, where {best:g} is best."


def _plain(metric: Metric, scored: Scored, hits: int) -> str:
    if not scored.enough:
        people = "1 person answered" if scored.answered == 1 else f"{scored.answered} people answered"
        return f"{people}: too few for a score. Read each as one voice."
    of_ten = f"{tenths_of(hits, scored.answered)} of 10 {FELT[metric]}"
    between = f"between {scored.low} and {scored.high}" if scored.low < scored.high else f"at {scored.low} again"
    again = f"Asked again, the score would likely lie {between}; a smaller change is chance."
    return f"{scored.answered} people answered. {of_ten}. {again}"


def _counted(file: Path, pattern: Answer) -> Count:
    try:
        with file.open(encoding="utf-8-sig", errors="replace", newline="") as lines:
            return _count(_cells(lines, file), pattern)
    except OSError as error:
        reason = error.strerror or "no reason given"
        raise Refused(f"{file} can't be read: {reason}.", field=str(file), do="Check the name.") from error


def _count(cells: Iterable[tuple[int, str]], pattern: Answer) -> Count:
    count, read = Count(), lru_cache(maxsize=1024)(lambda cell: _tally(cell, pattern))
    for row, cell in cells:
        if cell.casefold() in LEFT_OUT:
            count.skipped += 1
            continue
        tally = read(cell)
        if tally:
            count.tally += tally
            continue
        count.wrong += 1
        if count.wrong <= MOST_SHOWN:
            ends = f"{pattern.scale_min:g} to {pattern.scale_max:g}"
            whole = "a whole number from " if pattern.metric is Metric.NPS else "a number from "
            say(f'row {row}, column {COLUMN}: "{cell[:40]}" is not {whole}{ends}.')
    return count


def _tally(cell: str, pattern: Answer) -> Tally | None:
    """One answer's count; None when the cell holds no score on this scale, or nobody can say which."""
    short = cell if len(cell) <= LONGEST_CELL else ""
    found = _FIRST.fullmatch(short) or _LAST.fullmatch(short)
    if found is None:
        return None
    value, best = float(found["value"].replace(",", ".")), found["of"]
    if (best and float(best) != pattern.scale_max) or (pattern.metric is Metric.NPS and value % 1):
        return None
    return counted(replace(pattern, score=value))


def _cells(lines: Iterable[str], file: Path) -> Iterator[tuple[int, str]]:
    """Each row's number and its score, row by row, so that a million need no memory."""
    rest = iter(lines)
    head = next(rest, "")
    separator = max(SEPARATORS, key=head.count)
    columns = [column_name(name) for name in next(csv.reader([head], delimiter=separator), [])]
    if COLUMN not in columns:
        found = ", ".join(filter(None, columns)) or "none"
        do = f"Name the column with the scores `{COLUMN}` in the first row. The columns are: {found}."
        raise Refused(f"{file.name} has no column `{COLUMN}`.", field=COLUMN, do=do)
    at = columns.index(COLUMN)
    try:
        for row, cells in enumerate(csv.reader(rest, delimiter=separator), start=2):
            if cells or len(columns) == 1:
                yield row, cells[at].strip() if at < len(cells) else ""
    except csv.Error as error:
        do = "Save it again as CSV, each answer on a row of its own."
        raise Refused(f"{file.name} can't be told apart into cells: {error}.", field=str(file), do=do) from error
