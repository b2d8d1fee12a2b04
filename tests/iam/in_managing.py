"""What managers do: sign in and out, decide, edit the map, hold departments back."""

import string
from datetime import UTC, datetime, timedelta
from urllib.parse import urlencode, urljoin, urlsplit

from iam.at_the_doors import fresh
from iam.events import asked
from iam.in_learning import decided
from iam.on_the_line import PRAISE, RIDDLE
from iam.scenario import scenario
from iam.stand import OPENING, Item, Stand
from operate.local.test_manager import told_manager
from signing_in import Browser, in_the_pool
from throughline.domain.manager import Session, page_nonce
from throughline.domain.mirror import Edit, Proposal

FORM = {"content-type": "application/x-www-form-urlencoded", "accept": "text/html"}
LETTERS = str.maketrans(string.digits, "ghijklmnop")
SENT_ON = 303


def _key(*key: str) -> dict[str, dict[str, str]]:
    return {name: {"S": value} for name, value in zip(("pk", "sk"), key, strict=True)}


def _held(stand: Stand, *key: str) -> Item | None:
    """An item of the atlas."""
    atlas = stand.stack.outputs["AtlasTable"]
    found: Item | None = stand.table.get_item(TableName=atlas, Key=_key(*key), ConsistentRead=True).get("Item")
    return found


def _session(stand: Stand) -> Session:
    """One that stands."""
    session = Session(f"probe-{fresh()}", "s1", datetime.now(UTC) + timedelta(hours=1))
    key = _key(f"MANAGER#{session.manager}", "session#s1")
    stand.table.put_item(TableName=stand.stack.outputs["AtlasTable"], Item=key)
    return session


def _as_manager(stand: Stand, method: str, path: str, **fields: str) -> Item:
    """A request of a manager's browser, as it comes through the door."""
    subject = "probe/s1"
    form = urlencode({"nonce": page_nonce(stand.root, subject), **fields}) if method == "POST" else ""
    event = asked(method, path, form, **FORM)
    event["requestContext"]["authorizer"] = {"lambda": {"manager": subject}}
    return event


@scenario("manage_door")
def a_session_that_stands_is_named(stand: Stand) -> bool:
    session = _session(stand)
    event = {"cookies": [f"manager={session.token(stand.root)}"], "headers": {}}
    said = stand.call("manage_door", event) or {}
    return bool(said.get("context", {}).get("manager") == session.subject)


@scenario("manage_session")
def a_manager_signs_in(stand: Stand) -> bool:
    led = stand.call("manage_session", asked("GET", "/manage/in", **FORM)) or {}
    if led.get("statusCode") != SENT_ON:
        return False
    held, browser = str(led["cookies"][0]).partition(";")[0], Browser(follows=False)
    page = browser.open(led["headers"]["Location"])
    back = browser.open(urljoin(page.url, "/login"), in_the_pool(page, told_manager(stand.stack))).location
    event = asked("GET", f"/manage/back?{urlsplit(back).query}", **FORM)
    event["queryStringParameters"] = dict(pair.split("=", 1) for pair in urlsplit(back).query.split("&"))
    return stand.answers("manage_session", SENT_ON, {**event, "cookies": [held]})


@scenario("manage_session")
def a_manager_signs_out(stand: Stand) -> bool:
    session = _session(stand)
    event = asked("POST", "/manage/out", urlencode({"nonce": page_nonce(stand.root, session.subject)}), **FORM)
    event["cookies"] = [f"manager={session.token(stand.root)}"]
    gone = stand.answers("manage_session", 200, event)
    return gone and _held(stand, f"MANAGER#{session.manager}", "session#s1") is None


@scenario("manage_page")
def a_manager_sees_what_waits(stand: Stand) -> bool:
    return stand.answers("manage_page", 200, _as_manager(stand, "GET", "/manage"), "What waits for you")


@scenario("manage_page")
def a_department_is_held_back(stand: Stand) -> bool:
    done = _moved(stand, "shadow") and _held(stand, "SHADOW", "packing") is not None
    stand.table.delete_item(TableName=stand.stack.outputs["AtlasTable"], Key=_key("SHADOW", "packing"))
    return done


@scenario("manage_page")
def a_department_is_let_go(stand: Stand) -> bool:
    stand.table.put_item(TableName=stand.stack.outputs["AtlasTable"], Item=_key("SHADOW", "packing"))
    done = _moved(stand, "live") and _held(stand, "SHADOW", "packing") is None
    stand.table.delete_item(TableName=stand.stack.outputs["AtlasTable"], Key=_key("SHADOW", "packing"))
    return done


def _moved(stand: Stand, to: str) -> bool:
    event = _as_manager(stand, "POST", "/manage/shadow", department="Packing", to=to)
    return stand.answers("manage_page", 200, event, "Noted")


@scenario("manage_triage")
def a_note_is_decided(stand: Stand) -> bool:
    line = stand.routed(RIDDLE, touchpoint="")
    event = _as_manager(stand, "POST", "/manage/triage", id=line, choice=OPENING)
    return stand.answers("manage_triage", 200, event, "Noted") and "case#1" in stand.items(line)


@scenario("manage_triage")
def a_note_is_looked_at(stand: Stand) -> bool:
    word = fresh()
    line = stand.routed(f"{RIDDLE} It said {word}.", touchpoint="")
    return stand.answers("manage_triage", 200, _as_manager(stand, "GET", f"/manage/triage?id={line}"), word)


@scenario("manage_thanks")
def thanks_are_published_and_told(stand: Stand) -> bool:
    person = stand.readers[0]
    words = f"{PRAISE} We thank {stand.name(person)} for parcel 4471234."
    line = stand.note(words, kind="praise")
    assert stand.takes("route_issue", {"id": line, "pk": line, "sk": "fact"})
    event = _as_manager(stand, "POST", "/manage/thanks", id=f"{line}/1", state="published")
    done = stand.answers("manage_thanks", 200, event, "Noted")
    return done and stand.items(line)["thanks#1"]["state"]["S"] == "published"


@scenario("manage_digest")
def a_digest_is_looked_at(stand: Stand) -> bool:
    return stand.answers("manage_digest", 200, _as_manager(stand, "GET", "/manage/digest"), "The digest of week")


@scenario("manage_digest")
def a_digest_is_edited(stand: Stand) -> bool:
    wishes = ({"act": "hold"}, {"act": "note", "words": "I read them.", "by": fresh()}, {"act": "release"})
    asked_for = [_as_manager(stand, "POST", "/manage/digest", **one) for one in wishes]
    return all(stand.answers("manage_digest", 200, event, "Noted") for event in asked_for)


@scenario("manage_words")
def the_mantra_is_changed(stand: Stand) -> bool:
    before = _held(stand, "MAP", "current")
    event = _as_manager(stand, "POST", "/manage/mantra", text=f"Every home is ours, {fresh()}.")
    done = stand.answers("manage_words", 200, event, "Noted") and _held(stand, "MAP", "current") != before
    stand.table.put_item(TableName=stand.stack.outputs["AtlasTable"], Item=before)
    return done


@scenario("manage_words")
def goals_are_put_in_force(stand: Stand) -> bool:
    atlas, before = stand.stack.outputs["AtlasTable"], _held(stand, "GOALS", "current")
    rows = f"goal,department,measure,target,from,until\nNobody waits {fresh()},Packing,answered,9,2026-01-01,2026-12-31"
    done = stand.answers("manage_words", 200, _as_manager(stand, "POST", "/manage/goals", text=rows), "Noted")
    if before:
        stand.table.put_item(TableName=atlas, Item=before)
    else:
        stand.table.delete_item(TableName=atlas, Key=_key("GOALS", "current"))
    return done


@scenario("manage_map")
def an_edit_is_taken(stand: Stand) -> bool:
    word = fresh().translate(LETTERS)[:20]
    lines = [decided(stand, words=f"it was all {word}") for _ in range(4)]
    before = _held(stand, "MAP", "current")
    code = Proposal(Edit.ADD, OPENING, "Packing", word, len(lines)).code
    done = stand.answers("manage_map", 200, _as_manager(stand, "POST", "/manage/mirror", code=code), "Noted")
    after = _held(stand, "MAP", "current")
    stand.table.put_item(TableName=stand.stack.outputs["AtlasTable"], Item=before)
    for line in lines:
        stand.forget(line, "taught#1#0001")
    return done and after != before
