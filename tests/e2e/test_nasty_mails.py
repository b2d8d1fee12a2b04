"""The nastiest mails that people and machines send, all at once, with a poison among them: each becomes what it is."""

import csv
import json
import re
from collections import Counter
from collections.abc import Iterator

import pytest

from e2e.line import Line, kept_environment
from e2e.mails.doubtful import ASKED, READER, doubtful
from e2e.mails.posted import Posting, Round, mail_queue, moving, posted
from e2e.mails.shapes import shapes
from e2e.mails.tongues import tongues
from e2e.mails.written import CRUSHED, INBOX, RUN, Nasty, address_of, id_of, plain
from operate.demo.doors import flowing
from operate.wire import open_atlas
from throughline.domain.person import person_id

HUNDRED = 100
DEPARTMENTS = {"oakandlantern.example", "swallow-haulage.example"}
SENDER = address_of("same-day")
NASTY = {one.name: one for one in (*shapes(), *tongues(), *doubtful())}
SAME_DAY = [Nasty(name, plain(name, f"{CRUSHED} {name}", sender=SENDER), sender=SENDER) for name in ("first", "second")]
ONCE = f"The box arrived crushed, {RUN}."
NO_ID = Nasty("no-id", re.sub(rb"Message-ID: [^\r]*\r\n", b"", plain("no-id", ONCE)), times=3)
SAME_ID = [Nasty("same-id", plain("same-id", f"{CRUSHED} {words}")) for words in ("once", "otherwise")]
MORE = [*SAME_DAY, NO_ID, *SAME_ID]
USUAL = [f"usual-{at}" for at in range(HUNDRED - len(NASTY) - len(MORE) - 1)]
ORDINARY = [Nasty(name, plain(name, CRUSHED)) for name in USUAL]
FILES = [("attachment-only", "lamp foot.jpg"), ("japanese-file", "傷の写真.jpg"), ("zip-bomb", "all.zip")]
NOTES = [name for name, one in NASTY.items() if one.is_note and name not in ASKED]
POISON = {"Records": [{"s3": {"object": {"size": 7}}}]}


@pytest.fixture(scope="module")
def done(line: Line) -> Iterator[Round]:
    postings = [
        Posting(one.name, one.raw, one.address, INBOX)
        for one in (*NASTY.values(), *MORE, *ORDINARY)
        for _ in range(one.times)
    ]
    url = mail_queue(line)
    line.sqs.send_message(QueueUrl=url, MessageBody=json.dumps(POISON))
    try:
        yield posted(line, postings, poison=True)
    finally:
        line.sqs.purge_queue(QueueUrl=url)
        read_again(line, READER)


@pytest.mark.parametrize("name", NOTES)
def test_a_mail_that_somebody_wrote_is_a_note_with_their_words(done: Round, name: str) -> None:
    wanted, note = NASTY[name], done.note(id_of(name))

    assert done.reasons(name) == []
    assert note.feedback is not None
    said = note.feedback.report.text
    assert [word for word in wanted.says if word not in said] == []
    assert [word for word in wanted.never if word in said] == []
    assert wanted.to in (None, tuple(case.department for case in note.cases))
    assert len(note.thanks) == wanted.thanks


def read_again(line: Line, reader: str) -> None:
    """Give somebody their digest back."""
    with kept_environment():
        open_atlas(line.stack).directory.choose(person_id(email=reader, name="", department=""), "weekly")


@pytest.mark.parametrize("name", NOTES)
def test_it_is_answered_once_and_each_department_told_once(done: Round, name: str) -> None:
    wanted, note = NASTY[name], done.note(id_of(name))
    answers = done.to(wanted.address)

    expected = Counter({"heard": int(wanted.answered), "case": len(note.cases)})
    assert done.told(done.key_of(id_of(name))) == +expected
    assert len(answers) == int(wanted.answered)
    assert all(mail["headers"]["Auto-Submitted"] == "auto-generated" for mail in answers)
    assert all("<script" not in mail["html"] and "Bcc" not in mail["headers"] for mail in answers)


@pytest.mark.parametrize("name", [name for name, one in NASTY.items() if not one.is_note])
def test_a_mail_that_is_no_note_is_kept_with_its_reason_and_never_answered(done: Round, name: str) -> None:
    wanted, reasons = NASTY[name], done.reasons(name)

    assert done.note(id_of(name)).feedback is None
    assert done.to(wanted.address) == []
    assert done.told(done.key_of(id_of(name))) == {}
    assert [wanted.aside in reason for reason in reasons] == ([] if wanted.dropped else [True])


@pytest.mark.parametrize("name", ASKED)
def test_who_wants_no_name_is_heard_once_and_named_nowhere(done: Round, name: str) -> None:
    (heard,) = done.to(NASTY[name].address)

    assert heard["tags"]["kind"] == "unnamed"
    assert "anonym" in heard["text"]
    assert done.stored(name) == b""
    (told,) = (mail for mail in done.new if mail["tags"]["line"] == heard["tags"]["line"] and mail != heard)
    assert told["tags"]["kind"] == "case"
    assert "Ada" not in told["text"]
    assert NASTY[name].address not in str(told)


def test_a_complaint_ends_the_readers_digests(done: Round) -> None:
    people = csv.DictReader(done.line.run("people", "export").splitlines())

    assert [person["digest"] for person in people if person["email"] == READER] == ["off"]


def test_a_poison_mail_among_a_hundred_delays_none(done: Round) -> None:
    heard = Counter(address for mail in done.new if mail["tags"]["kind"] == "heard" for address in mail["to"])

    assert moving(done.line, mail_queue(done.line)) == 1
    assert [heard[one.address] for one in ORDINARY] == [1] * len(ORDINARY)


def test_a_mail_without_an_id_is_one_case_however_often_it_comes(done: Round) -> None:
    told = [mail for mail in done.new if ONCE in flowing(mail["text"])]

    assert Counter(mail["tags"]["kind"] for mail in told) == Counter(heard=1, case=1)


def test_other_words_under_the_same_id_are_kept_for_a_person(done: Round) -> None:
    assert done.note(id_of("same-id")).cases
    assert len(done.reasons("same-id")) == 1
    assert len(done.to(address_of("same-id"))) == 1


def test_a_sender_hears_once_a_day_of_one_conversation(done: Round) -> None:
    notes = [done.note(id_of(one.name)) for one in SAME_DAY]

    assert [len(note.cases) for note in notes] == [1, 1]
    assert len(done.to(SENDER)) == 1


@pytest.mark.parametrize("name", [name for name in NASTY if name not in ASKED])
def test_the_mail_itself_is_kept_byte_by_byte(done: Round, name: str) -> None:
    sent = re.sub(rb"X-Local-Verdict: [^\r]*\r\n", b"", NASTY[name].raw).rstrip(b"\r\n")

    assert done.stored(name).rstrip(b"\r\n").endswith(sent)


@pytest.mark.parametrize(("name", "file"), FILES)
def test_a_file_that_came_is_kept_under_a_safe_name_and_named_to_its_department(
    done: Round, name: str, file: str
) -> None:
    note = done.note(id_of(name))
    assert note.feedback is not None
    (key,) = note.feedback.files
    told = [mail for mail in done.about(note.feedback.line) if mail["tags"]["kind"] == "case"]

    assert key.endswith(file)
    assert ".." not in key
    assert done.object(key)
    assert all(file in flowing(mail["text"]) for mail in told)


def test_a_seal_is_no_file(done: Round) -> None:
    signed = done.note(id_of("signed")).feedback

    assert signed is not None
    assert signed.files == ()


def test_no_mail_went_to_anybody_else(done: Round) -> None:
    known = {one.address for one in (*NASTY.values(), *MORE, *ORDINARY)}
    strangers = {address for mail in done.new for address in mail["to"]} - known

    assert {address.rpartition("@")[2] for address in strangers} <= DEPARTMENTS
