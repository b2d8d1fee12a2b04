"""The figures on kinds: on labelled mails of one's own, what is wrong is counted and shown where."""

import json
from pathlib import Path

from operate.bench.figures import all_hold
from operate.bench.kinds import kind_figures

AUTO = b"From: pat@firma.example\nAuto-Submitted: auto-replied\n\nBack on Monday.\n"
ROWS = {
    "away.eml": ("auto_reply", AUTO),
    "seen.eml": ("bounce", b"From: mailer-daemon@mx.example\n\nno\n"),
    "words.txt": ("reply_text", b"The card reader froze.\n"),
    "page.html": ("reply_html", b"<p>The card reader froze.</p>\n"),
    "any.eml": ("mime", AUTO),
}


def labelled(folder: Path, rows: dict[str, tuple[str, bytes]]) -> Path:
    for name, (_, raw) in rows.items():
        (folder / name).write_bytes(raw)
    told = [json.dumps({"file": name, "source": "ours", "kind": label}) for name, (label, _) in rows.items()]
    (folder / "manifest.jsonl").write_text("\n".join(told), encoding="utf-8")
    return folder


def test_labelled_mails_are_counted_by_what_they_were_taken_for(tmp_path: Path) -> None:
    figures = list(kind_figures(labelled(tmp_path, ROWS)))
    assert all_hold(figures)
    assert [(one.value, dict(one.parts)) for one in figures if one.unit == "mails"] == [
        (2, {"auto": 1, "bounce": 1}),
        (2, {"human": 2}),
        (0, {}),
        (1, {"auto": 1}),
    ]


def test_a_person_taken_for_a_machine_is_one_too_many(tmp_path: Path) -> None:
    figures = list(kind_figures(labelled(tmp_path, {**ROWS, "wronged.eml": ("reply_mime", AUTO)})))
    assert not all_hold(figures)
    assert [dict(one.parts) for one in figures if not one.within] == [{"ours": 1}]


def test_a_machine_taken_for_a_person_is_one_too_many_of_three(tmp_path: Path) -> None:
    figures = list(kind_figures(labelled(tmp_path, {**ROWS, "missed.eml": ("bounce", b"From: a@b.example\n\nhello")})))
    assert [one.unit for one in figures if not one.within] == ["%"]
