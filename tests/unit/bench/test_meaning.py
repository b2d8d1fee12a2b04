"""The bench of weighing by sense counts what is wrong, on its own notes and on labelled ones of somebody else's."""

import json
from pathlib import Path

import pytest

from operate.bench import meaning
from operate.bench.meaning import NOTES, labelled, meaning_figures
from throughline.domain.journey import folded

ROW = (
    "journey,stage,touchpoint,channel,department,role,how_they_affect_it,routes_when,reply_within,notify_email,active\n"
)


@pytest.fixture(autouse=True)
def _nothing_built(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(meaning, "layers", list)


def test_own_notes_are_of_the_sample_map_and_of_seven_languages() -> None:
    rows = labelled(NOTES)
    assert len({row.language for row in rows}) == 7
    assert len(rows) > 100


def test_a_folder_of_labelled_notes_is_counted_too(tmp_path: Path) -> None:
    parts = [
        f"j,s,{name},shop,{name},r,h,{cue},1d,{name}@x.example,yes\n"
        for name, cue in (("Till", "froze"), ("Box", "crushed"))
    ]
    (tmp_path / "journey.csv").write_text(ROW + "".join(parts), encoding="utf-8")
    notes = [
        {"text": "it froze", "department": "Till"},
        {"text": "it froze", "departments": ["Till", "Box"], "department": "Box"},
        {"text": "crushed", "department": "Till"},
        {"text": "whose is it", "department": None},
    ]
    (tmp_path / "eval.jsonl").write_text("\n".join(map(json.dumps, notes)), encoding="utf-8")
    told = {one.what: one.value for one in meaning_figures(tmp_path)}
    assert told[f"{tmp_path.name}: not the right department first, by meaning"] == pytest.approx(100 / 3)
    assert told[f"{tmp_path.name}: not among three, by meaning"] == 0
    assert folded("Till") in labelled(tmp_path / "eval.jsonl")[0].departments
