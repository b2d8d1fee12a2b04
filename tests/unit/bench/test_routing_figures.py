"""The bench of routing: our own notes, others beside us, and the curve."""

import json
from pathlib import Path

import pytest

from operate.bench import heard, meaning, routing, routing_peers
from operate.bench.__main__ import routed_figures
from operate.bench.figures import Figure
from operate.bench.routing_curve import drawn
from operate.commands.journey import checked
from operate.files.labelled import Labelled

MAP = (
    "journey,stage,touchpoint,channel,department,role,how_they_affect_it,routes_when,reply_within,notify_email,active\n"
)
ROWS = (
    "b,,Parcel,,Packing,,,box; crushed,2d,a@example.com,yes\nb,,Till,,Tills,,,card reader; froze,2d,a@example.com,yes\n"
)
SAID = {"Packing": "the foot of lamp {} is bent", "Tills": "terminal {} shows nothing"}


@pytest.fixture(autouse=True)
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(routing, "by_scikit", lambda *_: {"linear SVM": 0.5})
    monkeypatch.setattr(routing, "_read", lambda: None)


def lines(start: int, count: int) -> str:
    names = list(SAID)
    rows = ({"text": SAID[names[at % 2]].format(at), "department": names[at % 2]} for at in range(start, start + count))
    return "".join(json.dumps(row) + "\n" for row in rows)


def test_the_bench_tells_of_words_sense_and_both_without_anybodys_data(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(meaning, "layers", list)
    told = [one.what for one in routed_figures("")]
    assert "shop-floor notes: not the right department first, by both" in told
    assert "our own notes: right department, map only" in told
    assert "short notes: sensitive ones not seen" in told


def test_our_own_notes_reach_more_of_the_right_departments_than_a_search_engine() -> None:
    figures = {one.what: one for one in routing.routing_figures(None)}
    figure = figures["our own notes: right department, map only"]
    assert figure.value > figure.parts["BM25"]
    assert figure.parts["among the first three"] >= figure.value
    assert figures["our own notes: wrong of what the map alone decided"].parts["decided"] > 0


def test_a_folder_is_measured_with_more_and_more_examples(tmp_path: Path) -> None:
    (tmp_path / "journey.csv").write_text(MAP + ROWS, encoding="utf-8")
    (tmp_path / "train.jsonl").write_text(lines(0, 130), encoding="utf-8")
    (tmp_path / "eval.jsonl").write_text(lines(500, 40), encoding="utf-8")
    drawing = routing.Drawing()
    told = [one for one in routing.routing_figures(tmp_path, drawing) if one.what.startswith(tmp_path.name)]
    figures: list[Figure] = [one for one in told if ": right" in one.what]
    counts = ["map only", "10 examples", "100 examples", "130 examples"]
    assert [one.what.rpartition(", ")[2] for one in figures] == counts
    assert figures[-1].value > 90
    assert figures[-1].parts["linear SVM"] == 50
    assert all(one.within for one in told)
    assert [count for count, _ in drawing.ours[tmp_path.name]] == [0, 10, 100, 130]
    assert [count for count, _ in drawing.others[tmp_path.name]] == [10, 100, 130]


def test_what_keywords_leave_open_is_shared_fairly(tmp_path: Path) -> None:
    (tmp_path / "journey.csv").write_text(MAP + ROWS, encoding="utf-8")
    known = checked(tmp_path / "journey.csv", as_json=False, err=True)
    silent = [Labelled("nobody hears this", (), (name,)) for name in SAID]
    assert routing_peers.by_keywords(known, silent) == routing_peers.by_bm25(known, silent) == 0.5
    assert routing_peers.by_keywords(known, [Labelled("a box, crushed", (), ("Packing",))]) == 1


def test_notes_that_must_be_heard_come_in_seven_languages() -> None:
    rows = [json.loads(line) for line in heard.HEARD.read_text(encoding="utf-8").splitlines()]
    for kind in ("praise", "sensitive"):
        told = [row for row in rows if row.get(kind)]
        assert (len({row["language"] for row in told}), len(told) >= 20) == (7, True)


def test_the_curve_is_a_picture_with_every_set_named() -> None:
    picture = drawn({"a & b": [(0, 0.5), (100, 0.8)], "c": [(0, 0.2)]}, {"c": [(10, 0.1)]})
    assert picture.startswith("<svg")
    assert picture.count("<polyline") == 3
    assert picture.count("stroke-dasharray") == 1
    assert "a &amp; b 80%" in picture
