import ast
import email
import email.policy
import json
import re
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from operate.bench.figures import as_table
from operate.bench.peers import desk_table, reply_table
from operate.bench.peers.apart import PINNED, CouldNotRunError, Ran, answers_of, last_words
from operate.bench.peers.beside import Row, beside
from operate.bench.peers.desk_table import mails_in
from operate.bench.peers.reply_table import library_figures
from operate.bench.peers.scoring import cost, recall, same, score
from operate.bench.peers.tags import text_of
from operate.bench.peers.together import OURS, Peer, together
from operate.bench.peers.typical import typical_mails
from operate.bench.times import CommandFailedError

PEERS = (*reply_table.PEERS, *desk_table.PEERS)
PACKAGES = sorted({peer.package for peer in PEERS} - {"", OURS})
APART = sorted({peer.runner for peer in PEERS if peer.package not in ("", OURS)})
NOTHING = Peer("doing nothing", "", "splitting", ("doing nothing",))
GONE = Peer("gone", "no-such-package", "splitting", ("gone",))


@dataclass(frozen=True)
class Reply:
    plain: str
    html: str
    expected: str


def line(text: str) -> dict[str, str]:
    return {"plain": text, "html": "", "bare": ""}


def test_white_space_makes_no_difference_and_a_word_does() -> None:
    assert same("Fixed,\n\nthe  shelf is full.", "Fixed, the shelf is full. ")
    assert not same("Fixed.", "Fixed.\n-- \nTom")


def test_a_word_comes_back_as_often_as_it_was_said() -> None:
    assert recall("no, no, no lift", "No lift") == 0.5
    assert recall("", "anything") == 1


def test_a_fall_gives_back_nothing_and_loses_much() -> None:
    answers = [{"new": "the lift is back", "cpu_ms": 1.0}, {"fell": "ValueError: odd", "cpu_ms": 3.0}]

    found = score(["The lift is back", "It is fixed"], answers)

    assert (found.exact, found.recall, found.lost, found.fell) == (0, 0.5, 1, 1)


def test_the_costs_are_the_middle_the_last_of_a_hundred_and_the_worst() -> None:
    found = cost([{"cpu_ms": float(number)} for number in range(1, 201)])

    assert (found.p50, found.p99, found.worst) == (101, 199, 200)


def test_html_gives_its_words_a_line_for_each_block() -> None:
    assert text_of("<style>p {}</style><p>It&#39;s  full</p><br>again<script>no</script>") == "It's full\nagain"


def test_what_goes_in_is_answered_in_order_without_the_first_try() -> None:
    ran = answers_of(sys.executable, "splitting", [line("one"), line("two")], "doing nothing")

    assert [answer["new"] for answer in ran.answers] == ["one", "two"]
    assert all(answer["cpu_ms"] >= 0 for answer in ran.answers)


def test_a_mail_that_makes_a_runner_fall_is_told_and_the_next_is_answered() -> None:
    ran = answers_of(sys.executable, "splitting", [line("one"), {"html": ""}, line("three")], "doing nothing")

    assert ran.answers[1]["fell"].startswith("KeyError")
    assert ran.answers[2]["new"] == "three"


def test_code_of_others_gets_no_credentials(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    nosy = tmp_path / "python"
    nosy.write_text('#!/bin/sh\necho "key: [$AWS_SECRET_ACCESS_KEY], home: $HOME" >&2\nexit 1\n', encoding="utf-8")
    nosy.chmod(0o700)
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "of a person")

    with pytest.raises(CouldNotRunError, match=r"key: \[\], home: ") as told:
        answers_of(str(nosy), "splitting", [line("one")], "doing nothing")

    assert str(Path.home()) not in str(told.value).split()


def test_a_runner_that_does_not_start_says_why() -> None:
    with pytest.raises(CouldNotRunError, match="KeyError: 'nobody'"):
        answers_of(sys.executable, "splitting", [line("one")], "nobody")


def test_the_last_words_are_those_that_say_something() -> None:
    said = "  × No solution found when resolving dependencies:\n  ╰─▶ the registry can't be reached\n\n"

    assert last_words(said) == "the registry can't be reached"
    assert last_words("") == "it ended without a word"


def test_one_that_cannot_be_installed_is_named_and_the_rest_goes_on() -> None:
    found = together([GONE, NOTHING], [line("one")])

    assert isinstance(found["gone"], CouldNotRunError)
    assert isinstance(found["doing nothing"], Ran)


def test_ours_has_to_run() -> None:
    with pytest.raises(CommandFailedError, match="ours could not be run"):
        together([Peer("ours", OURS, "no_such_runner")], [line("one")])


def test_the_table_shows_all_in_columns() -> None:
    replies = [Reply("Done.\n> asked", "", "Done."), Reply("", "<p>Thank you</p>", "Thank you")]

    found = list(library_figures("replies", replies, [NOTHING, GONE]))
    table = "\n".join(as_table(found[:1]))

    assert [one.within for one in found] == [True] * 4
    assert re.search(r"50 +doing nothing +recall 1 +lost 0 +fell 0 +p50 [0-9.e-]+ ms", table)
    assert re.search(r"0 +gone +could not be run: ", table)


def test_programs_get_the_rows_themselves() -> None:
    rows: tuple[Row, ...] = ({"who": "ours", "exact": 81.5, "lost": 2}, {"who": "gone", "failed": "why"})

    told = beside("replies read exactly", "%", "exact", rows, 90).as_row()

    assert (told["value"], told["within"], told["beside"]) == (81.5, True, list(rows))


@pytest.mark.parametrize("package", PACKAGES)
def test_everything_is_pinned_by_its_content(package: str) -> None:
    pinned = (PINNED / f"{package}.txt").read_text(encoding="utf-8")
    wanted = [row for row in pinned.splitlines() if not row.startswith(" ")]

    assert any(row.startswith(f"{package}==") for row in wanted)
    assert all(re.fullmatch(r"[a-z0-9-]+==[0-9.a-z]+ \\", row) for row in wanted)
    assert len(re.findall(r"--hash=sha256:[0-9a-f]{64}", pinned)) >= len(wanted)


@pytest.mark.parametrize("runner", APART)
def test_what_runs_apart_needs_the_standard_library_only(runner: str) -> None:
    tree = ast.parse((PINNED / f"{runner}.py").read_text(encoding="utf-8"))
    named = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    named |= {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    others = {name for name in named if name.partition(".")[0] not in sys.stdlib_module_names}

    assert others <= {"operate.bench.peers.lines", "operate.bench.peers.tags"}


def test_typical_mails_are_of_four_forms_each_with_an_id_of_its_own() -> None:
    mails = [email.message_from_bytes(raw, policy=email.policy.default) for raw in typical_mails()]

    assert len({mail["Message-ID"] for mail in mails}) == len(mails)
    assert {mail.get_content_type() for mail in mails} == {"text/plain", "multipart/alternative", "multipart/mixed"}
    assert all(mail.get_body(("plain",)) is not None for mail in mails)


def test_some_letters_of_a_folder_are_taken_from_all_over_it(tmp_path: Path) -> None:
    rows = [{"file": f"{at}.eml", "kind": "mime" if at % 2 else "bounce"} for at in range(400)]
    (tmp_path / "manifest.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    for row in rows:
        (tmp_path / str(row["file"])).write_text(str(row["file"]), encoding="utf-8")

    taken = [int(raw.split(b".")[0]) for raw in mails_in(tmp_path)]

    assert len(taken) == 50
    assert all(at % 2 for at in taken)
    assert taken[-1] > 390
    assert list(mails_in(tmp_path / "nothing")) == []
