"""The form behind a QR poster."""

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from fakes.outside import ROOT
from fakes.values import SCRATCHED, SITE
from handlers.events import FORM, form_post, http, json_post
from handlers.live import Live, body_of
from throughline.adapters.clock import WallClock
from throughline.domain.seal import line_of

ID = "0d6f1c1e-5a8e-4f57-9d31-6a3f0b7c2e11"
SAID = {"id": ID, "text": SCRATCHED, "kind": "issue"}


def post(live: Live, fields: Mapping[str, Any] = SAID, place: str = "") -> Any:
    return live.call("feedback_form", json_post(f"/f/{place or live.place.id}", fields))


def post_form(live: Live, **fields: str) -> Any:
    return live.call("feedback_form", form_post(f"/f/{live.place.id}", {**SAID, **fields}))


def test_the_form_is_empty_has_an_id_of_its_own_and_names_the_moments_of_the_map(live: Live) -> None:
    pages = [live.call("feedback_form", http("GET", f"/f/{live.place.id}", accept="text/html")) for _ in range(2)]
    ids = {re.search(r'name="id"[^>]*value="([0-9a-f]{32})"', page["body"]) for page in pages}
    assert [page["statusCode"] for page in pages] == [200, 200]
    assert len({found[1] for found in ids if found}) == 2
    assert "Opening the parcel" in pages[0]["body"]
    assert "North" in pages[0]["body"]


def test_a_program_gets_a_receipt_and_the_same_again(live: Live) -> None:
    first, again = post(live), post(live)
    assert [first["statusCode"], again["statusCode"]] == [201, 200]
    assert body_of(first) == body_of(again)
    receipt = body_of(first)["receipt"]
    assert re.fullmatch(r"\d{16}", receipt)
    assert body_of(first)["url"] == f"{SITE}/r?receipt={receipt}"


def test_a_browser_gets_a_page_with_the_receipt_in_fours_and_the_same_again(live: Live) -> None:
    first, again = post_form(live), post_form(live)
    assert [first["statusCode"], again["statusCode"]] == [201, 200]
    receipts = [re.findall(r"\d{4} \d{4} \d{4} \d{4}", page["body"])[0] for page in (first, again)]
    assert receipts[0] == receipts[1]


def test_a_form_and_its_json_twin_are_the_same_report(live: Live) -> None:
    assert [post(live)["statusCode"], post_form(live)["statusCode"]] == [201, 200]


def test_what_was_reported_stands_in_the_ledger_with_its_place(live: Live) -> None:
    receipt = body_of(post(live, {**SAID, "reference": "ORD-1"}))["receipt"]
    feedback = live.ledger.facts.feedback(line_of(ROOT, receipt))
    assert feedback
    assert (feedback.report.text, feedback.report.place) == (SCRATCHED, "North")
    assert feedback.report.reference == "ORD-1"


def test_a_place_where_too_few_work_is_not_named(live: Live) -> None:
    kiosk = live.atlas.places.add("Kiosk", 2)
    receipt = body_of(post(live, place=kiosk.id))["receipt"]
    feedback = live.ledger.facts.feedback(line_of(ROOT, receipt))
    assert feedback
    assert feedback.report.place == ""


def test_it_is_the_same_report_when_its_place_is_known_by_name_a_minute_later(
    live: Live, monkeypatch: pytest.MonkeyPatch
) -> None:
    post(live)
    shop, again = live.atlas.places.add("South", 15).id, {**SAID, "id": "a-new-poster"}
    first = post(live, again, shop)
    later = datetime.now(UTC) + timedelta(minutes=1)
    monkeypatch.setattr(WallClock, "now", lambda _clock: later)
    second = post(live, again, shop)
    assert [first["statusCode"], second["statusCode"]] == [201, 200]
    assert body_of(first) == body_of(second)


def test_something_else_under_the_same_id_is_a_conflict(live: Live) -> None:
    post(live)
    answer = post(live, {**SAID, "text": "Quite other words."})
    assert answer["statusCode"] == 409
    assert body_of(answer).keys() == {"error", "field", "do"}
    assert body_of(answer)["field"] == "id"


def test_everything_that_is_wrong_is_said_at_once_and_the_text_is_kept(live: Live) -> None:
    words = "My <b>words</b> & more"
    answer = post_form(live, text=words, email="nobody", kind="riddle", id="")
    assert answer["statusCode"] == 400
    assert "My &lt;b&gt;words&lt;/b&gt; &amp; more" in answer["body"]
    for said in ("does not look like an e-mail address", "kind of note is not known", "without a number of its own"):
        assert said in answer["body"]


def test_a_program_is_told_where_and_what_to_do(live: Live) -> None:
    answer = post(live, {**SAID, "text": " "})
    assert (answer["statusCode"], body_of(answer)["field"]) == (400, "text")
    assert all(body_of(answer).values())


@pytest.mark.parametrize("sent", [b"", b"[]", b"nonsense", b"\xff", b"[" * 60_000, b'"text"'])
def test_a_body_that_is_no_json_object_is_refused(live: Live, sent: bytes) -> None:
    answer = live.call("feedback_form", json_post(f"/f/{live.place.id}", sent))
    assert (answer["statusCode"], body_of(answer)["field"]) == (400, "body")


def test_more_than_64_kb_is_too_much(live: Live) -> None:
    answer = post(live, {**SAID, "text": "x" * 65_536})
    assert (answer["statusCode"], body_of(answer)["field"]) == (413, "body")


@pytest.mark.parametrize("kind", ["text/plain", "multipart/form-data; boundary=b", ""])
def test_what_is_neither_form_nor_json_is_refused(live: Live, kind: str) -> None:
    answer = live.call("feedback_form", http("POST", f"/f/{live.place.id}", b"text=x", content_type=kind))
    assert answer["statusCode"] == 415
    assert "text/html" in json.dumps(answer)


def test_words_sent_to_an_unknown_place_are_kept_with_the_reason(live: Live) -> None:
    answers = [post(live, place="nowhere") for _ in range(2)]
    assert [one["statusCode"] for one in answers] == [404, 404]
    (aside,) = live.ledger.facts.asides()
    assert (aside.what, aside.door) == (SCRATCHED, "form")
    assert "closed or was never ours" in aside.reason


def test_a_revoked_place_is_closed(live: Live) -> None:
    live.atlas.places.revoke(live.place.id)
    assert post(live)["statusCode"] == 404
    assert live.call("feedback_form", http("GET", f"/f/{live.place.id}"))["statusCode"] == 404


def test_nothing_else_is_behind_the_door(live: Live) -> None:
    answer = live.call("feedback_form", http("GET", "/f/a/b", accept="application/json"))
    assert answer["statusCode"] == 404
    assert body_of(answer).keys() == {"error", "field", "do"}


def test_answers_are_private(live: Live) -> None:
    headers = {name.lower(): value for name, value in post_form(live)["headers"].items()}
    assert (headers["cache-control"], headers["referrer-policy"]) == ("no-store", "no-referrer")
    assert "default-src 'none'" in headers["content-security-policy"]


def test_a_broken_escape_in_a_form_is_no_fault(live: Live) -> None:
    sent = b"id=" + ID.encode() + b"&text=%ff%fe+words%ZZ&text="
    answer = live.call("feedback_form", http("POST", f"/f/{live.place.id}", sent, content_type=FORM))
    assert answer["statusCode"] in (201, 400)
