"""A case at the department's own link: looking changes nothing, each step is taken once."""

from base64 import urlsafe_b64decode
from datetime import UTC, datetime, timedelta
from urllib.request import Request, urlopen

import pytest

from e2e.at_desk import known_at
from e2e.line import PAGE, Line, acted, case_link, kept_environment, nonce_on, token
from operate.demo.doors import Answer, ask, link_in, send_form
from operate.wire import open_secrets
from throughline.domain.seal import Link, sign_link

PARCEL = "Opening the parcel"
ADDRESS = "kim.lowe@shops.example"


@pytest.fixture
def word() -> str:
    return token()


@pytest.fixture
def taken(line: Line, word: str) -> Answer:
    return line.note(f"The box arrived crushed, {word}.", touchpoint=PARCEL, name="Kim Lowe", email=ADDRESS)


@pytest.fixture
def url(line: Line, word: str, taken: Answer) -> str:
    assert taken.status == 201
    return case_link(line.mail(word, to="packing@"))


def state(line: Line, taken: Answer) -> str:
    return line.settled(taken)[0]["state"]


def test_looking_changes_nothing(line: Line, taken: Answer, url: str) -> None:
    pages = [ask(url, headers=PAGE) for _ in range(3)]
    with pytest.raises(OSError, match="404"):
        urlopen(Request(url, method="HEAD"), timeout=30)  # noqa: S310 - our own site

    assert [page.status for page in pages] == [200] * 3
    assert len({nonce_on(page.body) for page in pages}) == 1
    assert state(line, taken) == "routed"


def test_a_department_says_that_it_has_it(line: Line, taken: Answer, url: str) -> None:
    page = send_form(url, nonce=nonce_on(ask(url, headers=PAGE).body), action="acknowledge")

    assert page.status == 200
    assert "You have it." in page.body
    assert state(line, taken) == "acknowledged"


def test_an_answer_and_a_change_reach_the_one_who_told_us(line: Line, word: str, taken: Answer, url: str) -> None:
    said, changed = f"We looked at the box {word}a.", f"We wrap the foot in foam {word}b."
    answered = acted(url, "answer", text=said)
    resolved = acted(url, "resolve", text=changed)
    line.mail(f"{word}a", to=ADDRESS)
    mail = line.mail(f"{word}b", to=ADDRESS)
    (item,) = line.settled(taken)

    assert (answered.document()["state"], resolved.document()["state"]) == ("working", "resolved")
    assert word in mail["text"].replace(f"{word}b", "")
    assert (item["state"], item["answer"], item["change"]) == ("changed", said, changed)


def test_the_same_step_again_changes_nothing(line: Line, word: str, taken: Answer, url: str) -> None:
    nonce = nonce_on(ask(url, headers=PAGE).body)
    text = f"We wrap it, {word}c."
    told = [acted(url, "resolve", nonce, text=text) for _ in range(3)]
    line.quiet()

    assert [one.status for one in told] == [200] * 3
    assert [one.document()["outcome"] for one in told] == ["changed", "repeated", "repeated"]
    assert len(line.mails(f"{word}c", to=ADDRESS)) == 1
    assert state(line, taken) == "changed"


def test_a_page_that_somebody_else_overtook_is_told_so(url: str) -> None:
    nonce = nonce_on(ask(url, headers=PAGE).body)
    acted(url, "acknowledge", nonce)
    late = acted(url, "resolve", nonce, text="Fixed.")

    assert late.status == 409
    assert late.document()["do"]


def test_a_note_that_belongs_elsewhere_is_handed_on(line: Line, word: str, taken: Answer, url: str) -> None:
    handed = acted(url, "hand_on", to="Warehouse", text="It fell from the shelf.")
    mail = line.mail(word, to="warehouse@")
    first, second = until_two(line, taken)

    assert handed.document()["state"] == "handed_on"
    assert "Packing" in mail["text"]
    assert "handed on once before" in mail["text"]
    assert (first["state"], second["department"], second["state"]) == ("handed_on", "Warehouse", "routed")


def until_two(line: Line, taken: Answer) -> list[dict[str, str]]:
    items = line.settled(taken)
    assert len(items) == 2
    return items


def test_a_step_that_is_none_is_refused(url: str) -> None:
    refused = acted(url, "burn")

    assert (refused.status, refused.document()["field"]) == (400, "action")


def test_a_forged_link_opens_nothing(line: Line, taken: Answer, url: str) -> None:
    letter = "A" if url[-1] != "A" else "B"
    for forged in (url[:-1] + letter, f"{line.site}/c/nothing", f"{line.site}/d/{url.rpartition('/')[2]}"):
        shown = ask(forged, headers=PAGE)
        assert (shown.status, "newest mail" in shown.body) == (403, True)
    assert acted(url[:-1] + letter, "acknowledge", "0.0").status == 403
    assert state(line, taken) == "routed"


def test_an_expired_link_opens_nothing(line: Line, url: str) -> None:
    payload = url.rpartition("/")[2].partition(".")[0]
    subject = urlsafe_b64decode(payload + "=" * (-len(payload) % 4)).decode().split("\n")[1]
    yesterday = datetime.now(UTC) - timedelta(days=1)
    with kept_environment():
        expired = sign_link(open_secrets(line.stack).root(), Link("case", subject, yesterday))

    assert ask(f"{line.site}/c/{expired}", headers=PAGE).status == 403


def test_the_departments_desk_shows_what_waits(line: Line) -> None:
    word = token()
    line.note(f"The automatic door hit a pram, {word}.", touchpoint="Finding the shop and parking")
    mail = line.mail(word, to="facilities@")
    url = link_in(mail["text"], "/d/")
    desk = known_at(line, url, "facilities@").open(url)

    assert desk.status == 200
    assert word in desk.text
    assert "/c/" in desk.text
    assert case_link(mail).startswith(line.site)
