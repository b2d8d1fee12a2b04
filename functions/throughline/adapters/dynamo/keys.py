"""The keys of the ledger, each made for the way it is read; no key takes all writes."""

import hashlib
import zlib
from datetime import date

from throughline.domain.retention import Class, weeks_kept
from throughline.domain.week import Week

FACT = "fact"
PARKED = "parked"
ASIDE = "aside"
ERASED = "erased"
MAIL, CONFIRMED, REACH, COMPLAINT = "mail", "confirmed", "reach", "complaint"
STAFF, OTHERS = "B#staff", "B#others"
ASKED = "Z#asked"
PENDING_SHARDS = 8
DEPARTMENT_SHARDS = 4
TRIAGE_SHARDS = 4
ASIDE_SHARDS = 4
WEEK_SHARDS = 8
FIGURE_SHARDS = 4
DIGEST_SHARDS = 16
CHUNK_SHARDS = 4
READING_SHARDS = 4
RUN = "run"
GATHERED_SHARDS = 8
RISEN, KEPT = "risen", "kept"
WEIGHED = "weighed"
TALLIED = "tallied"
SINGLES = "singles"


def shard(value: str, count: int) -> int:
    """The same shard for the same value, spread evenly."""
    return zlib.crc32(value.encode("utf-8", "surrogatepass")) % count


def answer(question: str) -> str:
    """The sort key of an answer to one question."""
    return f"{FACT}#{question}"


def case(number: int) -> str:
    """The sort key of a case in its line."""
    return f"case#{number}"


def step(number: int, version: int) -> str:
    """The sort key of a case's step."""
    return f"step#{number}#{version:04}"


def saying(number: int, version: int) -> str:
    """The sort key of words said about a case."""
    return f"said#{number}#{version:04}"


def weighed(number: int) -> str:
    """The sort key of the words that weighed most for a case."""
    return f"{WEIGHED}#{number}"


def change(number: int) -> str:
    """The sort key of what a case changed."""
    return f"change#{number}"


def thanks(number: int) -> str:
    """The sort key of a recognition."""
    return f"thanks#{number}"


def counted(question: str) -> str:
    """The sort key of the note that an answer has been counted."""
    return f"counted#{question}"


def tallied(number: int) -> str:
    """The sort key of the note of what a case has added to its weeks."""
    return f"{TALLIED}#{number}"


def case_figures(week: Week, at: int) -> str:
    """The partition of one shard of a week's counts of cases."""
    return f"NC#{week}#{at}"


def gathered(fact: str) -> str:
    """The sort key of an answer's gathered words."""
    return f"gathered#{fact.partition('#')[2]}"


def copy(stored: str) -> str:
    """The sort key of the note that another raw mail said the same."""
    return f"copy#{hashlib.sha256(stored.encode()).hexdigest()[:32]}"


def mailed(message_id: str) -> str:
    """The partition of a mail that went out, by the mail service's id for it."""
    return f"M#{message_id}"


def conversation(code: str) -> str:
    """The partition of a conversation's confirmation of the day."""
    return f"C#{code}"


def flood(code: str) -> str:
    """The partition of a count of what came by one link or from one sender."""
    return f"FL#{code}"


def standing(subject: str) -> str:
    """The partition of how mail to an address fares."""
    return f"B#{subject}"


def asked(subject: str) -> str:
    """The partition of an address that was asked whether it is the right one."""
    return f"Z#{subject}"


def erasures(month: str) -> str:
    """The partition of a month's erasures."""
    return f"E#{month}"


def audit(month: str) -> str:
    """The partition of a month's looks at what is sealed."""
    return f"A#{month}"


def pending(line: str) -> str:
    """The index key of work not done yet."""
    return f"P#{shard(line, PENDING_SHARDS)}"


def inbox(department: str, *, done: bool, at: int) -> str:
    """The index key of one shard of a department's cases."""
    return f"D#{department}#{'done' if done else 'open'}#{at}"


def held(department: str, at: int) -> str:
    """The index key of one shard of a department's mails that wait to be told of in one."""
    return f"D#{department}#held#{at}"


def triage(at: int) -> str:
    """The index key of one shard of what waits for a person."""
    return f"T#{at}"


def asides(at: int) -> str:
    """The index key of one shard of what was set aside."""
    return f"Q#{at}"


def celebrated(week: Week, at: int) -> str:
    """The index key of one shard of a week's thanks and changes."""
    return f"W#{week}#{at}"


def held_thanks(at: int) -> str:
    """The index key of one shard of the recognitions that a person looks at first."""
    return f"X#{at}"


def given(giver: str, week: Week) -> tuple[str, str]:
    """Where it is counted whom somebody thanked in a week."""
    return f"J#{giver}", f"given#{week}"


def said_in(week: Week, at: int) -> str:
    """The index key of one shard of the words gathered in a week."""
    return f"H#{week}#{at}"


def themes(week: Week) -> str:
    """The partition of what is remembered of a week's themes."""
    return f"Y#{week}"


def figures(week: Week, at: int) -> str:
    """The partition of one shard of a week's counts."""
    return f"N#{week}#{at}"


def edition(week: Week) -> str:
    """The partition of what a week's digest was settled to tell."""
    return f"O#{week}"


def digest(week: Week, at: int) -> str:
    """The partition of one shard of a week's digests."""
    return f"G#{week}#{at}"


def chunks(week: Week, at: int) -> str:
    """The partition of one shard of a week's digests that are sent many at a time."""
    return f"K#{week}#{at}"


def digest_run(week: Week) -> str:
    """The partition of how a week's digests are sent, and of what came of them."""
    return f"K#{week}"


def readings(week: Week, at: int) -> str:
    """The partition of one shard of the readings of a week's page."""
    return f"O#{week}#{at}"


def sending() -> tuple[str, str]:
    """Where it is counted how much mail goes out."""
    return "L#mail", "digests"


def editions_since(today: date) -> list[str]:
    """The partitions of all editions that are still kept."""
    return [edition(week) for week in weeks_kept(Class.EDITIONS, today)]


def digests_of(person: str, today: date) -> list[tuple[str, str]]:
    """The keys of all digests that somebody may have had and that are still kept."""
    at = shard(person, DIGEST_SHARDS)
    return [(digest(week, at), person) for week in weeks_kept(Class.DIGESTS, today)]
