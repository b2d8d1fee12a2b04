"""`score`: a file of answers, its score and its noise in plain words."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from operate.commands.score import score
from throughline.errors import Refused


def run(*words: str | Path) -> Result:
    result = CliRunner().invoke(score, [str(word) for word in words])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def answers(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    file = folder / "answers.csv"
    file.write_bytes(text.encode(encoding))
    return file


def column(*counted: tuple[str, int]) -> str:
    return "\n".join(["score", *(cell for cell, times in counted for _ in range(times))])


def test_an_nps_with_its_interval_as_published(tmp_path: Path) -> None:
    file = answers(tmp_path, column(("9", 50), ("7", 30), ("3", 20), ("", 2), ("N/A", 1)))
    told = json.loads(run("nps", file, "--json").stdout)
    assert told.pop("plain").startswith("100 people answered. 5 of 10 would recommend us. Asked again,")
    assert told == {
        "metric": "nps",
        "answered": 100,
        "skipped": 3,
        "promoters": 50,
        "passives": 30,
        "detractors": 20,
        "score": 30,
        "low": 14,
        "high": 44,
        "enough": True,
    }


def test_satisfaction_counts_the_two_best(tmp_path: Path) -> None:
    lines = run("csat", answers(tmp_path, column(("5", 4), ("4,0", 4), ("3", 2)))).stdout.splitlines()
    assert lines[0] == "CSAT 80 %"
    assert lines[3] == "10 answered, 0 left out"
    assert "8 of 10 were happy with us" in lines[4]


def test_effort_counts_five_to_seven_as_easy(tmp_path: Path) -> None:
    file = answers(tmp_path, column(("7", 2), ("5", 3), ("4", 3), ("1", 2)))
    assert json.loads(run("ces", file, "--json").stdout)["score"] == 50


def test_a_scale_on_which_one_is_best(tmp_path: Path) -> None:
    file = answers(tmp_path, column(("1", 9), ("5", 1)))
    told = json.loads(run("ces", file, "--scale", "1-5", "--lower-is-better", "--json").stdout)
    assert (told["score"], told["promoters"]) == (90, 9)


def test_a_handful_is_no_score(tmp_path: Path) -> None:
    told = json.loads(run("nps", answers(tmp_path, column(("9", 1))), "--json").stdout)
    assert not told["enough"]
    assert (told["score"], told["low"], told["high"]) == (None, None, None)
    assert told["plain"] == "1 person answered: too few for a score. Read each as one voice."
    assert run("nps", tmp_path / "answers.csv").stdout.startswith("No NPS yet\n1 promoters")


@pytest.mark.parametrize(
    ("cell", "counts"),
    [
        ("9 - very likely", (1, 0, 0)),
        ("10 = extremely likely", (1, 0, 0)),
        ("Very likely (9)", (1, 0, 0)),
        ("Likely - 8", (0, 1, 0)),
        ("7: maybe", (0, 1, 0)),
        ("6 of 10", (0, 0, 1)),
        ("0/10", (0, 0, 1)),
        ("3 Sterne", (0, 0, 1)),
    ],
)
def test_a_number_beside_its_words_is_read(tmp_path: Path, cell: str, counts: tuple[int, int, int]) -> None:
    told = json.loads(run("nps", answers(tmp_path, column((cell, 1))), "--json").stdout)
    assert (told["promoters"], told["passives"], told["detractors"]) == counts


@pytest.mark.parametrize(
    "cell", ["9-10", "4/5", "less than 9", "- 9", "-9", "9 or 10", "7.5.2026", "9th", "9" * 300, "a" * 100_000]
)
def test_a_cell_of_which_nobody_can_say_which_number_is_meant_is_wrong(tmp_path: Path, cell: str) -> None:
    with pytest.raises(Refused, match="1 scores can't be read"):
        run("nps", answers(tmp_path, column((cell, 1))))


@pytest.mark.parametrize("cell", ["", "n/a", "N.A.", "-", "No answer", "keine Angabe", "#N/A"])
def test_who_did_not_answer_is_left_out(tmp_path: Path, cell: str) -> None:
    told = json.loads(run("nps", answers(tmp_path, column((cell, 3), ("9", 10))), "--json").stdout)
    assert (told["answered"], told["skipped"], told["score"]) == (10, 3, 100)


def test_effort_is_told_with_its_mean(tmp_path: Path) -> None:
    file = answers(tmp_path, column(("7", 5), ("6", 4), ("1", 3)))
    assert json.loads(run("ces", file, "--json").stdout)["mean"] == 5.2
    assert run("ces", file).stdout.endswith("The mean is 5.2 on 1 to 7, where 7 is best.\n")
    reversed_file = answers(tmp_path, column(("1", 9), ("5", 1)))
    told = run("ces", reversed_file, "--scale", "1-5", "--lower-is-better").stdout
    assert told.endswith("The mean is 1.4 on 1 to 5, where 1 is best.\n")


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252"])
def test_the_column_is_found_in_each_kind_of_csv(tmp_path: Path, separator: str, encoding: str) -> None:
    text = f'Größe{separator} Score \r\n"so{separator} süß"{separator}9\r\n\r\n'
    file = answers(tmp_path, text, encoding)
    assert json.loads(run("nps", file, "--json").stdout)["promoters"] == 1


def test_wrong_scores_are_named_with_their_rows_and_nothing_is_scored(tmp_path: Path) -> None:
    file = answers(tmp_path, column(("9", 1), ("11", 1), ("7.5", 1), ("good", 30)))
    with pytest.raises(Refused, match="32 scores can't be read") as refused:
        run("nps", file)
    assert "The first 20 are shown" in refused.value.do


def test_the_rows_of_wrong_scores_go_to_the_person(tmp_path: Path) -> None:
    file = answers(tmp_path, column(("5", 1), ("6", 1)))
    told = CliRunner().invoke(score, ["csat", str(file)]).stderr
    assert told == 'row 3, column score: "6" is not a number from 1 to 5.\n'


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("", "has no column"),
        ("rating,comment\n9,x\n", "has no column"),
        ("score\n\n", "has no answer"),
        ("score,text\n9," + "x" * 200_000 + "\n", "can't be told apart"),
    ],
)
def test_a_file_without_answers_says_what_it_lacks(tmp_path: Path, text: str, what: str) -> None:
    with pytest.raises(Refused, match=what):
        run("nps", answers(tmp_path, text))


def test_a_missing_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="can't be read"):
        run("nps", tmp_path / "none.csv")


@pytest.mark.parametrize(
    "wrong", [("ces", "--scale", "5"), ("ces", "--scale", "5-1"), ("nps", "--scale", "1-5"), ("mood",)]
)
def test_wrong_use_ends_with_two(tmp_path: Path, wrong: tuple[str, ...]) -> None:
    assert run(*wrong, answers(tmp_path, column(("1", 1)))).exit_code == 2
