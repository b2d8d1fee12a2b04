"""Survey answers of own systems, signed as Standard Webhooks are."""

from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from e2e.line import Line, kept_environment, token
from operate.demo.doors import send_answer, send_json, until
from operate.wire import open_ledger
from throughline.domain.week import Week


def answered(score: int, **more: Any) -> dict[str, Any]:
    return {
        "source": "own",
        "survey_id": "after-delivery",
        "response_id": uuid4().hex,
        "question_key": "recommend",
        "metric": "nps",
        "score": score,
        "scale_min": 0,
        "scale_max": 10,
        "answered_at": datetime.now(UTC).isoformat(timespec="seconds"),
        **more,
    }


def test_an_unhappy_customers_words_reach_the_department(line: Line) -> None:
    word = token()
    words = f"Five weeks and my refund still has not come, {word}."
    taken = line.answer(doors(line), **answered(2, verbatim=words, touchpoint_hint="Getting money back"))
    mail = line.mail(word, to="accounts@")

    assert (taken.status, taken.document()) == (201, {"written": 1, "repeated": 0})
    assert "Getting money back" in mail["text"]


def test_words_are_gathered_where_the_map_asks_for_no_case_of_each(line: Line) -> None:
    word = token()
    said = answered(2, verbatim=f"The box arrived crushed, {word}.", touchpoint_hint="Opening the parcel")
    assert line.answer(doors(line), **said).status == 201
    with kept_environment():
        themes = open_ledger(line.stack).themes
        until("its words", lambda: [one for one in themes.gathered(Week.of(datetime.now(UTC))) if word in one.words])
    line.quiet()

    assert line.mails(word) == []


def test_the_same_answer_again_changes_nothing(line: Line) -> None:
    word = token()
    answer = answered(1, verbatim=f"No refund, {word}.", touchpoint_hint="Getting money back")
    statuses = [line.answer(doors(line), **answer).status for _ in range(3)]
    line.mail(word)
    line.quiet()

    assert statuses == [201, 200, 200]
    assert len(line.mails(word)) == 1


def test_an_answer_that_is_not_signed_by_us_is_refused(line: Line) -> None:
    word = token()
    answer = answered(1, verbatim=f"No refund, {word}.", touchpoint_hint="Getting money back")
    unsigned, forged = send_json(doors(line), answer), send_answer(doors(line), b"somebody else's key", answer)
    line.quiet()

    assert (unsigned.status, forged.status) == (401, 401)
    assert unsigned.document()["do"]
    assert line.mails(word) == []


def test_an_answer_that_cannot_be_read_is_refused_and_kept(line: Line) -> None:
    word = token()
    refused = line.answer(doors(line), **answered(11, verbatim=f"Great, {word}."))
    kept = [row for row in line.rows("park", "list") if word in row["what"]]

    assert (refused.status, refused.document()["field"]) == (400, "score")
    assert "score" in kept[0]["reason"]


def doors(line: Line) -> str:
    return f"{line.site}/v1/responses"
