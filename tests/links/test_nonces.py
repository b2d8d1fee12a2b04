"""What a case's page carries to say which state its reader saw: it acts once, for its own case, in its own state."""

from fakes.outside import ROOT
from links.sent import GoodWeek
from throughline.domain.seal import nonce_of


def test_a_replayed_nonce_is_fine_and_changes_nothing(week: GoodWeek) -> None:
    nonce = week.nonce(week.open)
    assert week.act(week.open, "acknowledge", nonce)["statusCode"] == 200
    before = week.state()
    for _ in range(3):
        again = week.act(week.open, "acknowledge", nonce)
        assert again["statusCode"] == 200
        assert '"outcome": "repeated"' in again["body"]
    assert week.state() == before


def test_a_nonce_of_another_case_or_another_version_is_refused(week: GoodWeek) -> None:
    case, other = week.case(week.open), week.case(week.solved)
    before = week.state()
    foreign = {
        "none": "0",
        "another case's": nonce_of(ROOT, other.subject, case.version),
        "another number's": nonce_of(ROOT, f"{case.line}/2", case.version),
        "another key's": nonce_of(b"another root", case.subject, case.version),
        "mutated": week.nonce(week.open)[:-1] + "g",
        "a version without its seal": f"{case.version + 1}.{week.nonce(week.open).partition('.')[2]}",
        "words": "\u0661.x",
        "half a character": "1.\ud800",
    }
    refused = {name: week.act(week.open, "acknowledge", nonce)["statusCode"] for name, nonce in foreign.items()}
    assert refused == dict.fromkeys(foreign, 403)
    ahead = nonce_of(ROOT, case.subject, case.version + 1)
    assert week.act(week.open, "acknowledge", ahead)["statusCode"] == 409
    assert week.state() == before


def test_an_old_nonce_does_no_other_thing(week: GoodWeek) -> None:
    nonce = week.nonce(week.open)
    week.act(week.open, "acknowledge", nonce)
    before = week.state()
    assert week.act(week.open, "resolve", nonce, text="Done.")["statusCode"] == 409
    assert week.act(week.open, "acknowledge", nonce, text="other words")["statusCode"] == 409
    assert week.state() == before
