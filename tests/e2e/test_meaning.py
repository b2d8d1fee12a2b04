"""What no word of the map decides is weighed by its sense, by the model that the layer brings."""

from typing import Any

from e2e.line import Line, token
from operate.demo.doors import until

PATIENCE = 60.0
UNSAID = "closest to"


def weighed(line: Line, word: str) -> dict[str, Any] | None:
    rows = [row for row in line.rows("triage", "list") if word in row["text"] and UNSAID in row["by_meaning"]]
    return rows[0] if rows else None


def test_a_note_without_a_word_of_the_map_gets_the_right_department_first(line: Line) -> None:
    word = token()
    line.note(f"Деньги так и не вернули покупателю {word}")
    row = until("its suggestions", lambda: weighed(line, word), patience=PATIENCE)
    assert len(row["alternatives"]) == 3
    assert row["alternatives"][0]["department"] == "Accounts"
    assert row["by_meaning"].startswith("by meaning closest to “not refunded”")
    line.run("triage", "decide", row["id"], "nobody")
