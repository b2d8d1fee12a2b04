"""The figures of replies: of a folder with its manifest, and of those made up."""

import json
from pathlib import Path

from operate.bench.replies import ReplyCase, cases, reply_figures

MAIL = b"Content-Type: text/plain; charset=utf-8\n\nGr\xc3\xbc\xc3\x9fe von oben.\n\n> Wann?\n"


def folder_of(folder: Path, rows: list[tuple[str, str, str | None, bytes]]) -> Path:
    lines = []
    for kind, name, expected, raw in rows:
        (folder / name).write_bytes(raw)
        lines.append(json.dumps({"file": name, "source": kind, "kind": kind, "expected_reply_text": expected}))
    (folder / "manifest.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return folder


def test_cases_of_a_folder(tmp_path: Path) -> None:
    folder = folder_of(
        tmp_path,
        [
            ("reply_text", "a.txt", "Fixed.", b"Fixed.\n> When?"),
            ("reply_html", "b.html", "Fixed.", b"<p>Fixed."),
            ("reply_mime", "c.eml", "Gr\u00fc\u00dfe von oben.", MAIL),
            ("reply_text", "d.txt", None, b"nobody knows"),
            ("bounce", "e.eml", "", MAIL),
        ],
    )
    assert list(cases(folder)) == [
        ReplyCase("reply_text", "Fixed.\n> When?", "", "Fixed.", "a.txt"),
        ReplyCase("reply_html", "", "<p>Fixed.", "Fixed.", "b.html"),
        ReplyCase("reply_mime", "Gr\u00fc\u00dfe von oben.\n\n> Wann?\n", "", "Gr\u00fc\u00dfe von oben.", "c.eml"),
    ]


def test_figures_of_a_folder(tmp_path: Path) -> None:
    rows = [("reply_text", f"{at}.txt", "Fixed today.", b"Fixed today.\n> When?") for at in range(3)]
    folder = folder_of(tmp_path, [*rows, ("signature_text", "x.txt", "Never said.", b"Fixed.")])
    exact, lost = reply_figures(folder)
    assert (exact.value, exact.parts) == (25.0, {"reply_text": 0.0, "signature_text": 100.0})
    assert (lost.value, lost.within) == (25.0, False)


def test_replies_are_made_up_without_a_folder() -> None:
    assert {one.source for one in cases()} >= {"Gmail", "Outlook", "Thunderbird", "Samsung"}
